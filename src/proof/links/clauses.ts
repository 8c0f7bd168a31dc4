import type { TextClaim } from './claim';

/** Which budget the words in front of it name; undefined where they say only 预算. */
export const budgetWord = (words: string | undefined): TextClaim['budget'] =>
  words === undefined ? undefined : /年初/.test(words) ? '年初预算数' : /全年|调整/.test(words) ? '全年预算数' : undefined;

/**
 * 2022年度三公经费预算…较2021年度增加: is the sentence at a place on the budget of the year to come, beside the outturn of
 * this one? A paragraph that speaks of nothing else is on it to its end.
 */
export function plansNext(text: string, at: number, year: number): boolean {
  const from = text.lastIndexOf('。', at) + 1;
  const plans = (words: string): boolean =>
    words.includes(`${year + 1}年`) && /预算(?!财政|拨款|支出|收入)/.test(words) && !/决算|完成/.test(words);
  return plans(text.slice(from).split('。')[0]!) || plans(text);
}

/** Quoted words begin behind the punctuation that closes the clause before. */
export function clauseStart(text: string, from: number, start: number): number {
  let at = from;
  while (at < start && /[，。；：、]/.test(text[at]!)) at++;
  return at;
}
