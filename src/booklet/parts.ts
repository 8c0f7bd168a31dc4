/** The parts of the published document, in their order. */
export const bookletParts = ['概况', '情况说明', '名词解释', '绩效自评', '附表'] as const;
export type BookletPart = (typeof bookletParts)[number];
