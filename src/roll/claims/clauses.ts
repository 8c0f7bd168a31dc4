import type { Traced } from '../../facts/traced';
import { functionalClasses } from '../../layouts/codes/functional';
import { percent } from '../../facts/arithmetic';
import type { TextClaim } from '../../proof/links/claim';
import { classNamings } from '../../proof/links/items';
import type { Measure } from '../../proof/links/measure';
import type { Topic } from '../../proof/links/topics';
import { amountNames } from '../../proof/links/vocabulary';
import { edit } from './edits';
import { spanText, type JudgedFigure, type RollLine, type RollContext } from './line';
import { printedLike } from './printing';

/** One entry of a list inside a paragraph: 其他收入0.11万元，占0.01% */
interface Clause {
  readonly start: number;
  readonly end: number;
  readonly amount: JudgedFigure;
  readonly claim: TextClaim;
  readonly share?: JudgedFigure;
}

/** What a list of a topic may name, in printed order. */
const listed = (topic: Topic): readonly Measure[] => {
  const parts = (pattern: RegExp): readonly Measure[] =>
    amountNames(topic).flatMap(({ measure }) => (pattern.test(measure.id) && !/合计|总计/.test(measure.name) ? [measure] : []));
  switch (topic) {
    case 'income':
      return parts(/^Z01\.(?:(?:一般公共|政府性基金|国有资本经营)预算财政拨款|上级补助|事业|经营|附属单位上缴|其他)收入\.决算数$/);
    case 'spending':
      return parts(/^Z01\.(?:基本|项目|上缴上级|经营|对附属单位补助)支出\.决算数$/);
    case 'budget.structure':
      return classNamings(topic).map(({ measure }) => measure);
    default:
      return [];
  }
};

/**
 * Lists of income, expenditure and 类 inside a paragraph follow the cells: what has no amount this year is struck out (unless
 * the document lists zeros), what is new is written in the pattern of its neighbour.
 */
export function rollClauses(line: RollLine, context: RollContext): void {
  const all = listed(line.topic);
  const clauses = all.length > 0 ? clausesOf(line, all) : [];
  if (clauses.length === 0) return;
  const now = (measure: Measure): Traced | undefined => context.years.now.now(measure);
  const listsZeros = clauses.some(({ claim }) => claim.value!.isZero());
  const gone = listsZeros ? [] : clauses.filter(({ claim, amount }) => amount.proved && now(claim.measure)?.value.isZero());
  const stays = clauses.filter((clause) => !gone.includes(clause));
  if (stays.length === 0) return;
  for (const clause of gone) line.edits.add(strike(line, clause, stays));
  const there = new Set(clauses.map(({ claim }) => claim.measure.id));
  const fresh = all.filter((measure) => !there.has(measure.id) && now(measure)?.value.isZero() === false);
  for (const measure of fresh) insert(line, context, measure, stays, all);
}

function clausesOf(line: RollLine, all: readonly Measure[]): readonly Clause[] {
  const { text } = line.block;
  const ids = new Set(all.map(({ id }) => id));
  const amounts = line.figures.filter(({ figure }) => figure.claim?.kind === 'amount' && ids.has(figure.claim.measure.id));
  return amounts.map((amount, i) => {
    const claim = amount.figure.claim!;
    const next = amounts[i + 1]?.figure.claim!.quote.start ?? text.length;
    const share = line.figures.find(
      ({ figure }) =>
        figure.claim?.kind === 'share' &&
        figure.claim.measure.id === claim.measure.id &&
        figure.span.start > claim.span.end &&
        figure.span.start < next,
    );
    return {
      start: claim.quote.start + lead(text, claim),
      end: (share ?? amount).figure.span.end,
      amount,
      claim,
      ...(share ? { share } : {}),
    };
  });
}

/** Behind 其中： and the like, which stand in front of the list and not of the entry. */
const lead = (text: string, { quote, span }: TextClaim): number => {
  const words = text.slice(quote.start, span.start);
  return words.lastIndexOf('：') + 1;
};

const separator = /^[；;、，,。]\s*/;

/** With the mark behind it; of the last entry with the mark in front, so that the full stop stays. */
function strike(line: RollLine, { start, end }: Clause, stays: readonly Clause[]): ReturnType<typeof edit> {
  const { text } = line.block;
  const behind = separator.exec(text.slice(end));
  const isLast = !stays.some((other) => other.start > end);
  if (!isLast && behind) return edit(start, end + behind[0].length, '');
  const front = /[；;、，,]\s*$/.exec(text.slice(0, start));
  return edit(start - (front?.[0].length ?? 0), end, '');
}

function insert(line: RollLine, context: RollContext, measure: Measure, stays: readonly Clause[], all: readonly Measure[]): void {
  const order = (one: Measure): number => all.findIndex(({ id }) => id === one.id);
  const before = [...stays].reverse().find(({ claim }) => order(claim.measure) < order(measure));
  const pattern = before ?? stays[0]!;
  const { text } = line.block;
  const amount = context.years.now.now(measure)!;
  const base = pattern.share?.figure.claim?.base;
  const whole = base && context.years.now.now(base);
  const name = nameLike(measure, spanText(line, { start: pattern.start, end: pattern.claim.span.start }));
  const figure = (judged: JudgedFigure, value: Traced): string =>
    printedLike(
      { text: judged.figure.text, unit: judged.figure.token.unitWord, decimals: judged.figure.token.decimals },
      value,
      context.style,
    );
  const share = pattern.share && whole && whole.value.gt(0) ? percent(amount, whole) : undefined;
  const tail =
    share && pattern.share ? `${text.slice(pattern.claim.span.end, pattern.share.figure.span.start)}${figure(pattern.share, share)}` : '';
  const written = `${name}${figure(pattern.amount, amount)}${tail}`;
  const mark = between(text, stays);
  const at = before ? before.end : pattern.start;
  const value = before ? `${mark}${written}` : `${written}${mark}`;
  if (line.edits.add(edit(at, at, value, amount, ...(whole ? [whole] : [])))) {
    line.open.push({
      start: pattern.start,
      end: pattern.end,
      kind: 'list',
      why: `“${measure.name}”是本年新增的，已按原有写法补上，请核对。`,
    });
  }
}

/** The mark that parts the entries of the list. */
const between = (text: string, [first]: readonly Clause[]): string =>
  separator.exec(text.slice(first!.end))?.[0].replace(/^。/, '；') ?? '；';

/** The name in the manner of its neighbour: with or without （类） and 支出, with the words that follow it. */
function nameLike(measure: Measure, words: string): string {
  const bare = measure.item?.code
    ? (functionalClasses[measure.item.code as keyof typeof functionalClasses]?.name ?? measure.name)
    : measure.name;
  const isClass = /[（(]类[）)]/.exec(words)?.[0];
  if (isClass) return `${bare}${isClass}${/[）)]支出$/.test(words.trim()) ? '支出' : ''}`;
  const tail = /(?:决算数?)?(?:为|约|是)$/.exec(words.trim())?.[0] ?? '';
  const plain = words.trim().slice(0, words.trim().length - tail.length);
  const name = measure.item && !/支出$/.test(plain) ? bare.replace(/支出$/, '') : bare;
  return `${name}${tail}`;
}
