import type { Scalar, Sheet } from '../../kernel/workbook';

/** Excel gives a blank cell, and a formula that shows nothing, as an empty text. Line breaks are single. */
function scalar(value: Scalar): Scalar {
  if (typeof value !== 'string') return value;
  return value === '' ? null : value.replace(/\r\n?/g, '\n');
}

/** The smallest rectangle that holds every value, so that formulas which show nothing leave no blank border. */
export function trimmed(top: number, left: number, values: readonly (readonly Scalar[])[]): Pick<Sheet, 'top' | 'left' | 'values'> {
  const lines = values.map((line) => line.map(scalar));
  const full = lines.map((line) => line.some((value) => value !== null));
  const first = full.indexOf(true);
  if (first < 0) return { top: 0, left: 0, values: [] };
  const last = full.lastIndexOf(true);
  const width = lines[0]!.length;
  let [from, to] = [width, -1];
  for (const line of lines) {
    for (let c = 0; c < from; c++) if (line[c] !== null) from = c;
    for (let c = width - 1; c > to; c--) if (line[c] !== null) to = c;
  }
  return { top: top + first, left: left + from, values: lines.slice(first, last + 1).map((line) => line.slice(from, to + 1)) };
}
