import { read, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { UserError } from '../../kernel/errors';
import { plainStream } from './biff-plain';
import { named } from './faults';
import type { OtherPackage } from './kind';

/** What the library makes of a file that is no .xlsx. Throws UserError when it can make nothing of it. */
export function readByLibrary({ bytes, format }: OtherPackage, file: string, options: ParsingOptions): WorkBook {
  // The stream of an .xls is read without its container; as "array" the library would copy it into a list of numbers.
  const [data, type] = format === 'xls' ? [named(file, () => plainStream(bytes)), 'buffer' as const] : [bytes, 'array' as const];
  try {
    return read(data, { ...options, type });
  } catch {
    throw new UserError({ code: 'damaged' }, `${file}：文件已损坏，无法读取。请用 Excel 打开并另存一份，或重新导出后再试。`, { file });
  }
}
