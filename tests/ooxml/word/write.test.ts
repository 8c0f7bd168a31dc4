import { withoutComments } from '../../../src/ooxml/word/comments';
import type { WordEdit } from '../../../src/ooxml/word/edits';
import { readWord } from '../../../src/ooxml/word/file';
import { editWord } from '../../../src/ooxml/word/write';
import { by, comments, docx, footnotes, paragraph, parts, read, run, style, texts } from './docx';
import { settled } from './revisions';

const main = 'word/document.xml';
const edit = (bytes: Uint8Array, ...edits: readonly WordEdit[]): Uint8Array => editWord(readWord(bytes), edits, by);
const document = (bytes: Uint8Array): string => parts(bytes)[main]!;
/** Words between the marks of comment `id`. */
function commented(bytes: Uint8Array, id: number): string {
  const xml = document(bytes);
  const from = xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
  const to = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
  expect([from, to].every((at) => at > 0)).toBe(true);
  expect(xml.slice(to)).toContain(`<w:commentReference w:id="${id}"/>`);
  return [...xml.slice(from, to).matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, text]) => text).join('');
}

describe('a comment', () => {
  const three = docx(paragraph(run('本年收入', '<w:b/>') + run('1,089.83万元，比上年') + run('增长', '<w:i/>') + run('5.25%。')));

  test('stands at its words, also inside runs and over several of them, and no word changes', () => {
    const saved = edit(
      three,
      { kind: 'comment', paragraph: 0, start: 4, end: 12, text: '应为 1,089.84\n见 Z01 E33' },
      { kind: 'comment', paragraph: 0, start: 18, end: 25, text: '增减方向' },
    );
    expect([commented(saved, 0), commented(saved, 1)]).toEqual(['1,089.83', '增长5.25%']);
    expect(read(saved)).toEqual(read(three));
    expect(readWord(saved).document.comments).toEqual([
      { id: '0', author: '决算说明助手', text: '应为 1,089.84\n见 Z01 E33' },
      { id: '1', author: '决算说明助手', text: '增减方向' },
    ]);
  });

  test('changes only the document, the comments, their relationship and type; every other part is the same, byte for byte', () => {
    const media = { 'word/media/图1.png': '\u0001PNG', 'word/theme/theme1.xml': '<a/>', 'docProps/core.xml': '<c/>' };
    const before = docx(paragraph(run('收入')), media);
    const after = parts(edit(before, { kind: 'comment', paragraph: 0, start: 0, end: 2, text: 'x' }));
    const old = parts(before);
    expect(
      Object.keys(after)
        .filter((name) => after[name] !== old[name])
        .sort(),
    ).toEqual(['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/comments.xml', main]);
    expect(after['[Content_Types].xml']).toContain('PartName="/word/comments.xml"');
  });

  test("joins other people's comments under a number of its own", () => {
    const before = docx(paragraph(run('收入')), { 'word/comments.xml': comments({ id: 7, author: '李四', text: '核对' }) });
    const saved = edit(before, { kind: 'comment', paragraph: 0, start: 0, end: 1, text: '新' });
    expect(readWord(saved).document.comments.map(({ id, text }) => [id, text])).toEqual([
      ['7', '核对'],
      ['8', '新'],
    ]);
    expect(commented(saved, 8)).toBe('收');
  });

  test('comes off again whole; the words of others stay, and so does the file that has none of ours', () => {
    const theirs = docx(paragraph(run('收入支出')), { 'word/comments.xml': comments({ id: 7, author: '李四', text: '核对' }) });
    for (const before of [theirs, three]) {
      const saved = edit(
        before,
        { kind: 'comment', paragraph: 0, start: 1, end: 3, text: '一' },
        { kind: 'comment', paragraph: 0, start: 2, end: 4, text: '二' },
      );
      const off = withoutComments(saved, (author) => author === by.author);
      const { 'word/document.xml': xml, ...rest } = parts(off);
      const { 'word/document.xml': _, ...old } = parts(before);
      expect(rest).toEqual(old);
      expect(xml).not.toMatch(/comment/);
      expect(read(off)).toEqual(read(before));
    }
    expect(withoutComments(theirs, (author) => author === by.author)).toBe(theirs);
  });

  test('in a text box or a footnote, where Word allows none, stands at the box or the mark and says for which words', () => {
    const holder = `<w:r><w:drawing><wps:txbx><w:txbxContent>${paragraph(run('框内 12 万元'))}</w:txbxContent></wps:txbx></w:drawing></w:r>`;
    const before = docx(paragraph(run('甲') + holder + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run('乙')), {
      'word/footnotes.xml': footnotes('脚注 3 人'),
    });
    const saved = edit(
      before,
      { kind: 'comment', paragraph: 1, start: 3, end: 5, text: '应为 13' },
      { kind: 'comment', paragraph: 2, start: 3, end: 4, text: '应为 4' },
    );
    expect(readWord(saved).document.comments.map(({ text }) => text)).toEqual(['（文本框“12”）应为 13', '（脚注“3”）应为 4']);
    expect(document(saved)).toContain(`<w:commentRangeStart w:id="0"/>${holder}<w:commentRangeEnd w:id="0"/>`);
    expect(parts(saved)['word/footnotes.xml']).toBe(parts(before)['word/footnotes.xml']);
  });

  test('on an empty span lies over the character before it; on a paragraph without text it stands in it', () => {
    const saved = edit(
      docx(paragraph(run('收入')) + '<w:p/>'),
      { kind: 'comment', paragraph: 0, start: 2, end: 2, text: '缺句号' },
      { kind: 'comment', paragraph: 1, start: 0, end: 0, text: '空段' },
    );
    expect(commented(saved, 0)).toBe('入');
    expect(document(saved)).toMatch(/<w:p><w:commentRangeStart w:id="1"\/><w:commentRangeEnd w:id="1"\/><w:r>.*<\/w:r><\/w:p><w:sectPr\/>/);
  });

  test('what XML cannot hold is left out of it, and what looks like XML is text', () => {
    const saved = edit(three, { kind: 'comment', paragraph: 0, start: 0, end: 1, text: '<b>&\uffff\u0007' });
    expect(readWord(saved).document.comments[0]!.text).toBe('<b>&');
  });
});

