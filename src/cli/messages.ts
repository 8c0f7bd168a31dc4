import { faultOf, UserError } from '../kernel/errors';
import type { Io } from './io';

/** Prints an error a person can act on. Anything that is no UserError is a defect of ours and is thrown on. */
export function tell(error: unknown, io: Io): void {
  if (!(error instanceof UserError)) throw error;
  const more = faultOf(error, 'renamedUnit') ? '确认更名时加 --allow-renamed-unit。' : '';
  io.err(`${error.message}${more}\n`);
  if (io.env.JUESUAN_DEBUG && error.stack) io.err(`${error.stack}\n`);
}
