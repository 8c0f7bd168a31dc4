import { toDocx } from '../../../src/adapters/docx/docx';
import type { Annex, AnnexCell } from '../../../src/narrative/annexes/annex';
import { partsOf } from '../file/bytes';
import { sample } from '../document';

describe('toDocx', () => {
  let parts: Record<string, string>;
  let body: string;
  beforeAll(async () => {
    parts = partsOf(await toDocx(sample));
    body = parts['word/document.xml']!;
  });
  const styleOf = (id: string): string =>
    new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(parts['word/styles.xml']!)![0];
  const paragraphs = (): readonly string[] => body.match(/<w:p>.*?<\/w:p>/gs)!;
  const textOf = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');

  test('the page is A4 with the margins of GB/T 9704', () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const margins = /<w:pgMar ([^>]*)>/.exec(body)![1]!;
    // 37, 35, 28 and 26 mm in twentieths of a point.
    expect(margins).toMatch(/w:top="2098"/);
    expect(margins).toMatch(/w:bottom="1984"/);
    expect(margins).toMatch(/w:left="1587"/);
    expect(margins).toMatch(/w:right="1474"/);
  });

  test.each([
    ['Title', '方正小标宋简体', 44],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['Body', '仿宋_GB2312', 32],
  ])('%s is set in %s', (id, font, size) => {
    expect(styleOf(id)).toContain(`w:eastAsia="${font}"`);
    expect(styleOf(id)).toContain(`<w:sz w:val="${size}"/>`);
    expect(styleOf(id)).not.toMatch(/<w:i\/>|w:color w:val="(?!000000|auto)/);
  });

  test('headings and body: fixed 28 points, first line indented by two characters', () => {
    for (const id of ['Heading1', 'Heading2', 'Body']) {
      expect(styleOf(id)).toMatch(/w:line="560"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="560"/);
      expect(styleOf(id)).toContain('w:firstLineChars="200"');
    }
  });

  test('headings are headings: a table of contents can be built from them', () => {
    const headings = paragraphs().flatMap((p) => {
      const style = /<w:pStyle w:val="(Title|Heading\d)"/.exec(p)?.[1];
      return style ? [[style, textOf(p)]] : [];
    });
    expect(headings).toEqual([
      ['Title', '2024年度单位决算情况说明'],
      ['Heading1', '一、收入支出决算总体情况说明'],
      ['Heading2', '（一）总体情况'],
      ['Heading3', '1.小标题'],
      ['Heading1', '二、结构'],
      ['Heading1', '名词解释'],
    ]);
  });

  test('a title longer than a line is broken between the unit and the year, never within 情况说明', async () => {
    const titled = async (unit: string): Promise<string> => {
      const word = partsOf(await toDocx({ ...sample, title: `${unit}2024年度单位决算情况说明` }))['word/document.xml']!;
      return /<w:p>.*?<\/w:p>/s
        .exec(word)![0]
        .replace(/<w:br\/>/g, '|')
        .replace(/<[^>]*>/g, '');
    };
    expect(await titled('青川示例区政务服务局')).toBe('青川示例区政务服务局|2024年度单位决算情况说明');
    expect(await titled('示例县委办公室')).toBe('示例县委办公室2024年度单位决算情况说明');
  });

  test('only what a person has to fill in is highlighted', () => {
    const highlighted = (body.match(/<w:r>.*?<\/w:r>/gs) ?? []).filter((run) => run.includes('<w:highlight'));
    expect(highlighted.map(textOf)).toEqual(['【待补充：总计变动的原因】']);
    expect(highlighted[0]).toContain('<w:highlight w:val="yellow"/>');
  });

  test('a line break in a supplied text begins a new paragraph; what XML cannot hold is dropped', () => {
    const texts = paragraphs().map(textOf);
    expect(texts).toContain('2024年度收、支总计均为1089.83万元，减少106.89万元，占91.07%。主要变动原因是=项目减少');
    expect(texts).toContain('第二段；【待补充：总计变动的原因】。');
  });

  test('charts are native, in 万元, with the digits of the text as labels; an empty chart is left out', () => {
    const charts = Object.entries(parts).filter(([name]) => /^word\/charts\/chart[^/]*\.xml$/.test(name));
    expect(charts).toHaveLength(2);
    const [column, pie] = charts.map(([, xml]) => xml);
    expect(column).toContain('<c:barChart>');
    expect(column).toContain('图1：C01');
    expect([...column!.matchAll(/<c:v>([\d.]+)<\/c:v>/g)].map(([, v]) => v)).toEqual(['1196.72', '1089.83']);
    expect(column).toMatch(/<c:showVal val="1"\/>/);
    expect(column).toContain('<c:min val="0"/>');
    expect(pie).toContain('<c:pieChart>');
    expect(pie).toMatch(/<c:showCatName val="1"\/>/);
  });

  test('a chart stands in a line of its own height: fixed spacing would cut it off', () => {
    const drawn = paragraphs().filter((p) => p.includes('<w:drawing>'));
    expect(drawn).toHaveLength(2);
    for (const p of drawn) expect(p).not.toContain('w:lineRule="exact"');
  });

  test('page numbers: outer edge, right on odd pages and left on even ones', () => {
    const footers = Object.entries(parts)
      .filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
      .map(([, xml]) => xml);
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)![1]).sort()).toEqual(['left', 'right']);
    for (const xml of footers) expect(xml).toContain('PAGE');
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders');
  });

  describe('with 附表', () => {
    const cell = (text: string, more: Partial<AnnexCell> = {}): AnnexCell => ({ text, align: 'left', ...more });
    const annex: Annex = {
      title: '收入支出决算总表',
      widths: [2, 1],
      head: [[cell('收入', { columns: 2 })], [cell('项目'), cell('决算数')]],
      body: [
        [cell('总计'), cell('1,089.83', { align: 'right' })],
        [cell('其他'), cell('【待补充：E5单元格不是数字】', { waiting: true })],
      ],
    };
    let xml: string;
    beforeAll(async () => {
      const annexes = [annex, { ...annex, title: '收入决算表' }];
      xml = partsOf(await toDocx(sample, { annexes }))['word/document.xml']!;
    });

    test('the text stands upright, the tables on lying pages behind it', () => {
      const pages = [...xml.matchAll(/<w:pgSz ([^>]*)>/g)].map(([, size]) => size);
      expect(pages).toHaveLength(2);
      expect(pages[0]).toMatch(/w:w="11906" w:h="16838"/);
      expect(pages[1]).toMatch(/w:w="16838" w:h="11906".*landscape/);
      expect(xml.lastIndexOf('<w:tbl>')).toBeGreaterThan(xml.indexOf('<w:pgSz'));
    });

    test('each has its number, its unit, a head that repeats and rows that do not break', () => {
      const texts = xml.match(/<w:p>.*?<\/w:p>/gs)!.map(textOf);
      expect(texts).toEqual(expect.arrayContaining(['附表1　收入支出决算总表', '附表2　收入决算表', '编制单位：示例局金额单位：万元']));
      const [table] = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!;
      const rows = table!.match(/<w:tr>.*?<\/w:tr>/gs)!;
      expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, true, false, false]);
      for (const row of rows) expect(row).toContain('<w:cantSplit/>');
      expect(rows[0]).toContain('<w:gridSpan w:val="2"/>');
      expect(rows[2]).toMatch(/<w:jc w:val="right"\/>.*1,089\.83/s);
      expect(rows[3]).toContain('<w:highlight w:val="yellow"/>');
    });

    test('their titles stand in the table of contents', () => {
      expect(styleOf('AnnexTitle')).toContain('<w:outlineLvl w:val="0"/>');
      expect(xml.match(/<w:pStyle w:val="AnnexTitle"\/>/g)).toHaveLength(2);
      expect(body).not.toContain('<w:tbl>');
    });
  });

  test('a unit and a title with characters that XML cannot hold leave the properties of the file readable', async () => {
    const odd = { ...sample, title: `${sample.title}\uffff\u0001`, unit: `${sample.unit}\uffff\ud800` };
    const properties = partsOf(await toDocx(odd))['docProps/core.xml']!;
    expect(properties).toContain(`<dc:creator>${sample.unit}</dc:creator>`);
    // eslint-disable-next-line no-control-regex
    expect(properties).not.toMatch(/[\u0001\uffff\ud800-\udfff]/);
  });
});
