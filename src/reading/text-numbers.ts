import type { Finding } from '../facts/outcome';
import type { CellRef } from '../kernel/workbook';
import { problem } from './problems';

/** Amount cells of one form whose number is written as a text. */
export interface TextNumbers {
  readonly form: string;
  readonly cells: readonly CellRef[];
}

/** As many cells as a person would look at; a workbook exported as text has thousands. */
const MOST_CELLS = 50;

/** One finding for the whole workbook: they were all read, and there is one thing to do about them. */
export function textNumbers(written: readonly TextNumbers[]): readonly Finding[] {
  const cells = written.flatMap((one) => one.cells);
  if (cells.length === 0) return [];
  const [first] = written;
  const forms = written.length === 1 ? first!.form : `${first!.form}等 ${written.length} 张表`;
  const where = cells.length === 1 ? '' : `（如 ${cells[0]!.a1}）`;
  return [
    problem('textNumbers', `${forms}有 ${cells.length} 个金额单元格${where}的数字是文本格式，已按数字读取。`, cells.slice(0, MOST_CELLS), [
      String(cells.length),
    ]),
  ];
}
