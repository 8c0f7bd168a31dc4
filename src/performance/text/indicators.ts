import type { Span } from './blocks';
import type { Line, Row } from './lines';
import { printedAt, type Printed } from './printed';

/** One row of a table of indicators. Numbers are in the unit that the row prints. */
export interface Indicator {
  readonly l1: string;
  readonly l2: string;
  readonly name: string;
  readonly op?: '=' | '≥' | '≤' | '>' | '<' | '定性';
  readonly target?: Printed;
  readonly targetText: string;
  readonly unit: string;
  readonly weight?: Printed;
  readonly actual?: Printed;
  readonly actualText: string;
  readonly score?: Printed;
  readonly reason: string;
  /** The columns of the table have a place for these. */
  readonly has: { readonly score: boolean; readonly reason: boolean };
  /** A PDF has torn the row: a cell that is empty may have been printed. */
  readonly torn: boolean;
  /** Number of the table it stands in. */
  readonly table: number;
  readonly line: Line;
  readonly span: Span;
}

const columnsOf = {
  l1: /^一级指标$/,
  l2: /^二级指标$/,
  name: /^三级指标|^指标名称/,
  op: /性质$|^计算符号$|^运算符号$/,
  target: /指标值|目标值/,
  unit: /计量单位|度量单位|^单位$/,
  weight: /权重|分值/,
  actual: /实际|完成值|完成情况/,
  score: /得分/,
  reason: /原因|措施/,
} as const;
type Column = keyof typeof columnsOf;

interface Head {
  readonly at: ReadonlyMap<Column, number>;
  readonly width: number;
}

function headOf(row: Row): Head | undefined {
  const texts = row.map(({ text }) => text);
  if (!texts.some((text) => columnsOf.name.test(text)) || !texts.some((text) => columnsOf.weight.test(text))) return undefined;
  const at = new Map<Column, number>();
  texts.forEach((text, i) => {
    const order: readonly Column[] = ['l1', 'l2', 'name', 'op', 'unit', 'weight', 'actual', 'score', 'reason', 'target'];
    const column = order.find((one) => !at.has(one) && columnsOf[one].test(text));
    if (column) at.set(column, i);
  });
  return { at, width: texts.length };
}

const operators: Readonly<Record<string, Indicator['op']>> = {
  '=': '=',
  '＝': '=',
  '≥': '≥',
  '≧': '≥',
  '\\geq': '≥',
  '>=': '≥',
  '≤': '≤',
  '≦': '≤',
  '\\leq': '≤',
  '<=': '≤',
  '>': '>',
  '＞': '>',
  '<': '<',
  '＜': '<',
  定性: '定性',
};
const operatorOf = (text: string): Indicator['op'] => operators[text];

const number = /^(-?\d[\d,]*(?:\.\d+)?)(.*)$/;
const printedOf = (cell: Line | undefined): Printed | undefined => {
  const found = cell && number.exec(cell.text);
  return found ? printedAt(cell, 0, found[1]!) : undefined;
};

/** The cells of one row by the columns of its head; a torn row is read by what its cells hold. */
function cellsOf(row: Row, head: Head, op: number): { readonly cells: ReadonlyMap<Column, Line>; readonly torn: boolean } {
  const own = head.at.get('op')!;
  const weight = row[head.at.get('weight')!];
  const actual = row[head.at.get('actual') ?? -1];
  if (op === own && number.test(weight?.text ?? '') && actual && actual.text !== '') {
    return {
      cells: new Map([...head.at].flatMap(([column, i]): readonly (readonly [Column, Line])[] => (row[i] ? [[column, row[i]]] : []))),
      torn: false,
    };
  }
  if (op === own && row.length === head.width && (weight?.text ?? '') === '' && (actual?.text ?? '') === '') {
    return {
      cells: new Map([...head.at].flatMap(([column, i]): readonly (readonly [Column, Line])[] => (row[i] ? [[column, row[i]]] : []))),
      torn: false,
    };
  }
  const cells = new Map<Column, Line>([['op', row[op]!]]);
  const before = row.slice(0, op).filter(({ text }) => text !== '');
  (['name', 'l2', 'l1'] as const).forEach(
    (column, i) => before[before.length - 1 - i] && cells.set(column, before[before.length - 1 - i]!),
  );
  const behind = row.slice(op + 1).filter(({ text }) => text !== '');
  const order: Column[] =
    row[op]!.text === '定性'
      ? ['target', 'weight', 'actual', 'score', 'reason']
      : ['target', 'unit', 'weight', 'actual', 'score', 'reason'];
  if (row[op]!.text !== '定性' && behind[1] && number.test(behind[1].text)) order.splice(1, 1);
  order.forEach((column, i) => behind[i] && cells.set(column, behind[i]));
  return { cells, torn: true };
}

