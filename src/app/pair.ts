import { plainText } from '../kernel/plain';

/** What stands in a workbook: whose it is, and of which year. */
export interface Identity {
  readonly path: string;
  readonly unit: string;
  readonly year: number | undefined;
  /** Equal for files of equal content. */
  readonly content: string;
}

/** One unit's workbook of this year, and last year's where there is one. */
export interface Pair {
  readonly unit: string;
  readonly year: number;
  readonly now: string;
  readonly prior?: string;
}

/** A file that takes no part, and why: a sentence for the accountant. */
export interface Left {
  readonly path: string;
  readonly why: string;
}

/** This year's and last year's workbook of one unit. */
export const isPairOf = (now: Identity, prior: Identity): boolean =>
  plainText(now.unit) !== '' && plainText(now.unit) === plainText(prior.unit) && now.year !== undefined && prior.year === now.year - 1;

/**
 * Pairs workbooks by what stands in them. This year is the year that most units have as their latest. A unit with two
 * different workbooks of one year is left out whole: which one counts is not for us to guess.
 */
export function pairUp(found: readonly Identity[]): { readonly pairs: readonly Pair[]; readonly left: readonly Left[] } {
  const left: Left[] = [];
  const units = new Map<string, Identity[]>();
  for (const one of found) {
    if (one.year === undefined) left.push({ path: one.path, why: '没有读到年度，不能配对。请检查报表表头的年度。' });
    else if (plainText(one.unit) === '') left.push({ path: one.path, why: '没有读到编制单位，不能配对。请检查报表表头的编制单位。' });
    else units.set(plainText(one.unit), [...(units.get(plainText(one.unit)) ?? []), one]);
  }
  const year = mainYear([...units.values()]);
  const pairs = [...units.values()].flatMap((all): readonly Pair[] => {
    const { unit } = all[0]!;
    const of = (wanted: number): readonly Identity[] => all.filter((one) => one.year === wanted);
    const one = (wanted: number): Identity | 'several' | undefined => {
      const [first, ...others] = of(wanted);
      const same = others.filter(({ content }) => content === first!.content);
      for (const { path } of same) left.push({ path, why: `与 ${first!.path} 完全相同，只用后者。` });
      if (same.length === others.length) return first;
      for (const { path } of [first!, ...others].filter((each) => !same.includes(each)))
        left.push({
          path,
          why: `“${unit}”${wanted}年度有 ${others.length + 1 - same.length} 份不同的工作簿，不知道用哪一份。请只留一份后再运行。`,
        });
      return 'several';
    };
    for (const { path, year: other } of all)
      if (other !== year && other !== year - 1) left.push({ path, why: `是${other}年度的，不是本年（${year}）也不是上年。` });
    const now = one(year);
    const prior = one(year - 1);
    if (now === 'several' || prior === 'several') {
      // The other year's file has no partner that is certain.
      for (const rest of [now, prior])
        if (rest !== 'several' && rest) left.push({ path: rest.path, why: `“${unit}”的另一年度有几份不同的工作簿，本单位没有处理。` });
      return [];
    }
    if (now) return [{ unit, year, now: now.path, prior: prior?.path }];
    if (prior) left.push({ path: prior.path, why: `是${year - 1}年度的，没有找到“${unit}”${year}年度的工作簿。` });
    return [];
  });
  return { pairs, left };
}

function mainYear(units: readonly (readonly Identity[])[]): number {
  const counts = new Map<number, number>();
  for (const all of units) {
    const latest = Math.max(...all.map(({ year }) => year!));
    counts.set(latest, (counts.get(latest) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}
