import type { CauseGroup, CheckReport, Finding } from '../kernel/outcome';
import { putLedger, putTables } from './findings-lists';
import { cellWord, wordOf, severityStyle, sourceWord, summaryOf, verdictOf } from './findings-words';
import { Painter } from './painter';
import { ownSheets } from './picture';
import type { PictureCell, SheetPicture } from './picture';
import type { CellRef } from '../kernel/workbook';

export interface FindingsMeta {
  /** File name of the workbook. */
  readonly file: string;
  /** Printed as it is given, e.g. 2025-08-12. */
  readonly date: string;
  readonly unit: string;
  readonly year: number;
}

/** A 编号 · B 级别 · C 内容 · D 说明 · E 定位 · F–J 数 · K 依据 */
const columns: SheetPicture['columns'] = [10, 9, 27, 44, 15, 16, 16, 14, 7, 7, 22].map((width) => ({ width }));
const LAST = columns.length - 1;

/** A link to a cell of this workbook; a cell of another book is named without one. */
const linkTo = (at: CellRef): Pick<PictureCell, 'link'> =>
  at.book === '本年' || at.sheet === ownSheets.supplement ? { link: { sheet: at.sheet, a1: at.a1 } } : {};
const linkStyle = (at: CellRef): 'tableLink' | 'tableWrap' => (linkTo(at).link ? 'tableLink' : 'tableWrap');

const heading = (painter: Painter, text: string): void => {
  painter.next();
  painter.wide(text, 'heading2', 0, LAST);
  painter.raise(28);
  painter.next();
};

const money = (value: string | undefined): string => (value === undefined ? '' : grouped(value));
/** Decimal string → thousands separators; anything else stays as it is. */
const grouped = (value: string): string =>
  /^-?\d+(\.\d+)?$/.test(value) ? value.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')) : value;

function putGroup(painter: Painter, group: CauseGroup, number: number, findings: readonly Finding[]): void {
  const style = severityStyle[group.severity];
  const first = group.cells[0];
  painter.put(0, `原因${number}`, style);
  painter.put(1, wordOf(group.severity, group.id), style);
  painter.put(2, group.title, style);
  painter.put(3, group.why, style);
  painter.put(4, first ? cellWord(first) : '', first ? linkStyle(first) : style, first ? linkTo(first) : {});
  for (const column of [5, 6]) painter.put(column, undefined, style);
  painter.put(7, money(group.difference), style);
  for (const column of [8, 9, 10]) painter.put(column, undefined, style);
  painter.fit();
  painter.next();
  for (const clue of group.clues) {
    painter.line(['', '可能', '', clue.text, ''], 'tableWrap');
    painter.row -= 1;
    putCells(painter, clue.cells);
  }
  for (const finding of findings) putFinding(painter, finding);
}

/** Cells as links, four to a row, in columns E–H. */
function putCells(painter: Painter, cells: readonly CellRef[]): void {
  for (let i = 0; i < cells.length || i === 0; i += 4) {
    cells.slice(i, i + 4).forEach((at, k) => painter.put(4 + k, cellWord(at), linkStyle(at), linkTo(at)));
    painter.fit();
    painter.next();
  }
}

function putFinding(painter: Painter, finding: Finding): void {
  const [first, ...more] = finding.cells;
  painter.put(0, finding.rule, 'tableText');
  painter.put(1, wordOf(finding.severity, finding.group), 'tableText');
  painter.put(2, finding.title, 'tableWrap');
  painter.put(3, [finding.message, finding.equation ?? '', finding.hint].filter(Boolean).join('\n'), 'tableWrap');
  painter.put(4, first ? cellWord(first) : '', first ? linkStyle(first) : 'tableText', first ? linkTo(first) : {});
  painter.put(5, money(finding.left?.value), 'tableNumber');
  painter.put(6, money(finding.right?.value), 'tableNumber');
  painter.put(7, money(finding.difference), 'tableNumber');
  painter.put(8, undefined, 'tableText');
  painter.put(9, undefined, 'tableText');
  painter.put(10, sourceWord(finding.source), 'tableWrap');
  painter.fit();
  painter.next();
  if (more.length > 0) {
    painter.put(3, '涉及的其他单元格', 'tableText');
    putCells(painter, more);
  }
}

