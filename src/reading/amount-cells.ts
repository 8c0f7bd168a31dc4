import type { Finding } from '../facts/outcome';
import { decimalsOf, yuan } from '../facts/money';
import { UNCALCULATED, type CellRef, type Scalar } from '../kernel/workbook';
import { isPlain, readAmount } from './amount';
import type { Body } from './body';
import type { SheetGrid } from './grid';
import { problem } from './problems';

/** More cells than this are one finding: a broken link spoils a whole sheet at once. */
const MANY = 20;

const messages = {
  text: (form: string, text: string) => `${form}的金额单元格填的是文字“${text}”，不能按数字读取`,
  errorValue: (form: string, text: string) => `${form}的金额单元格是错误值${text}`,
  uncalculated: (form: string) => `${form}的金额单元格是公式，文件里没有保存它的计算结果`,
  date: (form: string, text: string) => `${form}的金额单元格是日期“${text}”，不是金额`,
  tooLarge: (form: string, text: string) => `${form}的金额单元格填的是 ${text}，大到不可能是金额，没有读入`,
  unseen: (form: string, text: string) => `${form}的金额单元格填的是“${text}”，其中夹有看不见的字符，不能按数字读取`,
  decimals: (form: string, text: string) => `${form}的金额 ${text} 元有多余小数`,
} as const;
type Kind = keyof typeof messages;

interface AmountCells {
  readonly problems: readonly Finding[];
  /** Cells whose number is written as a text. */
  readonly textNumbers: readonly CellRef[];
}

/** What stands in amount cells and is no amount, or not one in 元 and 分. `exact` = the form prints 元, and nothing smaller than a fen. */
export function checkAmountCells(grid: SheetGrid, body: Body, form: string, exact: boolean): AmountCells {
  const found = Object.fromEntries(Object.keys(messages).map((kind) => [kind, []])) as unknown as Record<
    Kind,
    { readonly at: CellRef; readonly text: string }[]
  >;
  const textNumbers: CellRef[] = [];
  body.eachRow((row, columns) => {
    const cells = grid.sheet.values[row] ?? [];
    for (const column of columns) {
      const cell = cells[column];
      const put = (kind: Kind, text: string): void => void found[kind].push({ at: grid.at(row, column), text });
      if (isPlain(cell) && !(exact && beyondFen(cell))) continue;
      const amount = readAmount(cell);
      if (amount.state === 'number' && exact && amount.value.decimalPlaces() > 2)
        put('decimals', yuan(amount.value, decimalsOf(amount.value)));
      if (isPlain(cell)) continue;
      if (amount.state === 'number') textNumbers.push(grid.at(row, column));
      else if (amount.state === 'text') put(amount.why ?? kindOf(amount.text), amount.text);
    }
  });
  const problems = (Object.keys(found) as Kind[]).flatMap((kind) => {
    const cells = found[kind];
    if (cells.length <= MANY) return cells.map(({ at, text }) => problem(kind, `${messages[kind](form, text)}。`, [at], [text]));
    const message = `${messages[kind](form, cells[0]!.text)}；同类单元格共 ${cells.length} 个。`;
    return [
      problem(
        kind,
        message,
        cells.map(({ at }) => at),
        cells.map(({ text }) => text),
      ),
    ];
  });
  return { problems, textNumbers };
}

const kindOf = (text: string): Kind => (text === UNCALCULATED ? 'uncalculated' : text.startsWith('#') ? 'errorValue' : 'text');

/** A first look in binary, so that millions of cells cost nothing; what looks odd is then read as a decimal. */
function beyondFen(cell: Scalar | undefined): boolean {
  if (typeof cell !== 'number') return false;
  const rest = Math.abs(cell * 100) % 1;
  return rest > 5e-5 && rest < 1 - 5e-5;
}
