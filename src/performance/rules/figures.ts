import Decimal from 'decimal.js';
import type { Fact } from '../../facts/traced';
import { decimalString } from '../../facts/money';
import type { Key } from '../../layouts/keys';
import { amountText } from '../wan';
import { linesOf } from '../text/lines';
import { N, numbersIn, same, sumOf, type Printed } from '../text/printed';
import type { Statement } from '../text/money';
import { houseSource, ofForms, type EvaluationRule, type TextFault, type GivenBooks } from './rule';

const nothing = new Decimal(0);

/** The cell of 财决01-1 that a part of a statement prints. */
function keyOf({ stage, side }: Statement, name: string | undefined): Key | undefined {
  const column = stage === '预算' ? '年初预算数' : '决算数';
  if (name === undefined) return side === '收入' ? `Z01_1.收入总计.${column}` : `Z01_1.支出总计.${column}·小计`;
  if (/上年结转|年初.*结转/.test(name)) return `Z01_1.年初财政拨款结转和结余.${column}`;
  if (/年末.*结转/.test(name)) return `Z01_1.年末财政拨款结转和结余.${column}·小计`;
  if (side === '收入' && /财政拨款收入|本年收入/.test(name)) return `Z01_1.本年收入合计.${column}`;
  return side === '支出' && /本年(?:财政拨款)?支出/.test(name) ? `Z01_1.本年支出合计.${column}·小计` : undefined;
}

const factAt = ({ years }: GivenBooks, key: Key | undefined): Fact | undefined => {
  const reading = key === undefined ? undefined : years?.now.find(key);
  return reading?.state === 'number' ? reading.fact : undefined;
};

export const figures: EvaluationRule = {
  id: 'E09',
  title: '数字与财决表、补充信息一致，附表资金总额等于年初预算',
  severity: 'error',
  source: ofForms('财决01-1表 年初预算数、决算数；附表年度部门整体支出预算'),
  words: '收支各数 ＝ 财决01-1表的格；资金总额［附表］ ＝ 年初预算收入［正文］；人员、项目数字 ＝ 补充信息',
  example: '年初预算收入 430.66 万元，附表资金总额 430.66 万元：一致。',
  counter: '年初预算收入 430.66 万元，附表资金总额 388.63 万元（漏了上年结转）：不一致。',
  hint: '以财决01-1表为准改正；附表的资金总额包括上年结转。',
  check: (given) => {
    const { text, input } = given;
    const faults: TextFault[] = [];
    let checked = 0;
    const cell = (what: string, printed: Printed, fact: Fact | undefined): void => {
      if (!fact) return;
      checked += 1;
      if (same(printed, { value: fact.value, half: fact.half })) return;
      const right = fact.unit === '元' ? amountText(fact.value) : decimalString(fact.value);
      faults.push({
        message: `${what}写${printed.text}，${fact.at.sheet} ${fact.at.a1} 是${right}。`,
        spans: [printed.span],
        cells: [fact.at],
        expected: right,
      });
    };
    for (const statement of text.statements) {
      const what = `${statement.stage}${statement.side}`;
      cell(what, statement.total, factAt(given, keyOf(statement, undefined)));
      for (const part of statement.parts) cell(`${what}中的${part.name}`, part.of, factAt(given, keyOf(statement, part.name)));
    }
    if (text.closing) cell('年末结转和结余', text.closing, factAt(given, 'Z01_1.年末财政拨款结转和结余.决算数·小计'));
    const budget = text.statements.find(({ stage, side }) => stage === '预算' && side === '收入')?.total;
    if (text.fund?.total && budget) {
      checked += 1;
      if (!same(text.fund.total, budget))
        faults.push({
          message: `附表的资金总额是${text.fund.total.text}万元，正文的年初预算收入是${budget.text}。`,
          spans: [text.fund.total.span, budget.span],
          expected: budget.text,
        });
    }
    for (const { name, count } of text.staff) {
      const kind = name.replace(/^机关|编制$|人数$/g, '');
      cell(name, count, input?.staff.get(kind));
    }
    const posts = text.staff.filter(({ name }) => /^(?:行政|机关工勤|工勤|事业)编制$/.test(name));
    const whole = text.staff.find(({ name }) => /^编制(?:总数)?$/.test(name));
    if (whole && posts.length > 1 && !sumOf(posts.map(({ count }) => count)).equals(whole.count.value)) {
      checked += 1;
      faults.push({
        message: `编制写${whole.count.text}，各类编制合计${sumOf(posts.map(({ count }) => count)).toString()}名。`,
        spans: [whole.count.span],
      });
    }
    for (const form of text.forms) {
      const project = input?.projects.find(({ name }) => plain(name) === form.name);
      if (form.budget) cell(`项目“${form.name}”的全年预算数`, form.budget, project?.budget);
      if (form.paid) cell(`项目“${form.name}”的全年执行数`, form.paid, project?.paid);
    }
    for (const one of text.indicators) {
      const form = text.forms.find(({ table }) => table === one.table);
      const listed = form ? input?.projects.find(({ name }) => plain(name) === form.name)?.indicators : input?.indicators;
      const mine = listed?.find(({ name }) => plain(name) === one.name);
      for (const [what, printed, supplied] of [
        ['指标值', one.target, mine?.target],
        ['权重', one.weight, mine?.weight],
        ['实际完成值', one.actual, mine?.actual],
        ['得分', one.score, mine?.score],
      ] as const) {
        if (!printed || !supplied) continue;
        checked += 1;
        if (!printed.value.equals(supplied.value))
          faults.push({
            message: `指标“${one.name}”的${what}写${printed.value.toString()}，补充信息是${supplied.value.toString()}。`,
            spans: [printed.span],
            cells: [supplied.at],
            expected: supplied.value.toString(),
          });
      }
    }
    return checked === 0 ? undefined : faults;
  },
};