describe('a tracked change', () => {
  test('of words keeps the look of the first of them; the rest of the run keeps its own', () => {
    const before = docx(paragraph(run('比上年增长5.25%，', '<w:b/>') + run('主要原因是', '<w:i/>')));
    const saved = edit(before, { kind: 'replace', paragraph: 0, start: 5, end: 11, text: '5%。\t第二' });
    expect(texts(saved, 'accept')).toEqual(['比上年增长5%。\t第二主要原因是']);
    expect(texts(saved, 'reject')).toEqual(['比上年增长5.25%，主要原因是']);
    expect(document(saved)).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">5%。</w:t><w:tab/>');
  });

  test('signs with author and date, under numbers that nothing else in the file has', () => {
    const before = docx(paragraph(`<w:ins w:id="41" w:author="张三">${run('甲乙丙')}</w:ins><w:bookmarkStart w:id="77"/>`));
    const xml = document(edit(before, { kind: 'replace', paragraph: 0, start: 1, end: 2, text: '丁' }));
    expect(
      [...xml.matchAll(/<w:(?:del|ins) w:id="(\d+)" w:author="决算说明助手" w:date="2025-08-12T09:30:00Z">/g)].map(([, id]) => id).sort(),
    ).toEqual(['78', '79']);
  });

  test("inside somebody else's insertion ends theirs and begins it again: accepting gives the new words, rejecting theirs takes nothing of ours for old", () => {
    const before = docx(paragraph(`${run('前')}<w:ins w:id="1" w:author="张三">${run('甲乙丙')}</w:ins>${run('后')}`));
    const saved = edit(before, { kind: 'replace', paragraph: 0, start: 2, end: 3, text: '丁' });
    expect(texts(saved, 'accept')).toEqual(['前甲丁丙后']);
    expect(texts(saved, 'reject')).toEqual(texts(before, 'reject'));
    expect(document(saved)).not.toMatch(/<w:ins w:id="\d+" w:author="张三"><w:ins/);
  });

  test('may carry a comment over the same words', () => {
    const saved = edit(
      docx(paragraph(run('收入100万元'))),
      { kind: 'replace', paragraph: 0, start: 2, end: 5, text: '200' },
      { kind: 'comment', paragraph: 0, start: 2, end: 5, text: '来源 Z01 E33' },
    );
    expect(texts(saved, 'accept')).toEqual(['收入200万元']);
    expect(commented(saved, 0)).toBe('200');
  });

  test('of a whole paragraph leaves no empty one behind; the last of a cell or page keeps its mark', () => {
    const before = docx(
      paragraph(run('一'), style('1')) +
        paragraph(run('二') + '<w:hyperlink>' + run('三') + '</w:hyperlink>', style('2')) +
        paragraph(run('四')) +
        `<w:tbl><w:tr><w:tc>${paragraph(run('格'))}</w:tc></w:tr></w:tbl>` +
        paragraph(run('末')),
    );
    const saved = edit(
      before,
      { kind: 'remove', paragraph: 1 },
      { kind: 'remove', paragraph: 2 },
      { kind: 'remove', paragraph: 3 },
      { kind: 'remove', paragraph: 4 },
    );
    expect(settled(document(saved), 'accept')).toEqual([
      { text: '一', style: '1' },
      { text: '', style: '' },
      { text: '', style: '' },
    ]);
    expect(settled(document(saved), 'reject')).toEqual(settled(document(before), 'reject'));
    expect(read(saved)).toEqual(['一', '', '']);
  });

  test('brings in paragraphs in the look asked for, also at the end of a cell; rejected, every paragraph has its own look again', () => {
    const before = docx(
      paragraph(run('一', '<w:b/>'), `${style('1')}<w:rPr><w:b/></w:rPr>`) +
        paragraph(run('正文'), style('a')) +
        `<w:tbl><w:tr><w:tc>${paragraph(run('格'), style('2'))}</w:tc></w:tr></w:tbl>` +
        paragraph(run('末'), style('2')),
    );
    const saved = edit(
      before,
      { kind: 'insert', after: 1, text: '（二）新标题', like: 0 },
      { kind: 'insert', after: 1, text: '新正文' },
      { kind: 'insert', after: 2, text: '新格' },
      { kind: 'insert', after: 3, text: '新末一' },
      { kind: 'insert', after: 3, text: '新末二' },
    );
    expect(texts(saved, 'accept')).toEqual(['一', '正文', '（二）新标题', '新正文', '格', '新格', '末', '新末一', '新末二']);
    expect(
      settled(document(saved), 'accept')
        .map(({ style: name }) => name)
        .slice(3),
    ).toEqual(['a', '2', '2', '2', '2', '2']);
    expect(settled(document(saved), 'reject')).toEqual(settled(document(before), 'reject'));
    expect(document(saved)).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">（二）新标题');
  });

  test('fills an empty paragraph', () => {
    for (const empty of ['<w:p/>', '<w:p></w:p>', paragraph('', '<w:rPr><w:b/></w:rPr>')]) {
      const saved = edit(docx(empty + paragraph(run('末'))), { kind: 'replace', paragraph: 0, start: 0, end: 0, text: '新' });
      expect([texts(saved, 'accept'), texts(saved, 'reject')]).toEqual([
        ['新', '末'],
        ['', '末'],
      ]);
    }
  });

  test('of a formula is refused, as are changes that overlap and places that are not there', () => {
    const before = docx(paragraph(`${run('按')}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>${run('计')}`));
    expect(read(before)).toEqual(['按x+1计']);
    expect(() => edit(before, { kind: 'replace', paragraph: 0, start: 0, end: 2, text: '' })).toThrow(/formula/);
    expect(commented(edit(before, { kind: 'comment', paragraph: 0, start: 2, end: 3, text: '?' }), 0)).toBe('');
    const two: WordEdit[] = [1, 2].map((end) => ({ kind: 'replace', paragraph: 0, start: 0, end, text: 'x' }));
    expect(() => edit(docx(paragraph(run('甲乙'))), ...two)).toThrow(/overlap/);
    expect(() => edit(before, { kind: 'remove', paragraph: 5 })).toThrow(/no paragraph 5/);
  });
});

