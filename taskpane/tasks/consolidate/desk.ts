import { wholeWorkbook } from '../../../src/adapters/file/whole';
import { consolidate, readUnit, readWhole, type Consolidated } from '../../../src/app/consolidate';
import { consolidateText } from '../../../src/app/consolidate-text';
import type { Checked } from '../../../src/app/check';
import type { GivenBook, LeftOut } from '../../../src/consolidate/arrange';
import { UserError } from '../../../src/kernel/errors';
import type { Workbook } from '../../../src/kernel/workbook';
import { TaskDesk, type TaskState } from '../task-desk';

/** A unit's workbook as it was given: read, or refused with the reason. */
export interface GivenFile {
  readonly name: string;
  readonly book?: GivenBook;
  readonly why?: string;
}

export interface ConsolidateState extends TaskState {
  readonly files: readonly GivenFile[];
  readonly compared?: Consolidated;
  /** The check that it was compared with: after an edit of the workbook it is another one. */
  readonly from?: Checked;
  readonly notice?: string;
}

type Opens = (file: File) => Promise<Workbook>;

/** The state of 汇总 in the pane: the units that were given, and what came out. Knows neither React nor a host. */
export class ConsolidateDesk extends TaskDesk<ConsolidateState> {
  protected readonly stopped = '已取消；已读取的单位还在。';

  constructor(private readonly open: Opens) {
    super({ files: [] });
  }

  readonly clear = (): void => this.set({ files: [], compared: undefined, from: undefined });

  /** Adds workbooks of units. One that cannot be used is listed with the reason and stops no other. */
  readonly add = (files: readonly File[]): Promise<void> =>
    this.doing('', async () => {
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
    this.doing('', async () => {
      await this.step('与各单位比较', 0, 1);
      const whole = await readWhole(checked.workbook);
      const { given, unread } = this.books();
      this.set({ compared: consolidate(whole, given, unread), from: checked });
    });

  /** What was found, every cell of it, as a text to pass on. */
  found(): { readonly name: string; readonly bytes: Uint8Array; readonly words: string } | undefined {
    const { compared } = this.current;
    if (!compared) return undefined;
    const { result, left } = compared;
    const words = consolidateText(result, left);
    const bytes = new TextEncoder().encode(words);
    return { name: `${result.whole.unit || result.whole.file.replace(/\.[^.]*$/, '')}-汇总核对.txt`, bytes, words };
  }

  /** A 汇总 made from the units. Throws UserError where it is not certain what belongs in it. */
  made(name: string): { readonly name: string; readonly bytes: Uint8Array } {
    const { given, unread } = this.books();
    return { name: `${name}-汇总.xlsx`, bytes: wholeWorkbook(name, given, unread).bytes };
  }
}
