import { faultOf } from '../../kernel/errors';
import { codeOf } from './errors';

/** So long after one another it is tried again, in ms. */
const pauses = [0, 300, 1000];

/** While a cell is being edited Excel refuses everything: a minute, in steps of so many ms, is waited for its end. */
const step = 500;
const steps = 120;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Is the user editing a cell just now? */
export const isEditing = (error: unknown): boolean =>
  codeOf(error) === 'InvalidOperationInCellEditMode' || faultOf(error, 'typing') !== undefined;

/**
 * Does it, at once or after a pause; false where Excel keeps refusing. With `waiting`, which tells the user so, it also waits
 * until no cell is being edited any more.
 */
export async function inTheEnd(job: () => Promise<void>, waiting?: () => void | Promise<void>): Promise<boolean> {
  let patience = waiting ? steps : 0;
  for (const pause of pauses) {
    await after(pause);
    for (;;) {
      try {
        await job();
        return true;
      } catch (error) {
        if (!isEditing(error) || patience-- <= 0) break;
        await waiting?.();
        await after(step);
      }
    }
  }
  return false;
}
