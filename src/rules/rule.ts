import type { Severity } from '../facts/outcome';
import type { Phrase } from '../facts/phrase';
import type { Source } from '../kernel/source';
import type { CellRef } from '../kernel/workbook';
import type { ColumnHalf, ColumnName, FixedTable, Key, RowOf, TableId } from '../layouts/keys';

/**
 * The vocabulary of the rule book. A formula is data: one small tree is evaluated, printed in the message and in RULES.md,
 * listed for dependencies, and used to generate values that satisfy or break it. Every formula is linear.
 */
export type Expr =
  /** One cell. In its places `*` stands for the row or column of `each`, and `^` in the column place for its row. */
  | { readonly op: 'cell'; readonly table: TableId; readonly row: string; readonly column: string; readonly book: '本年' | '上年' }
  /** Σ of one column over rows: those one printed level below `*`, the 功能 classes, or the 经济 groups of 财决01/01-1. */
  | { readonly op: 'rows'; readonly table: TableId; readonly which: RowGroup; readonly column: string }
  /** Σ over 经济 columns of one row: all groups (小计), or the 款 of the group that is the column of `each`. */
  | { readonly op: 'columns'; readonly table: TableId; readonly which: 'groups' | 'items'; readonly row: string }
  | { readonly op: 'sum'; readonly terms: readonly Expr[] }
  | { readonly op: 'minus'; readonly left: Expr; readonly right: Expr }
  /** A whole-number multiple. */
  | { readonly op: 'times'; readonly factor: number; readonly of: Expr }
  /** A fixed amount in 元, or a count. */
  | { readonly op: 'amount'; readonly value: number; readonly unit: '元' | 'count' };

/**
 * Forms that a workbook may lack because the unit has nothing to report there: when all of these cells are zero (of two forms,
 * where one cell may be left empty by mistake), every cell of the form is. Otherwise its absence blocks the rules that need it.
 */
export const emptyWhen: Readonly<Partial<Record<TableId, readonly Key[]>>> = {
  Z05_3: ['Z04.合计.经营支出', 'Z01.经营支出.决算数'],
  Z09: fundIsUnused('政府性基金'),
  Z10: ['Z01_1.本年支出合计.决算数·政府性基金'],
  Z10_1: ['Z09.合计.本年支出·基本支出', 'Z01_1.基本支出.决算数·政府性基金'],
  Z10_2: ['Z09.合计.本年支出·项目支出', 'Z01_1.项目支出.决算数·政府性基金'],
  Z11: fundIsUnused('国有资本'),
  Z12: ['Z01_1.本年支出合计.决算数·国有资本'],
};

function fundIsUnused(fund: '政府性基金' | '国有资本'): readonly Key[] {
  const income = fund === '国有资本' ? '国有资本经营预算财政拨款' : '政府性基金预算财政拨款';
  return [`Z01_1.${income}.决算数`, `Z01_1.年初${fund}.决算数`, `Z01_1.本年支出合计.决算数·${fund}`, `Z01_1.年末${fund}.决算数·小计`];
}

export type RowGroup = 'children' | 'functional' | 'economic';

export interface Claim {
  readonly left: Expr;
  readonly is: '=' | '≤' | '≥';
  readonly right: Expr;
}

/** One id, many places: the rule holds for each row, each column, or each cell where they cross. */
export interface Each {
  readonly rows?: {
    /** The rows printed in any of these forms. */
    readonly of?: readonly TableId[];
    /** codes = 合计 and every 科目 row; all = project rows too; parents = rows that have rows below; items = 7-digit rows. */
    readonly level?: 'codes' | 'all' | 'parents' | 'items';
    /** These rows and no others. */
    readonly only?: readonly RowOf<FixedTable>[];
    /** Rows whose printed name is one of these. */
    readonly named?: readonly string[];
  };
  readonly columns?: {
    readonly of?: TableId;
    /** all = every printed value column; groups = 小计 columns of the 经济分类. */
    readonly level?: 'all' | 'groups';
    readonly only?: readonly (ColumnName | ColumnHalf)[];
  };
}

/** What a person says of the unit on 补充信息; unknown blocks the rule. */
export type Condition = '行政或参公' | '行政单位' | '事业单位' | '单位';

