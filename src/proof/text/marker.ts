/** How a heading or an item is numbered. Level 0 = 第一部分, 1 = 一、, 2 = （一）, 3 = 1. or 1、, 4 = （1） or ⑴, 5 = ① */
export interface Marker {
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly number: number;
  /** Length of the marker in the plain text. */
  readonly length: number;
}

const digits = '一二三四五六七八九';

/** 十二 → 12, 二十 → 20; undefined for anything else. */
function numeral(text: string): number | undefined {
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!found || text === '') return undefined;
  const [, tens, ten, ones] = found;
  if (!ten) return tens && !ones ? digits.indexOf(tens) + 1 : undefined;
  return (tens ? digits.indexOf(tens) + 1 : 1) * 10 + (ones ? digits.indexOf(ones) + 1 : 0);
}

const chinese = '[一二三四五六七八九十]{1,3}';
const kinds: readonly { readonly level: Marker['level']; readonly form: RegExp }[] = [
  { level: 0, form: new RegExp(`^第(${chinese})部分[、：]?`) },
  { level: 1, form: new RegExp(`^(${chinese})、`) },
  { level: 2, form: new RegExp(`^（(${chinese})）[、.]?`) },
  { level: 3, form: /^(\d{1,2})(?:[、．]|\.(?!\d))/ },
  { level: 4, form: /^（(\d{1,2})）[、.]?/ },
];

/** The number at the beginning of a plain text; a bullet before it is passed over. */
export function markerOf(plain: string): Marker | undefined {
  const bullet = /^[-•·]+/.exec(plain)?.[0].length ?? 0;
  const text = plain.slice(bullet);
  for (const { level, form } of kinds) {
    const found = form.exec(text);
    if (!found) continue;
    const number = /^\d/.test(found[1]!) ? Number(found[1]) : numeral(found[1]!);
    if (number !== undefined) return { level, number, length: bullet + found[0].length };
  }
  const circled = text.codePointAt(0) ?? 0;
  if (circled >= 0x2474 && circled <= 0x2487) return { level: 4, number: circled - 0x2473, length: bullet + 1 };
  if (circled >= 0x2460 && circled <= 0x2473) return { level: 5, number: circled - 0x245f, length: bullet + 1 };
  return undefined;
}
