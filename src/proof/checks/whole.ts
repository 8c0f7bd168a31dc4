import Decimal from 'decimal.js';
import { economicGroups, type EconomicCode } from '../../layouts/codes/economic';
import { measures } from '../links/measures';
import type { TextClaim } from '../links/claim';
import type { Topic } from '../links/topics';
import { plainOf } from '../text/plain';
import { amountsOf, isSection, prose, type ProofContext } from './context';
import { findingAt, findingIn, type ProofFinding } from './finding';
import { percentWords } from './words';

/** What is missing, stands in the wrong place, or contradicts another section. */
export function wholeFindings(context: ProofContext): readonly ProofFinding[] {
  return [...fundSections(context), ...completions(context), ...economicNames(context), ...completeness(context), ...typos(context)];
}

/** 九、国有资本经营预算 over a sentence about 政府性基金. */
function fundSections(context: ProofContext): readonly ProofFinding[] {
  const { claims, document, topics } = context.linked;
  const pairs: readonly (readonly [Topic, string, string, string])[] = [
    ['capital', measures.fund.id, '国有资本经营预算', '政府性基金预算'],
    ['fund', measures.capital.id, '政府性基金预算', '国有资本经营预算'],
  ];
  return pairs.flatMap(([topic, wrong, right, printed]) => {
    const claim = claims.find((one) => one.topic === topic && (one.kind === 'amount' || one.kind === 'level'));
    if (!claim || claim.measure.id !== wrong || !topics.includes(topic)) return [];
    const quote = document.blocks[claim.block]!.text.slice(claim.quote.start, claim.quote.end);
    return [
      findingAt(document, 'P-SECTION', claim.quote, `本节是${right}，这里写的是${printed}。`, {
        expected: right,
        suggestion: quote.replace(printed, right),
      }),
    ];
  });
}

/** Could the lines that are not listed, completed to anything between half and double, make the whole what it says? */
function mayBeOfRest(context: ProofContext, whole: TextClaim, spent: Decimal, budget: Decimal): boolean {
  const all = amountsOf(context, whole.measure, whole.year).find(({ topic }) => topic === whole.topic)?.value;
  if (!all || all.lte(spent)) return false;
  const rest = all.minus(spent);
  const [low, high] = [2, 0.5].map((times) => all.div(budget.plus(rest.times(times))).times(100)) as [Decimal, Decimal];
  return whole.value!.gte(low) && whole.value!.lte(high);
}

/** 完成预算100% in whole although its 项 say otherwise. */
function completions(context: ProofContext): readonly ProofFinding[] {
  const { claims, document } = context.linked;
  const whole = claims.find(
    ({ kind, measure, topic }) => kind === 'completion' && measure.id === measures.budget.id && topic === 'budget.items',
  );
  if (!whole?.value || whole.about) return [];
  const lines = claims.filter(({ measure, topic }) => measure.item?.path.split('/').length === 3 && topic === 'budget.items');
  let spent = new Decimal(0);
  let budget = new Decimal(0);
  for (const amount of lines.filter(({ kind }) => kind === 'amount')) {
    const own = lines.filter(({ block, measure }) => block === amount.block && measure.id === amount.measure.id);
    const rate = own.find(({ kind }) => kind === 'completion');
    const none = own.some(({ relation }) => relation === 'none');
    if ((!rate?.value || rate.value.isZero()) && !none) return [];
    spent = spent.plus(amount.value!);
    if (!none) budget = budget.plus(amount.value!.div(rate!.value!).times(100));
  }
  if (budget.isZero()) return [];
  const implied = spent.div(budget).times(100);
  if (implied.minus(whole.value).abs().lt('0.1') || mayBeOfRest(context, whole, spent, budget)) return [];
  const block = document.blocks[whole.block]!;
  const span = { paragraph: block.index, start: 0, end: whole.span.end };
  return [
    findingAt(
      document,
      'P-COMPLETION',
      span,
      `按以下各项的完成率推算，合计完成预算约${percentWords(implied)}，不是${percentWords(whole.value)}。`,
      {
        expected: percentWords(implied),
      },
    ),
  ];
}

