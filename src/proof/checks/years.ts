import type { TextClaim, YearUse } from '../links/claim';
import { plansNext } from '../links/clauses';
import { isSection, prose, type ProofContext } from './context';
import { findingAt, findingIn, type ProofFinding } from './finding';

/** Years of the sections: the year reported, the year before it, the end of the year reported. */
export function years(context: ProofContext): readonly ProofFinding[] {
  const { year, linked } = context;
  if (year === undefined) return [];
  const found = linked.years.flatMap((use): readonly ProofFinding[] => {
    if (!isSection(use.topic) || use.year === undefined) return [];
    const block = linked.document.blocks[use.block]!;
    const wanted = wantedYear(context, use, year);
    if (wanted === undefined || use.year === wanted) return [];
    // A paragraph may state last year's figure beside this year's.
    if (use.role === 'subject' && use.year === year - 1 && saysThisYear(context, use.block, year)) return [];
    const words = block.text.slice(use.span.start, use.span.end);
    const right = words.replace(/[\d０-９]{4}/, String(wanted));
    const what = use.role === 'against' ? `应与${wanted}年度比较` : use.role === 'period' ? `应为${wanted}年末` : `本说明是${wanted}年度的`;
    const span = { ...use.span, end: sentenceEnd(block.text, use.span.end) };
    return [
      findingAt(linked.document, 'P-YEAR', span, `${what}，这里写的是${words}。`, {
        expected: right,
        suggestion: block.text.slice(span.start, span.end).replace(words, right),
      }),
    ];
  });
  return [...found, ...titles(context, year), ...conclusions(context, year)];
}

/** The year that should stand there; undefined where any may. */
function wantedYear({ linked }: ProofContext, use: YearUse, year: number): number | undefined {
  const { text } = linked.document.blocks[use.block]!;
  if (use.topic.startsWith('official') && plansNext(text, use.span.start, year)) return undefined;
  if (use.role === 'against') return year - 1;
  if (use.role !== 'other') return year;
  const before = text.slice(0, use.span.start);
  return use.topic === 'performance' && !/[《（(][^》）)]*$/.test(before) ? year : undefined;
}

const sentenceEnd = (text: string, from: number): number => {
  const stop = text.slice(from).search(/[，。；]/);
  return stop < 0 ? text.length : from + Math.min(stop, 24);
};

/** 2020年三公经费支出14万元，2021年12万元: this year's figure may stand behind last year's in one sentence. */
const saysThisYear = ({ linked }: ProofContext, block: number, year: number): boolean =>
  linked.years.some((use) => use.block === block && use.role === 'subject' && use.year === year) ||
  linked.document.blocks[block]!.plain.text.includes(`，${year}年`);

/** A figure under a year that is a slip is taken for this year's: its own number is not to blame. */
export function withRightYears(context: ProofContext): ProofContext {
  const { linked, year } = context;
  if (year === undefined) return context;
  const right = new Map<TextClaim, TextClaim>();
  for (const claim of linked.claims) {
    const fits = claim.year === undefined || claim.year === year || !isSection(claim.topic);
    const lastYear = claim.year === year - 1 && saysThisYear(context, claim.block, year);
    right.set(claim, fits || lastYear ? claim : { ...claim, year });
  }
  const figures = linked.figures.map((figure) => (figure.claim ? { ...figure, claim: right.get(figure.claim)! } : figure));
  return { ...context, linked: { ...linked, figures, claims: [...right.values()] } };
}

/** 2023年度部门决算情况说明 above figures of 2024. */
function titles({ linked }: ProofContext, year: number): readonly ProofFinding[] {
  return linked.document.blocks.flatMap((block, i) => {
    if (block.kind !== 'heading' || !/决算情况说明$/.test(block.plain.text) || isSection(linked.topics[i]!)) return [];
    const printed = /((?:19|20)\d\d)年/.exec(block.plain.text);
    if (!printed || Number(printed[1]) === year) return [];
    return [
      findingIn(linked.document, 'P-YEAR', block, printed.index, printed.index + 5, `标题的年度应为${year}年度。`, {
        expected: `${year}年`,
      }),
    ];
  });
}

const summed = /((?:19|20)\d\d)年(?:度)?的?(?:部门(?:整体支出|预算|决算)|整体支出)/g;

/** The conclusion of a 绩效自评 that still speaks of last year. */
function conclusions(context: ProofContext, year: number): readonly ProofFinding[] {
  return prose(context).flatMap(({ block, topic }) => {
    if (topic !== 'annex.conclusion') return [];
    const { text } = block.plain;
    return [...text.matchAll(summed)].flatMap((found) => {
      if (Number(found[1]) !== year - 1) return [];
      let from = found.index;
      while (from > 0 && found.index - from < 12 && !/[，。；]/.test(text[from - 1]!)) from--;
      const stop = text.slice(found.index).search(/[，。；]/);
      const to = stop < 0 ? text.length : found.index + stop;
      const message = `自评报告是${year}年度的，这里写的是${found[1]}年。`;
      return [findingIn(context.linked.document, 'P-YEAR', block, from, to, message, { expected: `${year}年`, severity: 'warning' })];
    });
  });
}
