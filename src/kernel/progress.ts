/** Told after each step of a long job; may return a promise that the job awaits (to let the host breathe). */
export type Progress = (step: string, done: number, total: number) => void | Promise<void>;

/** For a caller whom nobody watches. */
export const noProgress: Progress = () => undefined;

/** Thrown when the user presses 取消; nothing has been written. */
export class Cancelled extends Error {
  constructor() {
    super('已取消，工作簿未改动。');
    this.name = 'Cancelled';
  }
}
