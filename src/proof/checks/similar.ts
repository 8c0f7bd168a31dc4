/** Length of the longest common subsequence of two short names. */
function common(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const char of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) next.push(char === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!));
    row = next;
  }
  return row[b.length]!;
}

/** 0 = nothing in common, 1 = the same. */
const likeness = (a: string, b: string): number => (a.length + b.length === 0 ? 1 : (2 * common(a, b)) / (a.length + b.length));

/** Is one name a slip of the other: most of it the same, or the shorter one with words left out? */
export function isSlipOf(printed: string, right: string): boolean {
  if (printed === right || Math.min(printed.length, right.length) < 3) return false;
  const shorter = Math.min(printed.length, right.length);
  return (
    likeness(printed, right) >= 0.78 ||
    (shorter >= 5 && common(printed, right) === shorter && shorter / Math.max(printed.length, right.length) > 0.55)
  );
}
