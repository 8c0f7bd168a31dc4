/** Colours of series and slices, once for all hosts: told apart in grey print and by colour-blind readers. */
export const chartPalette = ['2F6DB5', 'E08A2E', '5B9A68', '9A6FB0', 'C9504A', '3E9FA3', '8A94A6', 'B59B2C', '6B4E3D', '4C5B9B'] as const;

export const chartColor = (index: number): string => chartPalette[index % chartPalette.length]!;

/** Installed wherever Office speaks Chinese. */
export const CHART_FONT = '宋体';
export const CHART_TEXT = '333333';
