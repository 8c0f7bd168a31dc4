import type { ProofBlock } from '../text/document';
import { placeIn } from '../text/plain';
import type { TextClaim, ClaimKind, PlacedItem, YearUse } from './claim';
import { clauseStart } from './clauses';
import type { CountContext } from './counting';
import { classNamings } from './items';
import type { Measure, Naming } from './measure';
import * as say from './phrases';
import type { NumberToken, YearToken } from './tokens';
import type { Topic } from './topics';
import { amountNames } from './vocabulary';

interface BlockInput {
  readonly block: ProofBlock;
  readonly index: number;
  readonly topic: Topic;
  readonly year: number | undefined;
  readonly items: readonly PlacedItem[];
  readonly classNames: boolean;
  /** The 类（款、项） that stands as a line of its own above. */
  readonly subject?: Measure;
}

export interface BlockRead {
  readonly claims: readonly TextClaim[];
  readonly years: readonly YearUse[];
  /** By the start of the number in the plain text. */
  readonly byToken: ReadonlyMap<number, TextClaim>;
}

/** What has been read of a paragraph so far: its claims and years, and what the next words may go on with. */
export class Statements {
  protected readonly text: string;
  protected readonly names: readonly Naming[];
  protected readonly claims: TextClaim[] = [];
  protected readonly years: YearUse[] = [];
  protected readonly byToken = new Map<number, TextClaim>();

  protected subject: Measure | undefined;
  /** The last amount, whose share may follow. */
  protected amount: Measure | undefined;
  /** Whose budget the last number was: …的83.33% may follow. */
  protected planned: Measure | undefined;
  /** The last amount in front of the brackets that are open; behind them the sentence goes on about it. */
  protected outside: Measure | undefined;
  /** Whose budget is being split: the amounts of its parts are budgets too. */
  protected split: Measure | undefined;
  /** The last number was a difference to a budget. */
  protected besideBudget = false;
  protected counting: CountContext = {};
  /** Behind what the last number, level or relation said. */
  protected done = 0;
  /** Behind the 类（款、项） that was named last. */
  protected namedAt = -1;
  protected namedFrom = -1;
  protected sentence = 0;
  protected sentenceStart = 0;
  protected said: number | undefined;
  protected against: number | 'last' | undefined;

  constructor(protected readonly of: BlockInput) {
    this.text = of.block.plain.text;
    this.subject = of.subject;
    this.names = [...amountNames(of.topic), ...(of.classNames ? classNamings(of.topic) : [])];
  }

  /** A full stop ends what a year and a comparison hold for. */
  protected newSentences(at: number): void {
    for (let stop = this.text.indexOf('。', this.sentenceStart); stop >= 0 && stop < at; stop = this.text.indexOf('。', stop + 1)) {
      this.sentence += 1;
      this.sentenceStart = stop + 1;
      this.said = undefined;
      this.against = undefined;
      this.split = undefined;
    }
  }

  protected year(token: YearToken, role: YearUse['role']): void {
    const { block, index, topic } = this.of;
    this.years.push({
      role,
      ...(token.year !== undefined ? { year: token.year } : {}),
      span: { paragraph: block.index, ...placeIn(block.plain, token.start, token.end) },
      block: index,
      topic,
    });
  }

  /** The words of the running sentence between what was read last and a place. */
  protected gapTo(at: number): { readonly words: string; readonly from: number } {
    const from = Math.max(this.done, this.sentenceStart);
    return { words: this.text.slice(from, at), from };
  }

  protected claim(kind: ClaimKind, measure: Measure, from: number, start: number, end: number, more: Partial<TextClaim> = {}): TextClaim {
    const { block, index, topic, year } = this.of;
    const span = { paragraph: block.index, ...placeIn(block.plain, start, end) };
    const claim: TextClaim = {
      kind,
      measure,
      year: this.said ?? year,
      span,
      quote: {
        paragraph: block.index,
        ...placeIn(block.plain, from === this.namedAt && kind === 'amount' ? this.namedFrom : clauseStart(this.text, from, start), end),
      },
      block: index,
      sentence: this.sentence,
      topic,
      ...(this.against !== undefined ? { against: this.against } : {}),
      ...more,
    };
    this.claims.push(claim);
    return claim;
  }

  protected span(start: number, end: number): TextClaim['span'] {
    return { paragraph: this.of.block.index, ...placeIn(this.of.block.plain, start, end) };
  }

  protected valued(token: NumberToken, near: string | undefined, under: string | undefined): Partial<TextClaim> {
    const about = under ? ('under' as const) : near ? ('near' as const) : undefined;
    return { value: token.value, step: token.step, ...(about ? { about } : {}) };
  }

  protected signed(found: RegExpExecArray, from: number, words: string): Partial<TextClaim> {
    const word = found.groups!.word!;
    const at = from + words.length - found[0].length + (found.groups!.alternative?.length ?? 0);
    if (found.groups!.alternative) return {};
    return { sign: say.signOf(word), word: this.span(at, at + word.length) };
  }
}
