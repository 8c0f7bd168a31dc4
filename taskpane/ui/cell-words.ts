import { cellParts } from '../../src/facts/cell-words';
import type { Finding } from '../../src/facts/outcome';
import { factsOf } from '../../src/facts/traced';
import { cellKey, type CellRef } from '../../src/kernel/workbook';

/** Row and column, as printed, of the cells that a finding speaks of: 本年收入合计 · 决算数. */
export function wordsOfCells(findings: readonly Pick<Finding, 'message' | 'equation'>[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { message, equation = [] } of findings) {
    for (const inline of [...message, ...equation]) {
      const traced = inline.kind === 'figure' ? [inline.of] : inline.kind === 'words' ? (inline.rests ?? []) : [];
      for (const fact of traced.flatMap(factsOf)) {
        const { row, column } = cellParts(fact);
        if (row !== '') words.set(cellKey(fact.at), column === '' ? row : `${row} · ${column}`);
      }
    }
  }
  return words;
}

export const wordsAt = (words: ReadonlyMap<string, string>, cell: CellRef): string => words.get(cellKey(cell)) ?? '';
