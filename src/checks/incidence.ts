import type { PlainEquation } from './screen';

/** Which equations a cell stands in and how often it counts there: a few plain arrays, since a large form has many thousands. */
export class Incidence {
  /** Equations of all cells, cell by cell in the order of the equations. */
  readonly index: Int32Array;
  readonly times: Float64Array;
  private readonly slots = new Map<number, number>();
  private readonly starts: Int32Array;

  constructor(equations: readonly PlainEquation[]) {
    const counts: number[] = [];
    let total = 0;
    for (const { cells } of equations) {
      for (const cell of cells) {
        const slot = this.slots.get(cell);
        if (slot === undefined) this.slots.set(cell, counts.push(1) - 1);
        else counts[slot]! += 1;
      }
      total += cells.length;
    }
    this.starts = new Int32Array(counts.length + 1);
    counts.forEach((count, slot) => (this.starts[slot + 1] = this.starts[slot]! + count));
    this.index = new Int32Array(total);
    this.times = new Float64Array(total);
    const next = this.starts.slice();
    for (let e = 0; e < equations.length; e++) {
      const { cells, times } = equations[e]!;
      for (let k = 0; k < cells.length; k++) {
        const at = next[this.slots.get(cells[k]!)!]!++;
        this.index[at] = e;
        this.times[at] = times[k]!;
      }
    }
  }

  /** All cells, in the order in which the equations name them. */
  cells(): Iterable<number> {
    return this.slots.keys();
  }

  /** The entries of a cell are those from here … */
  from(cell: number): number {
    const slot = this.slots.get(cell);
    return slot === undefined ? 0 : this.starts[slot]!;
  }

  /** … to before here. */
  to(cell: number): number {
    const slot = this.slots.get(cell);
    return slot === undefined ? 0 : this.starts[slot + 1]!;
  }
}
