/** Amounts of the kit are whole 分 (¥0.01), so every sum is exact in integer arithmetic. */
export type Fen = number;
/** 元 of a description → 分. Only for literals with at most two decimals. */
export const yuan = (amount: number): Fen => {
  const fen = Number((amount * 100).toFixed(4));
  if (!Number.isSafeInteger(fen)) throw new Error(`not a whole number of fen: ${amount}`);
  return fen;
};

/** 经济分类 款 (five digits) → amount. */
export type Spending = Readonly<Record<string, Fen>>;

export const fiscalSources = ['一般公共', '政府性基金', '国有资本'] as const;
export type FiscalSource = (typeof fiscalSources)[number];
export const otherSources = ['上级补助', '事业', '教育收费', '经营', '附属上缴', '其他'] as const;
/** Where the money of an entry comes from; 教育收费 is the 其中 of 事业收入. */
export type MoneySource = FiscalSource | (typeof otherSources)[number];
export const isFiscal = (source: MoneySource): source is FiscalSource => (fiscalSources as readonly string[]).includes(source);

export interface Project {
  readonly name: string;
  readonly spending?: Spending;
  readonly opening?: Fen;
  /** Without it: what was spent beyond the opening balance, and `leaves`. */
  readonly income?: Fen;
  /** At least this is left at the end of the year; used only where no income is given. */
  readonly leaves?: Fen;
  /** Ended: what is left is 项目支出结余, not 结转. */
  readonly finished?: boolean;
  readonly category?: string;
}

export interface BudgetSplit {
  readonly personnel?: Fen;
  readonly office?: Fen;
  readonly project?: Fen;
  readonly operating?: Fen;
  readonly toSuperior?: Fen;
  readonly toSubordinate?: Fen;
}

/** 结余分配. */
export interface Distribution {
  readonly tax?: Fen;
  readonly special?: Fen;
  readonly surplus?: Fen;
  readonly other?: Fen;
}

/** One 项 as one source of money pays it. Several entries may share a code. */
export interface Entry {
  readonly source: MoneySource;
  /** Seven digits. */
  readonly code: string;
  readonly basic?: Spending;
  readonly basicOpening?: Fen;
  readonly basicIncome?: Fen;
  readonly basicLeaves?: Fen;
  readonly projects?: readonly Project[];
  readonly operating?: { readonly spending: Spending; readonly opening?: Fen; readonly income?: Fen; readonly leaves?: Fen };
  /** Only of money that is not 财政拨款. */
  readonly toSuperior?: Fen;
  readonly toSubordinate?: Fen;
  readonly usedSurplus?: Fen;
  readonly distribution?: Distribution;
  /** Without it: everything that was available (full) and the same (initial). Missing parts follow the actual figures. */
  readonly budget?: { readonly initial?: BudgetSplit; readonly full?: BudgetSplit };
}

export const threePublicParts = ['abroad', 'purchase', 'running', 'reception'] as const;
export type ThreePublicPart = (typeof threePublicParts)[number];

/** What 附03 asks and no other form knows. Amounts of “三公” come from the economic 款 and are not given again. */
export interface Operation {
  /** Without it the budget equals the actual figure. */
  readonly budget?: Readonly<Partial<Record<ThreePublicPart, { readonly initial: Fen; readonly full: Fen }>>>;
  readonly groups?: number;
  readonly travellers?: number;
  readonly bought?: number;
  readonly kept?: number;
  readonly batches?: number;
  readonly persons?: number;
  /** 外事接待 is part of 国内接待. */
  readonly foreign?: { readonly amount: Fen; readonly batches: number; readonly persons: number };
  /** 国（境）外接待 is beside 国内接待. */
  readonly outside?: { readonly amount: Fen; readonly batches: number; readonly persons: number };
  /** Eight uses in printed order. */
  readonly vehicles?: readonly number[];
  readonly equipment?: number;
  readonly procurement?: { readonly goods?: Fen; readonly works?: Fen; readonly services?: Fen; readonly sme?: Fen; readonly micro?: Fen };
}

export interface Staff {
  readonly administrative?: number;
  readonly civilLike?: number;
  readonly institution?: number;
  readonly retired?: number;
}

export interface UnitYear {
  readonly year: number;
  /** Balances, income and expenditure may be negative: deficits and refunds. */
  readonly overdrawn?: boolean;
  readonly entries: readonly Entry[];
  readonly operation?: Operation;
  readonly staff?: Staff;
}

export interface Unit {
  readonly name: string;
  readonly kind: '行政单位' | '参公事业单位' | '事业单位';
  readonly now: UnitYear;
  /** Closing balances of this year are the opening balances of `now` unless `now` states its own. */
  readonly before?: UnitYear;
  /** CS02 主要指标变动情况表 is printed too. */
  readonly withCs02?: boolean;
}
