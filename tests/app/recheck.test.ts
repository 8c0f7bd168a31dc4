import fc from 'fast-check';
import { check, type Checked } from '../../src/app/check';
import type { FactSet } from '../../src/facts/fact-set';
import { parseA1 } from '../../src/kernel/address';
import { UserError } from '../../src/kernel/errors';
import type { Scalar, Workbook } from '../../src/kernel/workbook';
import type { ColumnName, RowName, TableId } from '../../src/layouts/keys';
import { rules } from '../../src/rules/index';
import { buildYears, cleanUnit } from '../kit/index';
import { sampleUnit } from '../kit/presets/sample';

/** What a hand does to a sheet; `at` chooses the cell or row among those there are. */
interface Edit {
  readonly what: 'amount' | 'empty' | 'tenfold' | 'opposite' | 'text' | 'code' | 'row gone' | 'row twice' | 'row added' | 'sheet gone';
  readonly sheet: number;
  readonly at: number;
}

const edits = fc.record<Edit>({
  what: fc.constantFrom('amount', 'empty', 'tenfold', 'opposite', 'text', 'code', 'row gone', 'row twice', 'row added', 'sheet gone'),
  sheet: fc.nat(),
  at: fc.nat(),
});

const texts: Partial<Record<Edit['what'], Scalar>> = { empty: null, text: '见附表', amount: 4711.08 };

type Rows = Scalar[][];

/** Every value in new arrays, as a host reads it anew: nothing is known again by being the same object. */
const copied = (workbook: Workbook): Omit<Workbook, 'sheets'> & { readonly sheets: (Workbook['sheets'][number] & { values: Rows })[] } => ({
  ...workbook,
  sheets: workbook.sheets.map((one) => ({ ...one, values: one.values.map((row) => [...row]) })),
});

function edited(workbook: Workbook, { what, sheet, at }: Edit): Workbook {
  const { sheets } = copied(workbook);
  const index = sheet % sheets.length;
  if (what === 'sheet gone') return { ...workbook, sheets: sheets.filter((_, i) => i !== index) };
  const { values } = sheets[index]!;
  const row = at % Math.max(1, values.length);
  if (what === 'row gone') values.splice(row, 1);
  else if (what === 'row twice') values.splice(row, 0, [...values[row]!]);
  else if (what === 'row added')
    values.splice(row, 0, ['2019999', '新科目', ...Array<Scalar>(Math.max(0, values[row]!.length - 2)).fill(7)]);
  else {
    const wanted = (value: Scalar): boolean =>
      what === 'code' ? typeof value === 'string' && /^\d{3,7}$/.test(value) : typeof value === 'number' && !Number.isInteger(value / 1e9);
    const cells = values.flatMap((cells, r) => cells.flatMap((value, c) => (wanted(value) ? [{ r, c, value }] : [])));
    const cell = cells[at % Math.max(1, cells.length)];
    if (!cell) return { ...workbook, sheets };
    const { r, c, value } = cell;
    values[r]![c] =
      what === 'code' ? `${String(value).slice(0, -1)}9` : what in texts ? texts[what]! : Number(value) * (what === 'tenfold' ? 10 : -1);
  }
  return { ...workbook, sheets };
}

/** Every cell of every form, as it was read; a line for each row. */
const cellsOf = (facts: FactSet): readonly string[] =>
  [...facts.tables.values(), ...(facts.published ?? [])].flatMap((table) =>
    table.rows.map((row) => {
      const cells = table.columns.map((column) => table.at(row.key, column));
      const words = cells.map((cell) =>
        cell.state === 'number' ? `${cell.fact.at.a1}=${cell.fact.value.toString()}` : JSON.stringify(cell),
      );
      return [table.sheet, table.id, row.key, row.name, ...words].join(' ');
    }),
  );

const outcome = async (request: Parameters<typeof check>[0]): Promise<Checked | string> => {
  try {
    return await check(request, rules);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
};

test.each([
  ['a unit in order', cleanUnit],
  ['the sample', sampleUnit],
])('%s, edited again and again: each check after an edit finds what a check from the beginning finds, cell by cell', async (_, unit) => {
  const { now, before } = buildYears(unit);
  const first = await check({ workbook: now, prior: before }, rules);
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 4 }), async (hands) => {
      let workbook: Workbook = now;
      let since = first;
      for (const hand of hands) {
        workbook = edited(workbook, hand);
        const again = await outcome({ workbook, prior: before, since });
        const anew = await outcome({ workbook: copied(workbook), prior: before });
        if (typeof anew === 'string' || typeof again === 'string') {
          expect(again).toBe(anew);
          return;
        }
        expect(again.report).toEqual(anew.report);
        expect(cellsOf(again.years.now)).toEqual(cellsOf(anew.years.now));
        expect([again.asides, again.supplements.entries]).toEqual([anew.asides, anew.supplements.entries]);
        since = again;
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

test('a refund in a form that comes later excuses the part at once, not only after an edit somewhere else', async () => {
  const { now, before } = buildYears(cleanUnit);
  const { tables } = (await check({ workbook: now, prior: before }, rules)).years.now;
  const put = (workbook: Workbook, id: TableId, row: RowName, column: ColumnName, amount: number): Workbook => {
    const table = tables.get(id)!;
    const reading = table.at(row, column);
    if (reading.state !== 'number') throw new Error('no amount');
    const { sheets } = copied(workbook);
    const sheet = sheets.find(({ name }) => name === table.sheet)!;
    const at = parseA1(reading.fact.at.a1)!;
    sheet.values[at.row - sheet.top]![at.column - sheet.left] = amount;
    return { ...workbook, sheets };
  };
  const refund = put(put(now, 'Z03', '2010301', '教育收费', 9999), 'Z05', '2010301', '合计', -5);
  const since = await check({ workbook: refund, prior: before }, rules);
  const workbook = put(refund, 'Z01', '上缴上级支出', '决算数', 3);
  const again = await check({ workbook, prior: before, since }, rules);
  expect(again.report).toEqual((await check({ workbook, prior: before }, rules)).report);
});
