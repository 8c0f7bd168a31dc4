import { minus } from '../facts/arithmetic';
import type { Derived, Traced } from '../facts/traced';
import { formName, type Key, type RowOf } from '../layouts/keys';
import type { KeyFigure, ReasonKey } from '../supplements/schema';
import { keyFigures } from '../supplements/schema';
import type { Supplied } from '../supplements/supplements';
import { changeOf, fulfilmentOf, needsReason, type Change } from './change';
import { printer } from './figures';
import { firstKnown, isKnown, isZero, readAmount, type Amount, type ReportInput } from './input';
import { itemFunds, items, itemTable } from './items';
import { functionalName } from './names';
import { figureNames, priorFigure } from './prior';
import type { Profile } from './profile';
import { isSupplied } from './say';

/** One change or budget gap that the text has to explain. */
export interface ReasonNeed {
  /** Supplement field: reasons.S01, reasons.items.2010302. */
  readonly key: string;
  /** 收、支总计 */
  readonly label: string;
  readonly against: '上年' | '预算';
  readonly now: Traced;
  readonly base: Traced;
  /** now − base, signed, in 元. */
  readonly difference: Derived;
  /** What has been supplied, if anything. */
  readonly given?: Supplied;
}

interface Watched {
  readonly key: ReasonKey;
  readonly figure: KeyFigure;
  /** Other cells that state the same figure. */
  readonly also?: readonly Key[];
  /** Row of 附03 with a budget: the gap to it is explained too. */
  readonly budgetRow?: RowOf<'F03'>;
  /** Which of the two one reason explains first. */
  readonly first?: '预算';
}

const watched: readonly Watched[] = [
  { key: 'S01', figure: '收支总计' },
  { key: 'S04', figure: '财政拨款收支总计' },
  { key: 'S05', figure: '一般公共预算支出', also: ['Z07.合计.本年支出·合计'] },
  { key: 'S07', figure: '三公.合计', budgetRow: '三公经费支出合计', first: '预算' },
  { key: 'S07.abroad', figure: '三公.出国', budgetRow: '因公出国（境）费' },
  { key: 'S07.vehicles', figure: '三公.用车', budgetRow: '公务用车购置及运行维护费' },
  { key: 'S07.reception', figure: '三公.接待', budgetRow: '公务接待费' },
  { key: 'S08', figure: '政府性基金支出', also: ['Z09.合计.本年支出·合计'] },
  { key: 'S09', figure: '国有资本经营支出', also: ['Z11.合计.本年支出·合计'] },
  { key: 'S10.agency', figure: '机关运行经费' },
];

/** This year's figure behind a reason key. */
export function watchedFigure(input: ReportInput, key: ReasonKey): Amount {
  const entry = watched.find((one) => one.key === key)!;
  return firstKnown(
    readAmount(input.years.now, keyFigures[entry.figure]),
    ...(entry.also ?? []).map((place) => readAmount(input.years.now, place)),
  );
}

/** How the figure behind a reason key moved against last year. */
export function changeBehind(input: ReportInput, profile: Profile, key: ReasonKey): Change {
  const { figure } = watched.find((one) => one.key === key)!;
  return changeOf(watchedFigure(input, key), priorFigure(input, figure).amount, printer(profile));
}

/** This year's figure beside the one that a reason compares it with. */
export interface Comparison {
  readonly against: '上年' | '预算';
  readonly now: Traced;
  readonly base: Traced;
  /** Must the difference be explained? */
  readonly needed: boolean;
}

/**
 * What the one reason of a key explains: a difference that must be explained – which first, says the key –, or else the
 * comparison in which nothing moved. Undefined where it cannot be known.
 */
export function comparisonOf(input: ReportInput, profile: Profile, key: ReasonKey): Comparison | undefined {
  const entry = watched.find((one) => one.key === key)!;
  const print = printer(profile);
  const now = watchedFigure(input, key);
  if (!isKnown(now)) return undefined;
  const before = priorFigure(input, entry.figure).amount;
  const budget = entry.budgetRow === undefined ? undefined : readAmount(input.years.now, `F03.${entry.budgetRow}.${profile.budget}`);
  const change = changeOf(now, before, print);
  const moved = isKnown(before) ? { against: '上年' as const, now, base: before, needed: change.kind === 'moved' } : undefined;
  const gap =
    budget && isKnown(budget)
      ? { against: '预算' as const, now, base: budget, needed: needsReason(fulfilmentOf(now, budget, print).kind) }
      : undefined;
  if (entry.first === '预算') return [gap, moved].find((one) => one?.needed) ?? gap ?? moved;
  const settled = change.kind === 'level' || change.kind === 'none';
  return [moved, settled ? gap : undefined].find((one) => one?.needed) ?? moved;
}

/** The difference of a reason key that the text must explain. */
function needOf(input: ReportInput, profile: Profile, { key, figure }: Watched): Omit<ReasonNeed, 'given'> | undefined {
  const comparison = comparisonOf(input, profile, key);
  if (!comparison?.needed) return undefined;
  const { against, now, base } = comparison;
  return { key: `reasons.${key}`, label: figureNames[figure], against, now, base, difference: minus(now, base) };
}

/** A unit without any 三公 explains the whole only; a 事业单位 without 机关运行经费 explains nothing there. */
function applies(input: ReportInput, profile: Profile, key: ReasonKey): boolean {
  if (key === 'S10.agency') return !(input.supplements.unitKind === '事业单位' && isZero(watchedFigure(input, key)));
  if (!key.startsWith('S07.')) return true;
  const budget = readAmount(input.years.now, `F03.三公经费支出合计.${profile.budget}`);
  return !(isZero(watchedFigure(input, 'S07')) && isZero(budget));
}

function itemNeeds(input: ReportInput, profile: Profile): readonly Omit<ReasonNeed, 'given'>[] {
  const fund = itemFunds.一般公共;
  const table = itemTable(fund, (id) => input.years.now.tables.get(id));
  if (!table) return [];
  const print = printer(profile);
  return items(input, fund, table, profile.budget).flatMap((item) => {
    if (item.budget.kind === 'missing' || !isKnown(item.spent)) return [];
    const budget = item.budget.amount;
    if (!needsReason(fulfilmentOf(item.spent, budget, print).kind)) return [];
    const name = functionalName(input.years.now, item.code) ?? formName(table.id);
    return [
      {
        key: `reasons.items.${item.code}`,
        label: `${name}（${item.code}）`,
        against: '预算' as const,
        now: item.spent,
        base: budget,
        difference: minus(item.spent, budget),
      },
    ];
  });
}

/** Every change and gap the text has to explain, largest first. */
export function neededReasons(input: ReportInput, profile: Profile): readonly ReasonNeed[] {
  const { supplements } = input;
  const keyed = watched.flatMap((entry) => {
    const need = applies(input, profile, entry.key) ? needOf(input, profile, entry) : undefined;
    const given = supplements.reason(entry.key);
    return need ? [{ ...need, ...(isSupplied(given) ? { given } : {}) }] : [];
  });
  const perItem = itemNeeds(input, profile).map((need) => {
    const given = supplements.itemReason(need.key.slice('reasons.items.'.length));
    return { ...need, ...(isSupplied(given) ? { given } : {}) };
  });
  return [...keyed, ...perItem].sort((a, b) => b.difference.value.abs().comparedTo(a.difference.value.abs()));
}
