import Decimal from 'decimal.js';
import { readWorkbook } from '../../src/reading/read';
import { buildPublic, buildWorkbook, cleanUnit, units, type PublicFamily, type Unit } from './index';

/** 元 as a 万元 form prints it. */
const printed = (yuan: Decimal): string => yuan.div(10000).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).times(10000).toFixed();

/** Figures of the public forms that are not the 财决 figure of the same name, rounded; and how many were compared. */
async function compare(
  unit: Unit,
  family: PublicFamily,
): Promise<{ wrong: readonly string[]; compared: number; tables: readonly string[] }> {
  const own = (await readWorkbook(buildWorkbook(unit))).facts;
  const published = (await readWorkbook(buildPublic(unit, family))).facts;
  const wrong: string[] = [];
  let compared = 0;
  for (const [id, table] of published.tables) {
    for (const { key: row } of table.rows) {
      for (const column of table.columns) {
        const [a, b] = [table.at(row, column), own.tables.get(id)?.at(row, column)];
        if (a.state !== 'number' || b?.state !== 'number') continue;
        compared++;
        const expected = a.fact.unit === '元' ? printed(b.fact.value) : b.fact.value.toFixed();
        if (a.fact.value.toFixed() !== expected) wrong.push(`${id}.${row}.${column}: ${a.fact.value.toFixed()} instead of ${expected}`);
      }
    }
  }
  return { wrong, compared, tables: [...published.tables.keys()] };
}

test.each([
  ['clean', cleanUnit],
  ['institution', units.institution],
  ['withStateCapital', units.withStateCapital],
  ['abroad', units.abroad],
] as const)('the public forms of %s print the figures of the 财决 forms, rounded to 0.01 万元', async (_, unit) => {
  for (const family of ['sichuan', 'central'] as const) {
    const { wrong, compared, tables } = await compare(unit, family);
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(family === 'sichuan' ? 2000 : 400);
    expect(tables).toEqual(expect.arrayContaining(['Z01', 'Z03', 'Z04', 'Z01_1', 'Z07', 'Z08_1', 'F03', 'Z09', 'Z11']));
  }
});