/** A head without a column for the operator prints ≥90% in the column of the target. */
function plainCells(row: Row, head: Head): ReadonlyMap<Column, Line> | undefined {
  const cells = new Map<Column, Line>();
  for (const [column, i] of head.at) if (row[i]) cells.set(column, row[i]);
  return number.test(cells.get('weight')?.text ?? '') && (cells.get('name')?.text ?? '') !== '' ? cells : undefined;
}

const inTarget = /^(=|＝|≥|≤|>|<|＞|＜)?(-?\d[\d,]*(?:\.\d+)?)(.*)$/;

/** The rows that are heads of tables of indicators, numbered from 1. */
export const headRowsOf = (rows: readonly Row[]): ReadonlyMap<Row, number> =>
  new Map(rows.filter((row) => headOf(row) !== undefined).map((row, i) => [row, i + 1]));

export function indicatorsOf(rows: readonly Row[]): readonly Indicator[] {
  const found: Indicator[] = [];
  let head: Head | undefined;
  let table = 0;
  let [l1, l2] = ['', ''];
  for (const row of rows) {
    const own = headOf(row);
    if (own) {
      head = own;
      table += 1;
      [l1, l2] = ['', ''];
      continue;
    }
    if (!head) continue;
    const op = row.findIndex(({ text }) => operatorOf(text) !== undefined);
    const read = head.at.has('op') ? (op < 1 ? undefined : cellsOf(row, head, op)) : { cells: plainCells(row, head), torn: false };
    if (!read?.cells) continue;
    const { cells, torn } = read;
    const text = (column: Column): string => cells.get(column)?.text ?? '';
    const level = (word: string): boolean => /指标$/.test(word);
    if (level(text('l1'))) l1 = text('l1');
    if (level(text('l2'))) l2 = text('l2');
    const targetCell = cells.get('target');
    const bare = inTarget.exec(text('target'));
    const operator = operatorOf(text('op')) ?? (bare?.[1] ? operatorOf(bare[1]) : bare ? '=' : head.at.has('op') ? undefined : '定性');
    const from = bare?.[1]?.length ?? 0;
    const numeric = operator !== '定性' && bare && targetCell ? printedAt(targetCell, from, bare[2]!) : undefined;
    const line = cells.get('name') ?? row[0]!;
    found.push({
      l1,
      l2,
      name: text('name'),
      op: operator,
      target: numeric,
      targetText: text('target'),
      unit: text('unit') || (head.at.has('op') ? '' : (bare?.[3] ?? '')),
      weight: printedOf(cells.get('weight')),
      actual: printedOf(cells.get('actual')),
      actualText: text('actual'),
      score: printedOf(cells.get('score')),
      reason: text('reason'),
      has: { score: head.at.has('score'), reason: head.at.has('reason') },
      torn,
      table,
      line,
      span: line.span(0, line.text.length),
    });
  }
  return found;
}

/** Is the target reached? undefined = cannot be said. */
export function isMet({ op, target, actual, actualText, targetText }: Indicator): boolean | undefined {
  if (op === undefined) return undefined;
  if (op === '定性') {
    if (/^[优良中低差]$/.test(actualText)) return /^[优良]$/.test(actualText);
    return actualText === '' ? undefined : actualText === targetText || !/未|没有|部分/.test(actualText);
  }
  if (!target || !actual) return undefined;
  const [a, b] = [actual.value, target.value];
  switch (op) {
    case '=':
      return a.equals(b);
    case '≥':
      return a.gte(b);
    case '≤':
      return a.lte(b);
    case '>':
      return a.gt(b);
    case '<':
      return a.lt(b);
  }
}