interface RuleBase {
  /** Permanent, never reused: table of the flagged cell, kind, two digits. */
  readonly id: string;
  readonly title: string;
  /** error = 强制, warning = 提示; a rule that no real workbook has confirmed is 提示. */
  readonly severity: Severity;
  readonly source: Source;
  /** What the accountant should do next. */
  readonly hint: string;
}

export interface Rule extends RuleBase {
  readonly each?: Each;
  readonly when?: readonly Condition[];
  /** Not applicable unless this holds, with whatever must be there for it. */
  readonly given?: Claim;
  readonly claim: Claim;
  /** Without it: exact, plus half of the last printed digit of every cell. */
  readonly tolerance?: { readonly yuan: number; readonly why: string };
  /** Not applicable where the cells of this side are left blank: the form leaves them out. */
  readonly skipBlank?: 'left' | 'right';
  /** A part is no more than its whole only while no amount of its row or column is negative: a refund of other money makes the whole smaller. */
  readonly unlessNegative?: boolean;
  /** Not applicable where the form prints no such column. */
  readonly ifPrinted?: boolean;
  /** Only weighs suspects against each other when other rules fail; never reported, never counted. */
  readonly evidence?: boolean;
  /**
   * In place of the generated sentence. Slots, of the first cell of the left side: {place} 财决04表 F12, {row}, {cell} both, {value},
   * {filled} 没有填 or 填的是 …; of the right side {other} {otherValue}; {givenValue}; {left} {right} whole sides; {each} = value ÷ otherValue.
   */
  readonly message?: string;
}

/** What became of a special rule at one place. */
export type SpecialOutcome =
  | { readonly kind: 'passed'; readonly place: string }
  | { readonly kind: 'blocked' | 'notApplicable'; readonly place: string; readonly reason: string }
  | {
      readonly kind: 'failed';
      readonly place: string;
      /** Names form, cell and row; ends with 。 */
      readonly message: Phrase;
      readonly cells: readonly CellRef[];
      /** Decimal strings in 元, where the rule compares amounts. */
      readonly left?: { readonly text: string; readonly value: string; readonly cells: readonly CellRef[] };
      readonly right?: { readonly text: string; readonly value: string; readonly cells: readonly CellRef[] };
      readonly difference?: string;
      /** The values the finding rests on; a set-aside holds while they stay the same. */
      readonly values: readonly string[];
    };

/** For the few things that a formula cannot say. `Input` is `SpecialInput` of special/input.ts. */
export interface SpecialRule<Input = unknown> extends RuleBase {
  readonly words: string;
  readonly example: string;
  /** Forms it reads; `补充信息` and `上年` where it needs these. */
  readonly reads: readonly (TableId | '补充信息' | '上年')[];
  check(input: Input): readonly SpecialOutcome[];
}

export type AnyRule = Rule | SpecialRule;

export const isFormula = (rule: AnyRule): rule is Rule => 'claim' in rule;

/** Forms a formula reads, last year's marked. */
export function tablesOf(rule: Rule): readonly { readonly table: TableId; readonly book: '本年' | '上年' }[] {
  const found = new Map<string, { table: TableId; book: '本年' | '上年' }>();
  const add = (table: TableId, book: '本年' | '上年'): void => {
    if (found.has(`${book}${table}`)) return;
    found.set(`${book}${table}`, { table, book });
    emptyWhen[table]?.forEach((key) => add(key.slice(0, key.indexOf('.')) as TableId, book));
  };
  const walk = (e: Expr): void => {
    switch (e.op) {
      case 'cell':
        return add(e.table, e.book);
      case 'rows':
      case 'columns':
        return add(e.table, '本年');
      case 'sum':
        return e.terms.forEach(walk);
      case 'minus':
        walk(e.left);
        return walk(e.right);
      case 'times':
        return walk(e.of);
      case 'amount':
        return;
    }
  };
  for (const claim of [rule.claim, ...(rule.given ? [rule.given] : [])]) {
    walk(claim.left);
    walk(claim.right);
  }
  rule.each?.rows?.of?.forEach((table) => add(table, '本年'));
  if (rule.each?.columns?.of) add(rule.each.columns.of, '本年');
  return [...found.values()];
}
