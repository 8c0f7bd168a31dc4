import type { FactSet } from '../../facts/fact-set';
import { placeIn } from '../text/plain';
import type { ProofDocument, TextSpan, ProofBlock } from '../text/document';
import type { TextClaim, Figure, ItemUse, LinkedDocument, PlacedItem, YearUse } from './claim';
import { codeNames, itemMeasure, pathsIn, type CodeNames } from './items';
import type { Measure } from './measure';
import { ParagraphReader } from './reader';
import { tokensOf, type NumberToken, type YearToken } from './tokens';
import { topicsOf, type Topic } from './topics';

interface LinkOptions {
  /** Names of 科目 and the year come from it, where there is one; no number of it is looked at. */
  readonly facts?: FactSet;
}

/**
 * What every figure of a text states. Links are made by words alone; nothing is checked here.
 * A figure whose words are not understood stays without a claim.
 */
export function link(document: ProofDocument, options: LinkOptions = {}): LinkedDocument {
  const topics = topicsOf(document.blocks);
  const year = yearOf(document, topics);
  const names = codeNames(options.facts);
  const figures: Figure[] = [];
  const claims: TextClaim[] = [];
  const years: YearUse[] = [];
  const items: ItemUse[] = [];
  let above: Measure | undefined;
  document.blocks.forEach((block, i) => {
    if (block.kind === 'contents' || block.kind === 'row') {
      figures.push(...numbersOf(block).map((token) => figureOf(block, i, token)));
      return;
    }
    const topic = topics[i]!;
    const uses = itemUses(block, i, topic, names);
    items.push(...uses.map(({ use }) => use));
    const read = new ParagraphReader({
      block,
      index: i,
      topic,
      year,
      items: uses,
      classNames: hasClasses.includes(topic),
      ...(above ? { subject: above } : {}),
    }).read();
    above = aloneIn(block, uses);
    claims.push(...read.claims);
    years.push(...read.years);
    figures.push(...numbersOf(block).map((token) => figureOf(block, i, token, read.byToken.get(token.start))));
  });
  return { document, topics, year, figures, claims, years, items };
}

const numbersOf = (block: ProofBlock): readonly NumberToken[] =>
  tokensOf(block.plain.text, block.kind === 'row' ? 0 : (block.marker?.length ?? 0)).filter(
    (token): token is NumberToken => token.kind === 'number' && token.unit !== 'none',
  );

function figureOf(block: ProofBlock, index: number, token: NumberToken, claim?: TextClaim): Figure {
  const span = spanOf(block, token.start, token.end);
  const { start, end } = placeIn(block.plain, token.start, token.end);
  return { token, span, text: block.text.slice(start, end), block: index, ...(claim ? { claim } : {}) };
}

/** A stretch of the plain text of a block, as a place in its printed text; in a row, in the cell that it begins in. */
function spanOf(block: ProofBlock, start: number, end: number): TextSpan {
  const span = { paragraph: block.index, ...placeIn(block.plain, start, end) };
  let from = 0;
  for (const cell of block.cells ?? []) {
    if (span.start < from + cell.text.length + 1)
      return { paragraph: cell.paragraph, start: span.start - from, end: Math.min(span.end - from, cell.text.length) };
    from += cell.text.length + 1;
  }
  return span;
}

/** 1、…（类）…（款）…（项）。 as a line of its own: what follows is about it. */
function aloneIn({ plain, marker }: ProofBlock, [only, more]: readonly PlacedItem[]): Measure | undefined {
  if (!only || more) return undefined;
  const rest = plain.text.slice(marker?.length ?? 0, only.start) + plain.text.slice(only.end);
  return /^[。：]?$/.test(rest) ? only.use.measure : undefined;
}

const hasClasses: readonly Topic[] = ['budget.structure', 'budget.overall', 'budget', 'annex.money', 'total', 'spending'];
const hasItems: readonly Topic[] = ['budget', 'budget.overall', 'budget.structure', 'budget.items', 'fund', 'capital', 'glossary'];

function itemUses(block: ProofBlock, index: number, topic: Topic, names: CodeNames | undefined): readonly PlacedItem[] {
  if (!hasItems.includes(topic)) return [];
  return pathsIn(block.plain.text, block.marker?.length ?? 0).map(({ start, end, parts, code }) => ({
    start,
    end,
    use: { parts, measure: itemMeasure(parts, topic, names, code), span: spanOf(block, start, end), block: index, topic },
  }));
}

const reporting = /(?<!\d)((?:19|20)\d\d)年(?:度)?(?=.{0,30}(?:决算|自评报告|绩效))/;

/** The year that a title names, or the one that most sentences are about. */
function yearOf(document: ProofDocument, topics: readonly Topic[]): number | undefined {
  const votes = new Map<number, number>();
  const vote = (year: number, weight: number): void => void votes.set(year, (votes.get(year) ?? 0) + weight);
  document.blocks.forEach((block, i) => {
    if (block.kind === 'heading') {
      const titled = reporting.exec(block.plain.text);
      if (titled) vote(Number(titled[1]), 2);
    }
    if (['about', 'annex', 'glossary', 'tables', 'other'].includes(topics[i]!)) return;
    for (const token of tokensOf(block.plain.text, block.body)) {
      if (isReported(token, block.plain.text)) vote(token.year!, 1);
    }
  });
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  return best?.[0];
}

/** 2024年度 at the beginning of a sentence. */
const isReported = (token: NumberToken | YearToken, text: string): token is YearToken =>
  token.kind === 'year' && token.year !== undefined && (token.start === 0 || /[。：；]$/.test(text.slice(0, token.start)));
