import type { Role, Sheet, Workbook } from '../../src/kernel/workbook';
import type { Mark } from '../../src/app/ports';
import type { SheetPicture } from '../../src/sheets/picture';
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

interface Waiting {
  readonly resolve: (value: Workbook | Saved) => void;
  readonly reject: (error: Error) => void;
  /** Rows that have come so far, per sheet. */
  readonly values: Map<number, Sheet['values'][number][]>;
}

const whole = (done: Workbook | Saved, values: Waiting['values']): Workbook | Saved =>
  'sheets' in done ? { ...done, sheets: done.sheets.map((sheet, i) => ({ ...sheet, values: values.get(i) ?? [] })) } : done;

const errorOf = ({ fault, message, where }: NonNullable<FileAnswer['failed']>): Error =>
  fault ? new UserError(fault, message, where) : new Error(message);

export function workerJobs(start: () => Worker = startWorker): FileJobs {
  let worker: Worker | undefined;
  let next = 1;
  const waiting = new Map<number, Waiting>();

  const send = (job: Open | Save): Promise<Workbook | Saved> => {
    worker ??= begin();
    const id = next++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, values: new Map() });
      worker!.postMessage({ ...job, id });
    });
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
        return;
      }
      waiting.delete(data.id);
      if (data.failed) caller?.reject(errorOf(data.failed));
      else caller?.resolve(whole(data.done!, caller.values));
    };
    begun.onerror = (event) => {
      for (const { reject } of waiting.values()) reject(new Error(event.message || 'worker stopped'));
      waiting.clear();
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
