/**
 * What a person supplies. The JSON of `--supplement` and the sheet 补充信息 have this one shape; every amount is a
 * decimal string in 元, every field may be left out. An unknown key, a wrong type or an amount that is no number is
 * an error that names the key.
 */
export interface SupplementData {
  readonly unitShortName?: string;
  /** 我局, 我办: what the unit calls itself. */
  readonly unitSelf?: string;
  readonly unitKind?: UnitKind;
  readonly documentKind?: DocumentKind;
  /** Founded this year: there is no last year to compare with. */
  readonly newUnit?: boolean;
  readonly income?: { readonly other?: string };
  readonly reasons?: Readonly<Record<string, string>> & {
    readonly items?: Readonly<Record<string, string>>;
    /** By 3-digit 类. */
    readonly classes?: Readonly<Record<string, string>>;
  };
  /** Why the budget of the beginning of the year was adjusted. */
  readonly adjustment?: string;
  readonly priorYear?: Readonly<Partial<Record<KeyFigure, string>>>;
  readonly itemBudgets?: Readonly<Record<string, string>>;
  readonly confirmFullBudget?: boolean;
  /** 主要用于 of a 项, by code. */
  readonly itemUses?: Readonly<Record<string, string>>;
  readonly reception?: { readonly use?: string; readonly content?: string; readonly foreign?: string };
  readonly abroad?: { readonly content?: string };
  readonly vehicles?: {
    readonly bought?: Readonly<Record<string, { readonly count: number; readonly amount: string }>>;
    readonly kept?: Readonly<Record<string, number>>;
    readonly use?: string;
    readonly boughtUse?: string;
    readonly otherUse?: string;
  };
  readonly procurement?: {
    readonly use?: string;
    readonly reserved?: Readonly<Partial<Record<'中小企业' | '小微企业', string>>>;
    readonly awarded?: Readonly<Partial<Record<'中小企业' | '小微企业' | '其他项目', string>>>;
  };
  readonly performance?: {
    readonly projects?: readonly string[];
    readonly evaluated?: number;
    readonly targets?: number;
    readonly monitored?: number;
    readonly selfEvaluated?: number;
    /** Of the projects; the score of the whole department stands under `department`. */
    readonly score?: string;
    readonly budgets?: Readonly<Partial<Record<'targets' | 'monitored' | 'selfEvaluated', string>>>;
    readonly grades?: Readonly<Partial<Record<'优' | '良' | '合格' | '不合格', number>>>;
    readonly problems?: Readonly<Partial<Record<'found' | 'fixed' | 'fixing', number>>>;
    readonly rules?: string;
    readonly mechanism?: string;
    readonly department?: { readonly report?: string; readonly score?: string; readonly summary?: string };
    readonly attachment?: string;
    /** By the name of the project. */
    readonly results?: Readonly<Record<string, { readonly score?: string; readonly summary?: string }>>;
  };
  readonly notes?: { readonly other?: string };
  /** Choices that go before those of the profile, in the words of the sheet. */
  readonly settings?: Readonly<Record<string, string>>;
  /** 名词解释 of 项 without a ready one, by code. */
  readonly glossary?: Readonly<Record<string, string>>;
}

/** 四川 speaks of 全年预算数, 上海 of 年初预算数. */
export type BudgetColumn = '年初预算数' | '全年预算数';

export const unitKinds = ['行政单位', '参公事业单位', '事业单位'] as const;
export type UnitKind = (typeof unitKinds)[number];
export const documentKinds = ['部门', '单位'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Last year's figures that the text compares with, each with the cell it is read from in either year's workbook. */
export const keyFigures = {
  收支总计: 'Z01.收入总计.决算数',
  财政拨款收支总计: 'Z01_1.收入总计.决算数',
  一般公共预算支出: 'Z01_1.本年支出合计.决算数·一般公共',
  '三公.合计': 'F03.三公经费支出合计.统计数',
  '三公.出国': 'F03.因公出国（境）费.统计数',
  '三公.用车': 'F03.公务用车购置及运行维护费.统计数',
  '三公.接待': 'F03.公务接待费.统计数',
  政府性基金支出: 'Z01_1.本年支出合计.决算数·政府性基金',
  国有资本经营支出: 'Z01_1.本年支出合计.决算数·国有资本',
  机关运行经费: 'F03.机关运行经费.统计数',
} as const;
export type KeyFigure = keyof typeof keyFigures;

/** Sections whose change or budget gap may need a reason, in the order they are asked. */
export const reasonKeys = [
  'S01',
  'S04',
  'S05',
  'S05.budget',
  'S07',
  'S07.change',
  'S07.abroad',
  'S07.abroad.budget',
  'S07.vehicles',
  'S07.vehicles.budget',
  'S07.reception',
  'S07.reception.budget',
  'S08',
  'S09',
  'S10.agency',
] as const;
export type ReasonKey = (typeof reasonKeys)[number];
