import { countText } from '../../kernel/count-text';
import type { LedgerEntry, TableStatus } from '../../facts/outcome';
import { formName } from '../../layouts/keys';
import { ledgerCounts, levelWord, sourceWord, statusWord } from './words';
import type { Painter } from '../picture/painter';

/** The table of forms: read, missing, not recognised. */
export function putTables(painter: Painter, tables: readonly TableStatus[]): void {
  painter.line(['表号', '状态', '表名', '说明', '工作表', '', '金额单位', '年度', '行数', '', '工作簿'], 'tableHead');
  painter.merges.push({ row: painter.row - 1, column: 4, rows: 1, columns: 2 });
  // What last year's workbook lacks is one line: only this year's forms are checked one by one.
  const lacking = tables.filter(({ role, status }) => role === '上年' && status === 'missing');
  for (const table of tables.filter((each) => !lacking.includes(each))) {
    const read = table.status === 'read';
    painter.put(0, table.id, 'tableText');
    painter.put(1, statusWord[table.status], read ? 'tableText' : 'warn');
    painter.put(2, table.title, 'tableWrap');
    painter.put(3, table.note ?? '', 'tableWrap');
    const linked = table.sheet !== undefined && table.role === '本年';
    painter.put(4, table.sheet ?? '', linked ? 'tableLink' : 'tableWrap', linked ? { link: { sheet: table.sheet!, a1: 'A1' } } : {});
    painter.put(5, undefined, 'tableText');
    painter.merges.push({ row: painter.row, column: 4, rows: 1, columns: 2 });
    painter.put(6, table.unit ?? '', 'tableText');
    painter.put(7, table.year === undefined ? '' : `${table.year}年度`, 'tableText');
    painter.put(8, table.rows, 'tableCount');
    painter.put(9, undefined, 'tableText');
    painter.put(10, table.role, 'tableText');
    painter.fit();
    painter.next();
  }
  if (lacking.length === 0) return;
  painter.put(1, statusWord.missing, 'tableText');
  painter.put(3, `上年工作簿没有：${lacking.map(({ id }) => formName(id)).join('、')}`, 'tableWrap');
  painter.put(10, '上年', 'tableText');
  painter.fill('tableText', 0, 10);
  painter.fit();
  painter.next();
}

const reasonsOf = ({ whyBlocked, whyNotApplicable, empty }: LedgerEntry): readonly string[] => [
  ...whyBlocked.map(({ reason }) => reason),
  ...whyNotApplicable.map(({ reason }) => `不适用：${reason}`),
  ...(empty > 0 ? [`${countText(empty)} 处各格均为空白，无数可核`] : []),
];

/** 检查台账: what became of every rule over all its places. Nothing counts as passed because it never ran. */
export function putLedger(painter: Painter, ledger: readonly LedgerEntry[]): void {
  painter.line(['编号', '级别', '内容', '公式', '未核对、不适用的原因', '平', '舍入差', '不平', '未核对', '不适用', '依据'], 'tableHead');
  for (const entry of ledger) {
    painter.put(0, entry.rule, 'tableText');
    painter.put(1, levelWord[entry.severity], 'tableText');
    painter.put(2, entry.title, 'tableWrap');
    painter.put(3, entry.formula, 'tableWrap');
    painter.put(4, reasonsOf(entry).join('\n'), 'tableWrap');
    ledgerCounts(entry).forEach((count, i) => painter.put(5 + i, count, i === 2 && count > 0 ? 'bad' : 'tableCount'));
    painter.put(10, sourceWord(entry.source), 'tableWrap');
    painter.fit();
    painter.next();
  }
}
