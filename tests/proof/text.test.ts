import { wordParagraphs } from '../../src/adapters/word/proof-text';
import { readWord } from '../../src/ooxml/word/file';
import { docx, footnotes, paragraph, run } from '../ooxml/word/docx';
import { proofread } from '../../src/app/proof';
import { documentOf } from '../../src/proof/text/blocks';
import { decodeText } from '../../src/proof/text/decode';
import { textParagraphs } from '../../src/proof/text/lines';
import { markerOf } from '../../src/proof/text/marker';
import { placeIn, plainOf } from '../../src/proof/text/plain';
import { documentFrom } from './texts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('plain text', () => {
  test('widths, blanks and quotation marks do not matter, and every place leads back to the printed words', () => {
    const source = '“三公”经费 ３１９．７２ 万元(含税)，占 5%';
    const plain = plainOf(source);
    expect(plain.text).toBe('三公经费319.72万元（含税），占5%');
    const at = plain.text.indexOf('319.72万元');
    const { start, end } = placeIn(plain, at, at + '319.72万元'.length);
    expect(source.slice(start, end)).toBe('３１９．７２ 万元');
  });

  test('a comma between thousands belongs to the number, one between clauses does not', () => {
    expect(plainOf('收入1,234.50万元,占5%').text).toBe('收入1,234.50万元，占5%');
    expect(plainOf('增长1,028.85%').text).toBe('增长1,028.85%');
    expect(plainOf('42批次，760人次').text).toBe('42批次，760人次');
  });
});

describe('text files', () => {
  test('UTF-8 with and without mark, UTF-16 and GB18030 are read', () => {
    const words = '决算';
    expect(decodeText(new TextEncoder().encode(words), 'a.txt')).toBe(words);
    expect(decodeText(bytes(0xbe, 0xf6, 0xcb, 0xe3), 'a.txt')).toBe(words);
    expect(decodeText(bytes(0xff, 0xfe, 0xb3, 0x51, 0x97, 0x7b), 'a.txt')).toBe(words);
  });

  test.each([
    ['PDF', bytes(0x25, 0x50, 0x44, 0x46, 0x2d), /PDF/],
    ['.doc', bytes(0xd0, 0xcf, 0x11, 0xe0), /另存为/],
    ['an empty file', bytes(), /空/],
    ['something binary', bytes(0x80, 0x00, 0xff, 0x00), /编码/],
  ])('%s is refused with what to do', (_name, content, message) => {
    expect(() => decodeText(content, 'x.txt')).toThrow(message);
  });

  test('lines broken for the page are joined again; items and titles stay apart', () => {
    const lines = [
      '一、收入支出决算总体情况说明',
      '2024年度收、支总计均为730.39万元。与2023年度相比，收、',
      '支总计各减少659.52万元，下降47.45%。主要变动原因是项目支',
      '出减少。',
      '二、收入决算情况说明',
      '2024年度本年收入合计730.21万元，其中：一般公共预算财政拨',
      '款收入669.03万元，占91.62%；政府性基金预算财政拨款收入6',
      '1.15万元，占8.37%；其他收入0.03万元。',
    ];
    const filler = Array.from({ length: 24 }, (_, i) => `这是第${i}行的一段没有说完就折到下一行去的很长的文字内容`);
    const text = [...lines, ...filler].join('\n\n');
    const paragraphs = textParagraphs(text).map((one) => one.text);
    expect(paragraphs.slice(0, 4)).toEqual([lines[0], lines.slice(1, 4).join(''), lines[4], lines.slice(5).join('')]);
  });

  test('a text with one line per paragraph keeps its lines', () => {
    const text = '　　一、收入决算情况说明\n　　本年收入合计1万元\n　　二、支出决算情况说明';
    expect(textParagraphs(text)).toHaveLength(3);
  });

  test('lines with tabs are rows of a table', () => {
    expect(textParagraphs('部门名称\t某局\n')[0]!.row).toEqual(['部门名称', '某局']);
  });
});

describe('titles and numbers', () => {
  test.each([
    ['第三部分 名词解释', 0, 3],
    ['十二、其他', 1, 12],
    ['（四）预算绩效', 2, 4],
    ['3.公务接待费', 3, 3],
    ['1、办公室', 3, 1],
    ['⑺其他', 4, 7],
    ['（18）单位', 4, 18],
  ])('%s', (text, level, number) => {
    expect(markerOf(plainOf(text).text)).toMatchObject({ level, number });
  });

  test('a figure at the beginning of a line is no number of a list', () => {
    expect(markerOf('1.5万元')).toBeUndefined();
    expect(markerOf('2024年度')).toBeUndefined();
  });

  test('a title is told from a sentence, and a title in front of sentences from these', () => {
    const { blocks } = documentFrom('二、部门资金收支情况\n（一）收入情况。全年收入1万元，其中财政拨款1万元。\n1.公务接待费支出3万元。');
    expect(blocks.map(({ kind, title }) => [kind, title])).toEqual([
      ['heading', '部门资金收支情况'],
      ['paragraph', '收入情况'],
      ['paragraph', undefined],
    ]);
  });

  test('the 目录 in front is no part of the text', () => {
    const titles = ['第一部分 概况', '一、主要职责', '二、机构设置', '第二部分 说明'];
    const { blocks } = documentOf('a', textParagraphs([...titles, ...titles.flatMap((title) => [title, '　　文字。'])].join('\n')));
    expect(blocks.slice(0, 4).map(({ kind }) => kind)).toEqual(['contents', 'contents', 'contents', 'contents']);
    expect(blocks[4]!.kind).toBe('heading');
  });
});

describe('Word documents', () => {
  test('a text box and a footnote belong to the section in which they stand, not to the last one', async () => {
    const box = `<w:r><w:drawing><wps:txbx><w:txbxContent>${paragraph(run('其他收入60.00万元，占5.00%。'))}</w:txbxContent></wps:txbx></w:drawing></w:r>`;
    const body = [
      run('二、收入决算情况说明'),
      `${run('2022年度本年收入合计1200.00万元。')}<w:r><w:footnoteReference w:id="2"/></w:r>${box}`,
      run('七、“三公”经费支出决算情况说明'),
      run('2022年度“三公”经费支出决算为12.00万元。'),
    ];
    const notes = footnotes('分隔', '其中：其他收入60.00万元，占5.00%。');
    const file = readWord(docx(body.map((words) => paragraph(words)).join(''), { 'word/footnotes.xml': notes }));
    const paragraphs = wordParagraphs(file);
    expect(paragraphs.map(({ text }) => text.slice(0, 4))).toEqual(['二、收入', '2022', '其中：其', '其他收入', '七、“三', '2022']);
    const { figures } = await proofread(documentOf('说明.docx', paragraphs));
    expect(figures.filter(({ figure }) => figure.text === '5.00%').map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
  });
});
