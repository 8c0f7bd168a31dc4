import fs from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../src/adapters/file/open';
import { saveWorkbook } from '../../src/adapters/file/save';
import { excelHost } from '../../src/adapters/officejs/host';
import type { Mark } from '../../src/app/ports';
import { quoteSheet } from '../../src/kernel/address';
import type { Scalar, Workbook } from '../../src/kernel/workbook';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { installExcel } from '../excel-host/client';
import { ExcelHost } from '../excel-host/host';
import { asBook } from './xlsx';

/** One way into the product: the same workbook, read, written and read again. */
export interface Door {
  readonly name: string;
  read(): Promise<Workbook>;
  write(pictures: readonly SheetPicture[], marks: readonly Mark[]): Promise<void>;
}

export const sample = (file: string): Uint8Array => new Uint8Array(fs.readFileSync(path.join('assets/samples', file)));

/** The saved copy takes the place of the file, as it does for a user who opens it again. */
export class FileDoor implements Door {
  readonly name = 'the file adapter';
  constructor(
    public bytes: Uint8Array,
    private readonly file: string,
  ) {}
  read = (): Promise<Workbook> => Promise.resolve(openWorkbook(this.bytes, this.file, '本年'));
  write = (pictures: readonly SheetPicture[], marks: readonly Mark[]): Promise<void> => {
    this.bytes = saveWorkbook(this.bytes, this.file, [...pictures], [...marks]);
    return Promise.resolve();
  };
}

/** Excel with the file open. A formula of ours shows the result that its picture carries, as calculation would. */
export class ExcelDoor implements Door {
  readonly name = 'Excel';
  readonly excel: ExcelHost;
  private readonly adapter = excelHost();
  private results = new Map<string, Scalar>();

  constructor(bytes: Uint8Array, file: string) {
    // The oldest Excel that the manifest admits: a newer member would be refused by the client.
    this.excel = new ExcelHost(asBook(bytes, file), {
      api: '1.9',
      calculate: (_formula, { sheet, row, column }) => this.results.get(`${quoteSheet(sheet)}${row},${column}`),
    });
  }
  private use(): void {
    installExcel(this.excel);
  }
  read = (): Promise<Workbook> => {
    this.use();
    return this.adapter.source.read();
  };
  write = async (pictures: readonly SheetPicture[], marks: readonly Mark[]): Promise<void> => {
    this.use();
    for (const { name, cells } of pictures) {
      for (const { row, column, formula, value } of cells)
        if (formula !== undefined) this.results.set(`${quoteSheet(name)}${row},${column}`, value ?? '');
    }
    await this.adapter.sink.write(pictures);
    await this.adapter.marker.mark(marks);
  };
}
