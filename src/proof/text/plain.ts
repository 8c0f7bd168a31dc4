/**
 * A text as the grammar reads it: without blanks and quotation marks, in half-width digits and full-width punctuation.
 * Every character keeps its place in the text it comes from, so that a finding points at the printed words.
 */
export interface Plain {
  readonly text: string;
  /** Index in the source of each character of `text`. */
  readonly at: readonly number[];
}

const passedOver = /[\s\u3000\u200b\u200c\ufeff\u00ad“”"‘’'「」『』]|\u200d/u;

const punctuation: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ':': '：',
  ';': '；',
  ',': '，',
  '?': '？',
  '!': '！',
  '〈': '《',
  '〉': '》',
  '—': '—',
  '－': '-',
  '–': '-',
  '−': '-',
};

/** Each character is folded once; texts use a few thousand of them. */
const known = new Map<string, string>();

function folded(char: string): string {
  let found = known.get(char);
  if (found === undefined) {
    const code = char.charCodeAt(0);
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char;
    found = passedOver.test(char) ? '' : (punctuation[half] ?? punctuation[char] ?? half);
    known.set(char, found);
  }
  return found;
}

/** 1，234.50万元: a comma that separates thousands of an amount is part of the number. */
const grouped = /(?<![\d.，])\d{1,3}(?:，\d{3})+(?![\d，])(?=(?:\.\d+)?(?:亿|万|元|%|辆|批|人|个|台))/g;

export function plainOf(source: string): Plain {
  const chars: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const char = folded(source[i]!);
    if (char === '') continue;
    chars.push(char);
    at.push(i);
  }
  return { text: chars.join('').replace(grouped, (number) => number.replace(/，/g, ',')), at };
}

/** Where a stretch of the plain text stands in the source: from its first to behind its last character. */
export const placeIn = ({ at }: Plain, start: number, end: number): { readonly start: number; readonly end: number } =>
  end > start ? { start: at[start]!, end: at[end - 1]! + 1 } : { start: at[start] ?? 0, end: at[start] ?? 0 };
