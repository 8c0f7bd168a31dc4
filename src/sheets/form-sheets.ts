import Decimal from 'decimal.js';
import { formulaOf } from '../facts/formula';
import { columnName, quoteSheet } from '../kernel/address';
import type { AnnexCell } from '../narrative/annexes/annex';
import type { PublicForm } from '../narrative/annexes/public';
import { formPage } from './form-page';
import { Painter } from './picture/painter';
import type { SheetPicture, StyleName } from './picture/picture';

const WAN = new Decimal(10000);
const BASE = 11;

/** A sheet name holds 31 characters and none of these. */
const sheetName = ({ number, title }: PublicForm): string =>
  `${number.replace(/表$/, '')} ${title}`.replace(/[[\]:*?/\\]/g, '').slice(0, 31);

const styleOf = (cell: AnnexCell, isHead: boolean): StyleName => {
  if (isHead) return 'tableHead';
  if (cell.waiting) return 'warn';
  return cell.of ? 'tableAmount' : 'tableText';
};

/** What the cell holds, and the formula over the 财决 sheets that makes it: money in 万元 as it is printed, counts as they are. */
function contentOf(cell: AnnexCell): { readonly value?: string | number; readonly formula?: string } {
  if (!cell.of || cell.text === '—') return cell.text === '' ? {} : { value: cell.text };
  const own = formulaOf(cell.of, ({ at }) => `${quoteSheet(at.sheet)}!${at.a1}`);
  return cell.of.unit === '元'
    ? { value: cell.of.value.div(WAN).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber(), formula: `=ROUND((${own})/10000,2)` }
    : { value: cell.of.value.toNumber(), formula: `=ROUND(${own},0)` };
}

/** A form as a sheet, in one table however wide, so that it can be read and checked as a form. */
function formSheet(form: PublicForm, unit: string): SheetPicture {
  const { widths, head, body } = form.whole;
  const width = widths.length;
  const columns = widths.map((own) => ({ width: Math.min(44, Math.max(9, own * (width > 8 ? 9 : BASE))) }));
  const painter = new Painter(columns);
  painter.wide(form.title, 'title', 0, width - 1);
  painter.raise(30);
  painter.next();
  painter.put(0, `编制单位：${unit}`, 'plain');
  painter.put(Math.max(1, width - 1), `${form.number}  金额单位：万元`, 'plain');
  painter.next();
  const first = painter.row;
  const taken = [...head, ...body].map(() => new Array<boolean>(width).fill(false));
  [...head, ...body].forEach((cells, r) => {
    let column = 0;
    for (const cell of cells) {
      while (taken[r]![column]) column += 1;
      const [right, below] = [cell.columns ?? 1, cell.rows ?? 1];
      const { value, formula } = contentOf(cell);
      const style = styleOf(cell, r < head.length);
      painter.put(column, value, style, formula ? { formula } : {});
      if (right > 1 || below > 1) painter.merges.push({ row: painter.row, column, rows: below, columns: right });
      for (let i = r; i < r + below; i += 1) taken[i]?.fill(true, column, column + right);
      column += right;
    }
    painter.fill(r < head.length ? 'tableHead' : 'tableText', 0, width - 1);
    painter.raise(18);
    painter.next();
  });
  const heads = first + head.length;
  if (form.empty) painter.wide(`注：${form.empty}`, 'plain', 0, width - 1);
  return painter.picture(sheetName(form), {
    freezeRows: heads,
    gridlines: false,
    page: formPage(width > 5 ? 'landscape' : 'portrait', `A1:${columnName(width - 1)}${painter.row + 1}`, heads),
  });
}

/** The published forms as sheets of a copy of the workbook. */
export const formSheets = (forms: readonly PublicForm[], unit: string): readonly SheetPicture[] =>
  forms.map((form) => formSheet(form, unit));
