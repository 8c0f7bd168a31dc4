import Decimal from 'decimal.js';
import { same, type Printed } from '../text/printed';
import { N, numbersIn, total } from '../text/printed';
import type { Line } from '../text/lines';
import { everyNode } from '../text/tree';
import type { ProjectGroup } from '../text/projects';
import { schemeNodeOf } from './points';
import { ofForms, type EvaluationRule, type TextFault } from './rule';

const HUNDRED = new Decimal(100);

/** part ÷ whole × 100 as an interval: what is printed of both may stand for anything within half of the last digit. */
function rateOf(part: Printed, whole: Printed): Pick<Printed, 'value' | 'half'> | undefined {
  if (!whole.value.gt(0)) return undefined;
  const value = part.value.div(whole.value).times(HUNDRED);
  const high = part.value
    .plus(part.half)
    .div(Decimal.max(whole.value.minus(whole.half), new Decimal('1e-9')))
    .times(HUNDRED);
  return { value, half: high.minus(value).abs() };
}
const percent = (value: Decimal): string => `${value.toDecimalPlaces(2).toString()}%`;

/** Overall rate of all projects, by what the report prints of its groups. */
function overall(groups: readonly ProjectGroup[]): Pick<Printed, 'value' | 'half'> | undefined {
  const known = groups.filter(({ budget, rate }) => budget && rate);
  const budget = known.reduce((sum, group) => sum.plus(group.budget!.value), new Decimal(0));
  if (known.length === 0 || known.length < groups.length || budget.isZero()) return undefined;
  const paid = known.reduce((sum, group) => sum.plus(group.budget!.value.times(group.rate!.value).div(HUNDRED)), new Decimal(0));
  return { value: paid.div(budget).times(HUNDRED), half: Decimal.max(...known.map(({ rate }) => rate!.half)) };
}

/** 全部项目执行率为97% */
const overallRate = (lines: readonly Line[]): Printed | undefined =>
  lines.flatMap((line) =>
    numbersIn(line, new RegExp(`(?:全部|所有|部门预算)项目[^。;]{0,12}执行率(?:为|达到?)?(?<n>${N.slice(1, -1)})(?<u>%)`)),
  )[0]?.printed;

