import { wholeWorkbook } from '../../../src/adapters/file/whole';
import { consolidate, readUnit, readWhole, type Consolidated } from '../../../src/app/consolidate';
import type { Checked } from '../../../src/app/check';
import type { GivenBook, LeftOut } from '../../../src/consolidate/arrange';
import { UserError } from '../../../src/kernel/errors';
import { Cancelled } from '../../../src/kernel/progress';
import type { Workbook } from '../../../src/kernel/workbook';

/** A unit's workbook as it was given: read, or refused with the reason. */
export interface GivenFile {
  readonly name: string;
  readonly book?: GivenBook;
  readonly why?: string;
}

export interface ConsolidateState {
  readonly files: readonly GivenFile[];
  readonly compared?: Consolidated;
  /** The check that it was compared with: after an edit of the workbook it is another one. */
  readonly from?: Checked;
  readonly work?: { readonly step: string; readonly done: number; readonly total: number };
  readonly problem?: { readonly message: string; readonly details?: string };
  readonly notice?: string;
}

type Opens = (file: File) => Promise<Workbook>;
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The state of 汇总 in the pane: the units that were given, and what came out. Knows neither React nor a host. */
export class ConsolidateDesk {
  private current: ConsolidateState = { files: [] };
  private readonly listeners = new Set<() => void>();
  private cancelled = false;

  constructor(private readonly open: Opens) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly state = (): ConsolidateState => this.current;
  private set(change: Partial<ConsolidateState>): void {
    this.current = { ...this.current, ...change };
    this.listeners.forEach((listener) => listener());
  }

  readonly cancel = (): void => {
    this.cancelled = true;
  };
  readonly dismiss = (): void => this.set({ problem: undefined, notice: undefined });
  readonly clear = (): void => this.set({ files: [], compared: undefined, from: undefined });

  /** Adds workbooks of units. One that cannot be used is listed with the reason and stops no other. */
  readonly add = (files: readonly File[]): Promise<void> =>
    this.doing(async () => {
      for (const [i, file] of files.entries()) {
        await this.step(`读取 ${file.name}`, i, files.length);
        const given = await this.read(file);
        this.set({ files: [...this.current.files, given], compared: undefined, from: undefined });
      }
    });

  private async read(file: File): Promise<GivenFile> {
    try {
      return { name: file.name, book: await readUnit(await this.open(file)) };
    } catch (error) {
      if (error instanceof UserError) return { name: file.name, why: error.message };
      throw error;
    }
  }

  private books(): { readonly given: readonly GivenBook[]; readonly unread: readonly LeftOut[] } {
    const { files } = this.current;
    return {
      given: files.flatMap(({ book }) => book ?? []),
      unread: files.flatMap(({ name, why }) => (why === undefined ? [] : [{ file: name, why }])),
    };
  }

  /** Sets the workbook in front against the units. */
  readonly compare = (checked: Checked): Promise<void> =>
    this.doing(async () => {
      await this.step('与各单位比较', 0, 1);
      const whole = await readWhole(checked.workbook);
      const { given, unread } = this.books();
      this.set({ compared: consolidate(whole, given, unread), from: checked });
    });

  /** A 汇总 made from the units. Throws UserError where it is not certain what belongs in it. */
  made(name: string): { readonly name: string; readonly bytes: Uint8Array } {
    const { given, unread } = this.books();
    return { name: `${name}-汇总.xlsx`, bytes: wholeWorkbook(name, given, unread).bytes };
  }

  private async step(step: string, done: number, total: number): Promise<void> {
    this.set({ work: { step, done, total } });
    await breathe();
    if (this.cancelled) throw new Cancelled();
  }

  private async doing(job: () => Promise<void>): Promise<void> {
    if (this.current.work) return;
    this.cancelled = false;
    this.set({ work: { step: '', done: 0, total: 0 }, problem: undefined, notice: undefined });
    try {
      await job();
    } catch (error) {
      this.set(error instanceof Cancelled ? { notice: '已取消；已读取的单位还在。' } : { problem: problemOf(error) });
    } finally {
      this.set({ work: undefined });
    }
  }
}

function problemOf(error: unknown): ConsolidateState['problem'] {
  if (error instanceof UserError) return { message: error.message };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: '程序出现了意外情况，这一步没有完成；没有改动任何文件。', details };
}
