import { thisYear } from '../kit/books';
import { saveWorkbook } from '../../src/adapters/file/save';
import { excelMarker } from '../../src/adapters/officejs/marker';
import { isMarkFormula, markFills } from '../../src/app/mark-look';
import type { Mark } from '../../src/app/ports';
import { installExcel } from '../excel-host/client';
import { localAddress } from '../excel-host/addresses';
import { ExcelHost } from '../excel-host/host';
import type { SheetModel } from '../excel-host/model';
import { sample } from './doors';
import { asBook, partsOf, sheetPart } from './xlsx';

const file = 'sample-2024.xlsx';
const sheets = Object.freeze(asBook(sample(file), file).sheets.map(({ name }) => name));
const mark = (sheet: string, a1: string, kind: Mark['kind']): Mark => ({ at: { book: thisYear, sheet, a1 }, kind, note: '不平' });
const some: readonly Mark[] = [
  mark(sheets[0]!, 'E7', 'error'),
  mark(sheets[0]!, 'E9', 'error'),
  mark(sheets[0]!, 'C7', 'warning'),
  mark(sheets[2]!, 'D8', 'rounding'),
];
const other: readonly Mark[] = [mark(sheets[1]!, 'B9', 'error')];

/** A workbook that can be marked: what is marked, as `sheet cell kind`, and everything that stands in it beside the marks. */
interface Marked {
  mark(marks: readonly Mark[]): Promise<void>;
  clear(): Promise<void>;
  marks(): readonly string[];
  rest(): unknown;
}

const kindOf = (color: string): string =>
  Object.entries(markFills).find(([, fill]) => fill === color.replace('#', '').slice(-6))?.[0] ?? color;
const each = (sheet: string, range: string, color: string): readonly string[] =>
  range.split(/[ ,]/).map((a1) => `${sheet} ${a1} ${kindOf(color)}`);

class MarkedFile implements Marked {
  private bytes = saveWorkbook(sample(file), file, [], []);
  mark = (marks: readonly Mark[]): Promise<void> => {
    this.bytes = saveWorkbook(this.bytes, file, [], [...marks]);
    return Promise.resolve();
  };
  clear = (): Promise<void> => this.mark([]);
  marks(): readonly string[] {
    const parts = partsOf(this.bytes);
    const looks = [...(parts['xl/styles.xml'] ?? '').matchAll(/<dxf>[\s\S]*?<\/dxf>/g)].map(
      ([look]) => /bgColor rgb="(\w+)"/.exec(look)?.[1] ?? '',
    );
    return sheets.flatMap((sheet) =>
      [
        ...parts[sheetPart(parts, sheet)]!.matchAll(
          /<conditionalFormatting sqref="([^"]+)"><cfRule [^>]*dxfId="(\d+)"[^>]*><formula>([^<]*)</g,
        ),
      ]
        .filter(([, , , formula]) => isMarkFormula(formula!.replace(/&quot;/g, '"')))
        .flatMap(([, range, look]) => each(sheet, range!, looks[Number(look)]!)),
    );
  }
  rest(): unknown {
    const parts = partsOf(this.bytes);
    return sheets.map((sheet) => parts[sheetPart(parts, sheet)]);
  }
}

class MarkedExcel implements Marked {
  private readonly host = new ExcelHost(asBook(sample(file), file));
  private readonly marker = excelMarker();
  constructor() {
    installExcel(this.host);
  }
  mark = async (marks: readonly Mark[]): Promise<void> => void (await this.marker.mark(marks));
  clear = (): Promise<void> => this.marker.clear();
  marks = (): readonly string[] =>
    this.host.book.sheets.flatMap(({ name, conditions }) =>
      [...conditions]
        .reverse()
        .flatMap(({ formula, areas, look }) =>
          isMarkFormula(formula) ? each(name, areas.map(localAddress).join(), String(look['fill.color'])) : [],
        ),
    );
  rest = (): unknown =>
    this.host.book.sheets.map((sheet: SheetModel) =>
      JSON.stringify([...sheet.cells, sheet.merges, sheet.conditions, sheet.lookAt(6, 4, 'fill.color')]),
    );
}

describe.each([
  ['the file adapter', () => new MarkedFile()],
  ['Excel', () => new MarkedExcel()],
])('CellMarker: %s', (_name, make: () => Marked) => {
  test('marks exactly the cells it is told, by kind', async () => {
    const book = make();
    await book.mark(some);
    expect([...book.marks()].sort()).toEqual(some.map(({ at, kind }) => `${at.sheet} ${at.a1} ${kind}`).sort());
  });

  test('puts new marks in the place of all earlier ones', async () => {
    const book = make();
    await book.mark(some);
    await book.mark(other);
    expect(book.marks()).toEqual([`${sheets[1]} B9 error`]);
  });

  test('takes all marks off and leaves everything as it was', async () => {
    const book = make();
    const before = book.rest();
    await book.mark(some);
    expect(book.rest()).not.toEqual(before);
    await book.clear();
    expect(book.marks()).toEqual([]);
    expect(book.rest()).toEqual(before);
  });
});
