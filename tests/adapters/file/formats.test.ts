import { write, utils, type BookType } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { openWorkbook } from '../../../src/adapters/file/open';
import { lossesOf } from '../../../src/adapters/file/other';
import { recogniseFile } from '../../../src/adapters/file/kind';
import { saveWorkbook } from '../../../src/adapters/file/save';
import { UserError } from '../../../src/kernel/errors';
import { clean } from '../../kit/index';
import { fileOf, partsOf } from './bytes';
import { packageFaults } from './package-faults';

const workbook = clean();
const xlsx = openWorkbook(fileOf(workbook), '决算.xlsx', '本年');

/** The .xlsx in the namespaces of strict Open XML. */
const strict = (): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(partsOf(fileOf(workbook))).map(([name, text]) => [
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
    ),
  );

describe('formats that are read: every cell of a whole 决算 workbook as from its .xlsx', () => {
  test.each<[format: string, file: string, bytes: () => Uint8Array, copy: RegExp | undefined]>([
    ['.xlsx', '决算.xlsx', () => fileOf(workbook), undefined],
    ['.xlsx named .xls or .et', '决算.et', () => fileOf(workbook), undefined],
    ['.xlsm', '决算.xlsm', () => fileOf(workbook, 'xlsm'), undefined],
    ['strict Open XML', '严格.xlsx', strict, undefined],
    ['.xls (BIFF8)', '决算.xls', () => fileOf(workbook, 'biff8'), /\.xls .*保留数值、格式、合并单元格/],
    ['.et, which WPS writes as BIFF8', '决算.et', () => fileOf(workbook, 'biff8'), /\.xls .*保留数值/],
    ['.xlsb', '决算.xlsb', () => fileOf(workbook, 'xlsb'), /\.xlsb .*保留数值、合并单元格/],
    ['.ods', '决算.ods', () => fileOf(workbook, 'ods'), /\.ods .*保留数值、合并单元格/],
    ['XML 表格 2003 named .xls', '导出.xls', () => fileOf(workbook, 'xlml'), /“XML 表格 2003”格式.*保留数值、合并单元格/],
  ])('%s', (_format, file, bytes, copy) => {
    const data = bytes();
    expect(openWorkbook(data, file, '本年').sheets).toEqual(xlsx.sheets);
    const losses = lossesOf(recogniseFile(data, file));
    if (!copy) return expect(losses).toBeUndefined();
    expect(losses).toMatch(copy);
    const saved = saveWorkbook(data, file, [], []);
    expect(packageFaults(saved)).toEqual([]);
    expect(openWorkbook(saved, '副本.xlsx', '本年').sheets).toEqual(xlsx.sheets);
  });
});

describe('formats that are refused in one sentence, with what to do', () => {
  const one = (type: BookType): Uint8Array => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['科目', '金额'],
        ['2010301', 100],
      ]),
      'Sheet1',
    );
    return new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer);
  };
  // 科目,金额 in GBK.
  const gbk = Uint8Array.from([0xbf, 0xc6, 0xc4, 0xbf, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0d, 0x0a, 0x31, 0x2c, 0x32]);
  const odt = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') });
  const locked = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8('x'),
    'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
  });

  test.each<[format: string, file: string, bytes: Uint8Array, words: RegExp]>([
    ['BIFF5 (Excel 95)', '旧.xls', one('biff5'), /Excel 95 及更早版本.*另存为/],
    ['BIFF2', '旧.xls', one('biff2'), /不是 Excel 工作簿.*重新导出/],
    ['HTML named .xls', '导出.xls', one('html'), /网页（HTML）.*另存为/],
    [
      'HTML in GBK',
      '导出.xls',
      Uint8Array.from([...strToU8('<table><tr><td>'), ...gbk, ...strToU8('</td></tr></table>')]),
      /网页（HTML）.*另存为/,
    ],
    ['.fods', '决算.fods', one('fods'), /OpenDocument.*另存为/],
    ['CSV named .xls', '导出.xls', one('csv'), /纯文本（CSV）.*从报表软件导出/],
    ['CSV in GBK named .xlsx', '导出.xlsx', gbk, /纯文本（CSV）.*从报表软件导出/],
    [
      'CSV in UTF-16',
      '导出.xls',
      new Uint8Array(new Uint16Array([...'\ufeff科目\t金额\r\n'].map((c) => c.charCodeAt(0))).buffer),
      /纯文本（CSV）/,
    ],
    ['SYLK', '导出.slk', one('sylk'), /纯文本/],
    ['DIF', '导出.dif', one('dif'), /纯文本/],
    ['RTF', '说明.xls', strToU8('{\\rtf1 a}'), /不是 Excel 工作簿/],
    ['.odt', '说明.odt', odt, /文字文档（\.odt）.*请选择/],
    ['.ods with a password', '决算.ods', locked, /已加密.*清除密码/],
    [
      'damaged .xlsb',
      '坏.xlsb',
      zipSync({ 'xl/workbook.bin': strToU8('x'), '[Content_Types].xml': strToU8('<Types/>') }),
      /损坏|没有工作表/,
    ],
    ['damaged .ods', '坏.ods', zipSync({ 'content.xml': strToU8('<office:document-content') }), /损坏|没有工作表/],
    [
      'damaged XML 表格 2003',
      '坏.xls',
      strToU8('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksh'),
      /损坏|没有工作表/,
    ],
  ])('%s', (_format, file, bytes, words) => {
    let said: unknown;
    try {
      openWorkbook(bytes, file, '本年');
    } catch (error) {
      said = error;
    }
    expect(said).toBeInstanceOf(UserError);
    expect((said as UserError).message).toMatch(words);
    expect((said as UserError).message).toMatch(new RegExp(`^${file}：.*。$`));
  });
});
