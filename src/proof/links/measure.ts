import type { KeyFigure } from '../../supplements/schema';
import type { Key, RowOf } from '../../layouts/keys';
import type { Fund } from '../../layouts/z01_1';

/**
 * What a figure of a text states: a cell, or a formula over cells. Data only, so that a link can be kept and a document
 * rolled forward by it.
 */
export interface Measure {
  /** Key of the figure (`Z01.收入总计.决算数`); `文字.…` for a figure that no form prints. */
  readonly id: string;
  /** As a person says it. */
  readonly name: string;
  readonly unit: '元' | 'count' | '分';
  /** Keys that print it, the best first. Each is a sum of keys where it is a list. */
  readonly keys: readonly (Key | readonly Key[])[];
  /** Last year's figure as 补充信息 and CS02 name it. */
  readonly prior?: KeyFigure;
  /** Row and fund of its budget: `Z01_1.{row}.{年初预算数|全年预算数}·{fund}`, or `F03.{row}.{…}`. */
  readonly budget?: BudgetPlace;
  /** Field of 补充信息 that holds it: performance.evaluated, vehicles.kept.轿车. */
  readonly supplied?: string;
  /** 功能分类 code and fund, for a 类, 款 or 项. */
  readonly item?: { readonly code?: string; readonly fund: Exclude<Fund, '小计'>; readonly path: string };
}

/** Where the budget of a measure stands; the column is 年初预算数 or 全年预算数. */
export type BudgetPlace =
  | { readonly table: 'Z01'; readonly row: RowOf<'Z01'> }
  | { readonly table: 'F03'; readonly row: RowOf<'F03'> }
  | { readonly table: 'Z01_1'; readonly row: RowOf<'Z01_1'>; readonly fund: Exclude<Fund, '小计'> };

/** Words that name a measure, in plain text. */
export interface Naming {
  readonly measure: Measure;
  readonly words: readonly string[];
  /** Names that are parts of many other names: they count only where a clause or a list begins. */
  readonly bounded?: true;
}

export const namingOf = (measure: Measure, ...words: readonly string[]): Naming => ({ measure, words });
