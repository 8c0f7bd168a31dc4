import { paragraphText, type Kept, type Paragraph } from '../../src/narrative/document';
import { published, reworded } from '../../src/narrative/published';
import { paragraphs, written } from './written';

const { document } = written({
  now: { 'Z01.收入总计.决算数': '7303906', 'Z01.支出总计.决算数': '7303906' },
  before: { 'Z01.收入总计.决算数': '13899074' },
});
const own = paragraphs(document).find(({ id }) => id === 'S01.1')!;
const shapes = ({ inlines }: Paragraph): readonly string[] =>
  inlines.map((one) => `${one.kind}:${one.kind === 'blank' ? one.ask : one.text}`);
const kept = (edited: Record<string, string>, added: Record<string, readonly string[]> = {}): Kept => ({
  edited: new Map(Object.entries(edited)),
  added: new Map(Object.entries(added)),
});

describe('the published document', () => {
  test('is the draft word for word where no person has written', () => {
    expect(published(document)).toEqual({ ...document, stage: 'published', preface: [] });
  });

  test('prints a person’s words; the figures they still print keep their cells, other numbers have none', () => {
    const text = '全年收、支总计730.39万元，比上年少659.52万元，约47%，原因是机构改革。';
    const paragraph = reworded(own, text);
    expect(paragraphText(paragraph)).toBe(text);
    expect(shapes(paragraph)).toEqual([
      'words:全年收、支总计',
      'figure:730.39万元',
      'words:，比上年少',
      'figure:659.52万元',
      'words:，约47%，原因是机构改革。',
    ]);
    const first = own.inlines.find((inline) => inline.kind === 'figure');
    expect(paragraph.inlines[1]).toBe(first);
  });

  test.each([
    ['total 730.39万元', '总计1730.39万元。', []],
    ['a later one counts', '总计1730.39万元，其中730.39万元。', ['730.39万元']],
    ['a mark behind the unit is no part of the number', '总计730.39万元,比上年少659.52万元.', ['730.39万元', '659.52万元']],
    ['the text may begin and end with one', '730.39万元是总计，比上年少659.52万元', ['730.39万元', '659.52万元']],
    ['figures stand in their order', '比上年少659.52万元，总计730.39万元。', ['730.39万元']],
  ])('a longer number that ends like a figure is not that figure: %s', (_, text, figures) => {
    const paragraph = reworded(own, text);
    expect(paragraphText(paragraph)).toBe(text);
    expect(paragraph.inlines.flatMap((inline) => (inline.kind === 'figure' ? [inline.text] : []))).toEqual(figures);
  });

  test('a count is found only where no digit, mark or % goes on with it', () => {
    const counts = written({
      now: { 'F03.国内公务接待批次.统计数': '3', 'F03.公务接待费.统计数': '100', 'F03.三公经费支出合计.统计数': '100' },
    });
    const visits = paragraphs(counts.document).find(({ id }) => id === 'S07.2.3.1')!;
    const figures = (text: string): readonly string[] => shapes(reworded(visits, text)).filter((one) => one.startsWith('figure'));
    for (const text of ['接待30批', '接待3.5批', '接待3,000批', '增长3%', '接待13批']) expect(figures(text)).toEqual([]);
    expect(figures('接待3批')).toEqual(['figure:3']);
  });

  test('a blank that was left in stays a blank; one that was filled in by hand is asked no more', () => {
    expect(document.missing.map(({ key }) => key)).toContain('reasons.S01');
    const filled = published(document, kept({ 'S01.1': '总计730.39万元，主要变动原因是机构改革。' }));
    expect(filled.missing.map(({ key }) => key)).not.toContain('reasons.S01');
    const ask = document.missing.find(({ key }) => key === 'reasons.S01')!.ask;
    const left = published(document, kept({ 'S01.1': `总计下降。【待补充：${ask}】。` }));
    expect(left.missing).toContainEqual({ ask, key: 'reasons.S01', paragraph: 'S01.1' });
  });

  test('title, headings and added rows stand where the person put them', () => {
    const text = published(
      document,
      kept(
        { title: '某局决算说明', S01: '一、总体', 'S05.1': '（一）总体' },
        { '': ['在前面'], S02: ['标题之后'], 'S01.1': ['段后一', '段后二'] },
      ),
    );
    expect(text.title).toBe('某局决算说明');
    expect((text.preface ?? []).map(paragraphText)).toEqual(['在前面']);
    expect(text.sections[0]!.heading).toBe('一、总体');
    expect(text.sections[0]!.blocks.map((block) => (block.kind === 'paragraph' ? paragraphText(block) : block.id)).slice(1)).toEqual([
      '段后一',
      '段后二',
      'C01',
    ]);
    expect(paragraphText(text.sections[1]!.blocks[0] as Paragraph)).toBe('标题之后');
    expect(text.sections[4]!.blocks[0]).toMatchObject({ kind: 'heading', text: '（一）总体' });
  });
});
