import type { YearUse } from '../../proof/links/claim';
import { plansNext } from '../../proof/links/clauses';
import type { Topic } from '../../proof/links/topics';
import { edit } from './edits';
import { spanText, type RollLine, type RollContext } from './line';

const prose: readonly Topic[] = ['about', 'annex', 'annex.money', 'annex.conclusion', 'other'];
const isProse = (line: RollLine): boolean => line.block.kind !== 'heading' && prose.includes(line.topic);

/** The year that is reported and the one it is compared with move on by one; years in prose and titles of documents stay. */
export function rollYears(line: RollLine, context: RollContext): void {
  if (isProse(line)) return;
  for (const use of line.years) {
    // A sentence on the budget of the year to come is of figures that no form has: it stays as a whole.
    if (line.topic.startsWith('official') && plansNext(line.block.text, use.span.start, context.from)) continue;
    rollYear(line, context, use);
  }
}

/** A line of the 目录 is not read for claims, yet repeats titles with their year. */
export function rollContents({ block, edits, open, figures }: RollLine, { from, to }: RollContext): void {
  for (const { index, 0: digits } of block.text.matchAll(/(?:\d{4}|[０-９]{4})(?=年)/g)) {
    if (Number(digits.normalize('NFKC')) === from)
      edits.add(edit(index, index + 4, /[０-９]/.test(digits) ? wide(String(to)) : String(to)));
  }
  const why = '这里重复了正文的句子，数没有改；请更新目录，或照正文改。';
  for (const { figure } of figures) open.push({ start: figure.span.start, end: figure.span.end, kind: 'figure', why });
}

function rollYear(line: RollLine, { from, to }: RollContext, { year, span }: YearUse): void {
  if (year === undefined || (year !== from && year !== from - 1)) return;
  const text = spanText(line, span);
  const printed = /\d{4}|[０-９]{4}/.exec(text);
  if (!printed) return;
  const next = String(year + (to - from));
  const start = span.start + printed.index;
  line.edits.add(edit(start, start + 4, /[０-９]/.test(printed[0]) ? wide(next) : next));
}

const wide = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
