import { CFB, utils, write } from '@e965/xlsx';

/** A small .xls, and places in it to tell lies at. */
export class LyingXls {
  readonly stream: DataView;
  private readonly file: { readonly FullPaths: readonly string[]; readonly FileIndex: readonly { content: Uint8Array }[] };

  constructor() {
    const sheet = utils.aoa_to_sheet([
      ['金额', '支出决算表'],
      ['合计', 1],
    ]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '表');
    this.file = CFB.read(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer), {
      type: 'array',
    }) as typeof this.file;
    const entry = this.file.FileIndex[this.file.FullPaths.findIndex((name) => name.endsWith('/Workbook'))]!;
    entry.content = Uint8Array.from(entry.content);
    this.stream = new DataView(entry.content.buffer);
  }

  /** Where the first record of this type begins. */
  record(type: number): number {
    for (let at = 0; at + 4 <= this.stream.byteLength; at += 4 + this.stream.getUint16(at + 2, true))
      if (this.stream.getUint16(at, true) === type) return at;
    throw new Error(`no record ${type}`);
  }

  set(type: number, offset: number, value: number): this {
    this.stream.setUint16(this.record(type) + offset, value, true);
    return this;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(CFB.write(this.file as never, { type: 'array' }) as Iterable<number>);
  }
}
