import type { Key, RowOf } from '../../layouts/keys';
import { keyFigures, type BudgetColumn, type KeyFigure, type ReasonKey } from '../../supplements/schema';
import type { Supplied } from '../../supplements/supplements';
import { changeOf, fulfilmentOf, needsReason, type Change } from '../change';
import { printer } from '../figures';
import { firstKnown, isKnown, isZero, amountFrom, type AmountOrGap, type ReportInput } from '../input';
import { figureNames, priorFigure } from '../prior';
import type { Profile } from '../profile';
import type { Traced } from '../../facts/traced';
import { settled } from '../settings';
import { isSupplied } from '../say';

/** One difference that the text explains: a figure of this year against last year's, or against its budget. */
interface Watched {
  readonly figure: KeyFigure;
  readonly against: '上年' | '预算';
  /** Other cells that state the figure of this year. */
  readonly also?: readonly Key[];
  /** Cell of the budget. */
  readonly budget?: (column: BudgetColumn) => Key;
  /** A key of earlier days whose one reason served both differences: it serves here where its own needs none. */
  readonly borrows?: ReasonKey;
}

const official =
  (row: RowOf<'F03'>) =>
  (column: BudgetColumn): Key =>
    `F03.${row}.${column}`;

/** Every figure whose difference may need a reason. */
const watched: Readonly<Record<ReasonKey, Watched>> = {
  S01: { figure: '收支总计', against: '上年' },
  S04: { figure: '财政拨款收支总计', against: '上年' },
  S05: { figure: '一般公共预算支出', against: '上年', also: ['Z07.合计.本年支出·合计'] },
  'S05.budget': {
    figure: '一般公共预算支出',
    against: '预算',
    also: ['Z07.合计.本年支出·合计'],
    budget: (column) => `Z01_1.本年支出合计.${column}·一般公共`,
  },
  S07: { figure: '三公.合计', against: '预算', budget: official('三公经费支出合计') },
  'S07.change': { figure: '三公.合计', against: '上年', borrows: 'S07' },
  'S07.abroad': { figure: '三公.出国', against: '上年' },
  'S07.abroad.budget': { figure: '三公.出国', against: '预算', budget: official('因公出国（境）费'), borrows: 'S07.abroad' },
  'S07.vehicles': { figure: '三公.用车', against: '上年' },
  'S07.vehicles.budget': { figure: '三公.用车', against: '预算', budget: official('公务用车购置及运行维护费'), borrows: 'S07.vehicles' },
  'S07.reception': { figure: '三公.接待', against: '上年' },
  'S07.reception.budget': { figure: '三公.接待', against: '预算', budget: official('公务接待费'), borrows: 'S07.reception' },
  S08: { figure: '政府性基金支出', against: '上年', also: ['Z09.合计.本年支出·合计'] },
  S09: { figure: '国有资本经营支出', against: '上年', also: ['Z11.合计.本年支出·合计'] },
  'S10.agency': { figure: '机关运行经费', against: '上年' },
};

/** 收、支总计 */
export const watchedName = (key: ReasonKey): string => figureNames[watched[key].figure];

/** This year's figure behind a reason key. */
export function watchedFigure(input: ReportInput, key: ReasonKey): AmountOrGap {
  const { figure, also = [] } = watched[key];
  return firstKnown(amountFrom(input.years.now, keyFigures[figure]), ...also.map((place) => amountFrom(input.years.now, place)));
}

const baseOf = (input: ReportInput, profile: Profile, key: ReasonKey): AmountOrGap => {
  const { figure, against, budget } = watched[key];
  return against === '上年' ? priorFigure(input, figure).amount : amountFrom(input.years.now, budget!(profile.budget));
};

/** This year's figure beside the one that a reason compares it with. */
export interface Comparison {
  readonly against: '上年' | '预算';
  readonly now: Traced;
  readonly base: Traced;
  /** Must the difference be explained? */
  readonly needed: boolean;
}

/** Which reasons a text asks for: fields as their sections declare them. */
export type Asks = (path: string) => boolean;
export const asksAll: Asks = () => true;

/** What the reason of a key explains; undefined where one of the two figures is not known. */
export function comparisonOf(input: ReportInput, profile: Profile, key: ReasonKey, asks: Asks = asksAll): Comparison | undefined {
  const { against } = watched[key];
  const [now, base] = [watchedFigure(input, key), baseOf(input, profile, key)];
  if (!isKnown(now) || !isKnown(base)) return undefined;
  return { against, now, base, needed: applies(input, profile, key, asks) && needsReason(kindOf(input, profile, key)) };
}

/** How the figure stands to what it is compared with. */
function kindOf(input: ReportInput, profile: Profile, key: ReasonKey): Change['kind'] | ReturnType<typeof fulfilmentOf>['kind'] {
  const [now, base, print] = [watchedFigure(input, key), baseOf(input, profile, key), printer(settled(profile, input.supplements))];
  return watched[key].against === '上年' ? changeOf(now, base, print).kind : fulfilmentOf(now, base, print).kind;
}

/** A unit without any 三公 explains the whole, where that is asked for, and not its parts; a 事业单位 without 机关运行经费 explains nothing there. */
function applies(input: ReportInput, profile: Profile, key: ReasonKey, asks: Asks): boolean {
  if (key === 'S10.agency') return !(input.supplements.unitKind === '事业单位' && isZero(watchedFigure(input, key)));
  if (!key.startsWith('S07.') || key === 'S07.change' || !asks('reasons.S07.change')) return true;
  return !(isZero(watchedFigure(input, 'S07')) && isZero(baseOf(input, profile, 'S07')));
}

/** Nothing to explain is a fact here, not a want of figures. 'none' = the unit was founded this year. */
export function isIdle(input: ReportInput, profile: Profile, key: ReasonKey): 'level' | 'none' | undefined {
  const kind = kindOf(input, profile, key);
  if (kind === 'none') return watched[key].against === '上年' ? 'none' : 'level';
  return kind === 'level' || kind === 'nearly' ? 'level' : undefined;
}

/** The reason supplied for a difference: its own, or the one it may borrow. */
export function reasonFor(input: ReportInput, profile: Profile, key: ReasonKey): Supplied | undefined {
  const { reason } = input.supplements;
  const own = reason(key);
  if (isSupplied(own)) return own;
  const { borrows } = watched[key];
  const lent = borrows && reason(borrows);
  return lent && isSupplied(lent) && !needsReason(kindOf(input, profile, borrows)) ? lent : undefined;
}
