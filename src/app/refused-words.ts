/** A sheet that was not treated as it should have been, and why. */
export interface Refused {
  readonly sheet: string;
  readonly why: string;
}

/** “甲”、“乙”，工作表受保护；“丙”，… – every reason once: a workbook that is busy refuses all its sheets for the same one. */
export function refusedWords(refused: readonly Refused[]): string {
  const sheets = new Map<string, readonly string[]>();
  for (const { sheet, why } of refused) sheets.set(why, [...(sheets.get(why) ?? []), `“${sheet}”`]);
  return [...sheets].map(([why, names]) => `${names.join('、')}，${why}`).join('；');
}
