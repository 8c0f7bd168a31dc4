import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { openWorkbook } from '../../../src/adapters/file/open';
import { UserError } from '../../../src/kernel/errors';
import { UNCALCULATED } from '../../../src/kernel/workbook';
import { clean } from '../../kit/index';
import { fileOf, fileOfCells, handMade, sheet } from './bytes';

const open = (bytes: Uint8Array, file = '决算.xlsx') => openWorkbook(bytes, file, '本年');
const firstRow = (bytes: Uint8Array) => open(bytes).sheets[0]!.values[0];

describe('values', () => {
  const cells = sheet('表 一', [
    ['项目', 1234.56, true, null, '—'],
    [null, 0, false, -0.01, '1,234.50'],
  ]);

  test.each(['xlsx', 'xls'] as const)('numbers, texts, logical values and blanks of a .%s are what stands in the cells', (type) => {
    const { sheets, file, role } = open(fileOf({ sheets: [cells] }, type));
    expect({ file, role }).toEqual({ file: '决算.xlsx', role: '本年' });
    expect(sheets).toEqual([cells]);
  });

  test('every form of a complete workbook is the same from .xlsx and from .xls', () => {
    const workbook = clean();
    const xlsx = open(fileOf(workbook));
    const xls = open(fileOf(workbook, 'xls'), '决算.xls');
    expect(xls.sheets).toEqual(xlsx.sheets);
    expect(xlsx.sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name.slice(0, 31)));
    const [form] = workbook.sheets;
    const read = xlsx.sheets[0]!;
    form!.values.forEach((row, r) => row.forEach((value, c) => expect(read.values[r - read.top]?.[c - read.left] ?? null).toBe(value)));
  });

  test('the content decides, not the name', () => {
    expect(open(fileOf({ sheets: [cells] }, 'xls'), '决算.xlsx').sheets).toEqual(open(fileOf({ sheets: [cells] }), '决算.et').sheets);
  });

  test('hidden and very hidden sheets are flagged, in tab order', () => {
    const sheets = [sheet('甲', [['a']]), sheet('乙', [['b']], 'hidden'), sheet('丙', [['c']], 'veryHidden')];
    expect(open(fileOf({ sheets })).sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['甲', 'visible'],
      ['乙', 'hidden'],
      ['丙', 'veryHidden'],
    ]);
    expect(open(fileOf({ sheets }, 'xls')).sheets).toEqual(open(fileOf({ sheets })).sheets);
  });

  test('the block begins at the first filled cell and knows where that is', () => {
    const [read] = open(fileOf({ sheets: [sheet('表', [[], [], [null, null, '合计', 5]])] })).sheets;
    expect(read).toMatchObject({ top: 2, left: 2, values: [['合计', 5]] });
    expect(open(fileOf({ sheets: [sheet('空', [['a']]), sheet('表', [])] })).sheets[1]).toMatchObject({ values: [] });
  });

  test('error cells are the text that Excel shows', () => {
    const errors = utils.aoa_to_sheet([[]]);
    Object.assign(errors, { A1: { t: 'e', v: 0x17 }, B1: { t: 'e', v: 0x07 }, C1: { t: 'e', v: 0x2a }, '!ref': 'A1:C1' });
    expect(firstRow(fileOfCells({ 表: errors }))).toEqual(['#REF!', '#DIV/0!', '#N/A']);
    expect(firstRow(fileOfCells({ 表: errors }, 'xls'))).toEqual(['#REF!', '#DIV/0!', '#N/A']);
  });

  test('a formula gives its stored result; without one it is neither blank nor zero', () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1"><f>0</f><v>0</v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><v>9</v></c></row>';
    expect(firstRow(handMade(rows))).toEqual([2, UNCALCULATED, 'a', 0, null, 9]);
  });

  test('the cells of a shared formula without results are uncalculated too', () => {
    const rows = '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">1+1</f></c><c r="B1"><f t="shared" si="0"/></c></row>';
    expect(firstRow(handMade(rows))).toEqual([UNCALCULATED, UNCALCULATED]);
  });

  test('rich text is joined, phonetic help left out, line breaks are \\n', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>支出</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 合计</t></r></is></c><c r="B1" t="inlineStr"><is><t>一般公共&#13;&#10;预算</t></is></c></row>';
    expect(firstRow(handMade(rows))).toEqual(['支出 合计', '一般公共\n预算']);
  });

  test.each(['xlsx', 'xls'] as const)(
    'a cell of a .%s that shows a date is that date, never a number that looks like an amount',
    (type) => {
      const dated = utils.aoa_to_sheet([[45658, 45658.75, 5180486, 45658, 45658]]);
      for (const [a1, z] of Object.entries({
        A1: 'yyyy-mm-dd',
        B1: 'm/d/yy h:mm',
        C1: 'yyyy-mm-dd',
        D1: '#,##0.00_d',
        E1: '[$-804]yyyy"年"m"月"',
      }))
        dated[a1].z = z;
      // Beyond the year 9999 Excel shows ####: there the number is what is meant.
      expect(firstRow(fileOfCells({ 表: dated }, type))).toEqual(['2025-01-01', '2025-01-01', 5180486, 45658, '2025-01-01']);
    },
  );

  test.each(['xlsx', 'xls'] as const)('days of a .%s that counts from 1904', (type) => {
    const dated = utils.aoa_to_sheet([[0]]);
    dated.A1 = { t: 'n', v: 44196, z: 'yyyy-mm-dd' };
    const book = utils.book_new();
    utils.book_append_sheet(book, dated, '表');
    book.Workbook = { WBProps: { date1904: true } };
    expect(firstRow(new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer))).toEqual(['2025-01-01']);
  });
});

