import { countText } from '../../kernel/count-text';
import type { CellRef } from '../../kernel/workbook';
import type { CauseGroup, Finding, LedgerEntry, Severity, TableStatus } from '../../facts/outcome';
import type { Tally } from '../../facts/tally';
import type { Source } from '../../kernel/source';
import type { StyleName } from '../picture/picture';

/** Columns of 核对结果; the two behind the difference are narrow and hold counts of the ledger. */
export const findingsColumns = { id: 0, level: 1, title: 2, text: 3, place: 4, left: 5, right: 6, difference: 7, basis: 10 } as const;

/** Words of 核对结果, as an accountant says them. */
export const levelWord: Record<Severity, string> = { error: '强制', warning: '提示', info: '参考' };
const severityWord: Record<Severity, string> = { error: '● 不平', warning: '○ 提示', info: '◇ 参考' };
/** A difference within the printed digits is no remark: it has a word of its own. */
export const wordOf = ({ severity, kind }: Pick<Finding | CauseGroup, 'severity' | 'kind'>): string =>
  kind === 'rounding' ? '◐ 舍入差' : severityWord[severity];
export const severityStyle: Record<Severity, StyleName> = { error: 'bad', warning: 'warn', info: 'tableWrap' };
export const statusWord: Record<TableStatus['status'], string> = {
  read: '已读',
  missing: '缺表',
  unrecognised: '未识别',
  duplicate: '重复',
};

/** 已核对 1 204 处：平 1 190，舍入差 2，不平 3；未核对 11 处；已核实 1 项；另有 12 处不适用。 */
export function summaryOf({ checked, passed, rounding, unequal, causes, unchecked, aside, notApplicable }: Tally): string {
  const found = [`平 ${countText(passed)}`, ...(rounding > 0 ? [`舍入差 ${countText(rounding)}`] : [])];
  found.push(`不平 ${countText(unequal)}${causes > 0 && causes < unequal ? `（${countText(causes)} 个原因）` : ''}`);
  const beside = [
    ...(unchecked > 0 ? [`未核对 ${countText(unchecked)} 处`] : []),
    ...(aside > 0 ? [`已核实 ${countText(aside)} 项`] : []),
    ...(notApplicable > 0 ? [`另有 ${countText(notApplicable)} 处不适用`] : []),
  ];
  return `${[`已核对 ${countText(checked)} 处：${found.join('，')}`, ...beside].join('；')}。`;
}

/** 2024年度; a workbook that prints no year has none. */
export const yearWord = (year: number | undefined): string => (year === undefined ? '（未印年度）' : `${year}年度`);

/** What the summary line does not say by itself: nothing found is limited to what was checked. */
export function verdictOf({ unequal, causes, unchecked }: Tally): string {
  const open = unchecked > 0 ? `有 ${countText(unchecked)} 处因缺少数据没有核对，原因见检查台账。` : '';
  if (unequal > 0)
    return `发现 ${countText(unequal)} 处不平${causes < unequal ? `，出自 ${countText(causes)} 个原因` : ''}，须更正或说明。${open}`;
  return `在已核对的范围内未发现不平。${open}`;
}

export const sourceWord = (source: Source): string =>
  `${source.by === 'house' ? '本工具建议：' : ''}${source.doc} ${source.clause}${source.unverified ? '（待实表验证）' : ''}`.trim();

/** Z04 支出决算表(财决04表) F12 → 上年 prefix where it is needed. */
export const cellWord = (at: CellRef): string => `${at.book.role === '本年' ? '' : `${at.book.role} `}${shortSheet(at.sheet)} ${at.a1}`;

/** The number of a form is enough to find it: `Z04 支出决算表(财决04表)` → `Z04`. */
const shortSheet = (name: string): string => /^[A-Za-z]{1,2}\d{2}(?:[_-]\d)?(?=\s)/.exec(name)?.[0] ?? name;

/** Counts of a rule as the ledger prints them. */
export const ledgerCounts = (entry: LedgerEntry): readonly number[] => [
  entry.passed,
  entry.rounding,
  entry.failed,
  entry.blocked,
  entry.notApplicable,
];
