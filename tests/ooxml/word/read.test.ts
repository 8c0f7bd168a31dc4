import { readWord } from '../../../src/ooxml/word/file';
import type { WordDocument, WordTable } from '../../../src/ooxml/word/model';
import { numberWords } from '../../../src/ooxml/word/number-words';
import { comments, docx, footnotes, paragraph, run, style } from './docx';

const read = (body: string, other?: Record<string, string>): WordDocument => readWord(docx(body, other)).document;
const texts = (body: string, other?: Record<string, string>): readonly string[] => read(body, other).paragraphs.map(({ text }) => text);
const numbered = (id: number, level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

describe('text', () => {
  test('of a paragraph is that of its runs; tabs, line breaks and entities are what a reader sees', () => {
    expect(
      texts(paragraph(`${run('2024年度')}<w:r><w:tab/><w:t>收、支 &lt;总计&gt;</w:t><w:br/><w:t>1&#48;</w:t><w:br w:type="page"/></w:r>`)),
    ).toEqual(['2024年度\t收、支 <总计>\n10']);
  });

  test('white space at the ends of a text counts only where the file says so', () => {
    expect(texts(paragraph('<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b </w:t></w:r>'))).toEqual(['a b ']);
  });

  test('links, content controls and smart tags are looked through; what a field prints counts, its code does not', () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const body = paragraph(
      `<w:hyperlink w:anchor="x">${run('甲')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>${run('乙')}</w:sdtContent></w:sdt>${field('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>${field('separate')}${run('12')}${field('end')}<w:fldSimple w:instr="x">${run('丙')}</w:fldSimple>`,
    );
    expect(texts(body)).toEqual(['甲乙12丙']);
  });

  test('a field that goes over several paragraphs hides its code only', () => {
    const body =
      paragraph('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>' + run('码')) +
      paragraph('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run('一、概况')) +
      paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run('正文'));
    expect(texts(body)).toEqual(['', '一、概况', '正文']);
  });

  test('inserted text counts, deleted, moved away and hidden text does not; a deleted paragraph is none', () => {
    const change = 'w:id="1" w:author="张三"';
    const body =
      paragraph(
        `${run('比上年')}<w:del ${change}><w:r><w:delText>增加</w:delText></w:r></w:del><w:ins ${change}>${run('减少')}</w:ins><w:moveFrom ${change}>${run('移走')}</w:moveFrom>${run('藏', '<w:vanish/>')}${run('。', '<w:vanish w:val="0"/>')}`,
      ) + paragraph(`<w:del ${change}><w:r><w:delText>整段删去</w:delText></w:r></w:del>`, `<w:rPr><w:del ${change}/></w:rPr>`);
    const { paragraphs } = read(body);
    expect(paragraphs.map(({ text, tracked }) => [text, tracked])).toEqual([['比上年减少。', true]]);
  });

  test('every character knows its run', () => {
    const { paragraphs } = read(paragraph(run('收入') + run('100', '<w:b/>') + run('万元')));
    const { document } = readWord(docx(paragraph(run('收入') + run('100', '<w:b/>') + run('万元'))));
    expect(document.paragraphs[0]!.pieces.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 5],
      [5, 7],
    ]);
    expect(new Set(paragraphs[0]!.pieces.map((piece) => piece.run)).size).toBe(3);
  });
});

