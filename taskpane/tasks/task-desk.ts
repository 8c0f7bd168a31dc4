import { UserError } from '../../src/kernel/errors';
import { Cancelled, type Progress } from '../../src/kernel/progress';
import { breathe, TURN } from '../session/breathe';
import { Observed } from '../session/observed';

export interface TaskState {
  readonly work?: { readonly step: string; readonly done: number; readonly total: number };
  /** What went wrong and what to do; `details` for a defect of ours. */
  readonly problem?: { readonly message: string; readonly details?: string };
  readonly notice?: string;
}

/** The state of a task with jobs of its own beside the session's: one at a time, with progress, cancel and failures in words. */
export abstract class TaskDesk<State extends TaskState> extends Observed<State> {
  private cancelled = false;
  /** What is said after 取消. */
  protected abstract readonly stopped: string;

  readonly cancel = (): void => {
    this.cancelled = true;
  };
  readonly dismiss = (): void => this.tell({ problem: undefined, notice: undefined });

  private tell(change: TaskState): void {
    this.set(change as Partial<State>);
  }

  /** Shows a step and lets the page draw it. */
  protected async step(step: string, done: number, total: number): Promise<void> {
    this.tell({ work: { step, done, total } });
    await breathe();
    if (this.cancelled) throw new Cancelled();
  }

  /** Steps that may be many: shown only when the page was held up long enough. */
  private progress(): Progress {
    let last = performance.now();
    return async (words, done, total) => {
      if (this.cancelled) throw new Cancelled();
      if (performance.now() - last < TURN) return;
      await this.step(words, done, total);
      last = performance.now();
    };
  }

  /** Runs a job unless one is under way. Never rejects: what goes wrong becomes a problem. */
  protected async doing(step: string, job: (progress: Progress) => Promise<void>): Promise<void> {
    if (this.current.work) return;
    this.cancelled = false;
    this.tell({ work: { step, done: 0, total: 0 }, problem: undefined, notice: undefined });
    try {
      await breathe();
      await job(this.progress());
    } catch (error) {
      this.tell(error instanceof Cancelled ? { notice: this.stopped } : { problem: problemOf(error) });
    } finally {
      this.tell({ work: undefined });
    }
  }
}

function problemOf(error: unknown): TaskState['problem'] {
  if (error instanceof UserError) return { message: error.message };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: '程序出现了意外情况，这一步没有完成；没有改动任何文件。', details };
}
