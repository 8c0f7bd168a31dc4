import Decimal from 'decimal.js';
import { nodesOf, type Scheme, type SchemeNode } from '../../layouts/evaluation/scheme';
import type { Printed } from '../text/printed';
import { sumOf } from '../text/printed';
import { everyNode, type ScoreNode } from '../text/tree';
import { ofForms, type EvaluationRule, type TextFault } from './rule';

const shown = (value: Decimal): string => value.toString();

/** The item of the scheme that a printed head names. */
export function schemeNodeOf(scheme: Scheme, { name }: ScoreNode): SchemeNode | undefined {
  const plain = name.replace(/\(.*$/, '');
  const fits = (test: (own: string) => boolean): SchemeNode | undefined =>
    nodesOf(scheme).find((node) => [node.name, ...(node.also ?? [])].some(test));
  return fits((own) => plain === own) ?? fits((own) => plain.startsWith(own));
}

const pointsOf = (scheme: Scheme, node: ScoreNode): Decimal | undefined => {
  const known = schemeNodeOf(scheme, node);
  return node.points?.value ?? (known && node.level > 1 ? new Decimal(known.points) : undefined);
};

const every = <K extends 'points' | 'score'>(nodes: readonly ScoreNode[], which: K): readonly Printed[] | undefined => {
  const all = nodes.map((node) => node[which]);
  return nodes.length > 0 && all.every((one) => one !== undefined) ? (all as readonly Printed[]) : undefined;
};

export const points: EvaluationRule = {
  id: 'E01',
  title: '上级分值等于下级分值之和，总分为100分',
  severity: 'error',
  source: ofForms('指标体系的分值'),
  words: '分值［上级］ ＝ Σ分值［下级］；Σ分值［各部分］ ＝ 100',
  example: '总分 60 分，五个维度 15 ＋ 25 ＋ 6 ＋ 8 ＋ 6 ＝ 60：一致。',
  counter: '总分 65 分，五个维度合计 60 分：不一致。',
  hint: '对照自评体系核对各级分值；少列的指标补上，写错的分值改正。',
  check: ({ text }) => {
    const faults: TextFault[] = [];
    const scored = everyNode(text.tree).filter(({ points: own }) => own !== undefined);
    if (scored.length === 0) return undefined;
    for (const node of everyNode(text.tree)) {
      const below = every(node.children, 'points');
      if (!node.points || !below) continue;
      const sum = sumOf(below);
      if (!sum.equals(node.points.value))
        faults.push({
          message: `“${node.name}”的分值是${shown(node.points.value)}分，下面${below.length}项的分值合计${shown(sum)}分，相差${shown(node.points.value.minus(sum).abs())}分。`,
          spans: [node.points.span, ...below.map(({ span }) => span)],
          expected: `${shown(sum)}分`,
        });
    }
    const parts = text.tree.flatMap((node): readonly { readonly value: Decimal; readonly of: Printed }[] => {
      if (node.points) return [{ value: node.points.value, of: node.points }];
      const below = every(node.children, 'points');
      return below ? [{ value: sumOf(below), of: below[0]! }] : [];
    });
    const whole = parts.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
    if (parts.length > 1 && !whole.equals(100) && faults.length === 0)
      faults.push({ message: `各部分的分值合计${shown(whole)}分，不是100分。`, spans: parts.map(({ of }) => of.span), expected: '100分' });
    return faults;
  },
};

export const groupScores: EvaluationRule = {
  id: 'E02',
  title: '上级得分等于下级得分之和',
  severity: 'error',
  source: ofForms('各级得分'),
  words: '得分［上级］ ＝ Σ得分［下级］',
  example: '项目执行得 11.73 分，三项得 4、4、3.73 分：一致。',
  counter: '项目执行得 12 分，三项得 4、4、3.73 分，合计 11.73 分：不一致。',
  hint: '按各小项的得分重新加总，改正上级得分。',
  check: ({ text }) => {
    const compared = everyNode(text.tree).flatMap((node): readonly { node: ScoreNode; sum: Decimal; below: readonly Printed[] }[] => {
      const below = every(node.children, 'score');
      return node.score && below ? [{ node, sum: sumOf(below), below }] : [];
    });
    if (compared.length === 0) return undefined;
    return compared
      .filter(({ node, sum }) => !sum.equals(node.score!.value))
      .map(({ node, sum, below }) => ({
        message: `“${node.name}”得${shown(node.score!.value)}分，下面${below.length}项的得分合计${shown(sum)}分，相差${shown(node.score!.value.minus(sum).abs())}分。`,
        spans: [node.score!.span, ...below.map(({ span }) => span)],
        expected: `${shown(sum)}分`,
      }));
  },
};

/** What a node may have scored: as printed, or as its items add up – where the two differ, E02 has said so. */
function values(node: ScoreNode): readonly Decimal[] {
  const own = node.score ? [node.score.value] : [];
  if (node.children.length === 0) return own;
  const below = node.children.map(values);
  if (below.some((choice) => choice.length === 0)) return own;
  return unique([...own, ...sums(below)]);
}
const unique = (all: readonly Decimal[]): readonly Decimal[] => [...new Map(all.map((value) => [value.toString(), value])).values()];
/** Every sum of one value out of each choice; the list is kept short. */
const sums = (choices: readonly (readonly Decimal[])[]): readonly Decimal[] =>
  choices.reduce<readonly Decimal[]>(
    (found, choice) => unique(found.flatMap((sum) => choice.map((value) => sum.plus(value)))).slice(0, 256),
    [new Decimal(0)],
  );

export const totalScore: EvaluationRule = {
  id: 'E03',
  title: '综合得分等于各部分得分之和',
  severity: 'error',
  source: ofForms('综合得分'),
  words: '综合得分 ＝ Σ得分［各部分］；项目自评表总分 ＝ Σ指标得分 ＋ 预算执行率得分',
  example: '各部分得 60、33.94、5 分，综合得分 98.94 分：一致。',
  counter: '各部分合计 98.94 分，综合得分写 99.94 分：不一致。',
  hint: '按各部分得分重新加总，综合得分、正文和附表写同一个数。',
  check: ({ text }) => {
    const faults: TextFault[] = [];
    const scored = text.tree.map(values).filter((choice) => choice.length > 0);
    const totals = text.forms.filter(({ total }) => total !== undefined);
    if ((!text.score || scored.length === 0) && totals.length === 0) return undefined;
    if (text.score && scored.length > 0) {
      const possible = sums(scored);
      if (!possible.some((value) => value.equals(text.score!.value)))
        faults.push({
          message: `综合得分${shown(text.score.value)}分，各部分的得分合计${shown(possible[possible.length - 1]!)}分。`,
          spans: [text.score.span],
          expected: `${shown(possible[possible.length - 1]!)}分`,
        });
    }
    for (const form of totals) {
      const own = text.indicators.filter(({ table }) => table === form.table);
      const scores = own.flatMap(({ score }) => (score ? [score] : []));
      if (own.length === 0 || scores.length < own.length) continue;
      const sum = sumOf([...scores, ...(form.rateScore ? [form.rateScore] : [])]);
      if (!sum.equals(form.total!.value))
        faults.push({
          message: `项目“${form.name}”的总分${shown(form.total!.value)}分，各指标和预算执行率的得分合计${shown(sum)}分。`,
          spans: [form.total!.span],
          expected: shown(sum),
        });
    }
    return faults;
  },
};

/** Words that tell why points are missing. */
const reason = /未|不足|低于|小于|少于|高于|超|滞后|偏离|扣|没有|较差|仅|延迟|逾期|推迟|调整|原因|因/;

export const pointLimits: EvaluationRule = {
  id: 'E04',
  title: '得分在0和分值之间，没有得满分的写明原因',
  severity: 'error',
  source: ofForms('扣分原因'),
  words: '0 ≤ 得分 ≤ 分值；得分 ＜ 分值时，同一项写有扣分原因',
  example: '分值 4 分，得 3.73 分，“全年实际支付小于全年下达计划”：有原因。',
  counter: '分值 4 分，得 5 分；或得 3 分而没有一个字的原因：不符。',
  hint: '改正得分，或在这一项里写明扣分的原因。',
  check: ({ text, scheme }) => {
    const nodes = everyNode(text.tree).filter(({ score }) => score !== undefined);
    const scored = text.indicators.filter(({ score, weight }) => score && weight);
    if (nodes.length === 0 && scored.length === 0) return undefined;
    const faults: TextFault[] = [];
    const outside = (name: string, score: Printed, most: Decimal): void => {
      if (score.value.isNegative() || score.value.gt(most))
        faults.push({
          message: `“${name}”得${shown(score.value)}分，超出分值${shown(most)}分。`,
          spans: [score.span],
          expected: `不超过${shown(most)}分`,
        });
    };
    const lacking = (name: string, score: Printed, most: Decimal): TextFault => ({
      message: `“${name}”的分值是${shown(most)}分，得${shown(score.value)}分，没有写扣分原因。`,
      spans: [score.span],
    });
    for (const node of nodes) {
      const most = pointsOf(scheme, node);
      if (!most) continue;
      outside(node.name, node.score!, most);
      const words = node.body
        .map((line) => line.text)
        .join('')
        .replace(/未发现|未出现|没有延迟|无/g, '');
      if (node.children.length === 0 && node.score!.value.lt(most) && !reason.test(words))
        faults.push(lacking(node.name, node.score!, most));
    }
    for (const one of scored) {
      outside(one.name, one.score!, one.weight!.value);
      if (one.has.reason && one.score!.value.lt(one.weight!.value) && one.reason === '')
        faults.push(lacking(one.name, one.score!, one.weight!.value));
    }
    return faults;
  },
};
