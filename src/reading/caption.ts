import { bare } from './words';

/** What one cell above the heads says; one cell may say several things. */
interface Caption {
  readonly number?: string;
  readonly year?: number;
  readonly money?: string;
  /** As it is printed; '' = the label stands alone. */
  readonly unitName?: string;
  /** Bare text that is none of these. */
  readonly rest: string;
}

const formNumber = /\(?(财决附?\d{1,2}(?:[-_]\d)?表|公开\d{1,2}(?:[-_]\d)?表|CS\d{2}表)\)?/i;
const unitLabel =
  /^(?:编制单位|编制部门|编报单位|填报单位|填报部门|预算单位|单位名称|部门名称|公开单位|公开部门|部门|单位)(?:\((?:盖章|公章|章|名称|全称)\))?[::](.*)$/;
const moneyWord = '((?:十|百|千|万|十万|百万|千万|亿)?元)';
/** 金额单位：万元 anywhere, 单位：元 only alone: 单位： is also the label of the unit's name. */
const moneyUnit = new RegExp(
  `\\(?(?:金额单位|计量单位|货币单位)[::]?(?:人民币)?${moneyWord}(?:\\((?:列至角分|保留两位小数)\\))?\\)?|^\\(?单位[::](?:人民币)?${moneyWord}(?:\\(.*\\))?\\)?$`,
);
const yearOfReport = /(20\d{2})年度/;
const yearAlone = /(20\d{2})年(?!\d{0,2}月)/;

const chineseDigits = '〇一二三四五六七八九';
/** 二〇二四年 → 2024年. */
const westernYear = (text: string): string =>
  text.replace(/二[〇○零OＯ][〇○零一二三四五六七八九]{2}(?=年)/g, (year) =>
    [...year].map((digit) => (/[〇○零OＯ]/.test(digit) ? '0' : String(chineseDigits.indexOf(digit)))).join(''),
  );

/** 财决1-1表 and 财决01_1表 → 财决01-1表; CS02 → CS02表. */
export const normalNumber = (text: string): string =>
  text
    .toUpperCase()
    .replace(/_/g, '-')
    .replace(/^(财决附?|公开)(\d)(?!\d)/, '$10$2')
    .replace(/^(CS\d{2})$/, '$1表');

export function splitCaption(text: string): Caption {
  let rest = westernYear(bare(text));
  const year = yearOfReport.exec(rest) ?? yearAlone.exec(rest);
  const number = formNumber.exec(rest);
  // A title may carry its number in brackets; the title is what is left.
  if (number) rest = rest.replace(number[0], '');
  const money = moneyUnit.exec(rest);
  if (money) rest = rest.replace(money[0], '');
  const unit = unitLabel.exec(rest);
  if (unit) rest = '';
  else rest = rest.replace(/^\(?20\d{2}年度?\)?/, '');
  return {
    rest,
    ...(number ? { number: number[1]! } : {}),
    ...(year ? { year: Number(year[1]) } : {}),
    ...(money ? { money: (money[1] ?? money[2])! } : {}),
    ...(unit ? { unitName: verbatim(text, nameIn(unit[1]!)) } : {}),
  };
}

const nameIn = (text: string): string => text.replace(/\(?20\d{2}年度?\)?.*$/, '').replace(/\((?:盖章|公章|章)\)$/, '');

/** The name in a cell that holds nothing but a name, as printed; '' where it holds something else. */
export function captionOf(text: string): string {
  const { rest, money, number } = splitCaption(text);
  return (money ?? number) ? '' : verbatim(text, nameIn(rest));
}

/**
 * The legal name of a unit is nobody's to change: quotes, 《》, blanks and widths stay. `found` is the name as it is compared;
 * what of the text becomes that is the name. Only what no print shows is left out: line breaks and marks without width.
 */
function verbatim(text: string, found: string): string {
  const all = [...text];
  // Where each unit of the compared text comes from.
  const origin = all.flatMap((character, i) =>
    bare(character)
      .split('')
      .map((part) => ({ part, i })),
  );
  const from = origin
    .map(({ part }) => part)
    .join('')
    .lastIndexOf(found);
  if (found === '' || from < 0) return found;
  let start = origin[from]!.i;
  let end = origin[from + found.length - 1]!.i + 1;
  while (quote.test(all[start - 1] ?? '')) start--;
  while (quote.test(all[end] ?? '')) end++;
  return all
    .slice(start, end)
    .join('')
    .replace(/[\u200b-\u200d\ufeff]|\s*[\r\n]\s*/g, '');
}

const quote = /["'“”‘’「」『』《》]/;
