/** One record of a BIFF8 stream. */
interface BiffRecord {
  readonly type: number;
  /** Position of its data. */
  readonly at: number;
  readonly length: number;
}

export const recordType = {
  eof: 0x0a,
  filePass: 0x2f,
  font: 0x31,
  boundSheet: 0x85,
  palette: 0x92,
  mulRk: 0xbd,
  mulBlank: 0xbe,
  xf: 0xe0,
  format: 0x41e,
  bof: 0x809,
} as const;

/** Single cells: row, column and style stand at the beginning of each of these. */
const cellTypes = new Set([0x06, 0xd6, 0xfd, 0x201, 0x203, 0x204, 0x205, 0x27e]);

export const recordView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The records of one substream: from its BOF up to the EOF that closes it; embedded charts are stepped over. */
export function* substream(view: DataView, from: number): Generator<BiffRecord> {
  let depth = 0;
  for (let at = from; at + 4 <= view.byteLength;) {
    const record = { type: view.getUint16(at, true), at: at + 4, length: view.getUint16(at + 2, true) };
    at = record.at + record.length;
    if (record.type === recordType.bof) depth++;
    else if (record.type === recordType.eof) {
      depth--;
      if (depth === 0) return;
    } else if (depth === 1) yield record;
  }
}

/** Does a workbook stream ask for a password? The record that says so stands among the first of its globals, in plain. */
export function isEncrypted(view: DataView): boolean {
  for (const { type } of substream(view, 0)) {
    if (type === recordType.filePass) return true;
    if (type === recordType.boundSheet) return false;
  }
  return false;
}

/** A string with a count of `wide` bytes, then a flag byte, then Latin-1 or UTF-16 characters. */
export function biffText(view: DataView, at: number, wide: 1 | 2): string {
  const count = wide === 1 ? view.getUint8(at) : view.getUint16(at, true);
  const double = (view.getUint8(at + wide) & 1) === 1;
  const start = at + wide + 1;
  return Array.from({ length: count }, (_, i) =>
    String.fromCharCode(double ? view.getUint16(start + 2 * i, true) : view.getUint8(start + i)),
  ).join('');
}

/** Calls back with row, column and style index of every cell of a worksheet, blank ones included. */
export function eachCellStyle(view: DataView, from: number, found: (row: number, column: number, style: number) => void): void {
  for (const { type, at, length } of substream(view, from)) {
    const row = (): number => view.getUint16(at, true);
    const column = (): number => view.getUint16(at + 2, true);
    if (cellTypes.has(type)) found(row(), column(), view.getUint16(at + 4, true));
    else if (type === recordType.mulBlank || type === recordType.mulRk) {
      const step = type === recordType.mulBlank ? 2 : 6;
      for (let i = 0; 4 + step * (i + 1) + 2 <= length; i++) found(row(), column() + i, view.getUint16(at + 4 + step * i, true));
    }
  }
}
