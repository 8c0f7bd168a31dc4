/** Places before the name of a department: 乐山市金口河区 */
export const place = /^(?:[\u4e00-\u9fa5]{2,4}(?:省|市|州))?[\u4e00-\u9fa5]{2,4}(?:区|县|市)/;
const coreOf = (name: string): string => name.replace(/\s/g, '').replace(place, '');

/** Letters that have to be changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** Another form of the same name, or quite another body? */
export function kinship(own: string, other: string): 'same' | 'variant' | 'foreign' {
  const [a, b] = [coreOf(own), coreOf(other)];
  if (own === other || a === b || other.endsWith(own) || own.endsWith(other)) return 'same';
  return distance(a, b) <= Math.max(1, Math.floor(Math.max(a.length, b.length) * 0.45)) && a.slice(0, 2) === b.slice(0, 2)
    ? 'variant'
    : 'foreign';
}
