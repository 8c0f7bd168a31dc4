import { isDateFormat } from '../../kernel/days';
import { PackageError } from '../fault';
import { attribute, outline } from '../xml';

/** Number formats of Excel's own that show a date or a time; 27–36 and 50–58 are those of Chinese and its neighbours. */
const own = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

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
