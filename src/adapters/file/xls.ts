import { read, write, type WorkBook } from '@e965/xlsx';
import { UserError } from '../../kernel/user-error';

/** What the copy of an .xls does not carry, for the message beside the result. */
export const xlsLosses = '原文件是 .xls 格式：副本保留数值、合并单元格、列宽和数字格式，不保留字体、颜色、边框和公式。';

/** The values, merges, widths and number formats of an .xls as .xlsx. Throws UserError when the file cannot be read. */
export function xlsToXlsx(bytes: Uint8Array, file: string): Uint8Array {
  let book: WorkBook;
  try {
    book = read(bytes, { type: 'array', cellFormula: false, cellHTML: false, cellStyles: true });
  } catch {
    throw new UserError(`${file}：文件已损坏，无法读取。请用 Excel 打开并另存一份，或重新导出后再试。`, { file });
  }
  // Names of the old file may point at what is not carried over.
  if (book.Workbook) book.Workbook.Names = [];
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer);
}