const official: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/因公出国（境）费用?/, '因公出国（境）费', [measures.abroad.id]],
  [/公务用车运行维护费/, '公务用车运行维护费', [measures.upkeep.id, measures.vehicles.id]],
  [/公务接待费/, '公务接待费', [measures.reception.id]],
];

/** 经济分类 that the 基本支出 names although the text itself says that nothing was spent there. */
function economicNames(context: ProofContext): readonly ProofFinding[] {
  const { claims, document } = context.linked;
  return prose(context).flatMap(({ block, topic }) => {
    if (topic !== 'basic' || !/主要包括/.test(block.plain.text)) return [];
    const text = block.plain.text;
    const told = official.flatMap(([words, name, ids]) => {
      const found = words.exec(text);
      const amounts = claims.filter(
        ({ kind, measure, topic: of }) => kind === 'amount' && ids.includes(measure.id) && of.startsWith('official'),
      );
      if (!found || amounts.length === 0 || !amounts.every(({ value }) => value!.isZero())) return [];
      const next = text.slice(found.index + found[0].length).search(/[、。等]/);
      const end = found.index + found[0].length + Math.max(next, 0);
      const stop = /^[、][^、。]*/.exec(text.slice(end))?.[0].length ?? 0;
      return [findingIn(document, 'P-ECONOMIC', block, found.index, end + stop, `第七部分${name}为0，这里不应列出${name}。`)];
    });
    return [...told, ...economicCells(context, block.index, text, told.map(({ quote }) => plainOf(quote).text).join(' '))];
  });
}

const economicItems = Object.values(economicGroups).flatMap(({ items }) => Object.entries(items) as [EconomicCode, string][]);

/** The same against 财决08-1: names without an amount, told once for the paragraph. */
function economicCells(context: ProofContext, paragraph: number, text: string, told: string): readonly ProofFinding[] {
  const table = context.values?.input.years.now.tables.get('Z08_1');
  if (!table) return [];
  const names = text.split(/[、，。：]/).map((name) => name.replace(/等$/, '').replace(/用$/, ''));
  const empty = names.filter((name) => {
    const codes: readonly EconomicCode[] = economicItems
      .filter(([, one]) => plainOf(one).text.replace(/用$/, '') === name)
      .map(([code]) => code);
    if (codes.length === 0 || told.includes(name)) return false;
    return codes.every((code) => {
      const reading = table.at('合计', code);
      return reading.state === 'number' && reading.fact.value.isZero();
    });
  });
  if (empty.length === 0) return [];
  const block = context.linked.document.blocks.find(({ index }) => index === paragraph)!;
  const at = block.plain.text.indexOf(empty[0]!);
  const message = `财决08-1表中没有发生额，不应列出：${[...new Set(empty)].join('、')}。`;
  return [findingIn(context.linked.document, 'P-ECONOMIC', block, at, at + empty[0]!.length, message, { severity: 'info' })];
}

const wanted: readonly (readonly [readonly Topic[], string])[] = [
  [['total'], '收入支出决算总体情况'],
  [['income'], '收入决算情况'],
  [['spending'], '支出决算情况'],
  [['fiscal'], '财政拨款收入支出决算总体情况'],
  [['budget', 'budget.overall', 'budget.structure', 'budget.items'], '一般公共预算财政拨款支出决算情况'],
  [['basic'], '一般公共预算财政拨款基本支出决算情况'],
  [['official', 'official.overall', 'official.parts'], '“三公”经费支出决算情况'],
  [['fund'], '政府性基金预算支出决算情况'],
  [['capital'], '国有资本经营预算支出决算情况'],
  [['agency'], '机关运行经费支出情况'],
  [['procurement'], '政府采购支出情况'],
  [['assets'], '国有资产占有使用情况'],
  [['performance'], '预算绩效管理情况'],
];

