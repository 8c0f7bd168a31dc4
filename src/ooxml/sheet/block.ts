import type { Scalar, Sheet } from '../../kernel/workbook';

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

  get width(): number {
    return Math.max(0, this.right - this.left + 1);
  }
  get height(): number {
    return Math.max(0, this.bottom - this.top + 1);
  }
  /** Cells of the rectangle, blank rows not counted: they share one array. */
  get size(): number {
    return this.rows.size * this.width;
  }

  /** The smallest rectangle that holds every value. */
  values(): Pick<Sheet, 'top' | 'left' | 'values'> {
    if (this.bottom < 0) return { top: 0, left: 0, values: [] };
    const { left, width, top } = this;
    const blank: readonly Scalar[] = new Array<Scalar>(width).fill(null);
    const values = Array.from({ length: this.height }, (_, r): readonly Scalar[] => {
      const cells = this.rows.get(top + r);
      if (!cells) return blank;
      return Array.from({ length: width }, (__, c) => cells[left + c] ?? null);
    });
    return { top, left, values };
  }
}
