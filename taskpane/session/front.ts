import type { Host } from '../../src/app/ports';
import { withSheets } from '../../src/app/assistant';
import { leaving, LeftBehind } from '../../src/app/left-behind';
import { faultOf } from '../../src/kernel/errors';
import type { Progress } from '../../src/kernel/progress';
import type { Sheet, Workbook } from '../../src/kernel/workbook';
import { ownSheets } from '../../src/kernel/own-sheets';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { forgetUnsaved, keepUnsaved, takeUnsaved } from './unsaved';
import { stillHere } from './work';

/** How long after our own writing its events may still be on their way, in ms. */
const echo = 700;

/** How long after the last filled field 补充信息 is written, in ms. */
const settle = 1500;

/** The host refuses everything while a cell is being edited: no failure, only not yet. */
export const isTyping = (error: unknown): boolean => faultOf(error, 'typing') !== undefined;

/** The workbook in front as it is known here: what was read, and what we have put on our sheets or are about to put. */
export class Front {
  private known: Workbook | undefined;
  private writes = 0;
  /** 补充信息 as it is to be written once the hands are still. It counts already. */
  private pending: SheetPicture | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: Host,
    /** Runs a job when it is its turn; a failure is told to the user. */
    private readonly inTurn: (job: () => Promise<void>) => void,
  ) {}

  get workbook(): Workbook | undefined {
    return this.known;
  }
  /** Are changes that arrive now our own? */
  get isWriting(): boolean {
    return this.writes > 0;
  }

  /** Is there anything that still has to be written? */
  get isWaiting(): boolean {
    return this.pending !== undefined;
  }

  /** The page is about to go: what waits is written at once, and kept for the page that follows should that be cut short. */
  flush(): void {
    if (!this.pending) return;
    clearTimeout(this.timer);
    const file = this.known?.file ?? '';
    keepUnsaved(file, this.pending);
    void this.host.sink.write([this.pending]).then(
      () => forgetUnsaved(file),
      () => undefined,
    );
    this.pending = undefined;
  }

  async read(progress: Progress): Promise<Workbook> {
    const workbook = await this.host.source.read(progress);
    const left = this.known || this.host.can.writeCheaply ? undefined : takeUnsaved(workbook.file);
    if (left) {
      this.pending = left;
      this.putSoon();
    }
    this.known = this.pending ? withSheets(workbook, [snapshotOf(this.pending)]) : workbook;
    return this.known;
  }

  sheet(name: string): Sheet | undefined {
    return this.known?.sheets.find((sheet) => sheet.name.trim() === name);
  }

  /** Tells what the host could not do beside words, figures and charts. */
  async write(pictures: readonly SheetPicture[], progress?: Progress): Promise<string> {
    this.writes++;
    try {
      const left = await this.host.sink.write(pictures, progress);
      this.hold(pictures);
      if (pictures.some(({ name }) => name === ownSheets.supplement)) this.pending = undefined;
      return left.join('');
    } finally {
      setTimeout(() => this.writes--, echo);
    }
  }

  /** Keeps 补充信息: at once where writing costs nothing; else fields that are filled one after the other are written once. */
  async keep(picture: SheetPicture): Promise<void> {
    if (this.host.can.writeCheaply) return void (await this.write([picture]));
    this.hold([picture]);
    this.pending = picture;
    this.putSoon();
  }

  private hold(pictures: readonly SheetPicture[]): void {
    if (this.known) this.known = withSheets(this.known, pictures.map(snapshotOf));
  }

  private putSoon(): void {
    clearTimeout(this.timer);
    const put = async (): Promise<void> => {
      try {
        if (this.pending) await leaving(stillHere, () => this.write([this.pending!]));
      } catch (error) {
        if (!(error instanceof LeftBehind) || !isTyping(error.reason)) throw error;
        this.putSoon();
      }
    };
    this.timer = setTimeout(() => this.inTurn(put), settle);
  }

  forget(): void {
    clearTimeout(this.timer);
    this.pending = this.known = undefined;
  }
}
