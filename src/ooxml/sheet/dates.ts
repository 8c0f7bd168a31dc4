import { PackageError } from '../fault';
import { attribute, outline } from '../xml';

/** Number formats of Excel's own that show a date or a time; 27–36 and 50–58 are those of Chinese and its neighbours. */
const own = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Does a number format show a date? Quoted, escaped and bracketed parts are not looked at. */
export const isDateFormat = (code: string): boolean => /[ymd]/i.test(code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|General/gi, ''));

/**
 * For each cell style of a styles part, whether it shows a date; an empty list where none does, or where the part cannot be
 * read: values come first.
 */
export function dateStyles(xml: string): readonly boolean[] {
  try {
    const { children } = outline(xml);
    const inside = (name: string): readonly string[] => {
      const list = children.find((child) => child.name === name);
      return list ? outline(xml, list.start).children.map(({ tag }) => tag) : [];
    };
    const codes = new Map(inside('numFmts').map((tag) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '']));
    const dates = inside('cellXfs').map((tag) => {
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      const code = codes.get(id);
      return code === undefined ? own(id) : isDateFormat(code);
    });
    return dates.includes(true) ? dates : [];
  } catch (error) {
    if (error instanceof PackageError) return [];
    throw error;
  }
}

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
