import type { Scalar, Sheet } from '../../../src/kernel/workbook';
import type { TableId } from '../../../src/layouts/keys';
import type { Fen } from '../description';

/** Zero-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet of the kit: a plain `Sheet` that also knows what its rows and columns are, so that variants can change it. */
export interface KitSheet extends Sheet {
  readonly id: TableId | 'public' | 'other';
  /** 财决08-1表. */
  readonly number: string;
  readonly title: string;
  readonly merges: readonly Area[];
  /** Zero-based rows of the heads, 栏次 included, and of the data, 合计 included. Rows after `data` are notes. */
  readonly head: readonly [from: number, to: number];
  readonly data: readonly [from: number, to: number];
  /** Column tables: code in columns `codes`…+2, name in +3. */
  readonly codes?: number;
  /** Columns that hold amounts (or counts). */
  readonly amounts: readonly number[];
  /** Amount cells that are no money: vehicles, persons, percentages. */
  readonly counts?: readonly { readonly row: number; readonly column: number }[];
  readonly widths: readonly number[];
}

export type Money = '元' | '万元';
export const amount = (fen: Fen): Scalar => (fen === 0 ? null : fen / 100);
/** 万元 with two decimals, rounded half-up in whole fen: 0.01 万元 = 10000 fen. */
const tenThousands = (fen: Fen): Scalar => (fen === 0 ? null : Math.floor((fen + 5000) / 10000) / 100);
export const amountIn = (money: Money = '元'): ((fen: Fen) => Scalar) => (money === '元' ? amount : tenThousands);

/** A growing sheet. */
export class Grid {
  readonly rows: Scalar[][] = [];
  readonly merges: Area[] = [];

  constructor(readonly width: number) {}

  put(row: number, column: number, value: Scalar): void {
    while (this.rows.length <= row) this.rows.push(new Array<Scalar>(this.width).fill(null));
    this.rows[row]![column] = value;
  }

  putRow(row: number, column: number, values: readonly Scalar[]): void {
    values.forEach((value, i) => this.put(row, column + i, value));
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }
}

/** What every form prints above its heads. */
export interface Caption {
  readonly id: KitSheet['id'];
  readonly title: string;
  readonly number: string;
  readonly unitName: string;
  readonly year: number;
  readonly money?: Money;
}

export function putCaption(grid: Grid, { title, number, unitName, year, money = '元' }: Caption): void {
  const last = grid.width - 1;
  grid.put(0, 0, title);
  grid.merge(0, 0, 0, last);
  grid.put(1, last, number);
  grid.put(2, 0, `编制单位：${unitName}`);
  grid.put(2, Math.floor(last / 2), `${year}年度`);
  grid.put(2, last, `金额单位：${money}`);
}

/** Excel cuts sheet names at 31 characters, and so does the export. */
export const sheetName = (id: string, title: string, number: string): string => `${id} ${title}(${number})`.slice(0, 31);
