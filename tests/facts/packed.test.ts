import { packedFacts } from '../../src/facts/packed';
import type { FactSet, Table } from '../../src/facts/fact-set';
import type { Key } from '../../src/layouts/keys';
import { readWorkbook } from '../../src/reading/read';
import { cellOf, clean, withCell } from '../kit/index';

const made = clean();
const { a1 } = cellOf(made, 'Z04', '2010301', '基本支出');
const opened = readWorkbook(withCell(made, 'Z04', a1, '约5万'));
const read = async (): Promise<{ facts: FactSet; packed: FactSet }> => {
  const { facts } = await opened;
  return { facts, packed: packedFacts(facts) };
};

/** What a form prints at each place, a number with where it stands; a blank and a row that is not printed are nothing. */
const printedOf = (table: Table): readonly string[] =>
  table.rows.flatMap(({ key }) =>
    table.columns.flatMap((column) => {
      const reading = table.at(key, column);
      if (reading.state === 'absent' || reading.state === 'blank') return [];
      if (reading.state !== 'number') return [[key, column, reading.state].join(' ')];
      const { fact } = reading;
      return (fact.blank ?? fact.noRow)
        ? []
        : [`${fact.key} ${fact.value.toString()} ${fact.unit} ${fact.at.sheet} ${fact.at.a1} ${fact.label}`];
    }),
  );

test('a packed workbook prints cell for cell what the workbook prints, texts and dashes included', async () => {
  const { facts, packed } = await read();
  expect([...packed.tables.keys()]).toEqual([...facts.tables.keys()]);
  const states = new Set<string>();
  for (const [id, table] of facts.tables) {
    const own = packed.tables.get(id)!;
    expect(printedOf(own)).toEqual(printedOf(table));
    // Neither a blank nor a row that is not printed is kept.
    for (const { key } of table.rows)
      for (const column of table.columns) {
        const reading = own.at(key, column);
        if (reading.state === 'number') expect(reading.fact.blank ?? reading.fact.noRow).toBeUndefined();
      }
    for (const { key } of table.rows) for (const column of table.columns) states.add(own.at(key, column).state);
  }
  expect([...states].sort()).toEqual(['absent', 'dash', 'number', 'text']);
});

test('forms, rows and columns keep their names and units', async () => {
  const { facts, packed } = await read();
  const { book, unitName, year, file } = facts;
  expect(packed).toMatchObject({ book, unitName, year, file });
  for (const [id, table] of facts.tables) {
    const own = packed.tables.get(id)!;
    const { title, sheet, unit, rows, columns } = table;
    expect({ ...own, readings: 0 }).toMatchObject({ id, title, sheet, unit, rows, columns, ...(table.year ? { year: table.year } : {}) });
    for (const { key } of rows) expect([own.row(key), own.unitOf(key)]).toEqual([table.row(key), table.unitOf(key)]);
    for (const column of columns) expect(own.columnName(column)).toBe(table.columnName(column));
    expect(own.row('没有这一行')).toBeUndefined();
  }
});

test('a form whose rows have columns of their own is packed place by place', async () => {
  const { facts } = await read();
  const table = facts.tables.get('Z01')!;
  const slow = Object.assign(Object.create(table) as Table, { eachPlainRow: undefined });
  const packed = packedFacts({ ...facts, tables: new Map([['Z01', slow]]) });
  expect(printedOf(packed.tables.get('Z01')!)).toEqual(printedOf(table));
});

test('a screen over whole rows passes over exactly the places that print nothing', async () => {
  const { packed } = await read();
  const table = packed.tables.get('Z04')!;
  const seen: (readonly [number, readonly boolean[]])[] = [];
  expect(table.eachPlainRow!((index, value) => seen.push([index, table.columns.map((_, i) => value(i) === null)]), 1, 3)).toBe(true);
  const empty = (row: number): readonly boolean[] =>
    table.columns.map((column) => table.at(table.rows[row]!.key, column).state === 'absent');
  expect(seen).toEqual([
    [1, empty(1)],
    [2, empty(2)],
  ]);
  const all: number[] = [];
  table.eachPlainRow!((index) => all.push(index));
  expect(all).toEqual(table.rows.map((_, index) => index));
});

test('a number is found by its key, that of last year by the same; a form that is not there is absent', async () => {
  const { facts, packed } = await read();
  const key = 'Z01.收入总计.决算数' as Key;
  expect([packed.find(key), packed.find('Z01.收入总计.决算数@上年' as Key)]).toEqual([facts.find(key), facts.find(key)]);
  expect(packed.find('Z99.合计.决算数' as Key).state).toBe('absent');
  expect(packed.find('Z04.9999999.基本支出' as Key).state).toBe('absent');
});
