import { lastYear, suppliedBook } from '../../kit/books';
import { readXlsx } from 'hucre';
import { MARK_FORMULA, markFills } from '../../../src/app/mark-look';
import { openWorkbook } from '../../../src/adapters/file/open';
import { saveWorkbook } from '../../../src/adapters/file/save';
import type { Mark } from '../../../src/app/ports';
import type { SheetPicture } from '../../../src/sheets/picture/picture';
import { clean } from '../../kit/index';
import { fileOf, partsOf } from './bytes';
import { packageFaults } from './package-faults';
import { mark, report, trace } from './picture';
import { parts as original, sheet1, userWorkbook } from './user-workbook';

const first = "财决'01";
const save = (pictures: readonly SheetPicture[], marks: readonly Mark[] = [], bytes = userWorkbook()) =>
  saveWorkbook(bytes, '决算.xlsx', pictures, marks);
const values = (bytes: Uint8Array, name: string) => openWorkbook(bytes, '副本.xlsx', '本年').sheets.find((sheet) => sheet.name === name);
/** What an ordinary save may change. */
const shared = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

describe("the user's workbook", () => {
  test('every part without a mark stays byte for byte, also those we know nothing of', () => {
    const after = partsOf(save([report, trace], [mark(first, 'B1')]));
    for (const [name, text] of Object.entries(original)) {
      if ([...shared, 'xl/worksheets/sheet1.xml', 'xl/calcChain.xml'].includes(name)) continue;
      expect([name, after[name]]).toEqual([name, text]);
    }
  });

  test('of a marked sheet only the marks are new; taking them off gives the sheet as it was', () => {
    const marked = save([], [mark(first, 'B1'), mark(first, 'B2', 'warning'), mark(first, 'A1', 'rounding')]);
    const text = partsOf(marked)['xl/worksheets/sheet1.xml']!;
    const ours = text.match(/<conditionalFormatting[^>]*><cfRule[^>]*><formula>N\([^<]*<\/formula><\/cfRule><\/conditionalFormatting>/g)!;
    expect(ours).toHaveLength(3);
    const messages = text.match(/<dataValidation [^>]* promptTitle="决算说明助手·[^>]*\/>/g)!;
    // B1 has a validation of its own.
    expect(messages).toHaveLength(2);
    expect([...ours, ...messages].reduce((rest, one) => rest.replace(one, ''), text).replace('count="3"', 'count="1"')).toBe(sheet1);
    expect(partsOf(save([], [], marked))['xl/worksheets/sheet1.xml']).toBe(sheet1);
  });

  test('existing styles keep their numbers: the styles part is only appended to', () => {
    const styles = partsOf(save([report], [mark(first, 'B1')]))['xl/styles.xml']!;
    for (const list of ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs']) {
      const inner = (xml: string): string => new RegExp(`<${list}[^>]*>(.*)</${list}>`, 's').exec(xml)![1]!;
      expect(inner(styles).startsWith(inner(original['xl/styles.xml']!))).toBe(true);
      const items = inner(styles).match(
        new RegExp(`<${{ fonts: 'font', fills: 'fill', borders: 'border', cellXfs: 'xf', dxfs: 'dxf' }[list]}[ >]`, 'g'),
      );
      const count = Number(new RegExp(`<${list} count="(\\d+)"`).exec(styles)![1]);
      if (list !== 'dxfs') expect(count).toBe(items!.length);
    }
  });

  test('names, hidden sheets and the order of sheets are kept; ours stand behind', () => {
    const saved = save([report, trace]);
    const { sheets } = openWorkbook(saved, '副本.xlsx', '本年');
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      [first, 'visible'],
      ['Z04', 'hidden'],
      ['情况说明', 'visible'],
      ['数据溯源', 'visible'],
    ]);
    const book = partsOf(saved)['xl/workbook.xml']!;
    expect(book).toContain('<definedName name="合计">Z04!$A$1</definedName>');
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'财决''01'!$A$1:$B$2</definedName>`);
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="2">'情况说明'!$A$1:$B$40</definedName>`);
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="2">'情况说明'!$1:$1</definedName>`);
  });

  test('formulas of ours are recalculated on opening; without any, the calculation settings stay', () => {
    expect(partsOf(save([report]))['xl/workbook.xml']).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect(partsOf(save([report]))['xl/calcChain.xml']).toBeUndefined();
    const without = partsOf(save([trace]));
    expect(without['xl/workbook.xml']).toContain('<calcPr calcId="191029"/>');
    expect(without['xl/calcChain.xml']).toBe(original['xl/calcChain.xml']);
  });

  test('nothing to write and nothing to mark leaves every part as it was', () => {
    expect(partsOf(save([]))).toEqual(partsOf(userWorkbook()));
  });

  test('the input bytes are not written to', () => {
    const bytes = userWorkbook();
    const before = bytes.slice();
    save([report, trace], [mark(first, 'B1')], bytes);
    expect(bytes).toEqual(before);
  });
});

describe('marks', () => {
  const ruleOf = (bytes: Uint8Array, sqref: string): string =>
    new RegExp(`<conditionalFormatting sqref="${sqref}"><cfRule ([^>]*)>`).exec(partsOf(bytes)['xl/worksheets/sheet1.xml']!)![1]!;
  const fillOf = (bytes: Uint8Array, rule: string): string => {
    const dxfs = /<dxfs[^>]*>(.*)<\/dxfs>/s.exec(partsOf(bytes)['xl/styles.xml']!)![1]!.match(/<dxf>.*?<\/dxf>/gs)!;
    return /bgColor rgb="FF(\w+)"/.exec(dxfs[Number(/dxfId="(\d+)"/.exec(rule)![1])]!)![1]!;
  };

  test('each kind has its fill; cells of one kind share one format', () => {
    const saved = save([], [mark(first, 'B1'), mark(first, 'B2'), mark(first, 'A1', 'warning')]);
    expect(fillOf(saved, ruleOf(saved, 'B1 B2'))).toBe(markFills.error);
    expect(fillOf(saved, ruleOf(saved, 'A1'))).toBe(markFills.warning);
  });

  test("they stand behind the user's own conditional formats, with priorities of their own", () => {
    const saved = save([], [mark(first, 'B1')]);
    expect(ruleOf(saved, 'B1')).toContain('priority="4"');
    expect(packageFaults(saved)).toEqual([]);
  });

  test('marking again replaces earlier marks, also where Excel has put them together with other rules', () => {
    const merged = sheet1.replace(
      '</cfRule></conditionalFormatting>',
      `</cfRule><cfRule type="expression" dxfId="0" priority="9"><formula>${MARK_FORMULA.replace(/"/g, '&quot;')}</formula></cfRule></conditionalFormatting>`,
    );
    const saved = save([], [], userWorkbook({ 'xl/worksheets/sheet1.xml': merged }));
    expect(partsOf(saved)['xl/worksheets/sheet1.xml']).toBe(sheet1);
    const twice = save([], [mark(first, 'A1')], save([], [mark(first, 'B1')]));
    expect(partsOf(twice)['xl/worksheets/sheet1.xml']!.match(/N\(/g)).toHaveLength(1);
  });

  test('a mark of last year’s workbook or of a sheet that is not there is left out; one on our sheet lies on our sheet', () => {
    const elsewhere: Mark = { at: { book: lastYear, sheet: first, a1: 'B1' }, kind: 'error', note: '' };
    expect(partsOf(save([], [elsewhere, mark('没有的表', 'A1')]))['xl/worksheets/sheet1.xml']).toBe(sheet1);
    const own: Mark = { at: { book: suppliedBook, sheet: '数据溯源', a1: 'B2' }, kind: 'warning', note: '' };
    expect(partsOf(save([trace], [own]))['xl/worksheets/juesuan1.xml']).toContain(
      '<conditionalFormatting sqref="B2"><cfRule type="expression"',
    );
  });
});

describe('our sheets', () => {
  test('are read back as they were drawn, by us and by another library', async () => {
    const saved = save([report, trace]);
    expect(values(saved, '情况说明')!.values.slice(0, 6)).toEqual([
      ['2024年度单位决算情况说明', null],
      ['=1+1 不是公式', null],
      ['收、支总计 <1089.83> & "万元"\n第二行', 1089.83],
      [null, 0.01],
      [null, '✗'],
      [null, 'B1'],
    ]);
    const other = await readXlsx(saved);
    const read = other.sheets.find(({ name }) => name === '情况说明')!;
    expect(read.rows[2]).toEqual(['收、支总计 <1089.83> & "万元"\n第二行', 1089.83]);
    expect(other.sheets.map(({ name }) => name)).toEqual([first, 'Z04', '情况说明', '数据溯源']);
  });

  test('text that begins like a formula stays text, also after a person edits the cell', () => {
    const parts = partsOf(save([report]));
    const cell = /<c r="A2" s="(\d+)" t="inlineStr"><is><t[^>]*>=1\+1/.exec(parts['xl/worksheets/juesuan1.xml']!)!;
    const xfs = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(parts['xl/styles.xml']!)![1]!.match(/<xf .*?(?:<\/xf>|\/>(?=<xf|$))/gs)!;
    expect(xfs[Number(cell[1])]).toContain('quotePrefix="1"');
  });

  test('the package is what Excel accepts: order of elements, ids, relationships, content types, charts', () => {
    expect(packageFaults(save([report, trace], [mark(first, 'B1')]))).toEqual([]);
    expect(packageFaults(save([report, trace], [mark('情况说明', 'B3')], fileOf(clean())))).toEqual([]);
  });

  test('a cell to fill says what belongs there, with its list where it has one, and nothing is locked', () => {
    const sheet = partsOf(save([report]))['xl/worksheets/juesuan1.xml']!;
    expect(sheet).not.toContain('sheetProtection');
    expect(sheet).toMatch(
      /<dataValidations count="2"><dataValidation type="list"[^>]* sqref="B7" promptTitle="单位性质" prompt="选一项；影响公式">/,
    );
    expect(sheet).toContain('sqref="A2:A3" promptTitle="说明" prompt="第一行&#10;第二行"/>');
  });

  test('charts take their numbers from cells and carry them as cache', () => {
    const chart = partsOf(save([report, trace]))['xl/charts/juesuan1.xml']!;
    expect(chart).toContain("<c:f>'数据溯源'!$B$2:$B$3</c:f>");
    expect(chart).toContain('<c:v>1196.72</c:v>');
    expect(chart).toContain('图：C01 &amp; &lt;结构&gt;');
    expect(chart).toContain('<c:min val="0"/>');
  });

  test('links lead to cells of this workbook, whatever the sheet is called', () => {
    expect(partsOf(save([report]))['xl/worksheets/juesuan1.xml']).toContain(`<hyperlink ref="B6" location="'财决''01'!B1"/>`);
  });

  test('a number that is none never reaches a file', () => {
    const broken = { ...trace, cells: [{ row: 0, column: 0, value: NaN, style: 'tableNumber' as const }] };
    expect(() => save([broken])).toThrow(/A1 of 数据溯源/);
  });

  test('a list that Excel would refuse is our defect and fails at once', () => {
    expect(() => save([{ ...trace, lists: [{ range: 'A1', options: ['长'.repeat(256)] }] }])).toThrow(/drop-down list/);
  });
});

describe('saving again', () => {
  test('our sheets are replaced, not added; the same again gives the same bytes', () => {
    const once = save([report, trace], [mark(first, 'B1')]);
    const twice = save([report, trace], [mark(first, 'B1')], once);
    expect(twice).toEqual(once);
  });

  test('a replaced sheet keeps its place and takes its old drawing and charts with it', () => {
    const once = save([report, trace]);
    const twice = save([{ ...report, charts: [], cells: [{ row: 0, column: 0, value: '新的', style: 'title' }] }], [], once);
    expect(openWorkbook(twice, 'x.xlsx', '本年').sheets.map(({ name }) => name)).toEqual([first, 'Z04', '情况说明', '数据溯源']);
    expect(values(twice, '情况说明')!.values).toEqual([['新的']]);
    expect(Object.keys(partsOf(twice)).filter((name) => /chart|drawings\/juesuan/.test(name))).toEqual([]);
    expect(partsOf(twice)['xl/drawings/drawing1.xml']).toBe(original['xl/drawings/drawing1.xml']);
    expect(packageFaults(twice)).toEqual([]);
  });

  test('the calculation chain goes with a replaced sheet: it may name formulas that are no longer there', () => {
    const once = partsOf(save([trace]));
    expect(once['xl/calcChain.xml']).toBeDefined();
    expect(partsOf(save([trace], [], userWorkbook(once)))['xl/calcChain.xml']).toBeUndefined();
  });

  test('a sheet of ours that Excel has saved in the meantime is replaced with all its parts', () => {
    const once = partsOf(save([report, trace]));
    const renamed = JSON.parse(JSON.stringify(once).replace(/juesuan(\d)/g, 'sheet9$1')) as Record<string, string>;
    const twice = save([report, trace], [], userWorkbook(renamed));
    expect(Object.keys(partsOf(twice)).filter((name) => /sheet9/.test(name))).toEqual([]);
    expect(packageFaults(twice)).toEqual([]);
  });
});
