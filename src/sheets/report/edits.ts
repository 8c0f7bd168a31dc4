import type { Sheet } from '../../kernel/workbook';
import type { Kept, ReportDocument } from '../../narrative/document';
import { sheetFingerprint } from './fingerprint';
import { piecesOf, reportColumns as at } from './layout';
import type { ReportPiece } from './layout';
import { textAt } from '../picture/snapshot';

/** What is to be written for one piece, after looking at what stands in the sheet. */
export interface Written {
  readonly piece?: ReportPiece;
  readonly id: string;
  readonly text: string;
  /** Fingerprint of the generated text that the printed one is, or was edited from. */
  readonly mark: string;
  /** generated = as written by us; edited = the user's wording; added = a row of the user's own. */
  readonly state: 'generated' | 'edited' | 'added';
  /** The figures have changed since the user edited the text. */
  readonly stale: boolean;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly mark: string;
}

const strip = (text: string): string => text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');

/** Rows of the sheet that carry a text or an id, in order. */
function rowsOf(sheet: Sheet): readonly Row[] {
  return sheet.values
    .map((_, i): Row => {
      const row = sheet.top + i;
      return { id: textAt(sheet, row, at.id), text: strip(textAt(sheet, row, at.text)), mark: textAt(sheet, row, at.mark) };
    })
    .filter(({ id, text }) => id !== '' || text !== '');
}

/**
 * The new text beside what stands in the sheet: a paragraph the user has edited is kept, a row the user has added stays
 * behind the row it followed, everything else is written anew.
 */
export function withEdits(pieces: readonly ReportPiece[], previous: Sheet | undefined): readonly Written[] {
  const rows = previous ? rowsOf(previous) : [];
  const known = new Set(pieces.map(({ id }) => id));
  const old = new Map<string, Row>();
  const added = new Map<string, string[]>();
  let anchor = '';
  for (const row of rows) {
    if (known.has(row.id) && !old.has(row.id)) {
      old.set(row.id, row);
      anchor = row.id;
      continue;
    }
    // A row of ours that is written no more stays only when the user's own words stand in it.
    const own = row.id === '' || sheetFingerprint(row.text) !== row.mark;
    if (own && row.text !== '') added.set(anchor, [...(added.get(anchor) ?? []), row.text]);
  }
  const addedBehind = (id: string): readonly Written[] =>
    (added.get(id) ?? []).map((text) => ({ id: '', text, mark: '', state: 'added' as const, stale: false }));

  return [...addedBehind(''), ...pieces.flatMap((piece) => [write(piece, old.get(piece.id)), ...addedBehind(piece.id)])];
}

function write(piece: ReportPiece, row: Row | undefined): Written {
  if (piece.kind === 'chart') return { piece, id: piece.id, text: '', mark: '', state: 'generated', stale: false };
  const fresh = sheetFingerprint(piece.text);
  const here = row && sheetFingerprint(row.text);
  if (!row || row.mark === '' || here === row.mark || here === fresh) {
    return { piece, id: piece.id, text: piece.text, mark: fresh, state: 'generated', stale: false };
  }
  return { piece, id: piece.id, text: row.text, mark: row.mark, state: 'edited', stale: row.mark !== fresh };
}

/** The words that a person has put on the sheet, by the pieces of the document; undefined where there are none. */
export function keptOf(document: ReportDocument, previous: Sheet | undefined): Kept | undefined {
  if (!previous) return undefined;
  const edited = new Map<string, string>();
  const added = new Map<string, readonly string[]>();
  let anchor = '';
  for (const { id, text, state } of withEdits(piecesOf(document), previous)) {
    if (state === 'added') {
      added.set(anchor, [...(added.get(anchor) ?? []), text]);
      continue;
    }
    anchor = id;
    if (state === 'edited') edited.set(id, text);
  }
  return edited.size + added.size > 0 ? { edited, added } : undefined;
}
