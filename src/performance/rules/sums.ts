import Decimal from 'decimal.js';
import { amountText } from '../wan';
import { same, sumOf, total, type Printed } from '../text/printed';
import type { Statement } from '../text/money';
import type { ProjectGroup } from '../text/projects';
import type { EvaluationText } from '../text/read';
import { ofForms, type EvaluationRule, type TextFault } from './rule';

export const weights: EvaluationRule = {
  id: 'E06',
  title: '指标权重合计100，或在预算执行率10分之外合计90',
  severity: 'error',
  source: ofForms('指标权重'),
  words: 'Σ权重 ＝ 100，或 Σ权重 ＋ 预算执行率 10 ＝ 100',
  example: '数量 30、质量 20、时效 10、效益 20、满意度 10，合计 90，另有预算执行率 10：一致。',
  counter: '各指标权重合计 88：不一致。',
  hint: '重新分配权重，使合计为90（有预算执行率10分）或100。',
  check: ({ text, scheme }) => {
    const tables = [...new Set(text.indicators.map(({ table }) => table))];
    const faults = tables.flatMap((table): readonly (TextFault | undefined)[] => {
      const own = text.indicators.filter((one) => one.table === table);
      if (own.some(({ weight }) => !weight)) return [];
      const sum = sumOf(own.map(({ weight }) => weight!));
      if (sum.equals(100) || sum.equals(scheme.indicatorPoints)) return [undefined];
      return [
        {
          message: `第${table}张指标表的权重合计${sum.toString()}，应为${scheme.indicatorPoints}（另有预算执行率${scheme.ratePoints}分）或100。`,
          spans: own.map(({ weight }) => weight!.span),
          expected: String(scheme.indicatorPoints),
        },
      ];
    });
    const wholes = text.forms.flatMap((form): readonly TextFault[] => {
      const own = text.indicators.filter((one) => one.table === form.table);
      if (!form.totalPoints || own.length === 0 || own.some(({ weight }) => !weight)) return [];
      const right = sumOf(own.map(({ weight }) => weight!)).plus(form.rateScore ? scheme.ratePoints : 0);
      if (right.equals(form.totalPoints.value)) return [];
      const message = `项目“${form.name}”的总分值写${form.totalPoints.value.toString()}，各指标和预算执行率的分值合计${right.toString()}。`;
      return [{ message, spans: [form.totalPoints.span], expected: right.toString() }];
    });
    return faults.length === 0 && wholes.length === 0 ? undefined : [...faults.flatMap((fault) => fault ?? []), ...wholes];
  },
};

