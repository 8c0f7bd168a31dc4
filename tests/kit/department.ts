import type { Scalar } from '../../src/kernel/workbook';
import { layOut, type KitWorkbook } from './build';
import type { Unit } from './description';
import type { KitSheet } from './forms/grid';
import { resolve, type Line } from './ledger';

/** What a unit brings into the 汇总. */
export interface Share {
  readonly unit: Unit;
  readonly lines: readonly Line[];
}

export const shareOf = (unit: Unit): Share => ({ unit, lines: resolve(unit.now, unit.before && resolve(unit.before)) });

const bookOf = (file: string, sheets: readonly KitSheet[]): KitWorkbook => ({ role: '本年', file, sheets });

export const bookOfShare = ({ unit, lines }: Share, file = `${unit.name}.xlsx`): KitWorkbook =>
  bookOf(file, layOut(unit, unit.now, lines, undefined));

const kinds = new Set<string>(['F01', 'F02', 'F03']);

/** Forms whose rows never change: added up cell by cell as they are printed. Whole 分, so that the sum is exact. */
function added(sheets: readonly KitSheet[], unitName: string): KitSheet {
  const [first] = sheets as readonly [KitSheet, ...KitSheet[]];
  const values = first.values.map((row, r) =>
    row.map((value, c): Scalar => {
      if (typeof value === 'string' && value.startsWith('编制单位')) return `编制单位：${unitName}`;
      if (r < first.data[0] || r > first.data[1] || !first.amounts.includes(c) || typeof value === 'string') return value;
      const fen = sheets.reduce((sum, sheet) => sum + Math.round(Number(sheet.values[r]?.[c] ?? 0) * 100), 0);
      return fen === 0 ? null : fen / 100;
    }),
  );
  return { ...first, values };
}

/** The 汇总 of these shares as the reporting software lays it out. */
export function wholeOf(name: string, shares: readonly Share[], file = `${name}汇总.xlsx`): KitWorkbook {
  const [first] = shares as readonly [Share, ...Share[]];
  const unit: Unit = { ...first.unit, name, now: { ...first.unit.now, entries: [] } };
  const laid = layOut(
    unit,
    unit.now,
    shares.flatMap(({ lines }) => lines),
    undefined,
  );
  const own = shares.map((share) => bookOfShare(share));
  return bookOf(
    file,
    laid.map((sheet) =>
      kinds.has(sheet.id)
        ? added(
            own.map(({ sheets }) => sheets.find(({ id }) => id === sheet.id)!),
            name,
          )
        : sheet,
    ),
  );
}
