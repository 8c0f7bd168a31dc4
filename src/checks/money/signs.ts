import Decimal from 'decimal.js';
import type { FactSet } from '../../facts/fact-set';
import { yuan } from '../../facts/money';
import { exactly, printed, say, stating, type Phrase } from '../../facts/phrase';
import type { Fact } from '../../facts/traced';
import type { Key } from '../../layouts/keys';

/** A year's workbook by the unit that it prints, and its largest amount. */
export interface YearBook {
  readonly facts: FactSet;
  readonly year: '本年' | '上年';
  readonly unit: '元' | '万元';
  /** 收入总计, not zero. */
  readonly total: Fact;
}

export function yearBook(facts: FactSet | undefined, year: YearBook['year']): YearBook | undefined {
  const total = facts?.find('Z01.收入总计.决算数');
  if (!facts || total?.state !== 'number' || total.fact.value.isZero()) return undefined;
  return { facts, year, unit: total.fact.scale === 1 ? '元' : '万元', total: total.fact };
}

export const amountIn = (facts: FactSet, key: Key): Fact | undefined => {
  const reading = facts.find(key);
  return reading.state === 'number' && !reading.fact.value.isZero() ? reading.fact : undefined;
};

/** 100 亿元 and more, or less than 10,000 元, in a year: hardly any unit. */
const [FEWEST, MOST] = [new Decimal('1e4'), new Decimal('1e10')];

/** What no vehicle and no guest costs: ten times beyond what F03-H21 to H32 call unusual. */
const heads = [
  ['每人次国内接待费', 'F03.国内接待费.统计数', 'F03.国内公务接待人次.统计数', 1, 3_000],
  ['每辆公务用车运行维护费', 'F03.公务用车运行维护费.统计数', 'F03.公务用车保有量.统计数', 300, 800_000],
] as const satisfies readonly (readonly [string, Key, Key, number, number])[];

/** Less than this is nobody's basic wage for a year. */
const LEAST_WAGE = new Decimal(5_000);

/** What a guest, a vehicle or the staff cost, where that shows amounts that are ten thousand times too large or too small. */
export function signsOfHeads({ facts, unit, total }: YearBook): readonly Phrase[] {
  const found = heads.flatMap(([name, money, count, low, high]): readonly Phrase[] => {
    const [spent, number] = [amountIn(facts, money), amountIn(facts, count)];
    if (!spent || !number || spent.scale !== total.scale) return [];
    const each = spent.value.div(number.value);
    const strange = unit === '元' ? each.lt(low) : each.gt(high);
    return strange ? [say`${printed(name)}约 ${stating(`${yuan(each, each.lt(1) ? 4 : 2)} 元`, spent, number)}`] : [];
  });
  const wages = amountIn(facts, 'Z05.合计.30101');
  const few = wages && unit === '元' && wages.scale === total.scale && wages.value.abs().lt(LEAST_WAGE);
  return few ? [...found, say`全年基本工资只有 ${exactly(wages)}`] : found;
}

/** Is the largest amount of the workbook beyond what a unit of its kind has in a year? */
export function hasStrangeTotal({ unit, total }: YearBook): boolean {
  const size = total.value.abs();
  return unit === '元' ? size.lt(FEWEST) : size.gte(MOST);
}

/** 730.39 亿元; small amounts as they are. */
export const wide = (fact: Fact): Phrase => {
  const [yi, wan] = [fact.value.div('1e8'), fact.value.div('1e4')];
  const text = yi.abs().gte(1) ? `${yuan(yi)} 亿元` : wan.abs().gte(1) ? `${yuan(wan)} 万元` : `${yuan(fact.value)} 元`;
  return [stating(text, fact)];
};
