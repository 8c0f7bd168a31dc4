import { a1 } from '../../kernel/address';
import type { Scalar, Sheet } from '../../kernel/workbook';
import { PackageError } from '../fault';
import { sheetLimits } from './limits';

/** Cells as they come in, in any order. */
export class SheetBlock {
  private readonly rows = new Map<number, Scalar[]>();
  private left = Infinity;
  private right = -1;
  private top = Infinity;
  private bottom = -1;

  put(row: number, column: number, value: Scalar): void {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = []));
    cells[column] = value;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
  }

  /** The smallest rectangle that holds every value. Throws PackageError where it is absurdly large for what is in it. */
  rectangle(sheet: string): Pick<Sheet, 'top' | 'left' | 'values'> {
    if (this.bottom < 0) return { top: 0, left: 0, values: [] };
    const { left, top, bottom } = this;
    const [height, width] = [bottom - top + 1, this.right - left + 1];
    if (this.rows.size * width > sheetLimits.rectangle)
      throw new PackageError({ kind: 'sprawlingSheet', sheet, rows: height, columns: width });
    if (height > sheetLimits.sparse && height > 20 * this.rows.size) {
      const column = this.rows.get(bottom)!.findIndex((value) => value !== undefined);
      throw new PackageError({ kind: 'strayCell', sheet, a1: a1(bottom, column) });
    }
    const blank: readonly Scalar[] = new Array<Scalar>(width).fill(null);
    const values = Array.from({ length: height }, (_, r): readonly Scalar[] => {
      const cells = this.rows.get(top + r);
      if (!cells) return blank;
      return Array.from({ length: width }, (__, c) => cells[left + c] ?? null);
    });
    return { top, left, values };
  }
}
