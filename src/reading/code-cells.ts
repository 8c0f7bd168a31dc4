import type { SheetGrid } from './grid';
import { bare } from './words';

/**
 * Reads 功能分类 codes from one cell or from cells split into 类, 款, 项. A split row may leave the levels above blank,
 * so the reader remembers them from row to row.
 */
export class CodeReader {
  private above = '';

  constructor(
    private readonly grid: SheetGrid,
    private readonly columns: readonly number[],
  ) {}

  /** Code of 3, 5 or 7 digits; a longer or odd number as `odd`; undefined where no digits stand. */
  read(row: number): { readonly code: string } | { readonly odd: string } | undefined {
    const parts = this.columns.map((column) => digits(this.grid.text(row, column)));
    const filled = parts.filter((part) => part !== '');
    if (filled.length === 0) return undefined;
    const whole = filled.filter((part) => /^\d{3}$|^\d{5}$|^\d{7}$/.test(part)).sort((a, b) => b.length - a.length)[0];
    const code = whole && (filled.length === 1 || whole.length > 3) ? whole : this.join(parts);
    if (code === undefined) return { odd: filled.join(' ') };
    this.above = code;
    return { code };
  }

  /** A code that was found elsewhere in the row. */
  take(code: string): { readonly code: string } {
    this.above = code;
    return { code };
  }

  private join(parts: readonly string[]): string | undefined {
    const levels = parts.length >= 3 ? parts.slice(-3) : parts;
    const [first = '', second = '', third = ''] = levels;
    const pair = (part: string): string => part.padStart(2, '0');
    const top = first || this.above.slice(0, 3);
    if (!/^\d{3}$/.test(top)) return undefined;
    const middle = second || (third && !first ? this.above.slice(3, 5) : '');
    const code = `${top}${middle && pair(middle)}${third && pair(third)}`;
    return /^\d{3}(\d{2}){0,2}$/.test(code) && !(third && !middle) ? code : undefined;
  }
}

/** Digits of a code cell, or '' where words stand: 注：2024… is no code. */
const digits = (text: string): string => {
  const plain = bare(text).replace(/[.-]/g, '');
  return /^\d+$/.test(plain) ? plain : '';
};

const both = /^\s*([\d０-９]{7}|[\d０-９]{5}|[\d０-９]{3})\s*[-—–_:：.．、,，]?\s*([^\d\s][^]*)$/;

/** Code and name that somebody put into one cell: `2010301 行政运行`. Undefined where it could be anything else. */
export function codeWithName(text: string): { readonly code: string; readonly name: string } | undefined {
  const found = both.exec(text);
  // A count with its unit (208人) is no code.
  return found && /^[\u4e00-\u9fff“"《(（]/.test(found[2]!) && !/^[年月日人个辆元%]/.test(found[2]!)
    ? { code: found[1]!.normalize('NFKC'), name: found[2]! }
    : undefined;
}
