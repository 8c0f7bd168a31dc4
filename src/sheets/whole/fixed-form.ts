import type { FactSet, Table } from '../../facts/fact-set';
import type { ColumnName, RowName } from '../../layouts/keys';
import type { BlockWords, FixedBody, Layout, RowWords } from '../../layouts/layout';
import type { SheetPicture } from '../picture/picture';
import { amountCell, together } from './amounts';
import { paintHeads, headPathOf, type HeadPath } from './heads';
import { beginForm, endForm } from './sheet';

const LABEL = 34;
const LINE = 6;
const AMOUNT = 16;
const labelHeads: Readonly<Record<string, string>> = { 功能: '项目（按功能分类）', 性质: '项目（按支出性质和经济分类）' };
const word = (row: RowWords): string => row.words.split('|')[0]!;

interface BlockPlan {
  readonly block: BlockWords;
  /** From the first row of the body; the label may stand in another block than the numbers. */
  readonly rows: readonly { readonly row: RowWords; readonly at: number }[];
  readonly columns: BlockWords['columns'];
}

/** Which row of the body every printed row takes: totals of all blocks stand at the foot, side by side. */
function planOf(body: FixedBody, table: Table): { readonly plans: readonly BlockPlan[]; readonly height: number } {
  const printed = body.rows.filter(({ key, unprinted }) => table.row(key) !== undefined || unprinted !== undefined);
  const isFoot = (row: RowWords): boolean => row.values !== undefined;
  const foot = printed.filter(isFoot);
  const own = body.blocks.map((block, i) => ({
    block,
    // Blocks of one kind side by side: the second begins with the row that starts a new subject.
    rows: printed.filter((row) => !isFoot(row) && (row.in.length > 1 ? i === sideOf(row, body) : row.in[0] === block.name)),
  }));
  const start = (rows: readonly RowWords[]): number => rows.findIndex(({ key }) => key === '本年收入合计');
  const above = own.map(({ rows }) => (start(rows) < 0 ? rows.length : start(rows)));
  const below = own.map(({ rows }, i) => rows.length - above[i]!);
  const top = Math.max(...above);
  const height = top + Math.max(foot.length, ...below);
  const plans = own.map(({ block, rows }, i): BlockPlan => {
    const placed = rows.map((row, n) => ({ row, at: n < above[i]! ? n : top + (n - above[i]!) }));
    const last = placed.at(-1);
    // 总计 of both sides stand in one line.
    if (last && below[i]! > 0) placed[placed.length - 1] = { ...last, at: height - 1 };
    return { block, rows: placed, columns: block.columns.filter(({ key }) => table.columns.includes(key as ColumnName)) };
  });
  const footAt = foot.map((row, n) => ({ row, at: n === foot.length - 1 ? height - 1 : top + n }));
  const withFoot = plans.map((plan) => (foot[0]?.in[0] === plan.block.name ? { ...plan, rows: [...plan.rows, ...footAt] } : plan));
  return { plans: withFoot, height };
}

/** 附03 prints 机关运行经费 and what follows on the right. */
const sideOf = (row: RowWords, body: FixedBody): number =>
  body.rows.indexOf(row) < body.rows.findIndex(({ key }) => key === '机关运行经费') ? 0 : 1;

/** A form with labelled rows, in its blocks. */
export function fixedForm(layout: Layout, body: FixedBody, table: Table, whole: FactSet): SheetPicture {
  const { plans, height } = planOf(body, table);
  const paths = plans.map(({ columns }) => columns.map(headPathOf));
  // 收入 on the left, 支出 over both blocks on the right.
  const sides = plans.map(({ block }) => (body.blocks[0]!.name === '收入' ? [block.name === '收入' ? '收入' : '支出'] : []));
  const heads: readonly HeadPath[] = plans.flatMap(({ block }, i) =>
    [[labelHeads[block.name] ?? '项目'], ['行次'], ...paths[i]!].map((path) => [...sides[i]!, ...path]),
  );
  const levels = Math.max(...heads.map((path) => path.length));
  const widths = plans.flatMap(({ columns }) => [LABEL, LINE, ...columns.map(() => AMOUNT)]);
  const painter = beginForm(layout, whole, widths);
  const lefts = plans.map((_, i) => plans.slice(0, i).reduce((sum, { columns }) => sum + 2 + columns.length, 0));
  paintHeads(painter, heads, 0, levels);
  painter.next(levels);
  let number = 0;
  plans.forEach(({ columns }, i) => {
    painter.put(lefts[i]!, '栏次', 'tableHead');
    painter.put(lefts[i]! + 1, undefined, 'tableHead');
    columns.forEach((_, n) => painter.put(lefts[i]! + 2 + n, (number += 1), 'tableHead'));
  });
  painter.next();
  const top = painter.row;
  let line = 0;
  plans.forEach(({ rows }, i) => {
    for (const { row, at } of rows) {
      const holder = row.values ? plans.findIndex((plan) => plan.block.name === row.values![0]) : i;
      const to = holder < 0 ? i : holder;
      painter.cells.push({ row: top + at, column: lefts[i]!, value: word(row), style: 'tableText' });
      painter.cells.push({ row: top + at, column: lefts[to]! + 1, value: (line += 1), style: 'tableCount' });
      plans[to]!.columns.forEach(({ key }, n) => {
        const cell = amountCell(table.at(row.key as RowName, key as ColumnName));
        painter.cells.push({ row: top + at, column: lefts[to]! + 2 + n, ...cell });
      });
    }
  });
  const there = new Set(painter.cells.map(({ row, column }) => `${row} ${column}`));
  for (let r = top; r < top + height; r += 1)
    for (let c = 0; c < widths.length; c += 1) if (!there.has(`${r} ${c}`)) painter.cells.push({ row: r, column: c, style: 'tableText' });
  painter.next(height);
  return endForm(layout, painter, top);
}

/** A form whose rows are not known: what the units print, in one block. */
export function openForm(layout: Layout, table: Table, tables: readonly Table[], whole: FactSet): SheetPicture {
  const painter = beginForm(layout, whole, [LABEL + 10, LINE, ...table.columns.map(() => AMOUNT)]);
  const paths: readonly HeadPath[] = [['项目'], ['行次'], ...table.columns.map((column) => column.split('·'))];
  const levels = Math.max(...paths.map((path) => path.length));
  paintHeads(painter, paths, 0, levels);
  painter.next(levels);
  painter.line(['栏次', undefined, ...table.columns.map((_, i) => i + 1)], 'tableHead');
  const heads = painter.row;
  table.rows.forEach((row, i) => {
    painter.put(0, row.name, 'tableText');
    painter.put(1, i + 1, 'tableCount');
    table.columns.forEach((column, n) => {
      const cell = amountCell(together(tables.map((own) => own.at(row.key, column))));
      painter.cells.push({ row: painter.row, column: 2 + n, ...cell });
    });
    painter.next();
  });
  return endForm(layout, painter, heads);
}
