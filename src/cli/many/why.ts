import { basename } from 'node:path';
import { UserError } from '../../kernel/errors';

/** What went wrong, for a list that names the file itself. */
export function whyNot(error: unknown, path: string): string {
  if (!(error instanceof UserError)) return `程序出错：${error instanceof Error ? error.message : String(error)}。请把这个文件发给维护者。`;
  const own = `${basename(path)}：`;
  const { message } = error;
  return message.startsWith(own) ? message.slice(own.length) : message;
}