export const projectSums: EvaluationRule = {
  id: 'E07',
  title: '项目的个数和预算总额与清单一致，总数等于常年加阶段',
  severity: 'error',
  source: ofForms('项目绩效分析'),
  words: '个数、Σ预算［正文］ ＝ 个数、Σ预算［项目清单］；总数 ＝ 常年 ＋ 阶段；结余率大于10%的个数与总体进度不矛盾',
  example: '常年 9 个、阶段 10 个，全部项目 19 个：一致。',
  counter: '阶段项目总数 10 个，后文写“阶段项目（含一次性项目）19 个”：不一致。',
  hint: '以项目清单为准，改正正文中的个数和金额。',
  check: ({ text, input }) => {
    const faults: TextFault[] = [];
    const counted = text.groups.filter(({ count }) => count);
    const all = counted.length === text.groups.length && counted.length > 0 ? sumOf(counted.map(({ count }) => count!)) : undefined;
    for (const { kind, count } of text.counts) {
      const right = kind === '全部' ? all : text.groups.find((group) => group.kind === kind)?.count?.value;
      if (right && !right.equals(count.value))
        faults.push({
          message: `${kind === '全部' ? '' : kind}项目前面写${right.toString()}个${kind === '全部' ? '（常年加阶段）' : ''}，这里写${count.value.toString()}个。`,
          spans: [count.span, ...counted.map((group) => group.count!.span)],
          expected: `${right.toString()}个`,
        });
    }
    for (const { kind, count, budget, paid, leftOver } of text.groups) {
      const listed = input?.projects.filter((project) => (project.kind === '常年') === (kind === '常年'));
      if (!listed || listed.length === 0) continue;
      const compare = (what: string, printed: Printed | undefined, right: Decimal, unit: string): void => {
        if (!printed || same(printed, { value: right, half: new Decimal(0) })) return;
        const shown = unit === '个' ? `${right.toString()}个` : amountText(right);
        faults.push({
          message: `${kind}项目的${what}写${printed.text}，清单是${shown}。`,
          spans: [printed.span],
          cells: listed.flatMap(({ budget: own }) => (own ? [own.at] : [])),
          expected: shown,
        });
      };
      compare('个数', count, new Decimal(listed.length), '个');
      if (listed.every((project) => project.budget))
        compare(
          '预算总金额',
          budget,
          listed.reduce((sum, project) => sum.plus(project.budget!.value), new Decimal(0)),
          '元',
        );
      if (listed.every((project) => project.paid))
        compare(
          '执行金额',
          paid,
          listed.reduce((sum, project) => sum.plus(project.paid!.value), new Decimal(0)),
          '元',
        );
      if (listed.every((project) => project.paid && project.budget))
        compare(
          '结余率大于10%的个数',
          leftOver,
          new Decimal(listed.filter((project) => project.paid!.value.lt(project.budget!.value.times('0.9'))).length),
          '个',
        );
    }
    faults.push(...leftOvers(text.groups));
    const forms = text.forms.filter(({ budget }) => budget);
    if (all && forms.length > 0) {
      if (!all.equals(text.forms.length))
        faults.push({
          message: `正文有${all.toString()}个项目，后附项目自评表${text.forms.length}张。`,
          spans: counted.map((group) => group.count!.span),
        });
      const budgets = text.groups.flatMap(({ budget }) => (budget ? [budget] : []));
      if (budgets.length === text.groups.length && forms.length === text.forms.length) {
        const [said, listed] = [total(budgets), total(forms.map(({ budget }) => budget!))];
        if (said.value.minus(listed.value).abs().gt(said.half.plus(listed.half)))
          faults.push({
            message: `正文的项目预算合计${amountText(said.value)}，各项目自评表的全年预算数合计${amountText(listed.value)}。`,
            spans: budgets.map(({ span }) => span),
          });
      }
    }
    return text.groups.length === 0 && text.counts.length === 0 ? undefined : faults;
  },
};

/** 结余率大于10%的项目 beside the number and the rate of all: more than there are, or none although all together are above. */
function leftOvers(groups: readonly ProjectGroup[]): readonly TextFault[] {
  return groups.flatMap(({ kind, count, rate, leftOver }): readonly TextFault[] => {
    if (!leftOver || !count) return [];
    const left = rate && { least: rate.value.plus(rate.half), most: rate.value.minus(rate.half) };
    const [few, all] = [leftOver.value.isZero(), leftOver.value.gte(count.value)];
    const why = leftOver.value.gt(count.value)
      ? `比项目总数${count.text}还多`
      : left && few && left.least.lt(90)
        ? `而总体进度${rate.text}，至少有1个`
        : left && all && !count.value.isZero() && left.most.gt(90)
          ? `而总体进度${rate.text}，不会个个都大于10%`
          : undefined;
    return why === undefined
      ? []
      : [{ message: `${kind}项目中结余率大于10%的写${leftOver.text}，${why}。`, spans: [leftOver.span, (rate ?? count).span] }];
  });
}

