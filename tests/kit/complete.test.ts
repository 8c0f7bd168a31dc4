import { phraseText } from '../../src/facts/phrase';
import { a1 } from '../../src/kernel/address';
import { codeTables, columnsOf, matrixTables, rowsOf } from '../../src/layouts/shape';
import { readWorkbook } from '../../src/reading/read';
import { buildYears, cleanUnit, units, type KitWorkbook, type Unit } from './index';
import { classNames } from './words/functional';
import { groups, matrixColumns } from './words/economic';

/** The kit types every printed word anew, so these tests notice a misprint in a layout. */
const all: readonly (readonly [string, Unit])[] = [
  ['clean, with CS02', { ...cleanUnit, withCs02: true }],
  ['institution', units.institution],
  ['withStateCapital', units.withStateCapital],
];

/** Printed amounts that no fact was read from, or another value. */
async function unread(workbook: KitWorkbook): Promise<readonly string[]> {
  const { facts } = await readWorkbook(workbook);
  const values = new Map<string, string>();
  for (const table of facts.tables.values()) {
    for (const { key } of table.rows) {
      for (const column of table.columns) {
        const found = table.at(key, column);
        if (found.state === 'number' && !found.fact.noRow)
          values.set(`${found.fact.at.sheet}!${found.fact.at.a1}`, found.fact.value.toFixed());
      }
    }
  }
  return workbook.sheets.flatMap((sheet) =>
    sheet.values.flatMap((row, r) =>
      row.flatMap((value, c) => {
        const printed = r >= sheet.data[0] && r <= sheet.data[1] && sheet.amounts.includes(c) && typeof value === 'number';
        const place = `${sheet.name}!${a1(r, c)}`;
        return printed && values.get(place) !== String(value) ? [`${place} prints ${value}, read ${values.get(place) ?? 'nothing'}`] : [];
      }),
    ),
  );
}

test.each(all)('every amount that the workbook of %s prints is read, from its own cell', async (_, unit) => {
  const { now, before } = buildYears(unit);
  expect(await unread(now)).toEqual([]);
  expect(await unread(before!)).toEqual([]);
});

test.each(all)('every form of %s is read without a problem', async (_, unit) => {
  const { tables, problems } = await readWorkbook(buildYears(unit).now);
  expect(problems.map((p) => phraseText(p.message))).toEqual([]);
  expect(tables.filter((t) => t.status !== 'read').map((t) => t.id)).toEqual(unit.withCs02 ? [] : ['CS02']);
});

test('rows and columns have the keys of the contract, in printed order', async () => {
  const { tables } = (await readWorkbook(buildYears(cleanUnit).now)).facts;
  const columns = (id: string): readonly string[] => tables.get(id)!.columns;
  const rows = (id: string): readonly string[] => tables.get(id)!.rows.map((row) => row.key);
  const partial: readonly string[] = ['Z09', 'Z11'];
  for (const id of codeTables.filter((form) => !partial.includes(form) && !(matrixTables as readonly string[]).includes(form)))
    expect([id, columns(id)]).toEqual([id, columnsOf(id)]);
  for (const id of partial) expect(columnsOf('Z07')).toEqual(expect.arrayContaining([...columns(id)]));
  for (const id of matrixTables) expect(columns(id)).toEqual(matrixColumns.map((c) => c.key));

  for (const id of ['Z01', 'Z01_1'] as const) expect(rows(id).slice().sort()).toEqual(rowsOf(id).slice().sort());
  expect(rows('Z01')).toEqual(expect.arrayContaining([...classNames.map(([code]) => code), ...groups.map(({ code }) => code)]));
  expect(columns('Z01')).toEqual(columnsOf('Z01'));
  expect([...columns('Z01_1')].sort()).toEqual([...columnsOf('Z01_1')].sort());
  // Two kinds of equipment stood here before 2022.
  const former = ['单价50万元以上通用设备', '单价100万元以上专用设备'];
  expect(rows('F03').slice().sort()).toEqual(
    rowsOf('F03')
      .filter((key) => !former.includes(key))
      .sort(),
  );
});
