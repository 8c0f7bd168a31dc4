import Decimal from 'decimal.js';
import type { Years } from '../../facts/fact-set';
import type { Finding } from '../../facts/outcome';
import { yuan } from '../../facts/money';
import { joined, merged, printed, say, stating, type Phrase } from '../../facts/phrase';
import type { Failure } from '../failure';
import { kindFinding, type FaultKind } from '../kind-finding';
import { moneyKinds } from './kinds';
import { holdsIn, isOfBothYears, LOST, otherUnit, TIMES } from './other-unit';
import { amountIn, yearBook, hasStrangeTotal, signsOfHeads, wide, type YearBook } from './signs';

/** A whole workbook whose amounts are not in the unit that it prints, and the findings that say no more than that. */
export interface WrongMoney {
  readonly finding: Finding;
  readonly failures: ReadonlySet<Failure>;
}

/** Amounts of two years that lie so far apart are in two units, most likely. */
const [NEAR, FAR] = [new Decimal(1e3), new Decimal(1e5)];
/** So many sums that are off by rounding only, in a workbook whose total is below this, are sums of rounded 万元. */
const [ROUNDED, SMALL] = [5, new Decimal(1e5)];

/** How last year's closing balance stands to this year's opening one: the same amount, or the same digits in another unit. */
function balances(now: YearBook, last: YearBook): 'same' | 'apart' | undefined {
  const [opening, closing] = [amountIn(now.facts, 'Z01.年初结转和结余.决算数'), amountIn(last.facts, 'Z01.年末结转和结余.决算数')];
  if (!opening || !closing) return undefined;
  const [large, small] = opening.value.abs().gt(closing.value.abs()) ? [opening, closing] : [closing, opening];
  if (large.value.minus(small.value).abs().lte(large.half.plus(small.half))) return 'same';
  return large.value.minus(small.value.times(TIMES)).abs().lte(LOST) ? 'apart' : undefined;
}

/** The years whose unit may be wrong, because their amounts lie some ten thousand times apart. */
function betweenYears(now: YearBook, last: YearBook): { readonly suspects: readonly YearBook[]; readonly why: Phrase } | undefined {
  const times = now.total.value.div(last.total.value).abs();
  const larger = times.gt(1);
  const ratio = larger ? times : new Decimal(1).div(times);
  const balance = balances(now, last);
  if (ratio.lt(NEAR) || ratio.gt(FAR) || balance === 'same') return undefined;
  // What is too large prints 万元 over 元; what is too small prints 元 over 万元.
  const [large, small] = larger ? [now, last] : [last, now];
  const possible = [now, last].filter((book) => (book === large ? book.unit === '万元' : book.unit === '元'));
  const strange = possible.filter((book) => hasStrangeTotal(book) || signsOfHeads(book).length > 0);
  if (balance !== 'apart' && now.unit === last.unit && strange.length === 0) return undefined;
  const side = ({ year, unit, total }: YearBook): Phrase => say`${printed(`${year}（${unit}）`)}收入总计 ${wide(total)}`;
  const compared = say`${side(now)}，${side(last)}，相差约 ${stating(`${yuan(ratio, 0)} 倍`, large.total, small.total)}`;
  const tied = balance === 'apart' ? say`年初结转和结余与上年年末数正好相差一万倍` : [];
  return { suspects: strange.length === 1 ? strange : possible, why: joined([compared, tied], '；') };
}

/** This year's workbook by itself: amounts in 万元 under a heading in 元. */
function byItself(now: YearBook, failures: readonly Failure[]): Phrase | undefined {
  if (now.unit !== '元') return undefined;
  const errors = failures.filter(({ rule }) => rule.severity === 'error' && !isTies(rule.id));
  const rounded = errors.filter((failure) => holdsIn(now, failure));
  const isRounded = now.total.value.abs().lt(SMALL) && rounded.length >= ROUNDED && rounded.length >= 0.9 * errors.length;
  const signs = signsOfHeads(now);
  if (!isRounded && !(hasStrangeTotal(now) && signs.length > 0)) return undefined;
  const n = stating(`${rounded.length} 处`, now.total);
  return joined([say`收入总计只有 ${wide(now.total)}`, ...signs, isRounded ? say`有 ${n}不平只差万元四舍五入的尾差` : []], '；');
}

const isTies = (id: string): boolean => id.includes('-Y');

/** Are the amounts of a whole workbook in another unit than it prints? Which year's, where that can be told; otherwise both are named. */
export function wrongMoney({ now, before }: Years, failures: readonly Failure[]): WrongMoney | undefined {
  const [mine, last] = [yearBook(now, '本年'), yearBook(before, '上年')];
  if (!mine) return undefined;
  const open = failures.filter(({ rule }) => !rule.evidence);
  const found = last && betweenYears(mine, last);
  const [only, second] = found?.suspects ?? [];
  if (found && last && only) {
    const echoes = open.filter((failure) => isOfBothYears(failure) || (only === mine && !second && holdsIn(mine, failure)));
    const signs = found.suspects.flatMap((book) => signsOfHeads(book).map((sign) => say`${printed(book.year)}${sign}`));
    const why = joined([found.why, ...signs], '；');
    const message = second
      ? say`两年中有一年的金额单位不对：可能本年的金额是按${printed(otherUnit(mine))}填列的，也可能上年的金额是按${printed(otherUnit(last))}填列的。${why}。`
      : say`${printed(`${only.year}各表印的金额单位是“${only.unit}”，金额很可能是按${otherUnit(only)}填列的`)}：${why}。`;
    return result(moneyKinds.apart, message, only === mine ? [mine, last] : [last, mine], echoes);
  }
  const why = byItself(mine, open);
  if (!why) return undefined;
  const message = say`本年各表印的金额单位是“元”，金额很可能是按万元填列的：${why}。`;
  return result(
    moneyKinds.inWan,
    message,
    [mine],
    open.filter((failure) => holdsIn(mine, failure)),
  );
}

function result(kind: FaultKind, message: Phrase, books: readonly YearBook[], echoes: readonly Failure[]): WrongMoney {
  const place = books.map(({ year }) => year).join('·');
  const severity = echoes.some(({ rule }) => rule.severity === 'error') ? 'error' : kind.severity;
  const cells = books.map(({ total }) => total.at);
  const values = books.map(({ total, unit }) => `${total.value.toString()} ${unit}`);
  return { failures: new Set(echoes), finding: kindFinding({ ...kind, severity }, place, merged(message), cells, values) };
}
