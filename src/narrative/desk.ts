import { percent as ratio } from '../facts/arithmetic';
import type { Table } from '../facts/fact-set';
import type { Key } from '../layouts/keys';
import type { KeyFigure, ReasonKey } from '../supplements/schema';
import type { Supplied, Supplements } from '../supplements/supplements';
import { changeOf, changeWords, fulfilmentOf, needsReason, type ChangeWords, type Fulfilment } from './change';
import type { Inline } from './document';
import { printer, type Printer } from './figures';
import { gap, isKnown, amountFrom, type AmountOrGap, type ReportInput } from './input';
import { isNewUnit, priorFigure } from './prior';
import type { Profile } from './profile';
import { printParts } from './rounding';
import { reasonFor } from './reasons/watched';
import { blank, isSupplied, nothing, printed, say, sentence, stating, supplied, type Phrase } from './say';

/** The writing desk of a section: the year, the unit, the phrases of the profile and the printers. */
export interface Desk {
  readonly input: ReportInput;
  readonly profile: Profile;
  readonly supplements: Supplements;
  readonly print: Printer;
  readonly words: ChangeWords;
  /** This year, e.g. 2024, as words. */
  readonly y: Inline;
  /** Last year. */
  readonly before: Inline;
  /** 编制单位 or the short name supplied. */
  readonly unit: Inline;
  /** 本部门, 本单位, or what the unit calls itself: 我局. */
  readonly self: Inline;
  /** Who owns the vehicles: 本部门, or 单位 as the forms print it. */
  readonly holder: Inline;
  /** 部门 or 单位. */
  readonly kind: Inline;
  read(key: Key): AmountOrGap;
  table(id: string): Table | undefined;
  prior(figure: KeyFigure): AmountOrGap;
  /** 本单位为2024年度新设立，无上年可比数据。 Nothing for any other unit. */
  readonly foundedThisYear: Phrase;
  /** The parts of a whole as they are printed: they add up, or the document says that they do not. */
  parts(amounts: readonly AmountOrGap[], whole: AmountOrGap, shown?: Inline): readonly Inline[];
  /** A sentence of the profile with years and names filled in. */
  filled(text: string): Phrase;
  /** An amount or count that a person supplies, or the gap that asks for it. */
  amount(key: string, ask: string): AmountOrGap;
  /** A phrase of the profile with its years filled in. */
  phrase(phrase: string): Inline;
  /** 完成预算98.85% / 未安排预算 / nothing. */
  completion(actual: AmountOrGap, budget: AmountOrGap): Phrase;
  /** 决算数与预算数持平 / 决算数小于预算数的主要原因是… */
  gapReason(actual: AmountOrGap, budget: AmountOrGap, reason: Supplied | undefined, key: string, of?: string): Phrase;
  /** The reason supplied for a difference. */
  reason(key: ReasonKey): Supplied | undefined;
  /** 主要变动原因是…; nothing where there is no change. */
  changeReason(now: AmountOrGap, before: AmountOrGap, key: ReasonKey, phrase: string, of: string): Phrase;
  fulfilment(actual: AmountOrGap, budget: AmountOrGap): Fulfilment;
}

const bare = (phrase: string): string => phrase.replace(/[是：:]$/, '');

export function desk(input: ReportInput, profile: Profile, year: number): Desk {
  const { supplements } = input;
  const print = printer(profile);
  const fill = (phrase: string): string => phrase.replace(/\{本年\}/g, String(year)).replace(/\{上年\}/g, String(year - 1));
  const fulfilment = (actual: AmountOrGap, budget: AmountOrGap): Fulfilment => fulfilmentOf(actual, budget, print);
  const unitName = input.years.now.unitName;
  const shortName = supplements.unitShortName;
  const kind = supplements.documentKind ?? '单位';

  const unit = isSupplied(shortName)
    ? supplied(shortName)
    : unitName.trim() === ''
      ? blank('单位名称', 'unitShortName')
      : printed(unitName.trim());
  const ownName = supplements.text('unitSelf');
  const self = isSupplied(ownName) ? supplied(ownName) : printed(`本${kind}`);
  const reason: Desk['reason'] = (key) => reasonFor(input, profile, key);

  const gapReason: Desk['gapReason'] = (actual, budget, given, key, of = '') => {
    const { kind } = fulfilment(actual, budget);
    const rests = [actual, budget].filter(isKnown);
    if (kind === 'level') return [stating('决算数与预算数持平', ...rests)];
    if (kind === 'nearly') return [stating('决算数与预算数基本持平', ...rests)];
    if (!needsReason(kind)) return nothing;
    const which = kind === 'less' ? '决算数小于预算数' : '决算数大于预算数';
    const why = isSupplied(given) ? supplied(given) : blank(`${of}${which}的主要原因`, key);
    return say`${stating(which, ...rests)}的${printed(profile.phrases.reason)}${why}`;
  };

  return {
    input,
    profile,
    supplements,
    print,
    words: changeWords(profile, print, fill),
    y: printed(String(year)),
    before: printed(String(year - 1)),
    unit,
    self,
    kind: printed(kind),
    holder: printed(kind === '部门' ? '本部门' : '单位'),
    foundedThisYear: isNewUnit(input) ? sentence(say`${self}为${printed(String(year))}年度新设立`, say`无上年可比数据`) : nothing,
    read: (key) => amountFrom(input.years.now, key),
    table: (id) => input.years.now.tables.get(id),
    prior: (figure) => priorFigure(input, figure).amount,
    parts: (amounts, whole, shown) => printParts(print, profile, amounts, whole, shown),
    filled: (text) =>
      fill(text)
        .split(/(\{单位\}|\{自称\})/)
        .map((part) => (part === '{单位}' ? unit : part === '{自称}' ? self : printed(part))),
    amount: (key, ask) => supplements.number(key) ?? gap(ask, key),
    phrase: (phrase) => printed(fill(phrase)),
    fulfilment,
    completion(actual, budget) {
      const found = fulfilment(actual, budget);
      if (found.kind === 'unknown') return say`${printed(profile.phrases.completes)}${blank(found.gap.ask, found.gap.key)}`;
      if (!isKnown(actual) || !isKnown(budget) || budget.value.lt(0)) return nothing;
      if (budget.value.isZero()) return [stating(profile.phrases.noBudget, budget)];
      const value = ratio(actual, budget);
      if (!value) return nothing;
      const figure = print.percent(value);
      // 99.998% prints as 100% although a gap is explained beside it: say so.
      const about = (found.kind === 'less' || found.kind === 'more') && figure.kind === 'figure' && figure.text === '100%';
      return about ? say`${printed(profile.phrases.completes)}约${figure}` : say`${printed(profile.phrases.completes)}${figure}`;
    },
    gapReason,
    reason,
    changeReason(now, before, key, phrase, of) {
      const given = reason(key);
      const change = changeOf(now, before, print);
      if (change.kind === 'level' || change.kind === 'none') return nothing;
      if (isSupplied(given)) return say`${printed(fill(phrase))}${supplied(given)}`;
      if (change.kind === 'unknown') return nothing;
      return say`${printed(fill(phrase))}${blank(`${of}${change.up ? '增加' : '减少'}的${bare(phrase)}`, `reasons.${key}`)}`;
    },
  };
}
