import type { ProofBlock } from '../../proof/text/document';

/** A line of a numbered list as this year has it. `block` undefined = not numbered by hand. */
export interface Numbered {
  readonly block: ProofBlock;
  /** Struck out, or new in the manner of `block`. */
  readonly gone?: boolean;
  readonly fresh?: boolean;
}

const chinese = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const numeral = (n: number): string =>
  n <= 10 ? chinese[n]! : n < 20 ? `十${chinese[n - 10]}` : `${chinese[Math.floor(n / 10)]}十${chinese[n % 10]}`;

/** The typed number of each line after some went and some came; undefined where the list was not numbered in order to begin with. */
export function renumbered(lines: readonly Numbered[]): readonly (number | undefined)[] {
  const old = counted(lines.filter(({ fresh }) => !fresh));
  const inOrder = lines.filter(({ fresh }) => !fresh).every(({ block }, i) => !block.marker || block.marker.number === old[i]);
  if (!inOrder) return lines.map(() => undefined);
  const now = counted(lines.filter(({ gone }) => !gone));
  let at = 0;
  return lines.map(({ gone }) => (gone ? undefined : now[at++]));
}

/** Counts within each level; a line of a higher level begins the lower ones anew. */
function counted(lines: readonly Numbered[]): readonly (number | undefined)[] {
  const counts = new Map<number, number>();
  return lines.map(({ block: { marker } }) => {
    if (!marker) return undefined;
    for (const level of [...counts.keys()]) if (level > marker.level) counts.delete(level);
    const next = (counts.get(marker.level) ?? 0) + 1;
    counts.set(marker.level, next);
    return next;
  });
}

/** Where the number stands in the printed text, and what stands there with another number in the same manner. */
export function markerEdit(
  block: ProofBlock,
  number: number,
): { readonly start: number; readonly end: number; readonly to: string } | undefined {
  const { marker, plain, text } = block;
  // A number that the word processor counts has no characters: it follows by itself.
  if (!marker || marker.length === 0 || marker.number === number) return undefined;
  const start = plain.at[0]!;
  const end = plain.at[marker.length - 1]! + 1;
  const printed = text.slice(start, end);
  const circled = /[\u2460-\u2487]/.exec(printed);
  if (circled) {
    const first = circled[0] >= '\u2474' ? 0x2474 : 0x2460;
    return number > 20 ? undefined : { start, end, to: printed.replace(circled[0], String.fromCharCode(first + number - 1)) };
  }
  const digits = /\d+|[一二三四五六七八九十]+/.exec(printed);
  return digits ? { start, end, to: printed.replace(digits[0], /\d/.test(digits[0]) ? String(number) : numeral(number)) } : undefined;
}
