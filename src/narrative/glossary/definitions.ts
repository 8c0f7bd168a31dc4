import { definitions201to207 } from './d201-207';
import { definitions208to211 } from './d208-211';
import { definitions212to234 } from './d212-234';

const byCode: Readonly<Record<string, readonly [name: string, meaning: string]>> = {
  ...definitions201to207,
  ...definitions208to211,
  ...definitions212to234,
};

/** Names that a code had in earlier years, with what it meant then. */
const formerly: typeof byCode = {
  '2013804': ['市场主体管理', '指用于市场主体登记、监督管理等方面的支出'],
  '2130153': ['农田建设', '指用于农田建设方面的支出'],
};

/** 项 that mean the same under every 款: told by their name, because their number changes from 款 to 款. */
const byName: Readonly<Record<string, string>> = {
  行政运行: '指行政单位（包括参照公务员法管理的事业单位）的基本支出',
  一般行政管理事务: '指行政单位（包括参照公务员法管理的事业单位）未单独设置项级科目的其他项目支出',
  机关服务: '指为行政单位提供后勤服务的各类后勤服务中心、医务室等附属事业单位的支出',
  事业运行: '指事业单位的基本支出，不包括行政单位后勤服务中心、医务室等附属事业单位的支出',
  信息化建设: '指用于信息化建设方面的支出',
};

/** Brackets and blanks are printed in either width. */
const same = (name: string): string => name.replace(/[\s（()）、，]/g, '').replace(/(支出|经费)$/, '');

/**
 * Standard meaning of a 项 in our own words. `name` is the printed name of the 项.
 * undefined = not known: the glossary then shows a visible blank.
 */
export function definitionOf(code: string, name?: string): string | undefined {
  if (name === undefined) return undefined;
  for (const known of [byCode[code], formerly[code]]) if (known !== undefined && same(known[0]) === same(name)) return known[1];
  const common = byName[name];
  if (common !== undefined) return common;
  // The catalogue defines every remainder 项 (…99 其他X支出) as what the 项 above it leave over.
  const rest = code.endsWith('99') ? /^其他(.+?)(方面的)?支出$/.exec(name)?.[1] : undefined;
  if (rest === undefined) return undefined;
  return `指除上述项目以外，其他用于${rest}方面的支出`;
}
