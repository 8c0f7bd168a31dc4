import type { Span, TextBlock } from '../performance/text/blocks';
import { linesOf } from '../performance/text/lines';
import { kinship } from '../performance/rules/kinship';
import { unitNamesOf } from '../performance/text/names';
import type { Severity } from '../facts/outcome';
import type { Source } from '../kernel/source';

/** A rule of 第一部分. */
interface OverviewRule {
  readonly id: `B${number}`;
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  readonly words: string;
  readonly example: string;
  readonly counter: string;
  readonly hint: string;
}

interface OverviewFinding {
  readonly rule: OverviewRule;
  readonly message: string;
  readonly spans: readonly Span[];
}

const source: Source = { by: 'derived', doc: '部门决算公开格式', clause: '第一部分 概况', unverified: true };

const asListed: OverviewRule = {
  id: 'B01',
  title: '单位个数与名单一致',
  severity: 'error',
  source,
  words: '单位个数［正文］ ＝ 名单的行数',
  example: '“下属单位2个”，名单列出 2 个：一致。',
  counter: '“下属单位3个”，名单列出 2 个：不一致。',
  hint: '以名单为准改正个数，或补上漏列的单位。',
};
const byKind: OverviewRule = {
  id: 'B02',
  title: '单位个数等于各类单位之和',
  severity: 'error',
  source,
  words: '单位个数 ＝ 行政单位 ＋ 参照公务员法管理的事业单位 ＋ 其他事业单位',
  example: '3 个单位，行政单位 1 个、事业单位 2 个：一致。',
  counter: '3 个单位，行政单位 1 个、事业单位 1 个：不一致。',
  hint: '按单位名单核对各类单位的个数。',
};
const oneName: OverviewRule = {
  id: 'B03',
  title: '概况中的单位名称与编制单位一致',
  severity: 'error',
  source,
  words: '单位名称［概况］ ＝ 编制单位',
  example: '编制单位“某区经济和信息化局”，概况写同一名称：一致。',
  counter: '编制单位“某区经济和信息化局”，概况写“某区经济与信息化局”：不一致。',
  hint: '改成编制单位的全称，或写明“以下简称”。',
};
export const overviewRules: readonly OverviewRule[] = [asListed, byKind, oneName];

const digits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const count = '(\\d+|[一二两三四五六七八九十])';
const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : digits[text]!);

/** 下属二级单位1个, 下属二级单位一个, 单位共3个 */
const whole = new RegExp(`(?:(?:下属|所属)[^,。;]{0,8}?单位|单位共)(?:共|有)?${count}个`);
const kind = new RegExp(`(行政单位|参照公务员法管理的事业单位|(?:其他)?事业单位|其他单位)${count}个`, 'g');
const entry = /^\d+[.、](?!\d)(.{3,30}?(?:局|办公室|办|委员会|中心|站|所|院|校|馆|会|队))(?:\(.{2,6}\))?[。;,]?$/;

/** Checks 第一部分, ours or another's: numbers of units against the list and the kinds, and one name of the unit. */
export function checkOverview(blocks: readonly TextBlock[], unit: string): readonly OverviewFinding[] {
  const { lines, rows } = linesOf(blocks);
  const findings: OverviewFinding[] = [];
  const structure = lines.findIndex(({ text }) => /^[一二三四五]、.{0,4}(?:机构设置|单位构成|机构情况)/.test(text));
  const own = structure < 0 ? [] : lines.slice(structure + 1);
  const listed = own.filter(({ text }) => entry.test(text));
  const names =
    listed.length > 0 ? listed : rows.flatMap(([number, unitName]) => (/^\d+$/.test(number?.text ?? '') && unitName ? [unitName] : []));
  for (const line of own) {
    const said = whole.exec(line.text);
    if (!said) continue;
    const n = numberOf(said[1]!);
    const at = line.span(said.index, said.index + said[0].length);
    // A list that begins with the unit itself has one more than are 下属.
    const below = /^[下所]属/.test(said[0]) ? names.filter((name) => !name.text.includes(unit)) : names;
    if (names.length > 0 && names.length !== n && below.length !== n)
      findings.push({
        rule: asListed,
        message: `写“${said[0]}”，名单列出${names.length}个。`,
        spans: [at, ...names.map((name) => name.span(0, name.text.length))],
      });
    const kinds = [...line.text.slice(said.index + said[0].length).matchAll(kind)];
    const sum = kinds.reduce((total, match) => total + numberOf(match[2]!), 0);
    if (kinds.length > 0 && sum !== n) findings.push({ rule: byKind, message: `写“${said[0]}”，各类单位合计${sum}个。`, spans: [at] });
  }
  for (const name of unitNamesOf(lines, []))
    if (kinship(unit, name.text) === 'variant')
      findings.push({ rule: oneName, message: `编制单位是“${unit}”，这里写“${name.text}”。`, spans: [name.span] });
  return findings;
}
