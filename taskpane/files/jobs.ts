import type { Role, Sheet, Workbook } from '../../src/kernel/workbook';
import type { Mark } from '../../src/app/ports';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { UserError, type Fault } from '../../src/kernel/errors';
import { startWorker } from '../boot';

type Open = { readonly task: 'open'; readonly bytes: Uint8Array; readonly file: string; readonly role: Role };
type Save = {
  readonly task: 'save';
  readonly original: Uint8Array;
  readonly file: string;
  readonly pictures: SheetPicture[];
  readonly marks: Mark[];
};
export type FileJob = (Open | Save) & { readonly id: number };
/** The packed copy; `note` says what of the original it does not carry. */
export interface Saved {
  readonly bytes: Uint8Array;
  readonly note?: string;
}
export interface FileAnswer {
  readonly id: number;
  /** Rows of one sheet of a workbook that is being opened; they come in order, before `done`. */
  readonly slab?: { readonly sheet: number; readonly rows: Sheet['values'] };
  /** The packed copy, or the opened workbook without the values that came as slabs. */
  readonly done?: Workbook | Saved;
  /** `fault` is present for a UserError: an input that cannot be used, not a defect. */
  readonly failed?: { readonly message: string; readonly fault?: Fault; readonly where?: UserError['where'] };
}

/** Opening and saving of workbook files, off the main thread. Both throw UserError for files that cannot be used. */
export interface FileJobs {
  open(bytes: Uint8Array, file: string, role: Role): Promise<Workbook>;
  save(original: Uint8Array, file: string, pictures: readonly SheetPicture[], marks: readonly Mark[]): Promise<Saved>;
}

/** Seconds without a word from the worker after which the file in its hands is given up. */
export const PATIENCE = 20;

interface Waiting {
  readonly job: FileJob;
  readonly resolve: (value: Workbook | Saved) => void;
  readonly reject: (error: Error) => void;
  /** Rows that have come so far, per sheet. */
  readonly values: Map<number, Sheet['values'][number][]>;
}

const whole = (done: Workbook | Saved, values: Waiting['values']): Workbook | Saved =>
  'sheets' in done ? { ...done, sheets: done.sheets.map((sheet, i) => ({ ...sheet, values: values.get(i) ?? [] })) } : done;

const errorOf = ({ fault, message, where }: NonNullable<FileAnswer['failed']>): Error =>
  fault ? new UserError(fault, message, where) : new Error(message);

const unanswered = (file: string): UserError =>
  new UserError(
    { code: 'unanswered', why: 'time' },
    `${file}：${PATIENCE} 秒内没有处理完，已停止。文件可能已损坏，或含有报表以外的大量内容：请用 Excel 或 WPS 打开，只保留决算报表，另存为“Excel 工作簿 (*.xlsx)”后再试。`,
    { file },
  );

export function workerJobs(start: () => Worker = startWorker): FileJobs {
  let worker: Worker | undefined;
  let next = 1;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<number, Waiting>();

  const send = (task: Open | Save): Promise<Workbook | Saved> => {
    const job = { ...task, id: next++ };
    return new Promise((resolve, reject) => {
      waiting.set(job.id, { job, resolve, reject, values: new Map() });
      post(job);
    });
  };
  const post = (job: FileJob): void => {
    worker ??= begin();
    worker.postMessage(job);
    if (silence === undefined) listen();
  };
  /** The worker does one job after the other: while it says nothing, the oldest one is in its hands. */
  const listen = (): void => {
    clearTimeout(silence);
    silence = waiting.size === 0 ? undefined : setTimeout(giveUp, 1000 * PATIENCE);
  };
  const giveUp = (): void => {
    worker?.terminate();
    worker = undefined;
    silence = undefined;
    const [stuck, ...others] = [...waiting.values()];
    if (!stuck) return;
    waiting.delete(stuck.job.id);
    stuck.reject(unanswered(stuck.job.file));
    for (const { job, values } of others) {
      values.clear();
      post(job);
    }
  };
  const begin = (): Worker => {
    const begun = start();
    begun.onmessage = ({ data }: MessageEvent<FileAnswer>) => {
      const caller = waiting.get(data.id);
      if (data.slab) {
        const { sheet, rows } = data.slab;
        const values = caller?.values.get(sheet);
        if (values) values.push(...rows);
        else caller?.values.set(sheet, [...rows]);
        return listen();
      }
      waiting.delete(data.id);
      listen();
      if (data.failed) caller?.reject(errorOf(data.failed));
      else caller?.resolve(whole(data.done!, caller.values));
    };
    begun.onerror = (event) => {
      for (const { reject } of waiting.values()) reject(new Error(event.message || 'worker stopped'));
      waiting.clear();
      listen();
      worker = undefined;
    };
    return begun;
  };

  return {
    open: (bytes, file, role) => send({ task: 'open', bytes, file, role }) as Promise<Workbook>,
    save: (original, file, pictures, marks) =>
      send({ task: 'save', original, file, pictures: [...pictures], marks: [...marks] }) as Promise<Saved>,
  };
}
