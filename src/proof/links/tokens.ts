import Decimal from 'decimal.js';

/** 元 = money (the value is in 元); count = things counted; % = a percentage; none = a number without a unit that is known. */
export type TokenUnit = '元' | 'count' | '%' | '分' | 'none';

/** A number of a plain text. Dates and years are not among them. */
export interface NumberToken {
  readonly kind: 'number';
  readonly start: number;
  /** Behind the unit. */
  readonly end: number;
  /** Where the digits end. */
  readonly digitsEnd: number;
  readonly unit: TokenUnit;
  readonly unitWord: string;
  /** In 元, in percent, or as counted. */
  readonly value: Decimal;
  /** One unit of the last printed digit, in the same unit as the value. */
  readonly step: Decimal;
  readonly decimals: number;
}

/** A year of a plain text: 2024年度, 2023年, 上年度, 去年, 本年. */
export interface YearToken {
  readonly kind: 'year';
  readonly start: number;
  readonly end: number;
  /** undefined for 上年 and 本年. */
  readonly year?: number;
  readonly relative?: 'last' | 'this';
}

const number = /(?<![\d.A-Za-z])(-?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d,]*\d)/g;
const unit = /^(亿元|万元|元|%|个百分点|人次|批次|台（套）|台|套|辆|量|个|批|次|人|分)/;
const scales: Readonly<Record<string, Decimal>> = { 亿元: new Decimal(1e8), 万元: new Decimal(1e4), 元: new Decimal(1) };

const unitOf = (word: string): TokenUnit => {
  if (word in scales) return '元';
  if (word === '%') return '%';
  if (word === '分') return '分';
  return word === '' || word === '个百分点' ? 'none' : 'count';
};

const year = /(?<!\d)((?:19|20)\d\d)年(?:度)?|上年度?|去年|上一年度?|本年度?(?![收支末初])/g;
const dateRest = /^(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?)/;

/** Numbers and years of a plain text from `from` on, in order. A day of a date, a form number and an ordinal are neither. */
export function tokensOf(text: string, from = 0): readonly (NumberToken | YearToken)[] {
  const tokens: (NumberToken | YearToken)[] = [];
  const taken: [number, number][] = [...text.matchAll(/【[^】]*】/g)].map((blank) => [blank.index, blank.index + blank[0].length]);
  const free = (start: number): boolean => start >= from && !taken.some(([a, b]) => start >= a && start < b);
  for (const found of text.matchAll(year)) {
    const start = found.index;
    if (!free(start)) continue;
    const end = start + found[0].length;
    const rest = dateRest.exec(text.slice(end))?.[0].length ?? 0;
    taken.push([start, end + rest]);
    const printed = found[1];
    tokens.push(
      printed
        ? { kind: 'year', start, end, year: Number(printed) }
        : { kind: 'year', start, end, relative: /^[上去]/.test(found[0]) ? 'last' : 'this' },
    );
  }
  for (const found of text.matchAll(number)) {
    const start = found.index;
    if (!free(start)) continue;
    const token = numberAt(text, start, found[1] ?? '', found[2]!);
    if (token) tokens.push(token);
  }
  return tokens.sort((a, b) => a.start - b.start);
}

function numberAt(text: string, at: number, sign: string, digits: string): NumberToken | undefined {
  const before = text.slice(Math.max(0, at - 4), at);
  // 1-12月 is a range, 01-1 the number of a form: a hyphen behind a digit or a letter is no minus sign.
  const negative = sign !== '' && !/[\dA-Za-z月日]$/.test(before);
  const start = negative ? at : at + sign.length;
  const digitsEnd = at + sign.length + digits.length;
  const after = text.slice(digitsEnd);
  if (/^[年月日号\]〕]/.test(after) || /(?:第|图|表|附件|财决|〔|《)$/.test(before) || (sign !== '' && !negative)) return undefined;
  if (/^-\d/.test(after) || /^表/.test(after)) return undefined;
  // 单价100万元以上设备: a limit that is part of a name.
  if (/(?:单价|价值)$/.test(before)) return undefined;
  const word = unit.exec(after)?.[1] ?? '';
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const scale = scales[word] ?? new Decimal(1);
  const value = new Decimal(digits.replace(/,/g, '')).times(scale);
  return {
    kind: 'number',
    start,
    end: digitsEnd + word.length,
    digitsEnd,
    unit: unitOf(word),
    unitWord: word,
    value: negative ? value.negated() : value,
    step: new Decimal(10).pow(-decimals).times(scale),
    decimals,
  };
}
