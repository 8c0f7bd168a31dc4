const formulaLike = /^[=+\-@']/;
/** Only figures, signs and the words of dates and times. */
const numberLike = /^(?=.*\d)[\d\s.,:/\-+%¥$()e年月日号时分秒上下午apm]+$/i;
const monthLike = /^[\d\s.,/-]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\d\s.,/-]*$/i;
const wordLike = /^(true|false|#.*)$/i;

/**
 * Would Excel take this text for a formula, a number, a date or a truth value if it were typed? Then its cell must have
 * the format of text. All other texts do without: such a cell shows no formula that a person types into it later.
 */
export function needsTextFormat(text: string): boolean {
  // Figures of full width count as figures to Excel.
  const typed = text.normalize('NFKC').trim();
  return formulaLike.test(typed) || numberLike.test(typed) || monthLike.test(typed) || wordLike.test(typed);
}
