import { lastYear } from '../kit/books';
import type { Sheet } from '../../src/kernel/workbook';
import type { Aside } from '../../src/facts/outcome';
import type { Missing } from '../../src/narrative/document';
import type { Profile } from '../../src/narrative/profile';
import { defaultProfile } from '../../src/narrative/profiles/index';
import { supplementSheet } from '../../src/sheets/supplement/sheet';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { parseSupplement } from '../../src/supplements/parse';
import type { Supplements } from '../../src/supplements/supplements';
import { documentOf, fact, factSet, z07 } from './fixture';

export const now = factSet({ 'Z01.收入总计.决算数': fact('Z01', 'E37', '10898277') }, [
  z07({ '2010301': 4406714, '2010302': 2796922, '2130599': 101, '2210201': 0 }),
]);
export const before = factSet(
  { 'Z01.收入总计.决算数': fact('Z01', 'E37', '11967204', { at: { book: lastYear, sheet: 'Z01', a1: 'E37' } }) },
  [],
  '2023.xlsx',
  2023,
);
export const missing = (...keys: string[]): readonly Missing[] => keys.map((key) => ({ ask: key, key, paragraph: 'P' }));
export const draw = (
  supplements: Supplements,
  more: { previous?: Sheet; profile?: Profile; last?: Supplements; asides?: readonly Aside[]; missing?: readonly Missing[] } = {},
): SheetPicture =>
  supplementSheet({
    document: documentOf([], { missing: more.missing ?? [] }),
    profile: more.profile ?? defaultProfile,
    last: more.last,
    years: { now, before },
    supplements,
    asides: more.asides ?? [],
    previous: more.previous,
  });
export const valuesOf = (supplements: Supplements): readonly (readonly [string, string])[] =>
  [...supplements.entries].map(([key, { value }]) => [key, String(value)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
/** The sheet after a person has typed into the value cell of a row. */
export function typed(sheet: Sheet, key: string, value: string | number | null, column = 2): Sheet {
  return { ...sheet, values: sheet.values.map((row) => (row[0] === key ? row.map((old, c) => (c === column ? value : old)) : row)) };
}

export const filled = parseSupplement(
  {
    unitKind: '行政单位',
    reasons: { S01: '=人员减少', items: { '2010302': '压减支出' } },
    priorYear: { 机关运行经费: '965601.5' },
    itemBudgets: { '2010301': '4406714.00', '2010302': '2923181.00', '2130599': '0.00' },
    confirmFullBudget: false,
    vehicles: { bought: { 轿车: { count: 1, amount: '200000.00' } }, kept: { 轿车: 5, 其他车型: 1 } },
    performance: { projects: ['甲', '乙'], evaluated: 4, score: '95' },
  },
  's.json',
);
