import type { CellRef } from '../kernel/workbook';
import type { ProofFinding } from './checks/finding';
import { cellInText, spanOfCell } from './tables';
import type { ProofReport } from './proof';
import type { TextSpan } from './text/document';

/** A cell that a finding or a figure rests on, as a person finds it: in a workbook, or in a table of the text. */
interface Evidence {
  readonly cell: CellRef;
  readonly book: CellRef['book']['role'] | '本文';
  readonly sheet: string;
  readonly a1: string;
  /** Its words, where it stands in the text. */
  readonly span?: TextSpan;
}

const MOST = 4;

export function evidenceOf({ against, tables }: Pick<ProofReport, 'against' | 'tables'>, cell: CellRef): Evidence {
  if (against !== 'tables' || !tables) return { cell, book: cell.book.role, sheet: cell.sheet, a1: cell.a1 };
  const span = spanOfCell(tables, cell);
  return { cell, book: '本文', ...cellInText(tables, cell), ...(span ? { span } : {}) };
}

/** 依据：本年“Z01 收入支出决算总表”E33、上年…: where a finding rests on cells of a workbook; its message names those of the text. */
export function evidenceWords({ against }: Pick<ProofReport, 'against'>, { cells }: ProofFinding): string {
  if (against !== 'workbook' || cells.length === 0) return '';
  const named = cells.slice(0, MOST).map(({ book, sheet, a1 }) => `${book.role}“${sheet}”${a1}`);
  return `依据：${named.join('、')}${cells.length > MOST ? `等${cells.length}格` : ''}。`;
}