describe('the look of new words', () => {
  const xmlOf = (bytes: Uint8Array): string => parts(bytes)['word/document.xml']!;

  test('a filled blank loses its highlight, anything else keeps the look of the old words', () => {
    const body = paragraph(run('【待补充：原因】', '<w:b/><w:highlight w:val="yellow"/>'));
    const [plain, as] = [true, undefined].map((flag) =>
      xmlOf(
        edit(docx(body), { kind: 'replace', paragraph: 0, start: 0, end: 8, text: '压减支出', ...(flag ? { plain: true as const } : {}) }),
      ),
    );
    const added = (xml: string): string => /<w:ins [^>]*>.*?<\/w:ins>/.exec(xml)![0];
    expect(added(plain!)).toContain('<w:b/>');
    expect(added(plain!)).not.toContain('highlight');
    expect(added(as!)).toContain('highlight');
  });

  test('text in an empty cell takes the look of the cell beside it', () => {
    const cell = (inner: string): string => `<w:tc>${inner}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell(paragraph(run('12.00', '<w:sz w:val="18"/>')))}${cell(paragraph(''))}</w:tr></w:tbl>`;
    const xml = xmlOf(edit(docx(table), { kind: 'replace', paragraph: 1, start: 0, end: 0, text: '3.00' }));
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:rPr><w:sz w:val="18"\/><\/w:rPr><w:t xml:space="preserve">3\.00/);
  });

  test('a row comes in the look of another and a row goes; rejecting undoes both', () => {
    const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr>${paragraph(run(text, '<w:sz w:val="18"/>'))}</w:tc>`;
    const row = (...cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const before = docx(`<w:tbl>${row('201', '5')}${row('208', '7')}</w:tbl>${paragraph(run('完'))}`);
    const saved = edit(before, { kind: 'insertRow', after: 1, like: 0, texts: ['205', '6'] }, { kind: 'removeRow', paragraphs: [2, 3] });
    expect(texts(saved, 'accept')).toEqual(['201', '5', '205', '6', '完']);
    expect(texts(saved, 'reject')).toEqual(['201', '5', '208', '7', '完']);
    expect(read(saved)).toEqual(['201', '5', '205', '6', '完']);
    expect(xmlOf(saved)).toMatch(/<w:tr><w:trPr><w:ins [^>]*\/><\/w:trPr><w:tc><w:tcPr><w:tcW w:w="9"\/><\/w:tcPr>/);
  });
});
