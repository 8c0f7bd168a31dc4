import { Worker } from 'node:worker_threads';
import { silences } from '../files/input';
import { notify, type Silence } from '../watch/notice';
import { watchMemory } from './memory';
import { perform, type Answer, type Task } from './tasks';

/** Of several tasks in hand each may take this part of the limit, beside one that may take all of it. */
const SHARE = 0.5;
/** A task that does not work at all is given up on the clock, this many times later. */
const PATIENCE = 6;

export interface Limits {
  /** How long one task may work; waiting for a busy machine is no work. */
  readonly seconds: number;
  /** Heap of one thread, and what a task may take beside it. */
  readonly megabytes: number;
}

/** An answer, or why there is none: the thread was stopped, ran out of memory, or broke down. */
export type Result<A = Answer> = { readonly answer: A } | { readonly lost: Silence };

/** Does tasks, several at a time. */
export interface Crew {
  /** `done` is awaited before the same hands take the next task; results come in the order of the tasks. */
  run<T extends Task>(
    tasks: readonly T[],
    done?: (index: number, result: Result<Answer<T>>) => Promise<void> | void,
  ): Promise<readonly Result<Answer<T>>[]>;
  close(): Promise<void>;
}

/** One after another in this thread, where no script for threads is known. */
export const alone: Crew = {
  async run(tasks, done) {
    const results: Result<never>[] = [];
    for (const [i, task] of tasks.entries()) {
      const result = { answer: (await perform(task)) as never };
      notify({ kind: 'between' });
      results.push(result);
      await done?.(i, result);
    }
    return results;
  },
  close: () => Promise.resolve(),
};

/** Why a task was stopped that may be without fault. */
const CROWDED = 'crowded';

/**
 * Threads that each do one task at a time. One that hangs, runs out of memory or breaks down costs its task and is replaced.
 * Memory beside the heaps is that of the whole process: where it is too much, the tasks in hand are stopped and done again one
 * by one, so that it is put down to the one that takes it.
 */
export class Pool implements Crew {
  private readonly idle: Worker[] = [];
  /** Tasks in hand, by what stops them: they share the processor time and the memory of this process. */
  private readonly inHand = new Set<() => Promise<unknown>>();
  private memory = watchMemory();
  /** Tasks that are done by themselves; no other is begun before. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly script: string,
    private readonly threads: number,
    private readonly limits: Limits,
  ) {}

  async run<T extends Task>(
    tasks: readonly T[],
    done?: (index: number, result: Result<Answer<T>>) => Promise<void> | void,
  ): Promise<readonly Result<Answer<T>>[]> {
    const results: Result<Answer<T>>[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < tasks.length) {
        const index = next++;
        await this.quiet();
        const asked = await this.give<T>(tasks[index]!);
        const result = asked === CROWDED ? await this.byItself<T>(tasks[index]!) : asked;
        results[index] = result;
        await done?.(index, result);
      }
    };
    await Promise.all(Array.from({ length: Math.min(this.threads, tasks.length) }, lane));
    return results;
  }

  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => worker.terminate()));
  }

  private async quiet(): Promise<void> {
    for (let seen: unknown; seen !== this.turn;) await (seen = this.turn);
  }

  private byItself<T extends Task>(task: T): Promise<Result<Answer<T>>> {
    const own = this.turn.then(async (): Promise<Result<Answer<T>>> => {
      this.memory = watchMemory();
      const result = await this.give<T>(task);
      return result === CROWDED ? { lost: 'memory' } : result;
    });
    this.turn = own;
    return own;
  }

  private async give<T extends Task>(task: T): Promise<Result<Answer<T>> | typeof CROWDED> {
    const worker = this.idle.pop() ?? this.start();
    const result = await this.ask<T>(worker, task);
    if (result !== CROWDED && 'answer' in result) this.idle.push(worker);
    return result;
  }

  private isCrowded(): boolean {
    return this.memory.taken() > this.limits.megabytes * (1 + SHARE * (this.inHand.size - 1));
  }

  private start(): Worker {
    const worker = new Worker(this.script, { resourceLimits: { maxOldGenerationSizeMb: this.limits.megabytes } });
    // Between tasks nobody else listens: an error without listener would end the program, and the dead take no more tasks.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      const at = this.idle.indexOf(worker);
      if (at >= 0) this.idle.splice(at, 1);
    });
    return worker;
  }

  private ask<T extends Task>(worker: Worker, task: T): Promise<Result<Answer<T>> | typeof CROWDED> {
    return new Promise((resolve) => {
      const leave = (): void => {
        clearInterval(timer);
        this.inHand.delete(stop);
        worker.off('message', answered).off('error', broken).off('exit', gone);
      };
      const end = (result: Result<Answer<T>>): void => {
        leave();
        resolve(result);
      };
      const answered = (answer: Answer<T>): void => end({ answer });
      const broken = (error: NodeJS.ErrnoException): void => end({ lost: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash' });
      const gone = (): void => end({ lost: 'crash' });
      const stop = async (): Promise<void> => {
        leave();
        // What it holds is free only when it is gone.
        await worker.terminate();
        resolve(CROWDED);
      };
      const [cpu, clock] = [process.cpuUsage(), Date.now()];
      const timer = setInterval(() => {
        if (this.isCrowded()) return void (this.turn = Promise.all([...this.inHand].map((each) => each())));
        const { user, system } = process.cpuUsage(cpu);
        const worked = (user + system) / 1e6 / this.inHand.size;
        if (worked < this.limits.seconds && Date.now() - clock < PATIENCE * this.limits.seconds * 1000) return;
        end({ lost: 'time' });
        void worker.terminate();
      }, 200);
      this.inHand.add(stop);
      worker.on('message', answered).on('error', broken).on('exit', gone);
      worker.postMessage(task);
    });
  }
}

/** For the accountant: what happened to the task and what to do. */
export const lostWords = ({ lost }: Extract<Result, { lost: Silence }>, { seconds }: Limits): string => silences[lost](seconds);
