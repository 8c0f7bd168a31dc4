import type { TextClaim } from './claim';

/** Which budget the words in front of it name; undefined where they say only 预算. */
export const budgetWord = (words: string | undefined): TextClaim['budget'] =>
  words === undefined ? undefined : /年初/.test(words) ? '年初预算数' : /全年|调整/.test(words) ? '全年预算数' : undefined;

/** Quoted words begin behind the punctuation that closes the clause before. */
export function clauseStart(text: string, from: number, start: number): number {
  let at = from;
  while (at < start && /[，。；：、]/.test(text[at]!)) at++;
  return at;
}
