/** Colours of series and slices, once for all hosts: light enough to read a label upon. */
const chartPalette = ['6FA0D8', 'F0A95B', '8CBF94', 'B99AC9', 'E08A85', '7CC4C4', 'B4BBC8', 'D6C26A', 'B39B8B', '98A4D0'] as const;

export const chartColor = (index: number): string => chartPalette[index % chartPalette.length]!;

/** Installed wherever Office speaks Chinese. */
export const CHART_FONT = '宋体';
export const CHART_TEXT = '333333';

/** A chart of ours is known by its name, in a saved file and in Excel alike; charts that the user has added stay. */
const NAME = '决算说明助手 ';
export const chartName = (id: string): string => NAME + id;
export const isOwnChart = (name: string): boolean => name.startsWith(NAME);