/** What chapter 二 says of the end of the year, in its sentence on the outturn and in the words of other chapters. */
function closings({ closing, statements, lines }: EvaluationText): readonly TextFault[] {
  if (!closing) return [];
  const booked = statements
    .filter(({ stage, side }) => stage === '决算' && side === '支出')
    .flatMap(({ parts }) => parts.filter(({ name }) => /年末.*结/.test(name)));
  const none = closing.value.isZero() ? undefined : lines.find(({ text }) => /(?:^|[。;:)])年末(?:财政资金)?无(?:结转|结余)/.test(text));
  return [
    ...booked.flatMap(({ of }): readonly TextFault[] =>
      same(of, closing)
        ? []
        : [
            {
              message: `决算支出中的年末结转写${of.text}，结转结余情况写${closing.text}。`,
              spans: [closing.span, of.span],
              expected: of.text,
            },
          ],
    ),
    ...(none ? [{ message: `年末结转和结余写${closing.text}，另一处却写年末没有结转、结余。`, spans: [closing.span] }] : []),
  ];
}

const carried = ({ parts }: Statement): Printed | undefined => parts.find(({ name }) => /上年结转|年初.*结转/.test(name))?.of;

export const statementSums: EvaluationRule = {
  id: 'E08',
  title: '收入的各部分与支出的各部分相符',
  severity: 'error',
  source: ofForms('部门资金收支情况'),
  words:
    '收入总额 ＝ Σ收入各部分；支出总额 ＝ Σ支出各部分；收入总额 ＝ 支出总额；上年结转两边相同；年末结转前后相同；资金总额 ＝ 财政拨款 ＋ 其他资金',
  example: '收入 430.66 万元 ＝ 388.63 ＋ 上年结转 42.03，支出 430.66 万元 ＝ 388.63 ＋ 上年结转 42.03：一致。',
  counter: '收入列上年结转 42.03 万元，支出列上年结转 0 万元：不一致。',
  hint: '按财决01-1表核对收入和支出两句话，同一笔上年结转两边写同一个数。',
  check: ({ text }) => {
    const faults: TextFault[] = [];
    for (const { side, stage, total: whole, parts, line } of text.statements) {
      if (parts.length === 0) continue;
      const sum = total(parts.map(({ of }) => of));
      if (!same(whole, sum))
        faults.push({
          message: `${stage}${side}${whole.text}，其中各项合计${amountText(sum.value)}，相差${amountText(whole.value.minus(sum.value).abs())}。`,
          spans: [whole.span, ...parts.map(({ of }) => of.span)],
          expected: amountText(sum.value),
        });
      void line;
    }
    for (const stage of ['预算', '决算'] as const) {
      const [income, spent] = (['收入', '支出'] as const).map((side) =>
        text.statements.find((one) => one.stage === stage && one.side === side),
      );
      if (!income || !spent) continue;
      if (!same(income.total, spent.total))
        faults.push({
          message: `${stage}收入${income.total.text}，${stage}支出${spent.total.text}，收支不相等。`,
          spans: [income.total.span, spent.total.span],
        });
      const [a, b] = [carried(income), carried(spent)];
      if (a && b && !same(a, b))
        faults.push({
          message: `同一年${stage}的上年结转，收入写${a.text}，支出写${b.text}。`,
          spans: [b.span, a.span],
          expected: a.text,
        });
    }
    faults.push(...closings(text));
    const own = text.fund;
    if (own?.total && own.fiscal && own.other && !same(own.total, total([own.fiscal, own.other])))
      faults.push({
        message: `附表的资金总额${own.total.text}，财政拨款加其他资金是${total([own.fiscal, own.other]).value.div(10000).toString()}万元。`,
        spans: [own.total.span, own.fiscal.span, own.other.span],
      });
    for (const form of text.forms) {
      for (const [what, whole, parts] of [
        ['全年预算数', form.budget, form.parts.map(({ budget }) => budget)],
        ['全年执行数', form.paid, form.parts.map(({ paid }) => paid)],
      ] as const) {
        if (!whole || parts.length < 2 || parts.some((part) => !part)) continue;
        const sum = total(parts as readonly Printed[]);
        if (!same(whole, sum))
          faults.push({
            message: `项目“${form.name}”的${what}${whole.text}，财政拨款加其他资金是${amountText(sum.value)}。`,
            spans: [whole.span],
            expected: amountText(sum.value),
          });
      }
    }
    return text.statements.length === 0 && !own && text.forms.length === 0 ? undefined : faults;
  },
};
