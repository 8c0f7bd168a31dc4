import Decimal from 'decimal.js';
import { cellKey, type CellRef } from '../kernel/workbook';

/** 元 = money; count = vehicles, batches, persons; % = a ratio times one hundred. */
export type Unit = '元' | 'count' | '%';

/** Read from one cell. `value` is always in 元 (or a plain count), exact. */
export interface Fact {
  readonly kind: 'fact';
  /** `Z01.收入总计.决算数`; `@上年` behind it for last year's workbook. */
  readonly key: string;
  readonly value: Decimal;
  /** Half of the last printed digit in 元; 0 where the form is exact. */
  readonly half: Decimal;
  readonly unit: Unit;
  /** `scale` turns the cell's own number into `value`: 1 for 元 and counts, 10000 for 万元. */
  readonly scale: number;
  readonly at: CellRef;
  /** The cell is blank and its form says that blank means none. */
  readonly blank?: boolean;
  /** The form prints no such row: a 科目 that did not occur. There is no cell to point at but the sheet's 合计 row. */
  readonly noRow?: boolean;
  /** In a sum of the units' tables: the same cell of each of them. `at` is then only where the first of them stands. */
  readonly of?: Traced;
  /** Name of the row and column as printed: 行政运行 · 基本支出. */
  readonly label: string;
}

export type Op = 'sum' | 'minus' | 'percent' | 'growth' | 'abs' | 'negate' | 'times';

/** Worked out; remembers from what. percent = a ÷ b × 100; growth = (a − b) ÷ b × 100; times = a × by. */
export interface Derived {
  readonly kind: 'derived';
  readonly op: Op;
  readonly value: Decimal;
  readonly half: Decimal;
  readonly unit: Unit;
  readonly from: readonly Traced[];
  /** The factor of `times`. */
  readonly by?: Decimal;
}

export type Traced = Fact | Derived;

/** Every cell a number comes from, in order, each once. */
export function cellsOf(n: Traced): readonly CellRef[] {
  const seen = new Map<string, CellRef>();
  const walk = (m: Traced): void => {
    if (m.kind === 'derived') m.from.forEach(walk);
    else if (m.of) walk(m.of);
    else seen.set(cellKey(m.at), m.at);
  };
  walk(n);
  return [...seen.values()];
}

/** Every fact a number comes from, in order, with repetitions. */
export const factsOf = (n: Traced): readonly Fact[] => (n.kind === 'derived' ? n.from.flatMap(factsOf) : n.of ? factsOf(n.of) : [n]);
