import type { Finding } from '../facts/outcome';
import type { CellRef } from '../kernel/workbook';
import { formName } from '../layouts/keys';
import type { Layout } from '../layouts/layout';
import { checkAmountCells } from './amount-cells';
import type { Body } from './body';
import { readCodes } from './codes';
import { readFixed } from './fixed';
import type { Frame } from './frame';
import type { SheetGrid } from './grid';
import { readList, readSingle } from './lines';
import { problem } from './problems';
import { SheetTable } from './sheet-table';

/** 财决01表 or 公开01表, as an accountant says it. */
export const nameOfForm = (layout: Layout): string => (layout.family === '公开' ? layout.numbers[0]! : formName(layout.id));

export interface ReadForm {
  readonly table?: SheetTable;
  readonly problems: readonly Finding[];
  /** Amount cells whose number is written as a text. */
  readonly textNumbers?: readonly CellRef[];
}

/** Reads a recognised sheet. Without a table the problems say why. */
export function readForm(grid: SheetGrid, frame: Frame, layout: Layout): ReadForm {
  const form = nameOfForm(layout);
  const money = frame.money?.value ?? layout.unit;
  if (money !== '元' && money !== '万元') {
    return {
      problems: [
        problem(
          'moneyUnit',
          `工作表“${grid.sheet.name}”（${form}）的金额单位是“${money}”，只能读取“元”或“万元”的表。`,
          [grid.at(frame.money!.at.row, frame.money!.at.column)],
          [money],
        ),
      ],
    };
  }
  const body = bodyOf(grid, frame, layout, form);
  if (!body)
    return {
      problems: [
        problem('notProven', `工作表“${grid.sheet.name}”像${form}，但没有找到它的项目栏或科目栏，没有读取。`, [
          grid.at(Math.max(0, frame.headTop), 0),
        ]),
      ],
    };
  const cells = checkAmountCells(grid, body, form, money === '元' && layout.family === '财决');
  const problems = [...body.problems, ...cells.problems];
  if (!frame.money && layout.unit === '元' && !(layout.body.kind === 'fixed' && layout.body.open)) {
    problems.push(
      problem('noMoney', `工作表“${grid.sheet.name}”（${form}）没有印金额单位，已按“元”读取。`, [
        grid.at(Math.max(0, frame.headTop - 1), 0),
      ]),
    );
  }
  return {
    table: new SheetTable(layout, grid, body, money, frame.year?.value),
    problems,
    textNumbers: layout.family === '财决' ? cells.textNumbers : [],
  };
}

function bodyOf(grid: SheetGrid, frame: Frame, layout: Layout, form: string): Body | undefined {
  switch (layout.body.kind) {
    case 'fixed':
      return readFixed(grid, frame, layout.body, form);
    case 'codes':
      return readCodes(grid, frame, layout.body, form);
    case 'single':
      return readSingle(grid, frame, layout.body, form);
    case 'list':
      return readList(grid, frame, layout.body, form);
  }
}
