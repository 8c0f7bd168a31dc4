import type { CellRef } from '../../kernel/workbook';
import type { CauseGroup, CheckReport, Finding } from '../../facts/outcome';
import { phraseText } from '../../facts/phrase';
import { cellWord, findingsColumns as at, severityStyle, sourceWord, wordOf } from './words';
import type { Painter } from '../picture/painter';
import { ownSheets } from '../../kernel/own-sheets';
import type { PictureCell, StyleName } from '../picture/picture';

/** A link to a cell of this workbook; a cell of another book is named without one. */
const linkTo = (ref: CellRef): Pick<PictureCell, 'link'> =>
  ref.book.role === '本年' || ref.sheet === ownSheets.supplement ? { link: { sheet: ref.sheet, a1: ref.a1 } } : {};

function putCell(painter: Painter, column: number, ref: CellRef): void {
  const link = linkTo(ref);
  painter.put(column, cellWord(ref), link.link ? 'tableLink' : 'tableWrap', link);
}

/** Ends a row of the table: whole borders, height, next row. */
function endRow(painter: Painter, style: StyleName = 'tableText'): void {
  painter.fill(style, 0, at.basis);
  painter.fit();
  painter.next();
}

/** Decimal string with thousands separators; anything else stays as it is. */
const money = (value: string | undefined): string =>
  value !== undefined && /^-?\d+(\.\d+)?$/.test(value)
    ? value.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+(?!\d))/g, ','))
    : (value ?? '');

/** Cells as links, four to a row; the first row may have other cells already. */
export function putCells(painter: Painter, cells: readonly CellRef[]): void {
  for (let i = 0; i < cells.length || i === 0; i += 4) {
    cells.slice(i, i + 4).forEach((ref, k) => putCell(painter, at.place + k, ref));
    endRow(painter);
  }
}

function putGroup(painter: Painter, group: CauseGroup, number: number, findings: readonly Finding[]): void {
  const style = severityStyle[group.severity];
  painter.put(at.id, `原因${number}`, style);
  painter.put(at.level, wordOf(group), style);
  painter.put(at.title, phraseText(group.title), style);
  painter.put(at.text, phraseText(group.why), style);
  if (group.cells[0]) putCell(painter, at.place, group.cells[0]);
  painter.put(at.difference, money(group.difference), 'tableNumber');
  endRow(painter, style);
  for (const clue of group.clues) {
    painter.put(at.level, '可能', 'tableText');
    painter.put(at.text, phraseText(clue.text), 'tableWrap');
    putCells(painter, clue.cells);
  }
  for (const finding of findings) putFinding(painter, finding);
}

/** The row of a finding, set aside or not. */
function putRow(painter: Painter, finding: Finding, level: string, text: string, basis: string): void {
  painter.put(at.id, finding.rule, 'tableText');
  painter.put(at.level, level, 'tableText');
  painter.put(at.title, finding.title, 'tableWrap');
  painter.put(at.text, text, 'tableWrap');
  if (finding.cells[0]) putCell(painter, at.place, finding.cells[0]);
  painter.put(at.left, money(finding.left?.value), 'tableNumber');
  painter.put(at.right, money(finding.right?.value), 'tableNumber');
  painter.put(at.difference, money(finding.difference), 'tableNumber');
  painter.put(at.basis, basis, 'tableWrap');
  endRow(painter);
}

function putFinding(painter: Painter, finding: Finding): void {
  const text = [phraseText(finding.message), phraseText(finding.equation ?? []), finding.hint].filter(Boolean).join('\n');
  putRow(painter, finding, wordOf(finding), text, sourceWord(finding.source));
  const more = finding.cells.slice(1);
  if (more.length === 0) return;
  painter.put(at.text, '涉及的其他单元格', 'tableText');
  putCells(painter, more);
}

/** Open findings, those of one cause together under it. */
export function putProblems(painter: Painter, check: CheckReport): void {
  const open = check.findings.filter(({ aside }) => !aside);
  if (open.length === 0) return putNothing(painter, '没有问题。');
  painter.line(['编号', '级别', '内容', '说明、算式和处理', '定位', '左边（元）', '右边（元）', '差额（元）', '', '', '依据'], 'tableHead');
  const byId = new Map(open.map((finding) => [finding.id, finding]));
  const placed = new Set<string>();
  let number = 0;
  for (const group of check.groups) {
    const members = group.findings.map((id) => byId.get(id)).filter((finding) => finding !== undefined);
    members.forEach(({ id }) => placed.add(id));
    // A cause with one finding and no clue says nothing that the finding does not.
    if (members.length === 1 && group.clues.length === 0) putFinding(painter, members[0]!);
    else if (members.length > 0) putGroup(painter, group, (number += 1), members);
  }
  open.filter(({ id }) => !placed.has(id)).forEach((finding) => putFinding(painter, finding));
}

/** Findings that a person has verified, with the reason. */
export function putAsides(painter: Painter, check: CheckReport): void {
  const asides = check.findings.filter(({ aside }) => aside);
  if (asides.length === 0) return putNothing(painter, '没有标为已核实的事项。');
  painter.line(['编号', '级别', '内容', '核实的理由', '定位', '左边（元）', '右边（元）', '差额（元）', '', '', '核实时间'], 'tableHead');
  for (const finding of asides) {
    putRow(painter, finding, '已核实', finding.aside!.reason, [finding.aside!.at, finding.aside!.by].filter(Boolean).join(' '));
  }
}

function putNothing(painter: Painter, text: string): void {
  painter.wide(text, 'plain', 0, at.basis);
  painter.next();
}
