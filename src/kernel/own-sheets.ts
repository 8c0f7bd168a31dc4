/** Names of our own sheets. They are never read as forms. */
export const ownSheets = { report: '情况说明', trace: '数据溯源', findings: '核对结果', supplement: '补充信息' } as const;
export type OwnSheet = (typeof ownSheets)[keyof typeof ownSheets];
export const isOwnSheet = (name: string): boolean => (Object.values(ownSheets) as string[]).includes(name.trim());
