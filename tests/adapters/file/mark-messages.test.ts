import { saveWorkbook } from '../../../src/adapters/file/save';
import type { Mark } from '../../../src/app/ports';
import { partsOf } from '../../contracts/xlsx';
import { thisYear } from '../../kit/books';
import { packageFaults } from './package-faults';
import { sheet1, userWorkbook } from './user-workbook';

const sheet = "财决'01";
const mark = (a1: string, note = '少 20,000.00 元。\n改为 3.00 元后 4 处全平', kind: Mark['kind'] = 'error'): Mark => ({
  at: { book: thisYear, sheet, a1 },
  kind,
  note,
});
const save = (marks: readonly Mark[], bytes = userWorkbook()): Uint8Array => saveWorkbook(bytes, '决算.xlsx', [], [...marks]);
const xmlOf = (bytes: Uint8Array): string => partsOf(bytes)['xl/worksheets/sheet1.xml']!;
const withSheet = (xml: string): Uint8Array => userWorkbook({ 'xl/worksheets/sheet1.xml': xml });
const message = (a1: string): string =>
  `<dataValidation allowBlank="1" showInputMessage="1" sqref="${a1}" promptTitle="决算说明助手·不平" prompt="少 20,000.00 元。&#10;改为 3.00 元后 4 处全平"/>`;

describe('the explanation at a marked cell, in the saved copy', () => {
  test('joins the validations of the sheet, and goes again without a trace', () => {
    const saved = save([mark('A2'), mark('B2')]);
    expect(xmlOf(saved)).toContain(
      `<dataValidations count="3"><dataValidation type="whole" sqref="B1"><formula1>0</formula1></dataValidation>${message('A2')}${message('B2')}</dataValidations>`,
    );
    expect(packageFaults(saved)).toEqual([]);
    expect(xmlOf(save([], saved))).toBe(sheet1);
  });

  test('a sheet without validations gets a list in its place, which goes as a whole', () => {
    const bare = sheet1.replace(/<dataValidations.*<\/dataValidations>/, '');
    const saved = save([mark('A2')], withSheet(bare));
    expect(xmlOf(saved)).toMatch(
      /<\/conditionalFormatting><dataValidations count="1"><dataValidation [^>]*\/><\/dataValidations><pageMargins/,
    );
    expect(packageFaults(saved)).toEqual([]);
    expect(xmlOf(save([], saved))).toBe(bare);
  });

  test('a cell with a validation of its own keeps it as it is, also one that only newer versions of Excel know', () => {
    const newer =
      '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>A1</xm:f></x14:formula1><xm:sqref>C1:C9 D4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>';
    const saved = save([mark('B1'), mark('C3'), mark('D4'), mark('E5')], withSheet(sheet1.replace('</worksheet>', newer)));
    expect([...xmlOf(saved).matchAll(/sqref="(\w+)" promptTitle/g)].map(([, a1]) => a1)).toEqual(['E5']);
    expect(xmlOf(saved)).toContain('<dataValidation type="whole" sqref="B1"><formula1>0</formula1></dataValidation>');
  });

  test('a rule that was put beside the message since stays, only the words go', () => {
    const ruled = xmlOf(save([mark('A2')])).replace(
      message('A2'),
      message('A2').replace('allowBlank', 'type="list" allowBlank').replace('/>', '><formula1>"甲"</formula1></dataValidation>'),
    );
    expect(xmlOf(save([], withSheet(ruled)))).toContain(
      '<dataValidations count="2"><dataValidation type="whole" sqref="B1"><formula1>0</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="A2"><formula1>"甲"</formula1></dataValidation></dataValidations>',
    );
  });

  test('new words replace the old ones; a long text is cut', () => {
    const twice = xmlOf(save([mark('A2', `${'长'.repeat(300)}&<`)], save([mark('A2'), mark('B2')])));
    const [, text] = /prompt="([^"]*)"/.exec(twice)!;
    expect([twice.match(/promptTitle/g)!.length, text!.length, text!.endsWith('…（全文见窗格）')]).toEqual([1, 255, true]);
  });
});
