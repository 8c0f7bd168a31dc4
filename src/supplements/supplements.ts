import type { CellRef } from '../kernel/workbook';
import type { Fact } from '../facts/traced';
import type { DocumentKind, KeyFigure, ReasonKey, UnitKind } from './schema';

/** A text a person wrote, with the field it fills and the cell (or JSON key) it stands in. */
export interface Supplied {
  readonly key: string;
  readonly text: string;
  readonly at: CellRef;
}

/** One value a person supplied, with the place it stands in. Amounts and counts are exact numbers (元, or a plain count). */
export interface Entry {
  readonly value: string | boolean | Fact['value'];
  readonly at: CellRef;
}
/** By key: `itemBudgets.2010302`. */
export type Entries = ReadonlyMap<string, Entry>;

/** The supplements as the narrative and the checks use them: numbers traced, texts with their place. */
export interface Supplements {
  /** Everything supplied, by key, in the order given. The members below are views of it. */
  readonly entries: Entries;
  /** Any text that is supplied, by its key. Throws for a key that no field has: a slip of ours, not of a person. */
  text(key: string): Supplied | undefined;
  /** Any amount (元) or count that is supplied, by its key. */
  number(key: string): Fact | undefined;
  readonly unitShortName?: Supplied;
  readonly unitKind?: UnitKind;
  readonly documentKind?: DocumentKind;
  /** A person says that the unit was founded this year. */
  readonly newUnit: boolean;
  reason(key: ReasonKey): Supplied | undefined;
  itemReason(code: string): Supplied | undefined;
  prior(figure: KeyFigure): Fact | undefined;
  itemBudget(code: string): Fact | undefined;
  readonly itemBudgetCodes: readonly string[];
  readonly confirmFullBudget: boolean;
  readonly receptionContent?: Supplied;
  readonly receptionForeign?: Supplied;
  readonly abroadContent?: Supplied;
  readonly vehicleUse?: Supplied;
  readonly vehiclesBought: readonly { readonly type: string; readonly count: Fact; readonly amount: Fact }[];
  readonly vehiclesKept: readonly { readonly type: string; readonly count: Fact }[];
  readonly procurementUse?: Supplied;
  readonly performance?: {
    readonly projects: readonly Supplied[];
    readonly evaluated?: Fact;
    readonly targets?: Fact;
    readonly monitored?: Fact;
    readonly selfEvaluated?: Fact;
    readonly score?: Supplied;
    /** Score and 综述 of single projects, in the order given. */
    readonly results: readonly { readonly name: string; readonly score?: Supplied; readonly summary?: Supplied }[];
  };
  /** Reason of the gap of a 类. */
  classReason(code: string): Supplied | undefined;
  /** What stands behind 指 in the 名词解释 of a 项, for codes without a ready definition. */
  definition(code: string): Supplied | undefined;
}
