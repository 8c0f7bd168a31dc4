import { openText } from '../../../src/adapters/word/open-text';
import { COMMENT_AUTHOR } from '../../../src/adapters/word/proof-text';
import type { Checked } from '../../../src/app/check';
import { learnProfile } from '../../../src/app/learn';
import { rolledLines, rolledWord, rollFile, type RolledFile, type RollSource } from '../../../src/app/roll';
import { decided } from '../../../src/roll/decide';
import type { RolledCounts } from '../../../src/roll/model';
import type { LearnedProfile } from '../../../src/roll/learn/learn';
import type { Writing } from '../../../src/roll/own';
import { emptySupplements } from '../../../src/supplements/merge';
import { TaskDesk, type TaskState } from '../task-desk';

export interface RollState extends TaskState {
  /** Last year's document, once one was opened. */
  readonly source?: RollSource;
  readonly made?: RolledFile;
  /** The check that it was made from: after an edit of the workbook it is another one. */
  readonly from?: Checked;
  /** Changes that the user keeps out, by `changeId`. */
  readonly kept: ReadonlySet<string>;
  /** What the document shows of the unit's way of writing; shown before it is kept. */
  readonly learned?: LearnedProfile;
  readonly notice?: string;
}

/** The state of 承上年 in the pane. Knows neither React nor Excel; what is open it is told. */
export class RollDesk extends TaskDesk<RollState> {
  protected readonly stopped = '已取消，没有改动任何文件。';

  constructor(private readonly writing: Writing) {
    super({ kept: new Set() });
  }

  /** Opens last year's document; one that cannot be used leaves the one before. */
  readonly open = (file: { readonly name: string; arrayBuffer(): Promise<ArrayBuffer> }): Promise<void> =>
    this.doing(`打开 ${file.name}`, async () => {
      const source = openText(new Uint8Array(await file.arrayBuffer()), file.name);
      this.set({ source, made: undefined, from: undefined, learned: undefined, kept: new Set() });
    });

  /** Makes this year's document of it. */
  readonly roll = (checked: Checked): Promise<void> =>
    this.doing('改成本年', async (progress) => {
      const { source } = this.current;
      if (!source) return;
      const made = await rollFile(source, checked, this.writing, progress);
      this.set({ made, from: checked, kept: new Set() });
    });

  /** Learns the unit's own profile from the document, by last year's workbook. */
  readonly learn = ({ years: { before }, lastSupplements = emptySupplements }: Checked): Promise<void> =>
    this.doing('学口径', async (progress) => {
      const { source } = this.current;
      if (!source || !before) return;
      const input = { years: { now: before }, supplements: lastSupplements };
      this.set({ learned: await learnProfile(source.document, input, this.writing, progress) });
    });

  readonly forgetLearned = (): void => this.set({ learned: undefined });

  /** A step of the panel with the same care for failures. */
  readonly attempt = (step: string, job: () => Promise<void>): Promise<void> => this.doing(step, job);

  /** Keeps changes out (last year's words stay), or takes them in again. */
  readonly keep = (ids: readonly string[], out: boolean): void => {
    const kept = new Set(this.current.kept);
    for (const id of ids) {
      if (out) kept.add(id);
      else kept.delete(id);
    }
    this.set({ kept });
  };

  /** As it would be saved now. */
  counts(): RolledCounts | undefined {
    const { made, kept } = this.current;
    return made && decided(made.rolled, kept).counts;
  }

  /** The file to save, and its text for the clipboard. `date` is an ISO date and time. */
  file(date: string): { readonly name: string; readonly bytes: Uint8Array; readonly words: string; readonly word: boolean } | undefined {
    const { source, made, kept } = this.current;
    if (!source || !made) return undefined;
    const words = `${rolledLines(made, kept).join('\n')}\n`;
    const stem = source.document.file.replace(/\.[^.]*$/, '');
    return source.word
      ? { name: `${stem}-承上年.docx`, bytes: rolledWord(source.word, made, { author: COMMENT_AUTHOR, date }, kept), words, word: true }
      : { name: `${stem}-承上年.txt`, bytes: new TextEncoder().encode(words), words, word: false };
  }
}
