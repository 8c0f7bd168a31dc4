import type { ProofReport } from '../../src/proof/proof';

/** One slip in a text: what stood there, what stands there now. */
interface TextChange {
  readonly kind: '数' | '年度' | '方向';
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly text: string;
}

const directions: readonly (readonly [string, string])[] = [
  ['增加', '减少'],
  ['增长', '下降'],
  ['小于', '大于'],
];

/** A small linear congruential generator: the same slips in every run. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
}

/** Another number of the same look: one digit changed, two neighbours swapped, or the point moved. */
export function otherNumber(digits: string, random: () => number): string {
  const at = [...digits].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  const pick = Math.floor(random() * 3);
  const i = at[Math.floor(random() * at.length)]!;
  const replaced = (index: number, digit: string): string => digits.slice(0, index) + digit + digits.slice(index + 1);
  let result = digits;
  if (pick === 1 && at.length > 1) {
    const k = at[Math.floor(random() * (at.length - 1))]!;
    const next = at[at.indexOf(k) + 1]!;
    result = [...replaced(k, digits[next]!)].map((char, index) => (index === next ? digits[k]! : char)).join('');
  } else if (pick === 2 && digits.includes('.')) {
    const point = digits.indexOf('.');
    const plain = digits.replace('.', '');
    result = point > 1 ? `${plain.slice(0, point - 1)}.${plain.slice(point - 1)}` : plain.replace(/^0+(?=\d)/, '');
  }
  if (Number(result) === Number(digits)) result = replaced(i, String((Number(digits[i]) + 1 + Math.floor(random() * 8)) % 10));
  return Number(result) === Number(digits) ? `${digits}1` : result;
}

/** Every number with a unit, every year and every word of direction of the sections, changed one at a time. */
export function changesOf(text: string, random: () => number): readonly TextChange[] {
  const end = text.indexOf('名词解释');
  const body = end < 0 ? text : text.slice(0, end);
  const found: TextChange[] = [];
  const add = (kind: TextChange['kind'], start: number, from: string, to: string): void =>
    void found.push({ kind, from, to, start, text: text.slice(0, start) + to + text.slice(start + from.length) });
  for (const match of body.matchAll(
    /(?<![\d.图单价])(\d+(?:\.\d+)?)(?=万元|%|辆|批次|人次|次，|人。|台（套）|个项目|分。)(?!万元（含）|万元以上)/g,
  ))
    add('数', match.index, match[1]!, otherNumber(match[1]!, random));
  for (const match of body.matchAll(/20\d\d(?=年)/g))
    add('年度', match.index, match[0], String(Number(match[0]) + (random() < 0.5 ? -1 : 1)));
  for (const [a, b] of directions) {
    for (const match of body.matchAll(new RegExp(`${a}(?=\\d|预算数|[^。]{0,3}\\d)|${b}(?=\\d|预算数)`, 'g')))
      add('方向', match.index, match[0], match[0] === a ? b : a);
  }
  return found.filter(({ start }) => !inBlank(text, start));
}

const inBlank = (text: string, at: number): boolean => text.lastIndexOf('【', at) > text.lastIndexOf('】', at);

/** Is there a finding at the changed paragraph that the unchanged text has not? */
export function isFound(before: ProofReport, after: ProofReport, change: TextChange): boolean {
  const line =
    change.text
      .slice(0, change.start + 1)
      .split('\n')
      .filter((one) => one.trim() !== '').length - 1;
  const known = new Set(before.findings.map((one) => `${one.rule} ${one.span.paragraph} ${one.quote}`));
  return after.findings.some((one) => one.span.paragraph === line && !known.has(`${one.rule} ${one.span.paragraph} ${one.quote}`));
}
