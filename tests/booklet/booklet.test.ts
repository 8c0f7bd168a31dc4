import { bookletDocx } from '../../src/adapters/docx/booklet';
import { wordBlocks } from '../../src/adapters/docx/read-blocks';
import { product } from '../../src/product/index';
import { wholeDocument } from '../../src/app/whole';
import type { Booklet } from '../../src/booklet/booklet';
import { checkOverview } from '../../src/booklet/overview-check';
import { textOf } from '../../src/narrative/document';
import { textBlocks } from '../../src/performance/write/form';
import { takeOver } from '../../src/booklet/takeover';
import { checkSelfEvaluation } from '../../src/performance/check';
import { blocksOfText } from '../../src/performance/text/blocks';
import { parseSupplement } from '../../src/supplements/parse';
import { buildYears, units } from '../kit/index';
import { partsOf } from '../adapters/file/bytes';
import { supplement } from '../performance/draft';

const bookOf = async (
  given: unknown,
  options: Parameters<typeof wholeDocument>[1] = {},
  profile = product.profiles[0],
): Promise<Booklet> => {
  const { now, before } = buildYears(units.onlyGeneral);
  const dossier = await product.open({
    workbook: now,
    prior: before,
    supplement: parseSupplement(given, 'a.json'),
    profile,
  });
  return wholeDocument(dossier, options);
};

const paragraphs = (bytes: Uint8Array): readonly string[] =>
  wordBlocks(bytes).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const headings = ({ parts }: Booklet): readonly string[] => parts.map(({ heading }) => heading.replace(/\d{4}/, 'Y'));