describe('structure', () => {
  test('headings are known by style, by the style it is based on, and by outline level of their own', () => {
    const body = [
      paragraph(run('一、概况'), style('1')),
      paragraph(run('（一）职能'), style('22')),
      paragraph(run('正文'), style('loop')),
      paragraph(run('三级'), '<w:outlineLvl w:val="2"/>'),
      paragraph(run('不是标题'), `${style('1')}<w:outlineLvl w:val="9"/>`),
    ].join('');
    expect(read(body).paragraphs.map(({ level, style: name }) => [level, name])).toEqual([
      [1, 'heading 1'],
      [2, '二级加粗'],
      [undefined, '圈'],
      [3, 'Normal'],
      [undefined, 'heading 1'],
    ]);
  });

  test('list items carry the number that Word prints, over several levels and lists', () => {
    const body = [
      paragraph(run('甲'), numbered(1, 0)),
      paragraph(run('甲一'), numbered(1, 1)),
      paragraph(run('甲二'), numbered(1, 1)),
      paragraph(run('乙'), numbered(1, 0)),
      paragraph(run('乙一'), numbered(1, 1)),
      paragraph(run('乙一1'), numbered(1, 2)),
      paragraph(run('另起'), numbered(2, 0)),
      paragraph(run('点'), numbered(3, 0)),
      paragraph(run('按样式'), style('L')),
      paragraph(run('无'), `${style('L')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
      paragraph(run('没有的列表'), numbered(99, 0)),
    ].join('');
    expect(read(body).paragraphs.map(({ label }) => label)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '二、',
      '（一）',
      '2.1.1',
      '五、',
      '•',
      '1.',
      undefined,
      undefined,
    ]);
  });

  test.each([
    [10, 'chineseCounting', '十'],
    [11, 'chineseCountingThousand', '十一'],
    [20, 'chineseCountingThousand', '二十'],
    [105, 'chineseCountingThousand', '一百零五'],
    [1010, 'chineseCountingThousand', '一千零一十'],
    [15, 'chineseLegalSimplified', '壹拾伍'],
    [3, 'ideographTraditional', '丙'],
    [14, 'upperRoman', 'XIV'],
    [28, 'lowerLetter', 'bb'],
    [3, 'decimalEnclosedCircle', '③'],
    [7, 'something new', '7'],
  ])('%d in %s is %s', (n, format, words) => expect(numberWords(n, format)).toBe(words));

  test('a table gives cells with their place in the grid; spans count, cells that go on above are left out', () => {
    const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('项目', '<w:vMerge w:val="restart"/>')}${cell('2024年', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('预算')}${cell('决算')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('1')}${cell('2')}</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('删')}</w:tr></w:tbl>${paragraph(run('后'))}`;
    const { blocks, paragraphs } = read(body);
    expect((blocks[0] as WordTable).rows.map((row) => row.map(({ text, column, columns, rows }) => [text, column, columns, rows]))).toEqual(
      [
        [
          ['项目', 0, 1, 2],
          ['2024年', 1, 2, 1],
        ],
        [
          ['预算', 1, 1, 1],
          ['决算', 2, 1, 1],
        ],
        [
          ['1', 1, 1, 1],
          ['2', 2, 1, 1],
        ],
      ],
    );
    expect(paragraphs.map(({ place, index }) => [place, index])).toEqual([
      ...Array.from({ length: 7 }, (_, i) => ['cell', i]),
      ['body', 7],
    ]);
  });

  test('text boxes stand behind the paragraph that holds them, once, not again in their old form', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const holder = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框内')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框内')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { paragraphs, blocks } = read(paragraph(`${run('前')}${holder}${run('后')}`));
    expect(paragraphs.map(({ text, place, host }) => [text, place, host?.paragraph])).toEqual([
      ['前后', 'body', undefined],
      ['框内', 'box', 0],
    ]);
    expect(blocks).toHaveLength(1);
  });

  test('footnotes come at the end and know where their mark stands; separators are not among them', () => {
    const { paragraphs } = read(paragraph(`${run('增长')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('5%')}`), {
      'word/footnotes.xml': footnotes('分隔', '按同口径计算'),
    });
    expect(paragraphs.map(({ text, place, host }) => [text, place, host?.paragraph])).toEqual([
      ['增长5%', 'body', undefined],
      ['按同口径计算', 'footnote', 0],
    ]);
    expect(paragraphs[0]!.notes.map(({ kind, at }) => [kind, at])).toEqual([['footnote', 2]]);
  });

  test('comments that are there are listed', () => {
    expect(read(paragraph(run('a')), { 'word/comments.xml': comments({ id: 4, author: '李四', text: '核对' }) }).comments).toEqual([
      { id: '4', author: '李四', text: '核对' },
    ]);
  });

  test('a document of another prefix reads the same', () => {
    const bytes = docx(paragraph(run('一、概况'), style('1')));
    const xml = readWord(bytes).trees.get('word/document.xml')!.xml.replace(/\bw:/g, 'ns0:').replace('xmlns:w=', 'xmlns:ns0=');
    const [first] = readWord(docx('', { 'word/document.xml': xml })).document.paragraphs;
    expect([first!.text, first!.level]).toEqual(['一、概况', 1]);
  });
});

describe('damage', () => {
  test.each([
    ['cut off', '<w:document xmlns:w="x"><w:body><w:p>'],
    ['crossed', '<w:document xmlns:w="x"><w:body><w:p></w:body></w:p></w:document>'],
    ['nothing', ''],
    [
      'deeper than any document',
      `<w:document xmlns:w="x"><w:body>${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}</w:body></w:document>`,
    ],
  ])('%s is said with the name of the part', (_, xml) => {
    expect(() => readWord(docx('', { 'word/document.xml': xml }))).toThrow(/malformedXml word\/document\.xml/);
  });
  test('a package without a Word document is none', () => {
    expect(() => readWord(docx('', { '_rels/.rels': '<Relationships/>' }))).toThrow(/missingPart word\/document\.xml/);
    expect(() => readWord(docx('', { 'word/document.xml': '<workbook/>' }))).toThrow(/missingPart word\/document\.xml/);
  });
});
