import { a1 } from '../kernel/address';
import type { Sheet } from '../kernel/workbook';
import { piecesOf, reportColumns as at } from '../sheets/report/layout';
import { textAt } from '../sheets/picture/snapshot';
import type { ReportDocument } from '../narrative/document';

/** The sheet 情况说明 as if a person had typed this text over one piece of it. Throws where the sheet has no such piece. */
export function withWords(sheet: Sheet, id: string, text: string): Sheet {
  const index = sheet.values.findIndex((_, i) => textAt(sheet, sheet.top + i, at.id) === id);
  if (index < 0) throw new Error(`no piece ${id} on ${sheet.name} (${a1(0, at.id)})`);
  const column = at.text - sheet.left;
  return {
    ...sheet,
    values: sheet.values.map((row, i) => (i === index ? row.map((value, c) => (c === column ? text : value)) : row)),
  };
}

/** Our own words for a piece: typed over a person's, they give the piece back to us. */
export const ownWords = (document: ReportDocument, id: string): string | undefined => {
  const piece = piecesOf(document).find((one) => one.id === id);
  return piece?.kind === 'text' ? piece.text : undefined;
};
