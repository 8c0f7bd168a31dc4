import { sum } from '../../facts/arithmetic';
import type { Traced } from '../../facts/traced';
import type { Key } from '../../layouts/keys';
import type { Supplied } from '../../supplements/supplements';
import { amountFrom, isKnown, type ReportInput } from '../input';
import type { Remark } from './remarks';

/** Counts written in words of a person: 一行26人, 3批次. Digits of a year or an amount are none of them. */
const counted = (text: string, unit: string): readonly number[] =>
  [...text.normalize('NFKC').matchAll(new RegExp(`(\\d+)\\s*(?:余|多)?${unit}`, 'g'))].map(([, digits]) => Number(digits));

interface Claim {
  readonly key: string;
  readonly unit: string;
  readonly cell: Key;
  /** 国内公务接待人次 */
  readonly name: string;
}

/** What a text may count, and the cell that says how many there were at most. */
const claims: readonly Claim[] = [
  { key: 'reception.content', unit: '人', cell: 'F03.国内公务接待人次.统计数', name: '国内公务接待人次' },
  { key: 'reception.content', unit: '批', cell: 'F03.国内公务接待批次.统计数', name: '国内公务接待批次' },
  { key: 'reception.foreign', unit: '人', cell: 'F03.外事接待人次.统计数', name: '外事接待人次' },
  { key: 'abroad.content', unit: '人', cell: 'F03.因公出国（境）人次数.统计数', name: '因公出国（境）人次数' },
  { key: 'abroad.content', unit: '个团', cell: 'F03.因公出国（境）团组数.统计数', name: '因公出国（境）团组数' },
];

function beyond(input: ReportInput, { key, unit, cell, name }: Claim): readonly Remark[] {
  const given = input.supplements.text(key);
  const most = amountFrom(input.years.now, cell);
  if (!given || !isKnown(most)) return [];
  const largest = Math.max(0, ...counted(given.text, unit));
  if (most.value.gte(largest)) return [];
  return [{ key, at: given.at, message: `这里写到${largest}${unit}，而财决附03表${name}只有${most.value.toFixed()}，请核对。` }];
}

/** Names and counts of 绩效 that cannot both be right. */
function performance({ supplements }: ReportInput): readonly Remark[] {
  const number = (key: string): Traced | undefined => supplements.number(`performance.${key}`);
  const known = (keys: readonly string[]): readonly Traced[] => keys.flatMap((key) => number(key) ?? []);
  const names = supplements.performance?.projects ?? [];
  const { evaluated, targets, selfEvaluated } = supplements.performance ?? {};
  const found: Remark[] = [];
  const remark = (at: Supplied['at'], key: string, message: string): unknown => found.push({ key, at, message });
  if (evaluated && evaluated.value.lt(names.length))
    remark(evaluated.at, 'performance.evaluated', `列了${names.length}个项目名称，项目数却是${evaluated.value.toFixed()}个，请核对。`);
  if (evaluated && targets?.value.lt(evaluated.value))
    remark(
      targets.at,
      'performance.targets',
      `编制绩效目标的项目${targets.value.toFixed()}个，少于开展事前绩效评估的${evaluated.value.toFixed()}个，请核对。`,
    );
  const grades = known(['优', '良', '合格', '不合格'].map((grade) => `grades.${grade}`));
  const graded = sum(...grades).value;
  if (selfEvaluated && grades.length > 0 && !graded.eq(selfEvaluated.value))
    remark(
      selfEvaluated.at,
      'performance.selfEvaluated',
      `各评级的项目数合计${graded.toFixed()}个，与绩效自评的项目数${selfEvaluated.value.toFixed()}个不一致，请核对。`,
    );
  const problems = number('problems.found');
  const handled = sum(...known(['problems.fixed', 'problems.fixing'])).value;
  if (problems?.kind === 'fact' && handled.gt(problems.value))
    remark(
      problems.at,
      'performance.problems.found',
      `已整改和正在整改的问题共${handled.toFixed()}个，多于发现的问题${problems.value.toFixed()}个，请核对。`,
    );
  return found;
}

/** Supplied words and counts that the forms, or one another, speak against. */
export const impossibleClaims = (input: ReportInput): readonly Remark[] => [
  ...claims.flatMap((claim) => beyond(input, claim)),
  ...performance(input),
];
