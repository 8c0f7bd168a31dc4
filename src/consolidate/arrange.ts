import { plainText } from '../kernel/plain';
import type { UnitBook, UnitVersions } from './model';

/** A workbook that was read, and what tells equal files: the same for equal content. */
export interface GivenBook {
  readonly book: UnitBook;
  readonly content: string;
  /** A 汇总 that this tool has made: a unit only where it is of another name than the 汇总 at hand. */
  readonly built?: boolean;
}

/** A file that takes no part, and why: a sentence for the accountant. */
export interface LeftOut {
  readonly file: string;
  readonly why: string;
}

/**
 * Which workbooks are the units of this 汇总 (or of one to be made, of this name): those of its year, each content once, and not the 汇总 itself. Several that
 * differ of one unit stay together; which of them went in is what the figures will tell.
 */
export function arrangeUnits(
  whole: GivenBook | undefined,
  given: readonly GivenBook[],
  { name = whole?.book.unit ?? '', keepTwin = false }: { readonly name?: string; readonly keepTwin?: boolean } = {},
): { readonly units: readonly UnitVersions[]; readonly left: readonly LeftOut[] } {
  const left: LeftOut[] = [];
  const seen = new Map<string, string>();
  const units = new Map<string, UnitBook[]>();
  const year = whole?.book.year ?? commonYear(given);
  for (const { book, content, built } of given) {
    const { file } = book;
    const twin = seen.get(content);
    if (content === whole?.content && !keepTwin) left.push({ file, why: '就是汇总表本身，不作为单位。' });
    else if (built && plainText(book.unit) === plainText(name)) left.push({ file, why: '是本工具生成的汇总表，不是单位的报表。' });
    else if (twin !== undefined) left.push({ file, why: `与 ${twin} 完全相同，只用后者。` });
    else if (book.year === undefined) left.push({ file, why: '没有读到年度，没有采用。请检查报表表头的年度。' });
    else if (year !== undefined && book.year !== year) left.push({ file, why: `是${book.year}年度的，汇总表是${year}年度的。` });
    else if (plainText(book.unit) === '') left.push({ file, why: '没有读到编制单位，没有采用。请检查报表表头的编制单位。' });
    else units.set(plainText(book.unit), [...(units.get(plainText(book.unit)) ?? []), book]);
    if (twin === undefined) seen.set(content, file);
  }
  return {
    units: [...units.values()].map((books) => ({ unit: books[0]!.unit, books: books as [UnitBook, ...UnitBook[]] })),
    left,
  };
}

function commonYear(given: readonly GivenBook[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { book } of given) if (book.year !== undefined) counts.set(book.year, (counts.get(book.year) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0];
}