describe('files that cannot be used', () => {
  const refusal = (bytes: Uint8Array, file: string): UserError => {
    try {
      openWorkbook(bytes, file, '本年');
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
    throw new Error(`${file} was opened`);
  };
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const whole = fileOf({ sheets: [sheet('表', [['a', 1]])] });
  const ole = (...streams: string[]): Uint8Array => {
    const container = CFB.utils.cfb_new();
    for (const name of streams) CFB.utils.cfb_add(container, `/${name}`, new Uint8Array(600));
    return new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer);
  };
  // One byte inside the packed sheet is another one.
  const name = 'xl/worksheets/sheet1.xml';
  const flipped = whole.slice();
  flipped[new TextDecoder('latin1').decode(whole).indexOf(name) + name.length + 60]! ^= 0x10;

  const encryptedXls = (() => {
    // FILEPASS stands right behind the BOF record of the workbook stream.
    const container = CFB.read(fileOf({ sheets: [sheet('表', [['a']])] }, 'xls'), { type: 'array' });
    const entry = CFB.find(container, '/Workbook')!;
    const old = Uint8Array.from(entry.content as ArrayLike<number>);
    const bof = 4 + old[2]! + 256 * old[3]!;
    const filePass = [0x2f, 0x00, 0x36, 0x00, 0x01, 0x00, 0x01, 0x00, 0x01, 0x00, ...new Array<number>(48).fill(7)];
    entry.content = Uint8Array.from([...old.subarray(0, bof), ...filePass, ...old.subarray(bof)]) as never;
    entry.size = entry.content.length;
    return new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer);
  })();

  test.each<[string, Uint8Array, string, RegExp]>([
    ['an empty file', new Uint8Array(), '空.xlsx', /文件是空的.*复制或下载完整/],
    [
      'a web page with the name of a workbook',
      utf8('\ufeff<html><head></head><table><tr><td>1</td></tr></table></html>'),
      '导出.xls',
      /网页（HTML）.*另存为/,
    ],
    ['comma separated text', utf8('科目,金额\n2010301,100\n'), '导出.csv', /CSV.*\.xlsx 或 \.xls/],
    ['a PDF', utf8('%PDF-1.7\n'), '决算.pdf', /PDF.*不是工作簿/],
    ['a WPS file that is no Excel file', ole('ETExtData'), '决算.et', /WPS 表格（\.et）.*另存为/],
    ['an old Word file', ole('WordDocument'), '说明.xls', /没有工作簿/],
    ['an Excel 95 workbook', ole('Book'), '旧.xls', /Excel 95.*另存为/],
    ['an encrypted .xlsx', ole('EncryptedPackage', 'EncryptionInfo'), '加密.xlsx', /已加密.*清除密码/],
    ['an encrypted .xls', encryptedXls, '加密.xls', /已加密.*清除密码/],
    ['a truncated .xlsx', whole.subarray(0, whole.length - 100), '断.xlsx', /损坏或不完整.*重新/],
    ['an .xlsx with a damaged part', flipped, '坏.xlsx', /已损坏.*重新/],
    ['a truncated .xls', fileOf({ sheets: [sheet('表', [['a']])] }, 'xls').subarray(0, 700), '断.xls', /损坏.*重新/],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), '资料.zip', /压缩包.*解压/],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      '说明.docx',
      /Word 文档/,
    ],
    ['noise', Uint8Array.from({ length: 400 }, (_, i) => (i * 37 + 1) % 251), '决算.xlsx', /不是 Excel 工作簿/],
    ['a file that is too large', new Uint8Array(61 * 1024 * 1024), '大.xlsx', /超过 60 MB/],
  ])('%s is refused with its name and what to do', (_, bytes, file, words) => {
    const error = refusal(bytes, file);
    expect(error.message).toMatch(words);
    expect(error.message.startsWith(`${file}：`)).toBe(true);
    expect(error.message).toMatch(/。$/);
    expect(error.where).toEqual({ file });
  });

  test.each([
    ['an encrypted .xlsx', ole('EncryptedPackage', 'EncryptionInfo'), { code: 'encrypted' }],
    ['an encrypted .xls', encryptedXls, { code: 'encrypted' }],
    ['a part that cannot be unpacked', flipped, { code: 'damaged', part: name }],
    ['a web page', utf8('<html></html>'), { code: 'foreignFormat', format: 'html' }],
    ['nothing', new Uint8Array(), { code: 'emptyFile' }],
  ])('%s is told apart by its code', (_, bytes, fault) => expect(refusal(bytes, 'x').fault).toEqual(fault));

  test('a zip that unpacks to far more than it is worth is refused before it is unpacked', () => {
    const bomb = handMade('<row r="1"><c r="A1"><v>1</v></c></row>');
    // The directory promises 700 MB for the sheet.
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 46 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 700 * 1024 * 1024, true);
    expect(refusal(bomb, '大.xlsx').message).toMatch(/解压后有 .*超过 600 MB/);
  });

  test('a part that unpacks to more than its directory promises is damage, not memory', () => {
    const liar = handMade(`<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(1_000_000)}`);
    const view = new DataView(liar.buffer);
    for (let at = 0; at + 46 < liar.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 500, true);
    }
    expect(refusal(liar, '坏.xlsx').message).toMatch(/已损坏/);
  });

  test('a sheet with an absurd used range is refused by name', () => {
    const wide = Array.from({ length: 2000 }, (_, r) => `<row r="${r + 1}"><c r="A${r + 1}"><v>1</v></c></row>`).join('');
    const error = refusal(handMade(`${wide}<row r="2001"><c r="XFD2001"><v>1</v></c></row>`), '决算.xlsx');
    expect(error.message).toMatch(/工作表“表”的使用区域过大/);
    expect(error.where).toEqual({ file: '决算.xlsx', sheet: '表' });
  });
});
