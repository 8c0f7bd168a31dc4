import type { KeyFigure } from '../../supplements/schema';
import type { Fund } from '../../layouts/keys';

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
  readonly keys: readonly (string | readonly string[])[];
  /** Last year's figure as 补充信息 and CS02 name it. */
  readonly prior?: KeyFigure;
  /** Row and fund of its budget: `Z01_1.{row}.{年初预算数|全年预算数}·{fund}`, or `F03.{row}.{…}`. */
  readonly budget?: { readonly table: 'Z01_1' | 'F03' | 'Z01'; readonly row: string; readonly fund?: Exclude<Fund, '小计'> };
  /** Field of 补充信息 that holds it: performance.evaluated, vehicles.kept.轿车. */
  readonly supplied?: string;
  /** 功能分类 code and fund, for a 类, 款 or 项. */
  readonly item?: { readonly code?: string; readonly fund: Exclude<Fund, '小计'>; readonly path: string };
}

/** Words that name a measure, in plain text. */
export interface Naming {
  readonly measure: Measure;
  readonly words: readonly string[];
}
