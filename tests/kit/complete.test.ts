import { a1 } from '../../src/kernel/address';
import {
  f03AmountRows,
  f03CountRows,
  z01Cols,
  z01Rows,
  z01_1ExpenditureRows,
  z01_1IncomeRows,
  z02Cols,
  z03Cols,
  z04Cols,
  z06Cols,
  z07Cols,
} from '../../src/layouts/keys';
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
  expect(problems.map((p) => p.message)).toEqual([]);
  expect(tables.filter((t) => t.status !== 'read').map((t) => t.id)).toEqual(unit.withCs02 ? [] : ['CS02']);
});

test('rows and columns have the keys of the contract, in printed order', async () => {
  const { tables } = (await readWorkbook(buildYears(cleanUnit).now)).facts;
  const columns = (id: string): readonly string[] => tables.get(id)!.columns;
  const rows = (id: string): readonly string[] => tables.get(id)!.rows.map((row) => row.key);
  expect(columns('Z02')).toEqual(z02Cols);
  expect(columns('Z03')).toEqual(z03Cols);
  expect(columns('Z04')).toEqual(z04Cols);
  expect(columns('Z06')).toEqual(z06Cols);
  expect(columns('Z07')).toEqual(z07Cols);
  for (const id of ['Z05', 'Z05_1', 'Z05_2', 'Z05_3', 'Z08', 'Z08_1', 'Z08_2', 'Z10', 'Z10_1', 'Z10_2', 'Z12'])
    expect(columns(id)).toEqual(matrixColumns.map((c) => c.key));

  const classes = classNames.map(([code]) => code);
  const economic = groups.map(({ code }) => code);
  expect(rows('Z01').slice().sort()).toEqual([...z01Rows, ...classes, ...economic].sort());
  expect(rows('Z01_1').slice().sort()).toEqual([...z01_1IncomeRows, ...z01_1ExpenditureRows, ...classes, ...economic].sort());
  expect(columns('Z01')).toEqual(z01Cols);
  // Two kinds of equipment stood here before 2022.
  const former = ['单价50万元以上通用设备', '单价100万元以上专用设备'];
  expect(rows('F03').slice().sort()).toEqual([...f03AmountRows, ...f03CountRows].filter((key) => !former.includes(key)).sort());
});
