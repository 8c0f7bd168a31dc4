import Decimal from 'decimal.js';
import type { ItemUse } from '../links/claim';
import { bareName, bareOf, pathOf } from '../links/items';
import type { Measure } from '../links/measure';
import { measures } from '../links/measures';
import type { TextSpan } from '../text/document';
import { amountsOf, type ProofContext } from './context';
import { findingAt, type ProofFinding } from './finding';
import { isSlipOf } from './similar';

const inText = ({ topic }: ItemUse): boolean => topic === 'budget.items' || topic === 'budget' || topic === 'fund' || topic === 'capital';
const isItem = ({ parts }: ItemUse): boolean => parts[parts.length - 1]!.level === '项';
const nameAt = (use: ItemUse, level: '类' | '款' | '项'): string => {
  const part = use.parts.find((one) => one.level === level);
  return part ? bareOf(part) : '';
};
/** 款 and 项: the 类 is written in many ways and never told by its words alone. */
const ending = (use: ItemUse): string => `${nameAt(use, '款')}/${nameAt(use, '项')}`;

/** Lines of 项 and their names in the 名词解释. */
export function itemFindings(context: ProofContext): readonly ProofFinding[] {
  const { items } = context.linked;
  const used = items.filter((use) => inText(use) && isItem(use));
  const explained = items.filter((use) => use.topic === 'glossary' && isItem(use));
  return [
    ...repeated(context, used),
    ...withoutClass(context, used),
    ...glossary(context, used, explained),
    ...namesOfWorkbook(context, used),
  ];
}

/** Measure and place say that one 项 stands twice; its figure is quoted with it. */
function repeated(context: ProofContext, used: readonly ItemUse[]): readonly ProofFinding[] {
  return used.flatMap((use, i) => {
    const first = used.findIndex(
      (other) => other.measure.id === use.measure.id && pathOf(other.parts) === pathOf(use.parts) && other.topic === use.topic,
    );
    if (first === i) return [];
    const amount = context.linked.claims.find(
      ({ kind, block, measure }) => kind === 'amount' && block === use.block && measure.id === use.measure.id,
    );
    const span = { ...use.span, end: amount?.span.end ?? use.span.end };
    return [
      findingAt(
        context.linked.document,
        'P-ITEM-TWICE',
        span,
        `${use.parts[use.parts.length - 1]!.name}（项）在上面已经列过，一个项只能列一次；请核对科目名称。`,
      ),
    ];
  });
}

function withoutClass(context: ProofContext, used: readonly ItemUse[]): readonly ProofFinding[] {
  const bare = used.filter(({ parts }) => parts[0]!.level === '款');
  if (bare.length === 0 || bare.length * 2 > used.length) return [];
  return bare.map((use) => findingAt(context.linked.document, 'P-PATH', wholeLine(use), '科目少了“（类）”一级，应与其他各项一致。'));
}

const wholeLine = ({ span }: ItemUse): TextSpan => ({ ...span, start: 0 });

const copied: readonly (readonly [RegExp, RegExp, string])[] = [
  [/基本养老保险缴费/, /职业年金/, '名称是基本养老保险缴费，解释的却是职业年金'],
  [/职业年金缴费/, /基本养老保险费/, '名称是职业年金缴费，解释的却是基本养老保险'],
  [/^事业单位医疗/, /未参加医疗保险的行政单位/, '名称是事业单位医疗，解释的却是行政单位'],
  [/^行政单位医疗/, /未参加医疗保险的事业单位/, '名称是行政单位医疗，解释的却是事业单位'],
];

/** A 项 that is explained in the words of another; undefined where nothing speaks against it. */
export const copiedMeaning = (name: string, text: string): string | undefined =>
  copied.find(([printed, says]) => printed.test(name) && says.test(text))?.[2];

