import type { RolledFile } from '../../app/roll';
import { cellJson, type CellJson } from '../check/json';

/** `roll --format json`, version 1. Fields may be added, never renamed or removed. */
export interface RollJson {
  readonly version: 1;
  readonly file: string;
  readonly out: string;
  readonly from: number;
  readonly to: number;
  /** Where last year's figures were taken from. */
  readonly sources: readonly string[];
  readonly paragraphs: readonly {
    readonly index: number;
    readonly last: string;
    readonly text: string;
    readonly status: 'rolled' | 'kept' | 'open';
    readonly why: string;
    readonly changes: readonly { readonly from: string; readonly to: string; readonly cells: readonly CellJson[] }[];
  }[];
  readonly counts: { readonly figures: number; readonly rolled: number; readonly open: number };
}

export const rollJson = (file: string, out: string, { rolled: { from, to, paragraphs, counts }, sources }: RolledFile): RollJson => ({
  version: 1,
  file,
  out,
  from,
  to,
  sources,
  paragraphs: paragraphs.map(({ index, last, text, status, why, changes }) => ({
    index,
    last,
    text,
    status,
    why,
    changes: changes.map((change) => ({ from: change.from, to: change.to, cells: change.cells.map(cellJson) })),
  })),
  counts,
});
