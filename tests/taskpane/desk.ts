import { product } from '../../src/product/index';
import { FileHost } from '../../taskpane/files/file-host';
import type { FileJobs } from '../../taskpane/files/jobs';
import { Session } from '../../taskpane/session/session';
import type { Mark } from '../../src/app/ports';
import type { Sheet, Workbook } from '../../src/kernel/workbook';
import { UserError } from '../../src/kernel/errors';
import { isOwnSheet } from '../../src/kernel/own-sheets';
import type { SheetPicture } from '../../src/sheets/picture/picture';

/** A session over the real use cases and a host in memory whose cells a test can edit, like a user in Excel. */
export class Desk {
  readonly written: string[][] = [];
  readonly session: Session;
  readonly host: FileHost;
  /** What the user has done to our own sheets by hand. */
  byHand: (sheet: Sheet) => Sheet = (sheet) => sheet;
  private listener: ((change: { sheet: string; a1: string }) => void) | undefined;

  constructor(public workbook: Workbook) {
    const jobs: FileJobs = {
      open: (_bytes, file) =>
        file.endsWith('.txt')
          ? Promise.reject(new UserError({ code: 'foreignFormat', format: 'unknown' }, `“${file}”不是工作簿。`, { file }))
          : Promise.resolve(this.workbook),
      save: () => Promise.resolve({ bytes: new Uint8Array() }),
    };
    this.host = new FileHost(jobs);
    const read = this.host.source.read;
    const write = this.host.sink.write;
    Object.assign(this.host, {
      can: { markByDefault: false, writeCheaply: false, editableByUser: true, keepsUndo: true },
      source: {
        // Like Excel: what is read is what stands there now.
        read: async () => {
          const now = await read();
          const own = now.sheets.filter(({ name }) => isOwnSheet(name));
          return { ...this.workbook, sheets: [...this.workbook.sheets, ...own.map(this.byHand)] };
        },
      },
      sink: {
        write: (pictures: readonly SheetPicture[]) => {
          this.written.push(pictures.map(({ name }) => name));
          return write(pictures);
        },
      },
      settings: memory(),
      events: {
        onChanged: (listener: (change: { sheet: string; a1: string }) => void) => {
          this.listener = listener;
          return Promise.resolve(() => undefined);
        },
        onSelected: this.host.events.onSelected,
      },
    });
    this.session = new Session(this.host, product);
  }

  async open(): Promise<void> {
    await this.session.listen();
    await this.session.openWith(() => this.host.open(new Uint8Array(), this.workbook.file));
  }

  /** The user types: the cells change, the host says so, the pane waits until the hands are still. */
  async edit(workbook: Workbook, sheet: string): Promise<void> {
    this.workbook = workbook;
    this.listener?.({ sheet, a1: 'A1' });
    await until(() => this.session.state().outdated);
    await until(() => !this.session.state().outdated);
    await until(() => this.session.state().work === undefined);
  }

  get marks(): readonly Mark[] {
    return this.host.state().marks;
  }
}

function memory() {
  const kept = new Map<string, string>();
  return {
    get: (key: string) => Promise.resolve(kept.get(key)),
    set: (key: string, value: string) => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
}

export async function until(holds: () => boolean, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
