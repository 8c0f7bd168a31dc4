import { CFB } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { openWorkbook } from '../../../src/adapters/file/open';
import { saveWorkbook } from '../../../src/adapters/file/save';
import { UserError } from '../../../src/kernel/errors';
import { fileOf, handMade, partsOf, sheet } from './bytes';
import { packageFaults } from './package-faults';
import { report } from './picture';

const refusal = (work: () => unknown): UserError => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('the file was taken');
};
const open = (bytes: Uint8Array) => openWorkbook(bytes, '决算.xlsx', '本年');
const row = (r: string, inner = ''): string => `<row r="${r}">${inner}</row>`;
const one = (a1: string): string => `<c r="${a1}"><v>1</v></c>`;
const relations = (...targets: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      (t, i) =>
        `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${t.split(' ')[0]}" Target="${t.split(' ')[1]}"/>`,
    )
    .join('')}</Relationships>`;

describe('a workbook that is not what it seems is refused in a sentence, before memory is spent', () => {
  test.each<[string, string, RegExp]>([
    ['a row that no sheet has', row('4000000000', one('A4000000000')), /第 4000000000 行 超出了工作表的范围/],
    ['one row beyond the last', row('1048577', one('A1048577')), /第 1048577 行 超出/],
    ['a cell beyond the last row of a row that is none', row('1', one('A99999999')), /A99999999 超出/],
    ['a column that no sheet has', row('1', one('XFE1')), /XFE1 超出/],
    ['an address of nonsense', row('1', one('1A')), /1A 超出/],
    ['more cells in a row than a sheet has columns', row('1', '<c/>'.repeat(16_385)), /第 16385 列 超出/],
    ['a sheet cut in half', `${row('1', one('A1'))}<row r="2"><c r="A2"><v>1`, /sheet1\.xml不完整/],
    ['a text that is not in the list', row('1', '<c r="A1" t="s"><v>7</v></c>'), /已损坏（xl\/worksheets\/sheet1\.xml）/],
  ])('%s', (_, rows, words) => {
    const whole = partsOf(handMade(rows));
    // Cut off for good: nothing behind the cells.
    if (rows.endsWith('<v>1')) whole['xl/worksheets/sheet1.xml'] = whole['xl/worksheets/sheet1.xml']!.replace(/<\/sheetData>.*$/s, '');
    const error = refusal(() => open(zipSync(Object.fromEntries(Object.entries(whole).map(([n, t]) => [n, strToU8(t)])))));
    expect(error.message).toMatch(words);
    expect([error.code, error.where.file]).toEqual(['damaged', '决算.xlsx']);
  });

  test('one cell far below the others: the sentence says where it stands', () => {
    const error = refusal(() => open(handMade(row('1', one('A1')) + row('1048576', one('C1048576')))));
    expect(error.message).toMatch(/工作表“表”的 C1048576 里还有内容.*Ctrl\+End.*删除/);
    expect([error.code, error.where]).toEqual(['tooLarge', { file: '决算.xlsx', sheet: '表' }]);
    expect(open(handMade(row('1', one('A1')) + row('9000', one('C9000')))).sheets[0]!.values).toHaveLength(9000);
  });

  test('more cells than any workbook of reports has', () => {
    const cells = '<c r="A1"/>'.repeat(3_000_001);
    const error = refusal(() => open(handMade(row('1', cells))));
    expect([error.code, error.message]).toEqual([
      'tooLarge',
      '决算.xlsx：工作簿的单元格超过 300 万个的上限。请删除报表以外的工作表和多余的空行、空列（选中后“删除”）后再试。',
    ]);
  });

  test.each([
    ['xl/worksheets/sheet1.xml', 170, /sheet1\.xml 解压后有 170 MB，超过 160 MB/],
    ['xl/sharedStrings.xml', 50, /sharedStrings\.xml 解压后有 50 MB，超过 48 MB/],
  ])('%s that unpacks to %d MB', (part, size, words) => {
    const bytes = handMade(row('1', one('A1')), {
      'xl/_rels/workbook.xml.rels': relations('worksheet worksheets/sheet1.xml', 'sharedStrings sharedStrings.xml'),
      'xl/sharedStrings.xml': '<sst/>',
      [part]: ' '.repeat(400_000),
    });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 400_000)
        view.setUint32(at + 24, size * 1024 * 1024, true);
    const error = refusal(() => open(bytes));
    expect([error.code, error.message]).toEqual(['tooLarge', expect.stringMatching(words)]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['empty package relationships', { '_rels/.rels': '' }, /已损坏/],
    ['cut workbook relationships', { 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1"' }, /已损坏/],
    ['an empty workbook part', { 'xl/workbook.xml': '' }, /已损坏/],
    [
      'a sheet that is listed but not there',
      { 'xl/_rels/workbook.xml.rels': relations('worksheet worksheets/sheet9.xml') },
      /工作表“表”已损坏/,
    ],
    ['a workbook without sheets', { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }, /没有工作表/],
  ])('%s', (_, parts, words) => {
    const error = refusal(() => open(handMade(row('1', one('A1')), parts)));
    expect(error.message).toMatch(words);
    expect(error.where.file).toBe('决算.xlsx');
  });

  test('styles that are cut off do not keep a workbook from being read; a copy of it is refused by name', () => {
    const bytes = handMade(row('1', one('A1')), {
      'xl/_rels/workbook.xml.rels': relations('worksheet worksheets/sheet1.xml', 'styles styles.xml'),
      'xl/styles.xml': '<styleSheet><fonts>',
    });
    expect(open(bytes).sheets[0]!.values).toEqual([[1]]);
    expect(refusal(() => saveWorkbook(bytes, '决算.xlsx', [], [])).message).toMatch(/^决算\.xlsx：文件已损坏.*。$/);
  });

  test('parts in UTF-16 are read', () => {
    const text =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>决算</t></is></c></row></sheetData></worksheet>';
    const utf16 = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
    const parts = Object.fromEntries(Object.entries(partsOf(handMade(''))).map(([n, t]) => [n, strToU8(t)]));
    expect(open(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': utf16 })).sheets[0]!.values).toEqual([['决算']]);
  });

  test('a zip inside a zip is not a workbook', () => {
    expect(refusal(() => open(zipSync({ 'a.xlsx': fileOf({ sheets: [sheet('表', [[1]])] }) }))).message).toMatch(/压缩包.*解压/);
  });
});

describe('oddities that are read', () => {
  test('what else a sheet says – links over everything, columns without end – costs nothing', () => {
    const parts = partsOf(handMade(row('1', one('A1'))));
    parts['xl/worksheets/sheet1.xml'] = parts['xl/worksheets/sheet1.xml']!.replace(
      '<sheetData>',
      '<cols><col min="1" max="4000000000" width="9"/></cols><sheetData>',
    ).replace(
      '</sheetData>',
      '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
    );
    expect(open(zipSync(Object.fromEntries(Object.entries(parts).map(([n, t]) => [n, strToU8(t)])))).sheets[0]!.values).toEqual([[1]]);
  });

  test('characters by number are those characters, also beyond the first plane', () => {
    const rows = row(
      '1',
      '<c r="A1" t="inlineStr"><is><t>&#134071;&#x4e2d;_x4E2D__x000D_\n</t></is></c><c r="B1" t="str"><f>x</f><v>&#20915;</v></c>',
    );
    expect(open(handMade(rows)).sheets[0]!.values).toEqual([['𠮷中中\n', '决']]);
  });

  test('a value that is no number stays what it is, and a date in words is that day', () => {
    const rows = row('1', '<c r="A1"><v>12,3</v></c><c r="B1" t="d"><v>2024-12-31</v></c><c r="C1" t="d"><v>2024-12-31T12:00:00</v></c>');
    expect(open(handMade(rows)).sheets[0]!.values).toEqual([['12,3', '2024-12-31', '2024-12-31']]);
  });

  test('a strict workbook is read', () => {
    const strict = Object.fromEntries(
      Object.entries(partsOf(fileOf({ sheets: [sheet('表', [['决算', 1.5]])] }))).map(([name, text]) => [
        name,
        strToU8(
          text
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'http://purl.oclc.org/ooxml/officeDocument/relationships',
            )
            .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
        ),
      ]),
    );
    expect(open(zipSync(strict)).sheets[0]!.values).toEqual([['决算', 1.5]]);
  });

  test('names of parts are compared without case, as the specification wants', () => {
    const parts = Object.fromEntries(
      Object.entries(partsOf(handMade(row('1', one('A1'))))).map(([n, t]) => [n.replace('sheet1', 'Sheet1'), strToU8(t)]),
    );
    expect(open(zipSync(parts)).sheets[0]!.values).toEqual([[1]]);
  });
});

describe('an .xls', () => {
  test('with one cell in the very last place becomes a copy at once, with that cell', () => {
    const container = CFB.read(fileOf({ sheets: [sheet('表', [['决算', 1]])] }, 'xls'), { type: 'array' });
    const entry = CFB.find(container, '/Workbook')!;
    const stream = Uint8Array.from(entry.content as ArrayLike<number>);
    // NUMBER at row 65535, column 255: 7. In front of the last EOF, which closes the only sheet.
    const stray = [0x03, 0x02, 14, 0, 0xff, 0xff, 0xff, 0, 15, 0, ...new Uint8Array(new Float64Array([7]).buffer)];
    entry.content = Uint8Array.from([...stream.subarray(0, -4), ...stray, ...stream.subarray(-4)]) as never;
    entry.size = entry.content.length;
    const saved = saveWorkbook(new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer), '决算.xls', [], []);
    const [read] = openWorkbook(saved, '副本.xlsx', '本年').sheets;
    expect([read!.values.length, read!.values[0]![0], read!.values[65535]![255]]).toEqual([65536, '决算', 7]);
    expect(packageFaults(saved)).toEqual([]);
  });
});

describe('a part that is empty or cut off is named, and never passes for a form that is not there', () => {
  const whole = partsOf(fileOf({ sheets: [sheet('表', [['决算', 1]])] }));
  const damaged = (part: string, text: string): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries({ ...whole, [part]: text }).map(([n, t]) => [n, strToU8(t)])));
  const cut = (part: string): string => whole[part]!.slice(0, whole[part]!.length / 2);

  test.each(
    ['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'].flatMap((part) => [
      ['empty', part, ''],
      ['cut off', part, cut(part)],
    ]),
  )('%s: %s', (_, part, text) => {
    const { message } = refusal(() => open(damaged(part, text)));
    expect(message).toBe(`决算.xlsx：文件已损坏（${part}不完整）。请用 Excel 打开并另存一份，或重新导出后再试。`);
  });

  test.each(['<sheetData>', '<cols>', '</sheetViews>'])('a worksheet cut off at %s', (at) => {
    const text = whole['xl/worksheets/sheet1.xml']!.replace('<sheetData>', '<sheetViews></sheetViews><cols></cols><sheetData>');
    const end = text.indexOf(at) + (at.startsWith('</') ? at.length : 0);
    expect(refusal(() => open(damaged('xl/worksheets/sheet1.xml', text.slice(0, end)))).message).toMatch(/sheet1\.xml不完整/);
  });

  test.each(['[Content_Types].xml', 'xl/styles.xml'])('%s: the values are read, the copy is refused by its name', (part) => {
    for (const text of ['', cut(part)]) {
      const bytes = damaged(part, text);
      expect(open(bytes).sheets[0]!.values).toEqual([['决算', 1]]);
      expect(refusal(() => saveWorkbook(bytes, '决算.xlsx', [report], [])).message).toBe(
        `决算.xlsx：文件已损坏（${part}不完整）。请用 Excel 打开并另存一份，或重新导出后再试。`,
      );
    }
  });
});
