import { utils } from '@e965/xlsx';
import { openWorkbook } from '../../../src/adapters/file/open';
import { saveWorkbook } from '../../../src/adapters/file/save';
import type { Mark } from '../../../src/app/ports';
import type { SheetPicture } from '../../../src/sheets/picture/picture';
import { clean } from '../../kit/index';
import { fileOf, fileOfCells, partsOf, sheet } from './bytes';
import { packageFaults } from './package-faults';
import { mark, report, trace } from './picture';
import { parts as original, sheet1, userWorkbook } from './user-workbook';

const first = "财决'01";
const save = (pictures: readonly SheetPicture[], marks: readonly Mark[] = [], bytes = userWorkbook()) =>
  saveWorkbook(bytes, '决算.xlsx', pictures, marks);

describe('other kinds of workbook', () => {
  test('an .xls becomes an .xlsx with the same values, and with our sheets and marks', () => {
    const workbook = { sheets: clean().sheets.slice(0, 3) };
    const xls = fileOf(workbook, 'xls');
    const saved = saveWorkbook(xls, '决算.xls', [report, trace], [mark(workbook.sheets[0]!.name.slice(0, 31), 'C7')]);
    const before = openWorkbook(xls, '决算.xls', '本年').sheets;
    expect(openWorkbook(saved, '副本.xlsx', '本年').sheets.slice(0, 3)).toEqual(before);
    expect(packageFaults(saved)).toEqual([]);
    expect(Object.values(partsOf(saved)).some((text) => text.includes('<conditionalFormatting sqref="C7">'))).toBe(true);
  });

  test('an .xls keeps merged cells, column widths, number formats and hidden sheets', () => {
    const cells = utils.aoa_to_sheet([
      ['收入支出决算总表', null],
      ['合计', 1234.5],
    ]);
    Object.assign(cells, { '!merges': [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }], '!cols': [{ wch: 30 }, { wch: 12 }] });
    cells.B2.z = '#,##0.00';
    const saved = saveWorkbook(fileOfCells({ 表: cells }, 'xls'), '决算.xls', [trace], []);
    const book = partsOf(saved);
    expect(book['xl/worksheets/sheet1.xml']).toContain('<mergeCell ref="A1:B1"/>');
    const widths = [...book['xl/worksheets/sheet1.xml']!.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Math.round(Number(width)),
    );
    expect(widths).toEqual([31, 13]);
    const style = Number(/<c r="B2" s="(\d+)"/.exec(book['xl/worksheets/sheet1.xml']!)![1]);
    const xfs = /<cellXfs.*<\/cellXfs>/s.exec(book['xl/styles.xml']!)![0].match(/<xf [^>]*>/g)!;
    const format = /numFmtId="(\d+)"/.exec(xfs[style]!)![1];
    expect(format === '4' || book['xl/styles.xml']!.includes(`numFmtId="${format}" formatCode="#,##0.00"`)).toBe(true);
    const hidden = saveWorkbook(fileOf({ sheets: [sheet('甲', [['a']]), sheet('乙', [['b']], 'hidden')] }, 'xls'), '决算.xls', [], []);
    expect(openWorkbook(hidden, 'x.xlsx', '本年').sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
  });

  test('element names with a prefix, as other programs write them, are met in kind', () => {
    const prefixed = (xml: string): string =>
      xml
        .replace(/<(\/?)(?=[A-Za-z])/g, '<$1x:')
        .replace(
          / xmlns="http:\/\/schemas\.openxmlformats\.org\/spreadsheetml/,
          ' xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
        );
    const bytes = userWorkbook({
      'xl/workbook.xml': prefixed(original['xl/workbook.xml']!),
      'xl/styles.xml': prefixed(original['xl/styles.xml']!),
      'xl/worksheets/sheet1.xml': prefixed(sheet1),
    });
    const saved = save([report, trace], [mark(first, 'B1')], bytes);
    expect(packageFaults(saved)).toEqual([]);
    expect(partsOf(saved)['xl/worksheets/sheet1.xml']).toContain('<x:conditionalFormatting sqref="B1"><x:cfRule');
    expect(openWorkbook(saved, 'x.xlsx', '本年').sheets.map(({ name }) => name)).toEqual([first, 'Z04', '情况说明', '数据溯源']);
  });

  test('a workbook with macros becomes a plain one: Excel opens no .xlsx that holds macros', () => {
    const types = original['[Content_Types].xml']!.replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    ).replace('</Types>', '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>');
    const rels = original['xl/_rels/workbook.xml.rels']!.replace(
      '</Relationships>',
      '<Relationship Id="rId6" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
    );
    const saved = save(
      [trace],
      [],
      userWorkbook({ '[Content_Types].xml': types, 'xl/_rels/workbook.xml.rels': rels, 'xl/vbaProject.bin': 'x' }),
    );
    expect(partsOf(saved)['xl/vbaProject.bin']).toBeUndefined();
    expect(partsOf(saved)['[Content_Types].xml']).not.toMatch(/macro|vba/i);
    expect(packageFaults(saved)).toEqual([]);
  });

  test('a workbook without a styles part gets one', () => {
    const bytes = userWorkbook({
      'xl/styles.xml': undefined,
      'xl/worksheets/sheet1.xml': sheet1.replace(' s="1"', '').replace(/<conditionalFormatting.*<\/conditionalFormatting>/, ''),
      '[Content_Types].xml': original['[Content_Types].xml']!.replace(/<Override PartName="\/xl\/styles[^>]*>/, ''),
      'xl/_rels/workbook.xml.rels': original['xl/_rels/workbook.xml.rels']!.replace(/<Relationship Id="rId3"[^>]*>/, ''),
    });
    expect(packageFaults(save([report, trace], [mark(first, 'B1')], bytes))).toEqual([]);
  });

  test('Strict Open XML is refused with what to do, not half written', () => {
    const strict = original['xl/workbook.xml']!.replace(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    );
    expect(() => save([trace], [], userWorkbook({ 'xl/workbook.xml': strict }))).toThrow(/Strict Open XML.*另存为/);
  });
});