export const carryOver: EvaluationRule = {
  id: 'E10',
  title: '年初预算的上年结转与决算的上年结转',
  severity: 'warning',
  source: houseSource('预算口径与决算口径的结转'),
  words: '上年结转［年初预算］ ＝ 上年结转［决算］',
  example: '预算上年结转 42.03 万元，决算上年结转 42.03 万元：一致。',
  counter: '预算上年结转 42.03 万元，决算上年结转 0 万元：请核实并说明。',
  hint: '核实预算编入的结转是否已记入决算的年初结转和结余；确有不同的，在正文里说明原因。',
  check: ({ text }) => {
    const of = (stage: Statement['stage']): Printed | undefined =>
      text.statements.find((one) => one.stage === stage && one.side === '收入')?.parts.find(({ name }) => /上年结转|年初.*结转/.test(name))
        ?.of;
    const [planned, booked] = [of('预算'), of('决算')];
    if (!planned || !booked) return undefined;
    return same(planned, booked)
      ? []
      : [
          {
            message: `年初预算的上年结转是${planned.text}，决算的上年结转是${booked.text}，没有说明原因。`,
            spans: [planned.span, booked.span],
          },
        ];
  },
};

const plain = (name: string): string => name.replace(/\s/g, '');

/** What the 情况说明 says of the same things. */
interface Said {
  readonly what: string;
  readonly here: Printed | undefined;
  readonly there: readonly Printed[];
  readonly unit: '' | '元';
}

export const explanation: EvaluationRule = {
  id: 'E18',
  title: '与情况说明一致：项目个数、得分、项目支出、结转',
  severity: 'error',
  source: ofForms('情况说明 预算绩效管理情况、年末结转'),
  words: '项目个数、部门整体得分、项目支出、年末结转和结余［自评］ ＝ ［情况说明］',
  example: '自评报告 19 个项目，情况说明“对19个项目开展绩效自评”：一致。',
  counter: '自评报告 19 个项目，情况说明写 17 个：不一致。',
  hint: '两处写同一个数；以项目清单和财决表为准。',
  check: ({ text, explanation: blocks }) => {
    if (!blocks) return undefined;
    const { lines } = linesOf(blocks);
    const find = (pattern: RegExp): readonly Printed[] => lines.flatMap((line) => numbersIn(line, pattern).map(({ printed }) => printed));
    const n = `(?<n>${N.slice(1, -1)})`;
    const counted = text.groups.flatMap(({ count }) => (count ? [count] : []));
    const whole =
      counted.length > 0 && counted.length === text.groups.length
        ? { ...counted[0]!, value: sumOf(counted), text: `${sumOf(counted).toString()}个` }
        : undefined;
    const said: readonly Said[] = [
      { what: '绩效自评的项目', here: whole, there: find(new RegExp(`对${n}(?<u>个)项目开展绩效自评`)), unit: '' },
      {
        what: '部门整体得分',
        here: text.score,
        there: find(new RegExp(`部门整体(?:支出)?(?:绩效)?自评[^。;]{0,20}?得分(?:为)?${n}(?<u>分)`)),
        unit: '',
      },
      {
        what: '财政拨款年末结转和结余',
        here: text.closing,
        there: find(new RegExp(`年末财政拨款结转和结余(?:为)?${n}(?<u>万元)`)),
        unit: '元',
      },
    ];
    const known = said.filter(({ here, there }) => here && there.length > 0);
    if (known.length === 0) return undefined;
    return known.flatMap(({ what, here, there }) =>
      there.some((one) => same(here!, one) || one.value.minus(nothing).equals(here!.value))
        ? []
        : [{ message: `${what}：自评报告写${here!.text}，情况说明写${there[0]!.text}。`, spans: [here!.span], expected: there[0]!.text }],
    );
  },
};
