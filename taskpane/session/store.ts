import { Cancelled, type Progress } from '../../src/kernel/progress';
import { faultOf, UserError } from '../../src/kernel/errors';
import { LeftBehind } from '../../src/app/left-behind';
import { breathe, TURN } from './breathe';
import { Observed } from './observed';
import { startState, type PaneState, type Problem, type Work } from './state';

/** What a job is about is drawn no oftener than this, in ms: drawing takes as long as a turn. */
const redrawn = 100;

/** The state of the pane and the one line of jobs behind it: never two at a time. */
export class Store extends Observed<PaneState> {
  private line: Promise<void> = Promise.resolve();
  private cancelled = false;
  /** From here on the job is carried through: it writes. */
  private committed = false;

  constructor() {
    super(startState);
  }

  readonly cancel = (): void => {
    this.cancelled = true;
  };
  readonly dismiss = (): void => this.set({ problem: undefined, notice: undefined });

  /** Runs a job after those before it. A failure becomes a Problem; the promise itself never rejects. `quiet` keeps what was said before. */
  protected enqueue(work: Work, job: (progress: Progress) => Promise<void>, after: string, quiet = false): Promise<void> {
    this.line = this.line.then(async () => {
      this.cancelled = this.committed = false;
      this.set(quiet ? { work } : { work, problem: undefined, notice: undefined });
      try {
        await breathe();
        await job(this.progressOf(work));
      } catch (error) {
        this.set(error instanceof Cancelled ? { notice: error.message } : { problem: problemOf(error, after) });
      } finally {
        this.set({ work: undefined });
      }
    });
    return this.line;
  }

  /** Lets the page draw and answer, between two things of a job that each take a moment. */
  protected readonly pause = breathe;

  /** Before the first write of a job: until here 取消 leaves everything as it was, from here on there is no 取消. */
  protected commit(): void {
    if (this.cancelled && this.current.work?.cancellable) throw new Cancelled();
    this.committed = true;
    const { work } = this.current;
    if (work) this.set({ work: { ...work, cancellable: false } });
  }

  /** What the job under way does now, shown at once. */
  protected step(step: string): void {
    const { work } = this.current;
    if (work) this.set({ work: { ...work, step, done: 0, total: 0 } });
  }

  /** A short word after what was done, where there is one. */
  protected tell(notice: string | void): void {
    if (notice) this.set({ notice });
  }

  private progressOf(work: Work): Progress {
    const stop = (): boolean => this.cancelled && work.cancellable && !this.committed;
    let last = performance.now();
    let drawn = 0;
    return async (step, done, total) => {
      if (stop()) throw new Cancelled();
      if (performance.now() - last < TURN) return;
      // In a task of its own, not at the end of the one that has had its turn.
      await breathe();
      if (performance.now() - drawn > redrawn) {
        this.set({ work: { ...work, step, done, total, cancellable: work.cancellable && !this.committed } });
        drawn = performance.now();
        await breathe();
      }
      last = performance.now();
      if (stop()) throw new Cancelled();
    };
  }
}

const notFetched = '这一部分没有取到。请检查提供本加载项的服务器是否可用，再试一次；也可以用“离线工作台”打开同一文件。';

function problemOf(error: unknown, after: string): Problem {
  if (error instanceof Error && error.name === 'ChunkLoadError') return { message: notFetched, after };
  if (error instanceof UserError) {
    return { message: error.message, renamed: faultOf(error, 'renamedUnit') !== undefined };
  }
  if (error instanceof LeftBehind) {
    const inner = problemOf(error.reason, '');
    return { ...inner, after: (inner.after ?? '') + error.left };
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: '程序出现了意外情况，这一步没有完成。', after, details };
}
