import { PackageError } from '../../ooxml/fault';
import { sheetLimits } from '../../ooxml/sheet/limits';
import { recordType, recordView } from './biff';
import { sharedStringsFit, type RecordData } from './biff-strings';

const type = { more: 0x3c, columns: 0x7d, mulRk: recordType.mulRk, merges: 0xe5, sharedStrings: 0xfc } as const;
/** The older two have the same form. */
const formulas = new Set([0x06, 0x206, 0x406]);
const cells = new Set<number>([...formulas, type.mulRk, 0xd6, 0xfd, 0x203, 0x204, 0x205, 0x27e]);

/** Where a record that ends in a string has its count, and in how many bytes. */
const texts = new Map<number, { readonly at: number; readonly wide: 1 | 2 }>([
  [recordType.boundSheet, { at: 6, wide: 1 }],
  [0xd6, { at: 6, wide: 2 }],
  [0x204, { at: 6, wide: 2 }],
  [0x207, { at: 0, wide: 2 }],
  [recordType.format, { at: 2, wide: 2 }],
]);

/** Besides those: begin, end, 1904 dates, code page, kind of sheet, styles, dimensions, rows. */
const others = [
  recordType.bof,
  recordType.eof,
  0x22,
  0x42,
  0x81,
  recordType.xf,
  0x200,
  0x208,
  type.columns,
  type.merges,
  type.sharedStrings,
];
const wanted = new Set<number>([...others, ...cells, ...texts.keys()]);

/** A record that the library steps over: which cells are selected. */
const ignored = 0x1d;
const versions = { biff8: 0x600, biff5: 0x500 } as const;
const lastColumn = 255;

/** Where the length of a formula stands in its record, and the formula itself begins. */
const formula = { length: 20, begin: 22 } as const;

/** Of what the library does more often than the file is long: merges copied with each record that has some, columns counted out. */
const mostWork = 50_000_000;

/**
 * A copy of a workbook stream with nothing in it but what is read from it: values, formats, merges, sizes. The library parses
 * two hundred other records, and formulas, in loops that do not end when a record is shorter than it claims.
 * Throws PackageError when a record that stays lies about its length, its count or its place.
 */
export function plainStream(stream: Uint8Array): Uint8Array {
  const copy = stream.slice();
  const view = recordView(copy);
  const records = new Records(view);
  let kept = false;
  let at = 0;
  while (at + 4 <= copy.length) {
    const code = view.getUint16(at, true);
    // Behind the last sheet anything may stand.
    if (records.depth === 0 && code !== recordType.bof) break;
    const part = partAt(view, at);
    if (code !== type.more) {
      kept = wanted.has(code);
      if (kept) records.check(code, chainFrom(view, part));
    }
    if (!kept) view.setUint16(at, ignored, true);
    at = part.at + part.length;
  }
  return copy.subarray(0, Math.min(at, copy.length));
}

const must = (fits: boolean): void => {
  if (!fits) throw new PackageError({ kind: 'notZip' });
};

function partAt(view: DataView, at: number): RecordData {
  const part = { at: at + 4, length: view.getUint16(at + 2, true) };
  must(part.at + part.length <= view.byteLength);
  return part;
}

/** A record and those that continue it. */
function chainFrom(view: DataView, first: RecordData): readonly RecordData[] {
  const parts: RecordData[] = [first];
  for (let at = first.at + first.length; at + 4 <= view.byteLength && view.getUint16(at, true) === type.more;) {
    const part = partAt(view, at);
    parts.push(part);
    at = part.at + part.length;
  }
  return parts;
}

class Records {
  depth = 0;
  private sheets = 0;
  private merges = 0;
  private work = 0;
  /** One version for all: what the first record says. */
  private readonly old: boolean;

  constructor(private readonly view: DataView) {
    this.old = view.byteLength >= 6 && view.getUint16(4, true) === versions.biff5;
  }

  /** Throws when the record lies; makes a formula empty, and ends columns where the sheet does. */
  check(code: number, chain: readonly RecordData[]): void {
    const [{ at, length }] = chain as [RecordData];
    const size = chain.reduce((sum, part) => sum + part.length, 0);
    const number = (offset: number): number => this.view.getUint16(at + offset, true);
    if (cells.has(code)) must(length >= 6 && number(2) <= lastColumn);
    if (texts.has(code)) this.text(code, at, size);
    if (formulas.has(code)) this.formula(at, length, size);
    switch (code) {
      case recordType.bof:
        must(length >= 4);
        this.view.setUint16(at, this.old ? versions.biff5 : versions.biff8, true);
        this.depth += 1;
        break;
      case recordType.eof:
        must(length === 0);
        this.depth -= 1;
        break;
      case recordType.boundSheet:
        this.sheets += 1;
        if (this.sheets > sheetLimits.sheets) throw new PackageError({ kind: 'tooManySheets', limit: sheetLimits.sheets });
        break;
      case type.merges:
        must(length >= 2 && 2 + 8 * number(0) <= size);
        this.merges += number(0);
        this.work += this.merges;
        break;
      case type.columns:
        must(length >= 4);
        this.view.setUint16(at + 2, Math.min(number(2), lastColumn), true);
        this.work += number(2);
        break;
      case type.sharedStrings:
        must(sharedStringsFit(this.view, chain, size));
    }
    must(this.work <= mostWork);
  }

  /** Its result stays. */
  private formula(at: number, length: number, size: number): void {
    must(length >= formula.begin);
    const claimed = this.view.getUint16(at + formula.length, true);
    must(claimed === 0xffff || formula.begin + claimed <= size);
    this.view.setUint16(at + formula.length, 0, true);
  }

  private text(code: number, at: number, size: number): void {
    const place = texts.get(code)!;
    const wide = this.old && code === recordType.format ? 1 : place.wide;
    must(place.at + wide <= size);
    const count = wide === 1 ? this.view.getUint8(at + place.at) : this.view.getUint16(at + place.at, true);
    // The newer format has a byte of flags before the characters.
    must(count === 0 || place.at + wide + (this.old ? 0 : 1) + count <= size);
  }
}
