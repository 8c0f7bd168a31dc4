import { lastYear, suppliedBook, thisYear } from '../kit/books';
import { paragraphText, type Inline, type Paragraph, type ReportDocument } from '../../src/narrative/document';
import { cellsOf } from '../../src/facts/traced';
import { isSelected, sourcesOf, usesOf } from '../../taskpane/session/uses';
import { paragraphsOf } from '../../src/app/stale';
import { farCellText } from '../../taskpane/ui/words';
import { cleanYears } from '../kit/index';
import { Desk } from './desk';
import './soon';

jest.setTimeout(60_000);

async function document(): Promise<{ document: ReportDocument; desk: Desk }> {
  const { now, before } = cleanYears();
  const desk = new Desk(now);
  await desk.open();
  await desk.session.usePrior(() => Promise.resolve(before));
  await desk.session.enter([['reasons.S01', '项目支出减少']]);
  return { document: desk.session.state().draft!, desk };
}
const pieces = (text: ReportDocument): readonly { paragraph: Paragraph; inline: Inline }[] =>
  paragraphsOf(text).flatMap(({ paragraph }) => paragraph.inlines.map((inline) => ({ paragraph, inline })));

describe('from a cell to the sentences that use it', () => {
  test('every figure and every stating word is found again from each of its cells, with its own sentence', async () => {
    const { document: text } = await document();
    const stating = pieces(text).filter(({ inline }) => inline.kind === 'words' && (inline.rests ?? []).length > 0);
    expect(stating.length).toBeGreaterThan(0);
    const figures = pieces(text).filter(({ inline }) => inline.kind === 'figure');
    for (const { paragraph, inline } of [...stating, ...figures.slice(0, 40)]) {
      for (const cell of sourcesOf(inline).filter(({ book }) => book.role === '本年')) {
        const found = usesOf(text, cell).find((use) => use.paragraph.id === paragraph.id)!;
        expect(paragraphText(paragraph)).toContain(found.sentence);
        expect(found.sentence).not.toBe('');
      }
    }
  });

  test('a supplied reason is found from its cell on 补充信息, and only from there', async () => {
    const { document: text } = await document();
    const { paragraph, inline } = pieces(text).find((piece) => piece.inline.kind === 'supplied' && piece.inline.text === '项目支出减少')!;
    const [cell] = sourcesOf(inline);
    expect(cell).toMatchObject({ book: suppliedBook, sheet: '补充信息' });
    expect(usesOf(text, cell).map((use) => use.paragraph.id)).toContain(paragraph.id);
    expect(isSelected(cell!, { sheet: 'Z01', a1: cell!.a1 })).toBe(false);
  });

  test('a range finds what any of its cells finds; nothing is selected finds nothing', async () => {
    const { document: text } = await document();
    const cell = { book: thisYear, sheet: 'Z01', a1: 'E12' } as const;
    expect(isSelected(cell, { sheet: 'Z01', a1: 'D10:F14' })).toBe(true);
    expect(isSelected(cell, { sheet: 'Z01', a1: '$E$12' })).toBe(true);
    expect(isSelected(cell, { sheet: 'Z01', a1: 'D13:F14' })).toBe(false);
    expect(isSelected({ ...cell, book: lastYear }, { sheet: 'Z01', a1: 'E12' })).toBe(false);
    expect(usesOf(text, undefined)).toEqual([]);
  });

  test('a cell of last year is named by file, sheet and cell', async () => {
    const { document: text, desk } = await document();
    const { report, years } = desk.session.state().checked!;
    const far = pieces(text)
      .flatMap(({ inline }) => (inline.kind === 'figure' ? cellsOf(inline.of) : []))
      .find(({ book }) => book.role === '上年')!;
    expect(farCellText(far, report.tables, years.before!.file)).toMatch(
      new RegExp(`^上年 财决.*表 ${far.a1}（${years.before!.file}，工作表“.*”，单元格 ${far.a1}）$`),
    );
  });
});
