import type { Measure, Naming } from './measure';

interface NameFound {
  readonly measure: Measure;
  readonly start: number;
  readonly end: number;
}

/** Names that are parts of many other names: they count only where a clause, a year or a list begins. */
const common = new Set([
  '基本支出',
  '项目支出',
  '人员经费',
  '人员支出',
  '公用经费',
  '公用支出',
  '事业收入',
  '经营收入',
  '经营支出',
  '其他收入',
  '累计',
  '总收入',
  '总支出',
  '财政拨款支出',
  '收入合计',
  '支出合计',
  '来访团组',
  '货物支出',
  '工程支出',
  '服务支出',
  '工资福利支出',
  '商品和服务支出',
  '对个人和家庭的补助',
  '其他支出',
  '收支',
]);
const boundary = /(?:^|[，。；：、（）]|年度?|其中|中|及|和|即|单位|局|委|办|部门|本年|当年|万元|元|%)$/;

/** 非财政拨款收入 is none of the names that end it. */
const allowed = (words: string, name: string, at: number, bounded = common.has(name)): boolean =>
  words[at - 1] !== '非' && (!bounded || boundary.test(words.slice(0, at)));

/** The last name in some words; of two that end together the longer. */
export function nameIn(words: string, namings: readonly Naming[]): NameFound | undefined {
  let best: NameFound | undefined;
  for (const { measure, words: names, bounded } of namings) {
    for (const name of names) {
      const start = words.lastIndexOf(name);
      if (start < 0 || !allowed(words, name, start, bounded)) continue;
      const end = start + name.length;
      if (!best || end > best.end || (end === best.end && start < best.start)) best = { measure, start, end };
    }
  }
  // 政府性基金预算财政拨款支出 holds 财政拨款支出: a name inside the one that was found is not another name.
  return best;
}

/** The last name, if nothing but `rest` stands behind it. */
export function nameAtEnd(words: string, namings: readonly Naming[], rest: RegExp): NameFound | undefined {
  const found = nameIn(words, namings);
  return found && rest.test(words.slice(found.end)) ? found : undefined;
}