function glossary(context: ProofContext, used: readonly ItemUse[], explained: readonly ItemUse[]): readonly ProofFinding[] {
  if (used.length === 0 || explained.length === 0) return [];
  const { document } = context.linked;
  const found: ProofFinding[] = [];
  const matched = new Set<ItemUse>();
  const exact = new Map(explained.map((use) => [use, used.find((other) => ending(other) === ending(use))]));
  exact.forEach((use) => use && matched.add(use));
  for (const [i, use] of explained.entries()) {
    const text = document.blocks[use.block]!.plain.text;
    const name = nameAt(use, '项');
    if (explained.findIndex((other) => pathOf(other.parts) === pathOf(use.parts)) < i)
      found.push(
        findingAt(document, 'P-GLOSSARY-TWICE', toEnd(context, use), `${name}（项）在上面已经解释过，名称与解释可能不相符，请核对。`),
      );
    const what = copiedMeaning(name, text);
    if (what !== undefined) found.push(findingAt(document, 'P-GLOSSARY-TEXT', toEnd(context, use), `${what}，请核对。`));
    if (exact.get(use)) continue;
    const free = used.filter((other) => !matched.has(other) || nameAt(other, '项') === name);
    const sameItem = free.find((other) => nameAt(other, '项') === name && nameAt(use, '款') !== '');
    const slip = sameItem ?? free.find((other) => isSlipOf(name, nameAt(other, '项')));
    if (slip) {
      matched.add(slip);
      const right = slip.parts.map(({ name: one, level }) => `${one}（${level}）`).join('');
      found.push(findingAt(document, 'P-NAME', use.span, `科目名称与第五部分的“${right}”不一致。`, { expected: right, suggestion: right }));
    } else if (!inWorkbook(context, use) && !maybeOther(context, use)) {
      found.push(findingAt(document, 'P-GLOSSARY', toEnd(context, use), `本年没有${name}（项）的支出，名词解释中可以删去。`));
    }
  }
  for (const use of used) {
    // A 项 of which nothing was spent needs no explanation.
    const spent = context.linked.claims.find(
      ({ kind, block, measure }) => kind === 'amount' && block === use.block && measure.id === use.measure.id,
    );
    if (spent?.value?.isZero()) continue;
    if (
      matched.has(use) ||
      explained.some((other) => nameAt(other, '项') === nameAt(use, '项') && nameAt(other, '款') === nameAt(use, '款'))
    )
      continue;
    found.push(findingAt(document, 'P-GLOSSARY-MISSING', use.span, `名词解释中没有${nameAt(use, '项')}（项）。`));
  }
  return [...found, ...generalTerms(context)];
}

const toEnd = (context: ProofContext, use: ItemUse): TextSpan => ({
  ...use.span,
  start: 0,
  end: context.linked.document.blocks[use.block]!.text.length,
});

/** 类 without any 项 of the 政府性基金 or 国有资本经营预算 (政府收支分类科目 2024). */
const onlyGeneral = ['一般公共服务', '外交', '国防', '住房保障'];

/**
 * Without a workbook a 项 that the fifth section does not list may be paid from another fund or from other income. Only
 * where all money is accounted for, and its 类 knows no such fund, is it certainly not there.
 */
function maybeOther(context: ProofContext, use: ItemUse): boolean {
  if (context.values) return false;
  const { year } = context.linked;
  const of = (measure: Measure): Decimal | undefined => amountsOf(context, measure, year)[0]?.value;
  const [all, general] = [of(measures.spending), of(measures.budget)];
  if (!all || !general) return context.linked.claims.some(({ topic }) => topic === 'spending' || topic === 'fund');
  const rest = all.minus(general);
  if (rest.abs().lt(100)) return false;
  const funds = [measures.fund, measures.capital].reduce((sum, measure) => sum.plus(of(measure) ?? 0), new Decimal(0));
  return !rest.minus(funds).abs().lt(500) || !onlyGeneral.includes(nameAt(use, '类'));
}

/** A 项 that the workbook has money for, in whatever fund. */
function inWorkbook(context: ProofContext, use: ItemUse): boolean {
  const facts = context.values?.input.years.now;
  if (!facts) return false;
  return [...facts.tables.values()].some((table) =>
    table.rows.some((row) => /^\d{7}$/.test(row.key) && bareName(row.name) === nameAt(use, '项')),
  );
}

const terms = ['其他收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入'];

function generalTerms(context: ProofContext): readonly ProofFinding[] {
  const { document, claims, topics } = context.linked;
  const explained = (term: string): boolean =>
    document.blocks.some((block, i) => topics[i] === 'glossary' && block.plain.text.slice(block.marker?.length ?? 0).startsWith(term));
  return terms.flatMap((term) => {
    const claim = claims.find(
      ({ kind, measure, topic, value }) => kind === 'amount' && topic === 'income' && measure.name === term && value!.gt(0),
    );
    return claim && !explained(term) ? [findingAt(document, 'P-GLOSSARY-MISSING', claim.quote, `名词解释中没有“${term}”。`)] : [];
  });
}

/** A name of a line that no 科目 of the workbook has, but that is nearly one of them. */
function namesOfWorkbook(context: ProofContext, used: readonly ItemUse[]): readonly ProofFinding[] {
  const facts = context.values?.input.years.now;
  if (!facts) return [];
  const names = new Set<string>();
  for (const table of facts.tables.values()) for (const row of table.rows) if (/^\d{7}$/.test(row.key)) names.add(bareName(row.name));
  return used.flatMap((use) => {
    const name = nameAt(use, '项');
    if (names.has(name)) return [];
    const right = [...names].find((one) => isSlipOf(name, one));
    return right ? [findingAt(context.linked.document, 'P-NAME', use.span, `决算报表中的科目名称是“${right}”。`, { expected: right })] : [];
  });
}
