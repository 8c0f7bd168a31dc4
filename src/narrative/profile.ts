import type { ChartId } from './charts';
import type { PublicFormId } from './annexes/form-ids';
import type { Source } from '../kernel/source';
import type { BudgetColumn } from '../supplements/schema';

/** `{本年}` and `{上年}` in a phrase are replaced by the two years. */
export interface Phrases {
  /** 收、支总计 / 收入支出总计 */
  readonly total: string;
  /** Stands between 总计 and its amount: 均为, or nothing. */
  readonly totalIs: string;
  /** Stands before the change of a total: 各, or nothing. */
  readonly each: string;
  /** 与{上年}年度相比 */
  readonly comparedWith: string;
  /** 比{上年}年度 */
  readonly than: string;
  /** 较上年度 */
  readonly thanLastYear: string;
  /** Last year with its year word: {上年}年度 */
  readonly lastYear: string;
  /** 主要变动原因是 / 主要原因： */
  readonly changeReason: string;
  /** 主要原因是 */
  readonly reason: string;
  /** 截至{本年}年12月31日 */
  readonly yearEnd: string;
  /** 完成预算 / 完成年初预算的 */
  readonly completes: string;
  /** 未安排预算 / 未安排年初预算 */
  readonly noBudget: string;
}

/** A form that is published with the 说明, under the title of the province where it has one of its own. */
export interface PublishedForm {
  readonly form: PublicFormId;
  readonly title?: string;
}

/** The heading of a part; the sections behind it are numbered from 一 again. */
export interface ProfilePart {
  readonly part: string;
}

export interface ProfileSection {
  /** Name of the section module in the registry: S01, S07-shanghai. */
  readonly use: string;
  /** Without its number; the number comes from the place in the list. */
  readonly heading: string;
  /** Id in the report where one module is used twice. */
  readonly id?: string;
  /** Paragraphs of the profile's own behind those of the module; {本年}, {上年}, {单位} and {自称} are filled in. */
  readonly closing?: readonly string[];
}

/** Conventions of a province and a year. Data only: nothing of this is wired into a section. */
export interface Profile {
  readonly id: string;
  /** 四川省 2024 年度 */
  readonly name: string;
  readonly source: Source;
  readonly sections: readonly (ProfileSection | ProfilePart)[];
  readonly phrases: Phrases;
  /** What 预算 means in 完成预算. */
  readonly budget: BudgetColumn;
  /** Decimals of 万元 and of percentages; both rounded half-up, once, from 元. */
  readonly decimals: { readonly wan: number; readonly percent: number };
  /** 93.50 → 93.5 */
  readonly dropTrailingZeros: boolean;
  readonly thousandsSeparator: boolean;
  /** Items of a list without an amount: left out, or listed with 0. */
  readonly zeroItems: 'omit' | 'list';
  /** Parts that miss their printed whole by a digit: one note at the end, or the largest parts give way. */
  readonly rounding: 'note' | 'balance';
  /** 一 and 四 say what was carried in and out, where anything was. */
  readonly carryOver: boolean;
  /** 五（三） says how the budget of the beginning of the year was adjusted, where both are printed. */
  readonly adjustment: boolean;
  /** 八 and 九 list their 项. */
  readonly fundItems: boolean;
  /** 会议费 and 培训费 are stated beside 机关运行经费. */
  readonly meetings: boolean;
  /** 五（三）: one numbered line per 项, or lines under each 类 with its sub-total. */
  readonly itemStyle: 'flat' | 'grouped';
  readonly carTypes: readonly string[];
  /** 附表 in their order; all thirteen where nothing is said. */
  readonly forms?: readonly PublishedForm[];
  /** Figures that are shown; they are numbered in the order in which the sections place them. */
  readonly charts: readonly ChartId[];
  readonly glossary: {
    readonly heading: string;
    /** used = general terms that occur and one per 项; fixed = the terms of the official form, whatever occurs. */
    readonly style: 'used' | 'fixed';
    /** Ids of glossary/general.ts, in order. */
    readonly terms: readonly string[];
    readonly numbering: '1.' | '一、';
    /** Meanings in the unit's own words, by term or code of a 项; without one ours. */
    readonly meanings?: Readonly<Record<string, string>>;
  };
}

/** The sections of a profile, without the headings of its parts. */
export const sectionsIn = ({ sections }: Profile): readonly ProfileSection[] => sections.flatMap((one) => ('part' in one ? [] : [one]));