/** Sections that every official form has; told only of a text that is one. */
function completeness(context: ProofContext): readonly ProofFinding[] {
  const { document, topics } = context.linked;
  const has = (of: readonly Topic[]): boolean => of.some((topic) => topics.includes(topic));
  const present = wanted.filter(([of]) => has(of));
  const found: ProofFinding[] = [];
  const first = document.blocks.find((block, i) => isSection(topics[i]!) && block.kind === 'heading');
  // Forms with fewer sections (云南) are told by what they do not have.
  if (first && present.length >= 7 && has(['total']) && has(['fiscal'])) {
    const missing = wanted.filter(([of]) => !has(of)).map(([, name]) => name);
    if (missing.length > 0)
      found.push(findingIn(document, 'P-SECTIONS', first, 0, first.plain.text.length, `没有找到这些部分：${missing.join('、')}。`));
  }
  return [...found, ...officialParts(context)];
}

const mustName: readonly (readonly [RegExp, string])[] = [
  [/因公出国/, '因公出国（境）费'],
  [/公务(?:用)?车购置/, '公务用车购置费'],
  [/公务(?:用)?车运行/, '公务用车运行维护费'],
  [/公务接待/, '公务接待费'],
];

/** Every part of 三公 is named, also at zero; one sentence may say that there is none at all. */
function officialParts(context: ProofContext): readonly ProofFinding[] {
  const own = prose(context).filter(({ topic, block }) => topic.startsWith('official') && block.kind === 'paragraph');
  const text = own.map(({ block }) => block.plain.text).join('');
  if (
    own.length === 0 ||
    amountsOf(context, measures.official, context.linked.year).length === 0 ||
    /无三公|没有三公|不涉及三公/.test(text)
  )
    return [];
  const missing = mustName.filter(([words]) => !words.test(text)).map(([, name]) => name);
  if (missing.length === 0) return [];
  const { block } = own[0]!;
  return [
    findingIn(
      context.linked.document,
      'P-OFFICIAL',
      block,
      0,
      Math.min(40, block.plain.text.length),
      `没有写明${missing.join('、')}（没有发生也要写明为0）。`,
    ),
  ];
}

/** Slips of the hand in fixed phrases, with what is meant. */
const slips: readonly (readonly [RegExp, string, 'warning' | 'info'])[] = [
  [/决算数等(?=预算数)/g, '决算数等于', 'warning'],
  [/世纪缴纳/g, '实际缴纳', 'warning'],
  [/(?<=车\d{1,3})量/g, '辆', 'warning'],
  [/尚为完成/g, '尚未完成', 'warning'],
  [/就业方向的支出/g, '就业方面的支出', 'warning'],
  [/公务接代/g, '公务接待', 'warning'],
  [/三工经费/g, '三公经费', 'warning'],
  [/其它收入/g, '其他收入', 'info'],
  [/截止(?=\d{1,4}[年月]|\d{1,2}月底)/g, '截至', 'info'],
  [/帐实|帐账相符/g, '账实', 'info'],
];

function typos(context: ProofContext): readonly ProofFinding[] {
  return prose(context).flatMap(({ block }) =>
    slips.flatMap(([words, right, severity]) =>
      [...block.plain.text.matchAll(words)].map((found) => {
        const from = Math.max(0, found.index - 6);
        const to = Math.min(block.plain.text.length, found.index + found[0].length + 4);
        return findingIn(context.linked.document, 'P-TYPO', block, from, to, `“${found[0]}”应为“${right}”。`, {
          severity,
          expected: right,
          suggestion: block.plain.text.slice(from, found.index) + right + block.plain.text.slice(found.index + found[0].length, to),
        });
      }),
    ),
  );
}
