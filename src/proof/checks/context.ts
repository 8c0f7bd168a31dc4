import Decimal from 'decimal.js';
import type { TextClaim, LinkedDocument } from '../links/claim';
import type { Topic } from '../links/topics';
import type { Measure } from '../links/measure';
import type { ProofBlock } from '../text/document';
import type { Values } from './values';

export type Status = 'confirmed' | 'contradicted' | 'unchecked';

/** What every family of checks is given. */
export interface ProofContext {
  readonly linked: LinkedDocument;
  /** The figures of a workbook, where there is one. */
  readonly values?: Values;
  /** Year that is reported: of the workbook, else of the text. */
  readonly year: number | undefined;
  /** Step of the digits that the text uses for its amounts, in 元: 276万元 among 730.18万元 stands for 276.00. */
  readonly step: Decimal | undefined;
  /** 编制单位 of the workbook, where there is one. */
  readonly unit?: string;
}

export interface PlacedBlock {
  readonly block: ProofBlock;
  readonly topic: Topic;
  readonly index: number;
}

/** Paragraphs and titles with their topics; rows and the 目录 are left out. */
export const prose = ({ linked }: ProofContext): readonly PlacedBlock[] =>
  linked.document.blocks.flatMap((block, index) =>
    block.kind === 'paragraph' || block.kind === 'heading' ? [{ block, topic: linked.topics[index]!, index }] : [],
  );

const outside: readonly Topic[] = ['about', 'annex', 'annex.money', 'annex.conclusion', 'glossary', 'tables', 'other'];
/** Is a part one of the sections of the 情况说明 itself? */
export const isSection = (topic: Topic): boolean => !outside.includes(topic);
export const isAnnex = (topic: Topic): boolean => topic.startsWith('annex');

/** Amounts that the text states of a measure for one year. */
export const amountsOf = ({ linked }: ProofContext, measure: Measure, year: number | undefined): readonly TextClaim[] =>
  linked.claims.filter((claim) => claim.kind === 'amount' && claim.measure.id === measure.id && claim.year === year && !claim.about);

/** 0.01万元 where most amounts of a text have two decimals: the others have dropped their zeros. */
export function usualStep({ claims }: LinkedDocument): Decimal | undefined {
  const steps = claims
    .filter(({ kind, measure, value }) => kind === 'amount' && measure.unit === '元' && !value!.isZero())
    .map(({ step }) => step!.toString());
  const counts = new Map<string, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > steps.length ? new Decimal(best[0]) : undefined;
}

/** One unit of the last digit that counts for a figure of this text. */
export const stepOf = ({ step }: ProofContext, claim: TextClaim): Decimal =>
  claim.measure.unit === '元' && ['amount', 'budget', 'change'].includes(claim.kind) && !claim.about && step
    ? Decimal.min(step, claim.step!)
    : claim.step!;
