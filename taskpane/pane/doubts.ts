import { useMemo } from 'react';
import { marksOf } from '../../src/app/marks';
import type { Mark } from '../../src/app/ports';
import { cellKey, type CellRef } from '../../src/kernel/workbook';
import { usePane } from '../ui/context';

/** How doubtful each marked cell is, by its key. */
type Doubts = ReadonlyMap<string, Mark['kind']>;

/** The gravest doubt about the cells a figure rests on; what is only rounded is no doubt. */
export function doubtOf(cells: readonly CellRef[], doubts: Doubts): 'error' | 'warning' | undefined {
  const found = cells.map((cell) => doubts.get(cellKey(cell)));
  return found.includes('error') ? 'error' : found.includes('warning') ? 'warning' : undefined;
}

export function useDoubts(): Doubts {
  const { state } = usePane();
  const report = state.checked!.report;
  return useMemo(() => new Map(marksOf(report).map(({ at, kind }) => [cellKey(at), kind])), [report]);
}
