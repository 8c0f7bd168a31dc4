import { invalidArgument } from './errors';
import type { BookModel } from './model';

/** Names of sheets that a formula refers to; quoted names unquoted, `[Buch]Blatt` as it stands. */
function sheetsIn(formula: string): readonly string[] {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const found = bare.matchAll(/'((?:[^']|'')+)'!|(#?[\p{L}_[][\p{L}\p{N}_.[\]]*)!/gu);
  return [...found].map(([, quoted, plain]) => quoted?.replace(/''/g, "'") ?? plain!).filter((name) => !name.startsWith('#'));
}

/** A sheet that is not there is a link to another workbook to Excel: it would ask for a file, which nobody can answer. */
export function refuseUnknownSheets(book: BookModel, formula: string): void {
  const unknown = sheetsIn(formula).find((name) => !book.find(name));
  if (unknown !== undefined) throw invalidArgument(`formula ${formula} names the unknown sheet ${unknown}`);
}
