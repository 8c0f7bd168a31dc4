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

  test('a longer number that ends like a figure is not that figure', () => {
    expect(shapes(reworded(own, '总计1730.39万元。'))).toEqual(['words:总计1730.39万元。']);
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
