import { minus, sum } from '../facts/arithmetic';
import type { Key } from '../layouts/keys';
import { amountFrom, isKnown, type ReportInput } from '../narrative/input';
import { fieldOf, keyOf, wildcardOf, type Field } from '../supplements/fields';
import type { Supplements } from '../supplements/supplements';

/** An answer that stands somewhere already: shown beside its field, taken with one click, never filled in by itself. */
export interface ReadyAnswer {
  readonly label: string;
  /** As a person would type it. */
  readonly text: string;
}

/** Amounts and counts per 车型 must make up what 附03 prints: what is left for the one that is asked for. */
const wholes: Readonly<Record<string, { readonly whole: Key; readonly unit: '辆' | '元' }>> = {
  'vehicles.kept.*': { whole: 'F03.公务用车保有量.统计数', unit: '辆' },
  'vehicles.bought.*.count': { whole: 'F03.公务用车购置数.统计数', unit: '辆' },
  'vehicles.bought.*.amount': { whole: 'F03.公务用车购置费.统计数', unit: '元' },
};

function restOf(key: string, field: Field, { years, supplements }: ReportInput): readonly ReadyAnswer[] {
  const found = wholes[keyOf(field)];
  if (!found) return [];
  const whole = amountFrom(years.now, found.whole);
  if (!isKnown(whole)) return [];
  const others = [...supplements.entries.keys()]
    .filter((one) => one !== key && fieldOf(one) === field)
    .flatMap((one) => supplements.number(one) ?? []);
  const rest = others.length > 0 ? minus(whole, sum(...others)) : whole;
  if (!rest.value.gt(0)) return [];
  const text = rest.value.toFixed();
  return [{ label: `${others.length > 0 ? '其余 ' : ''}${text} ${found.unit}都是${wildcardOf(field, key)!}`, text }];
}

/** Numbers of projects: as many as are named; later steps of the same year, as many as the first. */
function projectsOf(key: string, { performance }: Supplements): readonly ReadyAnswer[] {
  if (key === 'performance.evaluated') {
    const named = performance?.projects.length ?? 0;
    return named > 0 ? [{ label: `就是列出的 ${named} 个`, text: String(named) }] : [];
  }
  if (!/^performance\.(targets|monitored|selfEvaluated)$/.test(key) || !performance?.evaluated) return [];
  const text = performance.evaluated.value.toFixed();
  return [{ label: `与事前评估的相同：${text} 个`, text }];
}

/** Answers to one key of a field, the surest first: what the forms leave over, last year's words, words in common use. */
export function readyAnswers(key: string, field: Field, input: ReportInput, last: Supplements | undefined): readonly ReadyAnswer[] {
  const before = last?.entries.get(key)?.value;
  const { usual } = field;
  return [
    ...restOf(key, field, input),
    ...projectsOf(key, input.supplements),
    ...(typeof before === 'string' ? [{ label: `用上年的：${before}`, text: before }] : []),
    ...(usual && usual !== before ? [{ label: `常用：${usual}`, text: usual }] : []),
  ];
}