export const rates: EvaluationRule = {
  id: 'E05',
  title: '执行率等于执行数除以预算数，按执行率计的得分算得出来',
  severity: 'error',
  source: ofForms('预算执行率'),
  words: '执行率 ＝ 执行数 ÷ 预算数；执行率得分 ＝ 执行率 × 10；按执行率计分的项 ＝ 分值 × 执行率',
  example: '预算 50 万元，执行 48 万元，执行率 96%，得 9.6 分：一致。',
  counter: '分值 4 分，全部项目执行率 97.03%，得 3.73 分（应为 3.88 分）：不一致。',
  hint: '按印出的预算数和执行数重算执行率和得分。',
  check: ({ text, scheme }) => {
    const faults: TextFault[] = [];
    let checked = 0;
    const against = (what: string, rate: Printed | undefined, paid: Printed | undefined, budget: Printed | undefined): void => {
      const right = rate && paid && budget && rateOf(paid, budget);
      if (!right) return;
      checked += 1;
      if (!same(rate, right))
        faults.push({
          message: `${what}的执行率写${percent(rate.value)}，按${paid.text}除以${budget.text}是${percent(right.value)}。`,
          spans: [rate.span, paid.span, budget.span],
          expected: percent(right.value),
        });
    };
    for (const form of text.forms) {
      against(`项目“${form.name}”`, form.rate, form.paid, form.budget);
      form.parts.forEach((part) => against(`项目“${form.name}”${part.name}`, part.rate, part.paid, part.budget));
      const rate = form.paid && form.budget ? rateOf(form.paid, form.budget) : form.rate;
      if (!form.rateScore || !rate) continue;
      checked += 1;
      const factor = new Decimal(scheme.ratePoints).div(HUNDRED);
      const right = { value: Decimal.min(rate.value, HUNDRED).times(factor), half: rate.half.times(factor) };
      if (!same(form.rateScore, right))
        faults.push({
          message: `项目“${form.name}”的预算执行率得分写${form.rateScore.value.toString()}分，按执行率${percent(rate.value)}是${right.value.toDecimalPlaces(2).toString()}分。`,
          spans: [form.rateScore.span],
          expected: `${right.value.toDecimalPlaces(2).toString()}分`,
        });
    }
    text.groups.forEach((group) => against(`${group.kind}项目`, group.rate, group.paid, group.budget));
    const said = overallRate(text.lines);
    const budgets = text.groups.map(({ budget }) => budget);
    const paid = text.groups.map((group) => group.paid);
    if (said && budgets.length > 0 && [...budgets, ...paid].every((one) => one !== undefined)) {
      const right = rateOf(
        { ...paid[0]!, ...total(paid as readonly Printed[]) },
        { ...budgets[0]!, ...total(budgets as readonly Printed[]) },
      );
      checked += 1;
      if (right && !same(said, right))
        faults.push({
          message: `全部项目的执行率写${percent(said.value)}，各类项目合计是${percent(right.value)}。`,
          spans: [said.span],
          expected: percent(right.value),
        });
    }
    for (const node of everyNode(text.tree)) {
      const known = schemeNodeOf(scheme, node);
      if (known?.follows !== '项目执行率' || !node.score) continue;
      const most = node.points?.value ?? new Decimal(known.points);
      const own = node.body.flatMap((line) => numbersIn(line, new RegExp(`(?:执行率|进度)(?:为|达到?)?(?<n>${N.slice(1, -1)})(?<u>%)`)));
      const whole = overall(text.groups);
      const all = [
        ...own.map(({ printed }) => printed),
        ...(whole ? [whole] : []),
        ...text.groups.flatMap(({ rate }) => (rate ? [rate] : [])),
      ];
      if (all.length === 0) continue;
      checked += 1;
      const factor = most.div(HUNDRED);
      const fits = ({ value, half }: Pick<Printed, 'value' | 'half'>): boolean =>
        same(node.score!, { value: value.times(factor), half: half.times(factor) });
      if (!all.some(fits)) {
        const right = all[0]!.value.times(factor).toDecimalPlaces(2);
        faults.push({
          message: `“${node.name}”得${node.score.value.toString()}分，由印出的执行率算不出来：分值${most.toString()}分乘以执行率${percent(all[0]!.value)}是${right.toString()}分。`,
          spans: [node.score.span, ...text.groups.flatMap(({ rate }) => (rate ? [rate.span] : []))],
          expected: `${right.toString()}分`,
        });
      }
    }
    return checked === 0 ? undefined : faults;
  },
};

/** 计划完成投资62.16亿元，已完成投资40.23亿元 */
const planned = new RegExp(`计划[^,;。\\d]{0,12}?(?<n>${N.slice(1, -1)})(?<u>亿元|万元|元|个|户|人|公里|亩)`);
const reached = new RegExp(`(?:已|实际)[^,;。\\d]{0,12}?(?<n>${N.slice(1, -1)})(?<u>亿元|万元|元|个|户|人|公里|亩)`);
const rateOfPart = new RegExp(`(?:完成|执行|率|进度)[^,;。\\d]{0,8}?(?<n>${N.slice(1, -1)})(?<u>%)`);

export const between: EvaluationRule = {
  id: 'E14',
  title: '总体的完成率在各部分完成率的最小值和最大值之间',
  severity: 'error',
  source: ofForms('完成率、执行率'),
  words: 'min（部分的率） ≤ 总体的率 ≤ max（部分的率）',
  example: '总体 64.72%，各部分 40% 到 80%：可能。',
  counter: '总体 64.72%（40.23 ÷ 62.16），各部分最高 60.22%：不可能。',
  hint: '核对计划数、完成数和各部分的完成率，至少有一个写错或漏列了部分。',
  check: ({ text }) => {
    const faults: TextFault[] = [];
    let checked = 0;
    const judge = (what: string, whole: Pick<Printed, 'value' | 'half'>, at: Printed, parts: readonly Printed[]): void => {
      checked += 1;
      const [low, high] = [
        Decimal.min(...parts.map(({ value, half }) => value.minus(half))),
        Decimal.max(...parts.map(({ value, half }) => value.plus(half))),
      ];
      if (whole.value.plus(whole.half).gte(low) && whole.value.minus(whole.half).lte(high)) return;
      const [least, most] = [Decimal.min(...parts.map(({ value }) => value)), Decimal.max(...parts.map(({ value }) => value))];
      faults.push({
        message: `${what}${percent(whole.value)}，而各部分在${percent(least)}和${percent(most)}之间。`,
        spans: [at.span, ...parts.map(({ span }) => span)],
      });
    };
    for (const line of text.lines) {
      const [plan, done] = [numbersIn(line, planned)[0], numbersIn(line, reached)[0]];
      const parts = numbersIn(line, rateOfPart).map(({ printed }) => printed);
      if (!plan || !done || plan.match.groups!.u !== done.match.groups!.u || parts.length < 2 || !/其中/.test(line.text)) continue;
      const whole = rateOf(done.printed, plan.printed);
      if (whole) judge(`计划${plan.printed.text}，完成${done.printed.text}，总体完成率是`, whole, done.printed, parts);
    }
    const own = text.groups.flatMap(({ rate }) => (rate ? [rate] : []));
    const said = overallRate(text.lines);
    if (own.length > 1 && said) judge('全部项目的执行率写', said, said, own);
    return checked === 0 ? undefined : faults;
  },
};

