import { phraseText } from '../../src/facts/phrase';
import type { Scalar } from '../../src/kernel/workbook';
import type { KitWorkbook } from '../kit/index';
import { reportOf } from './support';

export type Rows = Scalar[][];

/** The workbook with the amounts of one form changed; rows and columns of amounts only, 合计 first. */
export function spoiled(workbook: KitWorkbook, form: string, spoil: (amounts: Rows) => Rows): KitWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      if (sheet.name.split(' ')[0] !== form) return sheet;
      const top = sheet.values.findIndex(
        (row) => row.some((value) => value === '合计') && row.some((value) => typeof value === 'number' && value > 1000),
      );
      const left = sheet.values[top]!.findIndex((value) => typeof value === 'number');
      const amounts = sheet.values.slice(top).map((row) => row.slice(left));
      const after = spoil(amounts.map((row) => [...row]));
      return { ...sheet, values: sheet.values.map((row, r) => (r < top ? row : [...row.slice(0, left), ...after[r - top]!])) };
    }),
  };
}

export const wan = (value: Scalar | undefined): Scalar =>
  typeof value === 'number' ? Number((value / 10000).toFixed(2)) : (value ?? null);

/** What the errors are said to be, and how many groups of them there are. */
export async function said(
  now: KitWorkbook,
  before?: KitWorkbook,
): Promise<{ readonly first: string; readonly groups: number; readonly kind: string }> {
  const groups = (await reportOf(now, before)).groups.filter(({ severity }) => severity === 'error');
  return { first: phraseText(groups[0]!.title), groups: groups.length, kind: groups[0]!.kind };
}
