import { installExcel } from './client';
import { ExcelHost, type HostOptions } from './host';
import { BookModel } from './model';

/** Excel with a workbook of one sheet, 表1, before anything is asked of it. */
export function hostOf(fill: (book: BookModel) => void = () => undefined, options?: HostOptions): ExcelHost {
  const book = new BookModel('决算.xlsx');
  book.add('表1');
  fill(book);
  const host = new ExcelHost(book, options);
  installExcel(host);
  return host;
}

/** Code with which Excel refuses what the batch asks for; 'done' where it takes it. */
export const refusal = (batch: (context: Excel.RequestContext) => void): Promise<unknown> =>
  Excel.run(async (context) => {
    batch(context);
    await context.sync();
  }).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

export const sheetOf = (context: Excel.RequestContext, name = '表1'): Excel.Worksheet => context.workbook.worksheets.getItem(name);
