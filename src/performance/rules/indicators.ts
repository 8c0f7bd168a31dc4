import type { Severity } from '../../facts/outcome';
import { isMet, type Indicator } from '../text/indicators';
import type { Line } from '../text/lines';
import { houseSource, ofForms, type EvaluationRule, type TextFault } from './rule';

/** 数量指标均实现预设目标 – every indicator of a kind is said to be reached. */
const claimed =
  /(?<kind>数量|质量|时效|成本|效益|满意度|绩效)?(?:指标|目标)[^,。;]{0,6}?(?:均|全部|都)(?:已)?(?:实现|完成|达到|达成)|(?:圆满|全面)完成[^,。;]{0,6}?(?:各项|全部)(?:绩效)?(?:目标|指标)/g;

const covers = (kind: string | undefined, { l1, l2 }: Indicator): boolean =>
  kind === undefined || kind === '绩效' || l1.includes(kind) || l2.includes(kind);

const unmetWords = ({ name, op, targetText, unit, actualText }: Indicator): string =>
  `“${name}”（目标${op === '定性' ? '' : (op ?? '')}${targetText}${unit}，实际${actualText}${unit}）`;

const claims = (
  lines: readonly Line[],
): readonly { readonly line: Line; readonly from: number; readonly text: string; readonly kind?: string }[] =>
  lines.flatMap((line) =>
    [...line.text.matchAll(claimed)]
      .filter(({ index }) => !/(?:未|没有|力争|确保)[^,。;]{0,8}$/.test(line.text.slice(0, index)))
      .map((match) => ({ line, from: match.index, text: match[0], kind: match.groups?.kind })),
  );

export const reached: EvaluationRule = {
  id: 'E11',
  title: '指标按其性质完成或没有完成，正文说法与之相符',
  severity: 'error',
  source: ofForms('绩效指标的性质、指标值、实际完成值'),
  words: '实际完成值 与 指标值 按 ＝、≥、≤ 比较；正文“均实现预设目标”时全部完成；未完成的指标不得满分',
  example: '发放工资人数 ＝ 16 人，实际 16 人，正文“数量指标均实现预设目标”：相符。',
  counter: '发放工资人数 ＝ 15 人，实际 16 人，正文“数量指标均实现预设目标”：不符。',
  hint: '改正实际完成值或指标的性质；确未完成的，正文如实写并说明原因。',
  check: ({ text }) => {
    if (text.indicators.length === 0) return undefined;
    const faults: TextFault[] = [];
    const unmet = text.indicators.filter((one) => isMet(one) === false);
    for (const one of unmet) {
      const against = claims(text.lines).filter(({ kind }) => covers(kind, one));
      const full = one.score && one.weight && one.score.value.gte(one.weight.value);
      const places = [one.actual?.span ?? one.span, ...against.map(({ line, from, text: own }) => line.span(from, from + own.length))];
      if (against.length > 0) faults.push({ message: `指标${unmetWords(one)}没有完成，正文却写“${against[0]!.text}”。`, spans: places });
      else if (full)
        faults.push({
          message: `指标${unmetWords(one)}没有完成，得分却是满分${one.score.value.toString()}分。`,
          spans: [one.score.span, places[0]!],
        });
      else if (!one.score && one.reason === '') faults.push({ message: `指标${unmetWords(one)}没有完成，没有说明原因。`, spans: places });
    }
    for (const one of text.indicators) {
      if (one.score?.value.isZero() && one.weight?.value.gt(0) && isMet(one) === true && one.reason === '')
        faults.push({ message: `指标“${one.name}”已经完成，得分却是0分。`, spans: [one.score.span] });
    }
    return faults;
  },
};

export const complete: EvaluationRule = {
  id: 'E12',
  title: '每个指标都有指标值、计量单位、权重和实际完成值',
  severity: 'error',
  source: ofForms('绩效指标'),
  words: '指标值、计量单位（定性指标除外）、权重、实际完成值 均不为空',
  example: '检查粮铺 ≥ 10 家，权重 3，实际 10：齐全。',
  counter: '检查粮铺 ≥ 10，权重 3，实际空白：缺计量单位和实际完成值。',
  hint: '补齐缺的各格。',
  check: ({ text }) => {
    const whole = text.indicators.filter(({ torn }) => !torn);
    if (whole.length === 0) return undefined;
    return whole.flatMap((one): readonly TextFault[] => {
      const lacking = [
        ...(one.targetText === '' ? ['指标值'] : []),
        ...(one.op !== '定性' && one.unit === '' ? ['计量单位'] : []),
        ...(one.weight ? [] : ['权重']),
        ...(one.actualText === '' ? ['实际完成值'] : []),
      ];
      return lacking.length === 0 ? [] : [{ message: `指标“${one.name}”缺${lacking.join('、')}。`, spans: [one.span] }];
    });
  },
};

/** A month's or a day's pay above this asks to be looked at. */
const mostPay: readonly (readonly [unit: RegExp, most: number])[] = [
  [/元\/?(?:人)?\/?月/, 10000],
  [/元\/?(?:人)?\/?(?:天|日)/, 1000],
];

export const plausible: EvaluationRule = {
  id: 'E13',
  title: '指标的方向和大小合理',
  // ≤ and a high rate may be meant; a target above 100 % can not.
  severity: 'info',
  source: houseSource('绩效指标的方向和大小'),
  words: '百分比不超过 100（提示）；数量指标一般用 ≥ 或 ＝，金额标准在常见范围内（说明）',
  example: '补助企业家数 ≥ 4 家：合理。',
  counter: '补助企业家数 ≤ 4 家（补助越少越好）；员工工资标准 ≤ 15000 元/月：请核实。',
  hint: '请核实指标的性质和大小；确实如此的不用改。',
  check: ({ text }) => {
    const numeric = text.indicators.filter(({ target }) => target);
    if (numeric.length === 0) return undefined;
    return numeric.flatMap((one): readonly TextFault[] => {
      const target = one.target!;
      const fault = (message: string, severity?: Severity): readonly TextFault[] => [{ message, spans: [one.span], severity }];
      if (/数量/.test(one.l2) && /[≤<]/.test(one.op ?? '')) return fault(`数量指标“${one.name}”用“${one.op}”，成了越少越好，请核实。`);
      const most = mostPay.find(([unit]) => unit.test(one.unit))?.[1];
      if (most !== undefined && target.value.gt(most))
        return fault(`指标“${one.name}”的${one.targetText}${one.unit}偏大，请核实计量单位。`);
      if (one.unit === '%' && target.value.gt(100) && !/增长|增幅|提高/.test(one.name))
        return fault(`指标“${one.name}”的指标值${one.targetText}%超过100%，请核实。`, 'warning');
      return [];
    });
  },
};
