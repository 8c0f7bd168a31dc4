import { CFB } from '@e965/xlsx';
import { eachCellStyle, recordType } from '../../../src/adapters/file/biff';
import { saveWorkbook } from '../../../src/adapters/file/save';
import { stylesOfXls } from '../../../src/adapters/file/xls-styles';
import { fileOf, partsOf, sheet } from './bytes';
import { packageFaults } from './package-faults';

const u16 = (n: number): number[] => [n & 0xff, (n >> 8) & 0xff];
const u32 = (n: number): number[] => [...u16(n), ...u16(Math.floor(n / 65536))];
const record = (type: number, data: readonly number[]): number[] => [...u16(type), ...u16(data.length), ...data];
const view = (...records: readonly (readonly number[])[]): DataView => new DataView(Uint8Array.from(records.flat()).buffer);
const bof = record(recordType.bof, new Array<number>(16).fill(0));
const eof = record(recordType.eof, []);

const font = (name: string, points: number, more: { bold?: boolean; italic?: boolean; color?: number } = {}): number[] =>
  record(recordType.font, [
    ...u16(points * 20),
    ...u16(more.italic ? 2 : 0),
    ...u16(more.color ?? 0x7fff),
    ...u16(more.bold ? 700 : 400),
    0,
    0,
    0,
    0,
    134,
    0,
    name.length,
    1,
    ...[...name].flatMap((c) => u16(c.charCodeAt(0))),
  ]);
interface Xf {
  readonly font?: number;
  readonly format?: number;
  readonly align?: number;
  readonly lines?: number;
  readonly more?: number;
  readonly colors?: number;
  readonly unlocked?: boolean;
}
const xf = (x: Xf): number[] =>
  record(recordType.xf, [
    ...u16(x.font ?? 0),
    ...u16(x.format ?? 0),
    ...u16(x.unlocked ? 0 : 1),
    x.align ?? 0x20,
    0,
    0,
    0,
    ...u32(x.lines ?? 0),
    ...u32(x.more ?? 0),
    ...u16(x.colors ?? 0),
  ]);
const styles = (xml: string): readonly string[] => /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)![1]!.match(/<xf .*?<\/xf>/gs)!;

describe('styles of an .xls', () => {
  const fonts = [font('宋体', 11), font('宋体', 11), font('宋体', 11), font('宋体', 11), font('黑体', 18, { bold: true, color: 10 })];

  test('style numbers stay; fonts come over with name, size, weight and colour, the missing number 4 counted', () => {
    const xml = stylesOfXls(view(bof, ...fonts, xf({}), xf({ font: 5 }), eof));
    expect(styles(xml)).toHaveLength(2);
    expect(styles(xml)[1]).toContain('fontId="4"');
    expect(xml).toContain('<font><b/><sz val="18"/><color indexed="10"/><name val="黑体"/><charset val="134"/></font>');
    expect(xml).toContain('<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>');
  });

  test('borders, fills, alignment and protection', () => {
    // Thin on all sides in colour 8; solid fill in colour 43; centred both ways with wrapping; unlocked.
    const lines = 0x1111 + (8 << 16) + 8 * 2 ** 23;
    const xml = stylesOfXls(
      view(bof, ...fonts, xf({}), xf({ lines, more: 8 + (8 << 7) + 2 ** 26, colors: 43 + (64 << 7), align: 0x1a, unlocked: true }), eof),
    );
    const side = (name: string): string => `<${name} style="thin"><color indexed="8"/></${name}>`;
    expect(xml).toContain(`<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`);
    expect(xml).toContain('<fill><patternFill patternType="solid"><fgColor indexed="43"/></patternFill></fill>');
    expect(styles(xml)[1]).toMatch(
      /fillId="2" borderId="1".*<alignment horizontal="center" vertical="center" wrapText="1"\/><protection locked="0"\/>/,
    );
    expect(styles(xml)[0]).toMatch(/fillId="0" borderId="0".*<alignment horizontal="general" vertical="bottom"\/><\/xf>/);
  });

  test('number formats of the file and its own palette', () => {
    const code = '#,##0.00_ ';
    const format = record(recordType.format, [...u16(176), ...u16(code.length), 0, ...[...code].map((c) => c.charCodeAt(0))]);
    const palette = record(recordType.palette, [...u16(2), 1, 2, 3, 0, 255, 0, 16, 0]);
    const xml = stylesOfXls(view(bof, format, palette, ...fonts, xf({ format: 176 }), eof));
    expect(xml).toContain('<numFmt numFmtId="176" formatCode="#,##0.00_ "/>');
    expect(styles(xml)[0]).toContain('numFmtId="176"');
    expect(xml).toContain('<rgbColor rgb="0000FFFF"/><rgbColor rgb="00010203"/>');
    expect(xml).toContain('<rgbColor rgb="00FF0010"/></indexedColors>');
  });

  test('every cell of a sheet has its style, in single and in packed records; embedded charts are stepped over', () => {
    const inner = [...bof, ...record(0x201, [...u16(9), ...u16(9), ...u16(9)]), ...eof];
    const stream = view(
      bof,
      record(0x201, [...u16(0), ...u16(1), ...u16(7)]),
      inner,
      record(recordType.mulBlank, [...u16(2), ...u16(3), ...u16(4), ...u16(5), ...u16(4)]),
      record(recordType.mulRk, [...u16(3), ...u16(0), ...u16(6), ...u32(0), ...u16(8), ...u32(0), ...u16(1)]),
      eof,
    );
    const found: number[][] = [];
    eachCellStyle(stream, 0, (...cell) => found.push(cell));
    expect(found).toEqual([
      [0, 1, 7],
      [2, 3, 4],
      [2, 4, 5],
      [3, 0, 6],
      [3, 1, 8],
    ]);
  });

  test('a saved .xls has its own fonts and the borders of its blank cells', () => {
    const container = CFB.read(fileOf({ sheets: [sheet('表', [['a', 1]])] }, 'xls'), { type: 'array' });
    const entry = CFB.find(container, '/Workbook')!;
    const stream = Uint8Array.from(entry.content as ArrayLike<number>);
    const own = new DataView(stream.buffer);
    // A blank cell is put in front of the last EOF, which closes the only sheet.
    const blank = record(0x201, [...u16(4), ...u16(2), ...u16(15)]);
    const end = stream.length - 4;
    expect(own.getUint16(end, true)).toBe(recordType.eof);
    entry.content = Uint8Array.from([...stream.subarray(0, end), ...blank, ...stream.subarray(end)]) as never;
    entry.size = entry.content.length;
    const saved = saveWorkbook(new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer), '决算.xls', [], []);
    const parts = partsOf(saved);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(
      /<c r="A1" s="\d+" t="inlineStr"><is><t xml:space="preserve">a<\/t><\/is><\/c><c r="B1" s="\d+"[^>]*><v>1<\/v><\/c><\/row><row r="5"><c r="C5" s="15"\/><\/row>/,
    );
    expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/ level="/);
    expect(packageFaults(saved)).toEqual([]);
  });
});
