import type { Finding } from '../facts/outcome';
import { UNCALCULATED, type CellRef } from '../kernel/workbook';
import { isPlain, readAmount } from './amount';
import type { Body } from './body';
import type { SheetGrid } from './grid';
import type { ProblemName } from './problem-kinds';
import { problem } from './problems';

/** More cells than this are one finding: a broken link spoils a whole sheet at once. */
const MANY = 20;

const messages: Readonly<Record<'text' | 'errorValue' | 'uncalculated', (form: string, text: string) => string>> = {
  text: (form, text) => `${form}的金额单元格填的是文字“${text}”，不能按数字读取`,
  errorValue: (form, text) => `${form}的金额单元格是错误值${text}`,
  uncalculated: (form) => `${form}的金额单元格是公式，文件里没有保存它的计算结果`,
};

/** Text, error values and uncalculated formulas where amounts belong. */
export function checkAmountCells(grid: SheetGrid, body: Body, form: string): readonly Finding[] {
  const found: Record<'text' | 'errorValue' | 'uncalculated', { at: CellRef; text: string }[]> = {
    text: [],
    errorValue: [],
    uncalculated: [],
  };
  body.eachRow((row, columns) => {
    const cells = grid.sheet.values[row] ?? [];
    for (const column of columns) {
      if (isPlain(cells[column])) continue;
      const amount = readAmount(cells[column]);
      if (amount.state !== 'text') continue;
      const kind = amount.text === UNCALCULATED ? 'uncalculated' : /^#/.test(amount.text) ? 'errorValue' : 'text';
      found[kind].push({ at: grid.at(row, column), text: amount.text });
    }
  });
  return (Object.keys(found) as (keyof typeof found)[]).flatMap((kind) => {
    const name: ProblemName = kind;
    const cells = found[kind];
    if (cells.length <= MANY) return cells.map(({ at, text }) => problem(name, `${messages[kind](form, text)}。`, [at], [text]));
    const message = `${messages[kind](form, cells[0]!.text)}；同类单元格共 ${cells.length} 个。`;
    return [
      problem(
        name,
        message,
        cells.map(({ at }) => at),
        cells.map(({ text }) => text),
      ),
    ];
  });
}
