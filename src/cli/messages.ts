import { UserError } from '../kernel/user-error';
import type { Io } from './io';

/** Prints an error a person can act on. Anything that is no UserError is a defect of ours and is thrown on. */
export function tell(error: unknown, io: Io): void {
  if (!(error instanceof UserError)) throw error;
  io.err(`${placed(error)}\n`);
  if (io.env.JUESUAN_DEBUG && error.stack) io.err(`${error.stack}\n`);
}

/** The message with file, sheet and cell in front, where it does not name them itself. */
function placed({ message, where }: UserError): string {
  const { file, sheet, a1 } = where;
  const missing = [file, sheet && `工作表“${sheet}”`, a1].filter((part, i): part is string => {
    const raw = [file, sheet, a1][i];
    return part !== undefined && raw !== undefined && !message.includes(raw);
  });
  return missing.length > 0 ? `${missing.join(' ')}：${message}` : message;
}
