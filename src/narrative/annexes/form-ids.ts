/** The thirteen published forms in the order of the official list. */
export const publicFormIds = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11', 'P12', 'P13'] as const;
export type PublicFormId = (typeof publicFormIds)[number];