describe('生成整本', () => {
  let whole: Booklet;
  let parts: Record<string, string>;
  let bytes: Uint8Array;
  beforeAll(async () => {
    whole = await bookOf(supplement);
    bytes = await bookletDocx(whole);
    parts = partsOf(bytes);
  });
  const body = (): string => parts['word/document.xml']!;

  test('five parts in their order; one that is left out closes the numbers', async () => {
    expect(headings(whole)).toEqual([
      '第一部分 单位概况',
      '第二部分 Y年度单位决算情况说明',
      '第三部分 名词解释',
      '第四部分 附件',
      '第五部分 附表',
    ]);
    expect(headings(await bookOf(supplement, { leaveOut: ['绩效自评'] })).at(-1)).toBe('第四部分 附表');
  });

  test('a profile whose text has parts of its own keeps them, numbered through', async () => {
    const yunnan = product.profiles.find(({ id }) => id === 'yunnan-2024');
    const book = await bookOf({ ...supplement, documentKind: '部门' }, {}, yunnan);
    expect(headings(book)).toEqual([
      '第一部分 部门概况',
      '第二部分 Y年度部门决算情况说明',
      '第三部分 其他重要事项及相关口径情况说明',
      '第四部分 名词解释',
      '第五部分 附件',
      '第六部分 附表',
    ]);
    const texts = paragraphs(await bookletDocx(book));
    const place = (text: string): number => texts.lastIndexOf(text);
    expect(place('第三部分 其他重要事项及相关口径情况说明')).toBeGreaterThan(place('四、财政拨款“三公”经费支出决算情况说明'));
    expect(place('第三部分 其他重要事项及相关口径情况说明')).toBeLessThan(place('一、机关运行经费支出情况'));
  });

  test('a contents field over the headings, which Word is asked to fill', () => {
    expect(body()).toMatch(/TOC [^<]*\\o "1-3"|TOC [^<]*\\o &quot;1-3&quot;/);
    expect(parts['word/settings.xml']).toContain('w:updateFields');
    const texts = paragraphs(bytes);
    for (const heading of whole.parts.map((part) => part.heading)) expect(texts).toContain(heading);
  });

  test('the tables of the forms repeat their heads, and no heading stays behind alone', () => {
    const tables = body().match(/<w:tbl>.*?<\/w:tbl>/gs)!;
    const forms = whole.parts.flatMap(({ content }) => (content.kind === 'forms' ? content.forms.flatMap((form) => form.parts) : []));
    expect(tables.filter((table) => table.includes('<w:tblHeader')).length).toBeGreaterThanOrEqual(forms.length);
    for (const id of ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'AnnexTitle'])
      expect(new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(parts['word/styles.xml']!)![0]).toContain('<w:keepNext/>');
  });

  test('the self-evaluation, read back from the Word file, is as clean as it was written', () => {
    expect(whole.findings).toEqual([]);
    expect(checkSelfEvaluation(wordBlocks(bytes)).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('what is not supplied is a visible blank', async () => {
    const empty = await bookOf({});
    expect(empty.missing.map(({ ask }) => ask)).toEqual(
      expect.arrayContaining(['公开时间', '主要职责', '年度重点工作完成情况', '机构设置', '项目清单']),
    );
    expect(partsOf(await bookletDocx(empty))['word/document.xml']).toContain('【待补充：主要职责】');
  });

  const lastYear = [
    '第一部分 单位概况\t1',
    '第二部分 情况说明\t3',
    '第一部分 单位概况',
    '一、主要职责',
    '（一）主要职能',
    '1.负责全区文化工作的规划，协调推进',
    '文化设施建设。',
    '2.承办其他事项。',
    '（二）重点工作完成情况',
    '去年办了十场演出。',
    '二、机构设置',
    '本单位下属二级单位2个。',
    '第二部分 2023年度单位决算情况说明',
    '一、收入支出决算总体情况说明',
  ].join('\n');

  test('duties and structure are taken over from last year, the work of the year is not', async () => {
    const blocks = blocksOfText(lastYear);
    expect(takeOver(blocks, '上年.txt').duties.map(({ text }) => text)).toEqual([
      '负责全区文化工作的规划，协调推进文化设施建设。',
      '承办其他事项。',
    ]);
    const taken = await bookOf({}, { last: { file: '上年.txt', blocks } });
    const first = JSON.stringify(taken.parts[0]);
    expect(first).toContain('本单位下属二级单位2个');
    expect(first).not.toContain('十场演出');
  });

  const three = [
    { name: '青山市临江区文化局', kind: '行政单位', independent: true },
    { name: '临江区图书馆', kind: '事业单位', independent: true },
    { name: '临江区文化馆', kind: '事业单位', independent: false },
  ];
  test('units of a department: how many of which kind, and a table; a list that misses one is found', async () => {
    const made = await bookOf({ documentKind: '部门', overview: { structure: ['本部门下属二级单位2个'], units: three } });
    const [first] = made.parts;
    if (first?.content.kind !== 'blocks') throw new Error('no 概况');
    const text = first.content.blocks.map((block) => (block.kind === 'paragraph' ? block.inlines.map(textOf).join('') : '')).join('\n');
    expect(text).toMatch(/纳入.*年度部门决算编制范围的单位共3个，其中：行政单位1个、事业单位2个，独立核算的单位2个。具体包括：/);
    const [table] = first.content.blocks.flatMap((block) => (block.kind === 'form' ? block.forms : []));
    expect(table!.body.map((row) => row.map((cell) => cell.text))).toEqual([
      ['1', '青山市临江区文化局', '行政单位', '是'],
      ['2', '临江区图书馆', '事业单位', '是'],
      ['3', '临江区文化馆', '事业单位', '否'],
    ]);
    const own = textBlocks(first.content.blocks);
    const ofUnits = (unit: string): readonly string[] =>
      checkOverview(own, unit)
        .filter(({ rule }) => rule.id === 'B01')
        .map(({ message }) => message);
    // The department itself is the first of the list: two are 下属.
    expect(ofUnits('青山市临江区文化局')).toEqual([]);
    expect(ofUnits('青山市临江区旅游局')).toEqual(['写“下属二级单位2个”，名单列出3个。']);
    expect(partsOf(await bookletDocx(made))['word/document.xml']).toContain('临江区图书馆');
  });

  test.each([
    ['B01', ['下属单位3个。', '1.文化馆馆', '2.图书馆']],
    ['B02', ['单位共3个，其中：行政单位1个、事业单位1个。']],
    ['B03', ['青山市临江区文化事业局是行政单位。']],
  ])('%s: numbers of units and the name are held against each other', (rule, lines) => {
    const text = ['三、机构设置', ...lines].join('\n');
    expect(checkOverview(blocksOfText(text), '青山市临江区文化局').map((finding) => finding.rule.id)).toEqual([rule]);
  });
});
