import { lastYear, suppliedBook, thisYear } from '../kit/books';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import type { Workbook } from '../../src/kernel/workbook';
import { cellIn, snapshotOf, textAt } from '../../src/sheets/picture/snapshot';

const picture: SheetPicture = {
  name: '补充信息',
  columns: [],
  rowHeights: new Map(),
  merges: [],
  charts: [],
  cells: [
    { row: 0, column: 0, value: '', style: 'label' },
    { row: 0, column: 1, value: 0, style: 'inputNumber' },
    { row: 2, column: 1, value: '=文字', style: 'input' },
    { row: 2, column: 2, value: 5, formula: '=2+3', style: 'tableNumber' },
    { row: 1, column: 2, style: 'label' },
  ],
};

describe('snapshotOf', () => {
  it('is what a host reads back: a blank is no text and no zero, a formula is its result', () =>
    expect(snapshotOf(picture)).toEqual({
      name: '补充信息',
      visibility: 'visible',
      top: 0,
      left: 0,
      values: [
        [null, 0, null],
        [null, null, null],
        [null, '=文字', 5],
      ],
    }));
});

describe('cellIn', () => {
  const sheet = { ...snapshotOf(picture), name: 'Z01', top: 2, left: 1 };
  const workbook: Workbook = { role: '本年', file: 'a.xlsx', sheets: [sheet] };
  it('finds a cell by its address in a sheet that does not start in A1', () => {
    expect(cellIn(workbook, { book: thisYear, sheet: 'Z01', a1: 'C3' })).toBe(0);
    expect(textAt(sheet, 4, 2)).toBe('=文字');
  });
  it('knows nothing of last year’s cells, of other sheets and of keys of a JSON file', () => {
    for (const ref of [
      { book: lastYear, sheet: 'Z01', a1: 'C3' },
      { book: thisYear, sheet: 'Z02', a1: 'C3' },
      { book: suppliedBook, sheet: 's.json', a1: 'reasons.S01' },
      { book: thisYear, sheet: 'Z01', a1: 'A1' },
    ] as const)
      expect(cellIn(workbook, ref)).toBeUndefined();
  });
});
