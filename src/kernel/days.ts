/** Does a number format show a date? Quoted, escaped and bracketed parts are not looked at. */
export const isDateFormat = (code: string): boolean => /[ymd]/i.test(code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|General/gi, ''));

const DAY = 86_400_000;
/** The last of the year 9999, where Excel's days end. */
const LAST_DAY = 2_958_465;

/**
 * 2024-01-01 for the number of a day as Excel keeps it, counted from 1900 or 1904; undefined for what is no day: a date
 * format on an amount beyond shows ####, and the amount is what is meant.
 */
export function dayText(serial: number, from1904: boolean): string | undefined {
  const day = Math.floor(serial) + (from1904 ? 1462 : 0);
  // 1900 was no leap year, but Excel has its 29 February: before it all days are one off.
  if (!(serial >= 1) || day > LAST_DAY) return undefined;
  return new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY).toISOString().slice(0, 10);
}