function putProblems(painter: Painter, check: CheckReport): void {
  const open = check.findings.filter(({ aside }) => !aside);
  heading(painter, '二、问题（同一原因的列在一起）');
  if (open.length === 0) {
    painter.wide('没有问题。', 'plain', 0, LAST);
    painter.next();
    return;
  }
  painter.line(['编号', '级别', '内容', '说明、算式和处理', '定位', '左边（元）', '右边（元）', '差额（元）', '', '', '依据'], 'tableHead');
  const byId = new Map(open.map((finding) => [finding.id, finding]));
  let number = 0;
  const grouped = new Set<string>();
  for (const group of check.groups) {
    const members = group.findings.map((id) => byId.get(id)).filter((finding) => finding !== undefined);
    if (members.length === 0) continue;
    members.forEach(({ id }) => grouped.add(id));
    // A cause with one finding and no clue says nothing that the finding does not.
    if (members.length === 1 && group.clues.length === 0) putFinding(painter, members[0]!);
    else putGroup(painter, group, (number += 1), members);
  }
  open.filter(({ id }) => !grouped.has(id)).forEach((finding) => putFinding(painter, finding));
}

function putAsides(painter: Painter, check: CheckReport): void {
  const asides = check.findings.filter(({ aside }) => aside);
  heading(painter, '三、已核实的事项');
  if (asides.length === 0) {
    painter.wide('没有标为已核实的事项。', 'plain', 0, LAST);
    painter.next();
    return;
  }
  painter.line(['编号', '级别', '内容', '核实的理由', '定位', '左边（元）', '右边（元）', '差额（元）', '', '', '核实时间'], 'tableHead');
  for (const finding of asides) {
    const first = finding.cells[0];
    painter.put(0, finding.rule, 'tableText');
    painter.put(1, '已核实', 'tableText');
    painter.put(2, finding.title, 'tableWrap');
    painter.put(3, finding.aside!.reason, 'tableWrap');
    painter.put(4, first ? cellWord(first) : '', first ? linkStyle(first) : 'tableText', first ? linkTo(first) : {});
    painter.put(5, money(finding.left?.value), 'tableNumber');
    painter.put(6, money(finding.right?.value), 'tableNumber');
    painter.put(7, money(finding.difference), 'tableNumber');
    painter.put(8, undefined, 'tableText');
    painter.put(9, undefined, 'tableText');
    painter.put(10, [finding.aside!.at, finding.aside!.by].filter(Boolean).join(' '), 'tableWrap');
    painter.fit();
    painter.next();
  }
}

/** 核对结果: what was read, what is wrong and why, what was set aside, and every rule with its outcome; prints as a 复核底稿. */
export function findingsSheet(check: CheckReport, meta: FindingsMeta): SheetPicture {
  const painter = new Painter(columns);
  const errors = check.findings.filter(({ severity, aside }) => severity === 'error' && !aside).length;
  painter.wide(`${meta.year}年度部门决算报表核对结果（复核底稿）`, 'title', 0, LAST);
  painter.raise(44);
  painter.next();
  painter.wide(`编制单位：${meta.unit}\u3000\u3000工作簿：${meta.file}\u3000\u3000核对日期：${meta.date}`, 'plain', 0, LAST);
  painter.next();
  painter.wide(summaryOf(check.counts), 'heading3', 0, LAST);
  painter.raise(28);
  painter.next();
  painter.wide(verdictOf(check.counts, errors), 'plain', 0, LAST);
  painter.next();

  heading(painter, '一、读取的报表');
  putTables(painter, check.tables);
  putProblems(painter, check);
  putAsides(painter, check);
  heading(painter, '四、检查台账');
  putLedger(painter, check.ledger);

  painter.next();
  painter.wide(
    '编制人：＿＿＿＿＿＿＿＿\u3000\u3000\u3000\u3000复核人：＿＿＿＿＿＿＿＿\u3000\u3000\u3000\u3000日期：＿＿＿＿年＿＿月＿＿日',
    'plain',
    0,
    LAST,
  );
  painter.raise(36);
  painter.next();
  return {
    name: ownSheets.findings,
    tabColor: errors > 0 ? 'C0392B' : '3B8C4A',
    columns,
    rowHeights: painter.rowHeights,
    cells: painter.cells,
    merges: painter.merges,
    charts: [],
    gridlines: false,
    page: {
      orientation: 'landscape',
      fitToWidth: true,
      margins: { top: 1.8, bottom: 1.6, left: 1.5, right: 1.5 },
      area: painter.area(LAST),
      footer: '第 &P 页 共 &N 页',
    },
  };
}
