import type Decimal from 'decimal.js';
import type { ProofDocument, TextSpan } from '../text/document';
import type { Measure } from './measure';
import type { NumberToken } from './tokens';
import type { Topic } from './topics';

/**
 * amount = what was received or spent; budget = its budget; share = part ÷ whole; change = this year − last year;
 * rate = change ÷ last year; completion = outturn ÷ budget; count = things; level = 持平; relation = 决算数小于预算数.
 */
export type ClaimKind = 'amount' | 'budget' | 'share' | 'change' | 'rate' | 'completion' | 'count' | 'level' | 'relation';

/** Which budget the words mean; undefined = the words say only 预算. */
export type BudgetWord = '年初预算数' | '全年预算数' | undefined;

/** One statement of the text about one measure. */
export interface TextClaim {
  readonly kind: ClaimKind;
  readonly measure: Measure;
  /** Whole of a share. */
  readonly base?: Measure;
  /** Year the statement is about. */
  readonly year: number | undefined;
  /** Year it is compared with: as printed, or `last` for 上年. */
  readonly against?: number | 'last';
  /** Direction of a change or a rate, by its word; undefined when none is printed or both are. */
  readonly sign?: 1 | -1;
  /** Of outturn and budget; none = 未安排预算. */
  readonly relation?: 'less' | 'more' | 'equal' | 'none';
  readonly budget?: BudgetWord;
  /** In 元, in percent, or as counted; absent for words that state a fact without a number. */
  readonly value?: Decimal;
  /** One unit of the last printed digit, in the same unit. */
  readonly step?: Decimal;
  /** 不足0.01%: the value is a bound; 约100%: it is near. */
  readonly about?: 'under' | 'near';
  /** The number with its unit, or the words. */
  readonly span: TextSpan;
  /** From the name to behind the number: enough words to find it. */
  readonly quote: TextSpan;
  /** The word of direction or relation. */
  readonly word?: TextSpan;
  /** Index of its block, and number of its sentence within the block. */
  readonly block: number;
  readonly sentence: number;
  readonly topic: Topic;
  /** The word 占 is missing before the share. */
  readonly lacks?: '占';
}

/** Every number of the text that has a unit. Without a claim it was not understood. */
export interface Figure {
  readonly token: NumberToken;
  readonly span: TextSpan;
  readonly text: string;
  readonly block: number;
  readonly claim?: TextClaim;
}

/** A year of the text and what it is there for. */
export interface YearUse {
  /** subject = the year that is reported; against = the year of comparison; period = 截至…年12月31日; other = anything else. */
  readonly role: 'subject' | 'against' | 'period' | 'other';
  readonly year?: number;
  readonly span: TextSpan;
  readonly block: number;
  readonly topic: Topic;
}

/** 类（款、项） as a line of the text names it. */
export interface ItemUse {
  readonly parts: readonly { readonly level: '类' | '款' | '项'; readonly name: string }[];
  readonly measure: Measure;
  readonly span: TextSpan;
  readonly block: number;
  readonly topic: Topic;
}

/** An item with its place in the plain text of its block. */
export interface PlacedItem {
  readonly use: ItemUse;
  readonly start: number;
  readonly end: number;
}

export interface LinkedDocument {
  readonly document: ProofDocument;
  /** Topic of each block. */
  readonly topics: readonly Topic[];
  /** Year that the text reports. */
  readonly year: number | undefined;
  readonly figures: readonly Figure[];
  readonly claims: readonly TextClaim[];
  readonly years: readonly YearUse[];
  readonly items: readonly ItemUse[];
}
