import { forms } from '../../src/layouts/forms';
import { formName } from '../../src/layouts/keys';
import {
  codeTables,
  columnsOf as columnsOfForm,
  countsOf,
  fixedTables,
  matrixTables,
  rowsOf as rowsOfForm,
  tableIds,
} from '../../src/layouts/shape';
import { layouts } from '../../src/layouts/index';
import type { FixedBody, Layout } from '../../src/layouts/layout';

const layout = (id: string): Layout => layouts.find((one) => one.id === id)!;
const rowsOf = (id: string): readonly string[] => (layout(id).body as FixedBody).rows.map((row) => row.key);
const columnsOf = (id: string): readonly string[] => {
  const { body } = layout(id);
  if (body.kind === 'fixed') return [...new Set(body.blocks.flatMap((block) => block.columns.map((column) => column.key)))];
  return body.kind === 'codes' && body.columns !== 'matrix' ? body.columns.map((column) => column.key) : [];
};
const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

test('every form of the reporting software has a layout under its id, every public form files its figures under one', () => {
  expect(sorted(layouts.filter((one) => one.family === '财决').map((one) => one.id))).toEqual(sorted(tableIds));
  for (const one of layouts.filter((l) => l.family === '公开')) expect([...tableIds, 'P05']).toContain(one.table);
});

test('ids, and numbers and titles of the 财决 forms, are unique', () => {
  const family = layouts.filter((one) => one.family === '财决');
  for (const list of [layouts.map((l) => l.id), family.flatMap((l) => l.numbers), family.flatMap((l) => l.titles)])
    expect(new Set(list).size).toBe(list.length);
  expect(family.filter((l) => l.id !== 'CS02').map((l) => l.numbers[0])).toEqual(
    family.filter((l) => l.id !== 'CS02').map((l) => formName(l.id)),
  );
});

test('no row and no column of a form stands twice, and none has a full stop in its name', () => {
  for (const id of fixedTables) {
    expect([id, rowsOf(id).filter((row, i, all) => all.indexOf(row) !== i || row.includes('.'))]).toEqual([id, []]);
    expect([id, rowsOfForm(id)]).toEqual([id, rowsOf(id)]);
  }
  for (const id of codeTables) {
    const { body } = forms[id] as Layout;
    const columns = body.kind === 'codes' && body.columns !== 'matrix' ? body.columns.map((column) => column.key) : columnsOfForm(id);
    expect([id, columns.filter((column, i, all) => all.indexOf(column) !== i || column.includes('.'))]).toEqual([id, []]);
    expect([id, columnsOfForm(id)]).toEqual([id, columns]);
  }
  expect(matrixTables).toHaveLength(11);
});

test('counts are the rows of 附03 that count vehicles, persons, batches and things', () => {
  const counted = /(?:数|量|批次|人次|用车|设备|车辆数合计)$/;
  expect(sorted(countsOf('F03'))).toEqual(sorted(rowsOf('F03').filter((row) => counted.test(row))));
  for (const id of fixedTables.filter((form) => form !== 'F03')) expect([id, countsOf(id)]).toEqual([id, []]);
});

test('public forms use no key that the 财决 form of the same table does not have', () => {
  for (const one of layouts.filter((l) => l.family === '公开' && l.table !== 'P05')) {
    const { body } = one;
    if (body.kind === 'fixed') for (const row of body.rows) expect(rowsOf(one.table)).toContain(row.key);
    if (body.kind === 'fixed')
      for (const block of body.blocks) for (const column of block.columns) expect(columnsOf(one.table)).toContain(column.key);
    if (body.kind === 'codes' && body.columns !== 'matrix' && one.table !== 'Z08_2')
      for (const column of body.columns) expect(columnsOf(one.table)).toContain(column.key);
    if (body.kind === 'single') {
      for (const { key } of body.columns) {
        const [row, column] = key.split('.');
        expect(rowsOf('F03')).toContain(row);
        expect(columnsOf('F03')).toContain(column);
      }
    }
  }
});

test('anchors of rows are rows of the form, and labels and values stand in its blocks', () => {
  for (const { id, body } of layouts) {
    if (body.kind !== 'fixed') continue;
    const rows = new Set(body.rows.map((row) => row.key));
    const blocks = new Set(body.blocks.map((block) => block.name));
    for (const row of body.rows) {
      for (const anchor of [row.above, row.below, row.unprinted])
        if (anchor !== undefined) expect([id, anchor, rows.has(anchor)]).toEqual([id, anchor, true]);
      expect(row.in.some((name) => blocks.has(name))).toBe(true);
    }
  }
});

test('every layout says where it comes from, how it proves itself and what its absence blocks', () => {
  for (const one of layouts) {
    expect(one.source.doc).not.toBe('');
    expect(one.proof.length).toBeGreaterThan(0);
    if (one.family === '财决') expect(one.absence).toMatch(/。$/);
  }
  // Geometry that nobody has seen on a real workbook.
  for (const id of ['Z01_1', 'Z02', 'Z06', 'Z10', 'Z11', 'Z12', 'F01', 'F02', 'F03', 'CS02'])
    expect(layout(id).source.unverified).toBe(true);
});
