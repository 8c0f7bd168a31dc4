const names: string[] = [];

/** Column letters of a zero-based index: 0 → A, 26 → AA. */
export const columnName = (index: number): string => (names[index] ??= spell(index));

function spell(index: number): string {
  let name = '';
  for (let n = index; n >= 0; n = Math.floor(n / 26) - 1) name = String.fromCharCode(65 + (n % 26)) + name;
  return name;
}

/** `E37` of zero-based row 36, column 4. */
export const a1 = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** Zero-based row and column of `E37` or `$E$37`. Throws on anything else. */
export function parseA1(address: string): { readonly row: number; readonly column: number } {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/.exec(address);
  if (!found) throw new Error(`not a cell address: ${address}`);
  const column = [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(found[2]) - 1, column };
}

/** A sheet name as a formula or a link needs it: always quoted, inner quotes doubled. */
export const quoteSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;
