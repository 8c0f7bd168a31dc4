import type { Traced } from '../../src/facts/traced';
import type { CellRef } from '../../src/kernel/workbook';
import { placed } from '../../src/narrative/placed';
import type { ReportDocument } from '../../src/narrative/document';
import { paragraphs, written } from './written';

const { document } = written({
  now: { 'Z01.收入总计.决算数': '300000', 'Z01.支出总计.决算数': '300000' },
  supplement: { priorYear: { 收支总计: '200000' }, reasons: { S01: '项目增加' } },
});
const here = (a1: string): CellRef => ({ book: { role: '补充', unit: '', year: undefined }, sheet: '补充信息', a1 });
const moved = placed(
  document,
  new Map([
    ['priorYear.收支总计', here('C9')],
    ['reasons.S01', here('C12')],
  ]),
);

/** Cells a figure comes from, by sheet and address. */
const cellsOf = (n: Traced): readonly string[] => (n.kind === 'fact' ? [`${n.at.sheet} ${n.at.a1}`] : n.from.flatMap(cellsOf));

describe('what a person supplied points to where it stands now, what the forms print stays', () => {
  test('in sentences', () => {
    const cells = (text: ReportDocument): readonly string[] => {
      const found = paragraphs(text)
        .filter(({ id }) => id.startsWith('S01'))
        .flatMap(({ inlines }) => inlines)
        .flatMap((inline) =>
          inline.kind === 'figure' ? cellsOf(inline.of) : inline.kind === 'supplied' ? [`${inline.at.sheet} ${inline.at.a1}`] : [],
        );
      return [...new Set(found)].sort();
    };
    expect(cells(document)).toEqual(['Z01 A1', 'supplement.json priorYear.收支总计', 'supplement.json reasons.S01']);
    expect(cells(moved)).toEqual(['Z01 A1', '补充信息 C12', '补充信息 C9']);
  });

  test('in charts', () => {
    const cells = ({ charts }: ReportDocument): readonly string[] =>
      charts.find(({ id }) => id === 'C01')!.series.flatMap(({ values }) => values.flatMap(cellsOf));
    expect(cells(document)).toEqual(['supplement.json priorYear.收支总计', 'Z01 A1']);
    expect(cells(moved)).toEqual(['补充信息 C9', 'Z01 A1']);
  });
});
