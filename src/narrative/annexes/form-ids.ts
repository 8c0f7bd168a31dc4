/** The thirteen published forms in the order of the official list. */
export const officialFormIds = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11', 'P12', 'P13'] as const;
/** P13L and P13G: 三公 as a list beside 机关运行经费, and as 财决08 holds it. */
export type PublicFormId = (typeof officialFormIds)[number] | 'P13L' | 'P13G';
