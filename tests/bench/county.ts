import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildYears, cellOf, type Entry, type Spending, type Unit, type UnitYear, units, valueAt, withCell } from '../kit/index';
import type { KitWorkbook } from '../kit/build';
import { sampleUnit } from '../kit/presets/sample';
import { toXlsx } from '../kit/xlsx';

/** A county's folder: each unit with this year and last year, no two alike, every fifth with one amount mistyped. */
export interface County {
  /** [this year's file, last year's file] by unit. */
  readonly pairs: readonly (readonly [string, string])[];
}

const kinds: readonly Unit[] = [...Object.values(units), sampleUnit].filter(({ before }) => before !== undefined);

const grown = (spending: Spending | undefined, by: number): Spending | undefined =>
  spending && Object.fromEntries(Object.entries(spending).map(([code, fen]) => [code, fen + by]));
/** Every unit spends `more` fen more per 款 of its ordinary 财政拨款 than the preset: same forms, other amounts. */
const shifted = (year: UnitYear, more: number): UnitYear => ({
  ...year,
  entries: year.entries.map((entry): Entry => (entry.code === '2010301' ? { ...entry, basic: grown(entry.basic, more) } : entry)),
});

function mistyped(workbook: KitWorkbook): KitWorkbook {
  const { sheet, a1 } = cellOf(workbook, 'Z01', '一般公共预算财政拨款收入', '决算数');
  return withCell(workbook, sheet, a1, Number(valueAt(workbook, sheet, a1)) + 20000);
}

export async function writeCounty(folder: string, count: number): Promise<County> {
  const pairs: (readonly [string, string])[] = [];
  for (const year of ['本年', '上年']) mkdirSync(join(folder, year), { recursive: true });
  for (let i = 0; i < count; i++) {
    const kind = kinds[i % kinds.length]!;
    const name = `${kind.name}（第${String(i + 1)}号）`;
    const round = Math.floor(i / kinds.length);
    const { now, before } = buildYears({ ...kind, name, now: shifted(kind.now, round * 100), before: shifted(kind.before!, round * 100) });
    const file = `${String(i + 1).padStart(4, '0')}.xlsx`;
    const [thisYear, lastYear] = [join(folder, '本年', file), join(folder, '上年', file)];
    writeFileSync(thisYear, await toXlsx(i % 5 === 4 ? mistyped(now) : now));
    writeFileSync(lastYear, await toXlsx(before!));
    pairs.push([thisYear, lastYear]);
  }
  return { pairs };
}
