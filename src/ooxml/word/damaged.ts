import { UserError } from '../../kernel/errors';
import { PackageError } from '../fault';

/**
 * Runs `work` on a Word file that was opened before: parts that its text does not need (charts, types, relations) are read
 * only when it is written. What is wrong with them is a UserError; `file` is what to call the file.
 */
export function inWord<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const part = 'part' in error.fault && error.fault.part ? error.fault.part : undefined;
    throw new UserError(
      { code: 'damaged', part },
      `${file}：文件内部已损坏${part ? `（${part}）` : ''}，不能写成新的文件。请用 Word 打开（它会修复），另存一份后再试。`,
      { file },
    );
  }
}
