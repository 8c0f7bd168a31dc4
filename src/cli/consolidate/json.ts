import type { LeftOut } from '../../consolidate/arrange';
import type { WholeCause, Consolidation, Elimination } from '../../consolidate/model';
import { decimalString } from '../../facts/money';
import { phraseText } from '../../facts/phrase';
import type { Traced } from '../../facts/traced';
import type { CellRef } from '../../kernel/workbook';
import { cellJson, type CellJson } from '../check/json';

/** A cell of a unit's workbook carries the unit: the others are cells of the 汇总. */
interface PlacedJson extends CellJson {
  readonly unit?: string;
}

interface CauseJson {
  readonly rule: string;
  readonly severity: 'error';
  readonly message: string;
  readonly hint: string;
  readonly likely: string;
  /** The unit that it is about, its file, or the units of which one is meant. */
  readonly unit?: string;
  readonly file?: string;
  readonly candidates?: readonly string[];
  readonly cells: readonly PlacedJson[];
  /** Of the first cell: 汇总 − units, in 元, or a count; '' where the cell holds no number. */
  readonly difference: string;
  readonly places: readonly {
    readonly cell: PlacedJson;
    readonly label: string;
    readonly whole: string;
    readonly units: string;
    readonly difference: string;
  }[];
}

/** `consolidate --format json`, version 1. Fields may be added, never renamed or removed. */
export interface ConsolidateJson {
  readonly version: 1;
  readonly whole: string;
  readonly units: readonly { readonly file: string; readonly unit: string; readonly year: number | null }[];
  readonly findings: readonly CauseJson[];
  readonly eliminations: readonly {
    readonly name: string;
    readonly state: Elimination['state'];
    readonly message: string;
    readonly amount: string;
    readonly cells: readonly PlacedJson[];
  }[];
  readonly counts: Consolidation['counts'];
  readonly refused: readonly { readonly file: string; readonly message: string }[];
}

const amountOf = ({ value, unit }: Traced): string => (unit === '元' ? decimalString(value) : value.toString());

export function consolidateJson({ whole, units, causes, eliminations, counts }: Consolidation, left: readonly LeftOut[]): ConsolidateJson {
  const placed = (at: CellRef): PlacedJson => (at.book === whole.cells.facts.book ? cellJson(at) : { ...cellJson(at), unit: at.book.unit });
  const causeJson = ({ rule, message, hint, likely, unit, file, candidates, cells, difference, places }: WholeCause): CauseJson => ({
    rule,
    severity: 'error',
    message: phraseText(message),
    hint,
    likely,
    ...(unit === undefined ? {} : { unit, file: file! }),
    ...(candidates === undefined ? {} : { candidates }),
    cells: cells.map(placed),
    difference: difference === undefined ? '' : amountOf(difference),
    places: places.map((one) => ({
      cell: placed(one.at),
      label: one.label,
      whole: amountOf(one.whole),
      units: amountOf(one.units),
      difference: amountOf(one.difference),
    })),
  });
  return {
    version: 1,
    whole: whole.file,
    units: units.flatMap(({ books }) => books.map(({ file, unit, year }) => ({ file, unit, year: year ?? null }))),
    findings: causes.map(causeJson),
    eliminations: eliminations.map(({ name, state, message, amount, cells }) => ({
      name,
      state,
      message: phraseText(message),
      amount: decimalString(amount),
      cells: cells.map(placed),
    })),
    counts,
    refused: left.map(({ file, why }) => ({ file, message: why })),
  };
}