export const cuts: EvaluationRule = {
  id: 'E19',
  title: '压减幅度等于压减额除以上年数，年度是报告的年度',
  severity: 'error',
  source: ofForms('一般性支出压减、年度'),
  words: '压减额 ＝ 上年 － 本年；压减% ＝ 压减额 ÷ 上年；部门预算、决算、整体支出的年度 ＝ 报告年度',
  example: '18 万元，较上年 21 万元压减 3 万元，压减 14.29%：一致。',
  counter: '2024 年度的报告写“2023 年的部门整体支出做到了使用规范”：年度不符。',
  hint: '按上年数重算压减额和幅度；把照抄上年的年度改成报告的年度。',
  check: ({ text, input, year }) => {
    const faults: TextFault[] = [];
    for (const { what, now, before, by, rate } of text.cuts) {
      const pair = what === '预算' ? input?.generalExpense?.budget : input?.generalExpense?.outturn;
      const last = before ?? (pair && { value: pair[0].value, half: new Decimal(0), text: '', span: by.span });
      const present = now ?? (pair && { value: pair[1].value, half: new Decimal(0), text: '', span: by.span });
      const difference = last && present && { value: last.value.minus(present.value), half: last.half.plus(present.half) };
      if (difference && !same(by, difference))
        faults.push({
          message: `一般性支出${what}压减额写${by.text}，上年减本年是${difference.value.div(10000).toString()}万元。`,
          spans: [by.span],
        });
      const right = rate && last && rateOf(by, { ...by, ...last });
      const exactly =
        right && difference
          ? [right, { value: difference.value.div(last.value).times(HUNDRED), half: new Decimal(0) }]
          : right
            ? [right]
            : [];
      if (rate && exactly.length > 0 && !exactly.some((one) => same(rate, one)))
        faults.push({
          message: `一般性支出${what}压减幅度写${percent(rate.value)}，压减额除以上年数是${percent(exactly[exactly.length - 1]!.value)}。`,
          spans: [rate.span, by.span],
          expected: percent(exactly[exactly.length - 1]!.value),
        });
    }
    const own = year ?? text.year;
    if (own !== undefined) {
      for (const line of text.lines) {
        for (const { printed, match } of numbersIn(
          line,
          /(?<n>20\d\d)(?<u>年)度?(?:区级|县级|市级|省级)?的?(?:部门整体|整体支出|部门预算|部门决算|预算和决算|年初预算|年末|全年|财政拨款|财政资金)/,
        )) {
          const said = Number(match.groups!.n);
          const before = line.text.slice(0, match.index);
          if (said === own || /(?:较|比|与|上年|编制|下一年|明年)[^,。;]{0,6}$/.test(before)) continue;
          if (said === own + 1 && /编制|安排|申报/.test(line.text.slice(match.index))) continue;
          faults.push({ message: `报告年度是${own}年，这里写的是“${match[0]}”。`, spans: [printed.span], expected: `${own}年` });
        }
      }
    }
    for (const line of own === undefined ? [] : text.lines) {
      const head = /(?:^|自评表)\((20\d\d)年度\)/.exec(line.text);
      if (head && Number(head[1]) !== own)
        faults.push({
          message: `报告年度是${own}年，表头写的是“${head[1]}年度”。`,
          spans: [line.span(head.index + head[0].indexOf('('), head.index + head[0].length)],
          expected: `${own}年度`,
        });
    }
    return text.cuts.length === 0 && own === undefined ? undefined : faults;
  },
};
