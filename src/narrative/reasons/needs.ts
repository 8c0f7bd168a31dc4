import { minus } from '../../facts/arithmetic';
import type { Derived, Traced } from '../../facts/traced';
import { functionalClassCodes } from '../../layouts/codes/functional';
import { codeRow, formName, type Key } from '../../layouts/keys';
import { reasonKeys, type ReasonKey } from '../../supplements/schema';
import type { Supplied } from '../../supplements/supplements';
import { fulfilmentOf, needsReason } from '../change';
import { printer } from '../figures';
import { isKnown, isZero, amountFrom, type ReportInput } from '../input';
import { groupedClasses, itemFunds, items, itemTable, type ItemFund } from '../items';
import { functionalName } from '../names';
import type { Profile } from '../profile';
import { settled } from '../settings';
import { isSupplied } from '../say';
import { asksAll, comparisonOf, reasonFor, watchedFigure, watchedName, type Asks, type Comparison } from './watched';

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

const need = (key: string, label: string, { against, now, base }: Comparison, given: Supplied | undefined): ReasonNeed => ({
  key,
  label,
  against,
  now,
  base,
  difference: minus(now, base),
  ...(isSupplied(given) ? { given } : {}),
});

const wholes: Readonly<Record<ItemFund['fund'], ReasonKey>> = { 一般公共: 'S05', 政府性基金: 'S08', 国有资本: 'S09' };

/** Funds whose 项 the text goes through: a fund without expenditure has one sentence, and no lines. */
const fundsAsked = (input: ReportInput, asks: Asks): readonly ItemFund[] =>
  Object.values(itemFunds).filter(
    ({ fund }) => asks(`reasons.items.${fund}`) && (fund === '一般公共' || !isZero(watchedFigure(input, wholes[fund]))),
  );

function itemNeeds(input: ReportInput, profile: Profile, asks: Asks): readonly ReasonNeed[] {
  const print = printer(settled(profile, input.supplements));
  return fundsAsked(input, asks).flatMap((fund) => {
    const table = itemTable(fund, (id) => input.years.now.tables.get(id));
    if (!table) return [];
    return items(input, fund, table, profile.budget).flatMap((item): readonly ReasonNeed[] => {
      if (item.budget.kind === 'missing' || !isKnown(item.spent)) return [];
      const budget = item.budget.amount;
      if (!needsReason(fulfilmentOf(item.spent, budget, print).kind)) return [];
      const name = functionalName(input.years.now, item.code) ?? formName(table.id);
      const comparison = { against: '预算', now: item.spent, base: budget, needed: true } as const;
      return [need(`reasons.items.${item.code}`, `${name}（${item.code}）`, comparison, input.supplements.itemReason(item.code))];
    });
  });
}

/** 类 of the general budget, where the text gives each its sub-total; one that only one 项 keeps apart has the reason of that 项. */
function classNeeds(input: ReportInput, profile: Profile, asks: Asks, perItem: readonly ReasonNeed[]): readonly ReasonNeed[] {
  if (settled(profile, input.supplements).itemStyle !== 'grouped' || !asks('reasons.classes.*')) return [];
  const table = itemTable(itemFunds.一般公共, (id) => input.years.now.tables.get(id));
  const grouped = table ? groupedClasses(items(input, itemFunds.一般公共, table, profile.budget)) : [];
  return functionalClassCodes.flatMap((code) => {
    const comparison = grouped.includes(code) ? classGap(input, profile, code) : undefined;
    if (!comparison?.needed) return [];
    const own = perItem.filter(({ key }) => key.startsWith(`reasons.items.${code}`));
    const given = input.supplements.classReason(code) ?? (own.length === 1 ? own[0]!.given : undefined);
    return [need(`reasons.classes.${code}`, functionalName(input.years.now, code) ?? code, comparison, given)];
  });
}

/** Every change and gap the text has to explain, largest first. */
export function neededReasons(input: ReportInput, profile: Profile, asks: Asks = asksAll): readonly ReasonNeed[] {
  const keyed = reasonKeys.flatMap((key) => {
    const comparison = asks(`reasons.${key}`) ? comparisonOf(input, profile, key, asks) : undefined;
    return comparison?.needed ? [need(`reasons.${key}`, watchedName(key), comparison, reasonFor(input, profile, key))] : [];
  });
  const perItem = itemNeeds(input, profile, asks);
  return [...keyed, ...perItem, ...classNeeds(input, profile, asks, perItem)].sort((a, b) =>
    b.difference.value.abs().comparedTo(a.difference.value.abs()),
  );
}

/** What the reason of any key explains, asked for or not: `reasons.S05`, `reasons.items.2010302`. */
export function explained(input: ReportInput, profile: Profile, key: string): Comparison | undefined {
  const short = key.replace(/^reasons\./, '');
  const known = reasonKeys.find((one) => one === short);
  if (known) return comparisonOf(input, profile, known);
  const kind = /^classes\.(\d{3})$/.exec(short)?.[1];
  if (kind !== undefined) return classGap(input, profile, kind);
  const code = /^items\.(\d{7})$/.exec(short)?.[1];
  const base = code === undefined ? undefined : input.supplements.itemBudget(code);
  const now = code === undefined ? undefined : spentOn(input, code);
  if (!base || !now || !isKnown(now)) return undefined;
  return { against: '预算', now, base, needed: needsReason(fulfilmentOf(now, base, printer(settled(profile, input.supplements))).kind) };
}

/** Expenditure and budget of a 类 of the general budget, as 财决01-1 prints both. */
function classGap(input: ReportInput, profile: Profile, code: string): Comparison | undefined {
  const [now, base] = ['决算数', profile.budget].map((column) => amountFrom(input.years.now, `Z01_1.${code}.${column}·一般公共` as Key));
  if (!now || !base || !isKnown(now) || !isKnown(base)) return undefined;
  return { against: '预算', now, base, needed: needsReason(fulfilmentOf(now, base, printer(settled(profile, input.supplements))).kind) };
}

/** Expenditure of a 项 in the form of its fund. */
function spentOn(input: ReportInput, code: string): ReturnType<typeof amountFrom> {
  const { now } = input.years;
  const id = (['Z07', 'Z09', 'Z11'] as const).find((form) => now.tables.get(form)?.row(codeRow(code))) ?? 'Z07';
  return amountFrom(now, `${id}.${codeRow(code)}.本年支出·合计`);
}
