import { thisYear } from '../kit/books';
import type { Scalar } from '../../src/kernel/workbook';
import { CodeReader } from '../../src/reading/code-cells';
import { SheetGrid } from '../../src/reading/grid';
import { _, sheet } from './grids';

const codes = (rows: readonly (readonly Scalar[])[]): readonly (string | undefined)[] => {
  const reader = new CodeReader(new SheetGrid(sheet('x', rows), thisYear), [0, 1, 2]);
  return rows.map((__, row) => {
    const read = reader.read(row);
    return read && ('code' in read ? read.code : `odd:${read.odd}`);
  });
};

test('one cell: text, number, spaces, full width, dots', () =>
  expect(
    codes([
      ['2010302', _, _],
      [2010302, _, _],
      [' 20103 ', _, _],
      ['２０１', _, _],
      ['201.03.02', _, _],
    ]),
  ).toEqual(['2010302', '2010302', '20103', '201', '2010302']));

test('split over 类, 款, 项 as text or numbers', () =>
  expect(
    codes([
      ['201', _, _],
      ['201', '03', _],
      ['201', '03', '02'],
      [201, 3, 2],
      [208, 5, 99],
    ]),
  ).toEqual(['201', '20103', '2010302', '2010302', '2080599']));

test('levels above left blank are those of the row above', () =>
  expect(
    codes([
      ['201', _, _],
      [_, '03', _],
      [_, _, '02'],
      [_, _, '50'],
      [_, '11', _],
      [_, _, '01'],
    ]),
  ).toEqual(['201', '20103', '2010302', '2010350', '20111', '2011101']));

test('each level prints its whole code in its own column', () =>
  expect(
    codes([
      ['201', _, _],
      [_, '20103', _],
      [_, _, '2010302'],
      ['201', '20103', '2010350'],
    ]),
  ).toEqual(['201', '20103', '2010302', '2010350']));

test('words are no code, odd digits are named', () =>
  expect(
    codes([
      ['合计', _, _],
      ['注：2024', _, _],
      ['20103021', _, _],
      ['20', _, _],
    ]),
  ).toEqual([undefined, undefined, 'odd:20103021', 'odd:20']));
