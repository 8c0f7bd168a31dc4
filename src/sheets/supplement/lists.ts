import { codeRow } from '../../layouts/keys';
import { a1 } from '../../kernel/address';
import { SLICE_ROWS, type Slices } from '../../kernel/slices';
import type { Scalar } from '../../kernel/workbook';
import { fromCellNumber } from '../../facts/money';
import { isKnown, amountFrom } from '../../narrative/input';
import { accepts, keyFor, vehicleTypes, wildcardOf } from '../../supplements/fields';
import { asideColumns, encodeFingerprint, grid, lists, marker } from '../../supplements/sheet-grid';
import type { ListColumn, ListId } from '../../supplements/sheet-grid';
import type { SupplementContent } from './content';
import type { SupplementPainter } from './painter';
import { itemGap, lastYearWrote } from './words';

/** Blank rows for codes that the workbook does not show. */
const SPARE: Record<ListId, number> = { budgets: 3, items: 2, classes: 2, uses: 2, vehicles: 1, results: 3, glossary: 2 };

const heads: Record<ListId, readonly string[]> = {
  budgets: ['科目编码', '全年预算数（元）', '决算数（元）', '', '科目名称'],
  items: ['科目编码', '决算数与预算数差异的主要原因', '', '', '科目名称和差异'],
  classes: ['类级编码', '决算数与预算数差异的主要原因', '', '', '名称和差异'],
  uses: ['科目编码', '主要用途（接在“主要用于”之后）', '', '', '科目名称'],
  results: ['项目名称', '得分', '自评综述', '', '说明'],
  vehicles: ['车型', '购置数量（辆）', '购置金额（元）', '年末保有量（辆）', '说明'],
  glossary: ['科目编码', '名词解释（写“指”之后的内容）', '', '', '科目名称'],
};

const columnsOf = (id: ListId): readonly ListColumn[] => lists[id].columns;

interface Item {
  readonly code: string;
  readonly name: string;
  readonly spent?: number;
}

const knownItems = new WeakMap<SupplementContent['years'], readonly Item[]>();

/** The 项 of 财决07 that have expenditure, in printed order; looked up once for all lists. */
function itemsOf(content: SupplementContent): readonly Item[] {
  let items = knownItems.get(content.years);
  if (!items) knownItems.set(content.years, (items = readItems(content)));
  return items;
}

function readItems(content: SupplementContent): readonly Item[] {
  const table = content.years.now.tables.get('Z07');
  return (table?.rows ?? []).flatMap(({ key, name }): readonly Item[] => {
    if (!/^\d{7}$/.test(key)) return [];
    const spent = amountFrom(content.years.now, `Z07.${codeRow(key)}.本年支出·合计`);
    return isKnown(spent) && spent.value.isZero() ? [] : [{ code: key, name, spent: isKnown(spent) ? spent.value.toNumber() : undefined }];
  });
}

/** What the rows of a list are named by: what the workbook shows, what the text waits for, what is supplied already. */
function namesOf(id: ListId, content: SupplementContent, items: readonly Item[]): readonly string[] {
  const keys = [...content.document.missing.map(({ key }) => key), ...content.supplements.entries.keys(), ...content.kept.values.keys()];
  const named = new Set(
    keys.flatMap((key) => columnsOf(id).map(({ field }) => wildcardOf(field, key))).filter((name) => name !== undefined),
  );
  if (id === 'vehicles') return [...new Set([...content.profile.carTypes, ...vehicleTypes.filter((type) => named.has(type))])];
  if (id === 'results') return [...new Set([...projectsNamed(content), ...named])];
  const shown = id === 'budgets' ? items.map(({ code }) => code) : items.map(({ code }) => code).filter((code) => named.has(code));
  return [...new Set([...shown, ...[...named].sort()])];
}

/** Projects named for the evaluation: a score and a 综述 may be given for each. */
const projectsNamed = ({ supplements }: SupplementContent): readonly string[] =>
  (supplements.performance?.projects ?? []).map(({ text }) => text.trim()).filter((name) => accepts('project', name));

/** Name of a 项 in any form of this year. */
function itemName(code: string, content: SupplementContent): string {
  for (const table of content.years.now.tables.values()) {
    const name = table.row(code)?.name;
    if (name) return name;
  }
  return '';
}

/** The cells to fill of one list row. */
function putValues(painter: SupplementPainter, content: SupplementContent, id: ListId, name: string | undefined): boolean {
  let bad = false;
  const columns = columnsOf(id);
  for (const { column, field } of columns) {
    const key = name === undefined ? undefined : keyFor(field, name);
    const entry = key === undefined ? undefined : content.supplements.entries.get(key);
    const raw = key === undefined || entry ? undefined : content.kept.values.get(key);
    bad = bad || raw !== undefined;
    const wide = field.type === 'text' && column === columns[columns.length - 1]!.column;
    painter.input(column, entry ? painter.shown(entry.value) : raw, field, wide ? grid.third : column);
  }
  return bad;
}

/** A list: its column names, one row per name, rows kept as they are, spare rows, and for budgets the sum. */
export function* putList(painter: SupplementPainter, content: SupplementContent, id: ListId): Slices<void> {
  const items = itemsOf(content);
  const byCode = new Map(items.map((item) => [item.code, item] as const));
  painter.head([...heads[id].map((head) => head.replace('全年预算数', content.profile.budget)), '状态']);
  const last = columnsOf(id)[columnsOf(id).length - 1]!;
  if (last.field.type === 'text') painter.merge(last.column, grid.third);
  painter.end();
  const first = painter.row;
  yield;
  for (const [i, name] of namesOf(id, content, items).entries()) {
    if (i % SLICE_ROWS === 0) yield;
    const columns = columnsOf(id);
    const own = columns.map(({ field }) => keyFor(field, name));
    painter.key(own[0]!);
    painter.text(grid.label, name, 'label');
    const bad = putValues(painter, content, id, name);
    const item = byCode.get(name);
    if (id === 'budgets') {
      painter.value(grid.second, item?.spent, 'reference');
      painter.value(grid.third, undefined, 'label');
    }
    painter.text(grid.hint, id === 'vehicles' || id === 'results' ? '' : hintOf(id, name, content), 'hint');
    const waiting = columns.filter((_, i) => content.needs(own[i]!)).map(({ column }) => column);
    const live = waiting.length > 0 || (id !== 'vehicles' && id !== 'results' && own.some((key) => content.supplements.entries.has(key)));
    painter.status(bad ? 'bad' : live ? 'live' : 'none', waiting.length > 0 ? waiting : [grid.value]);
    painter.end(content.kept.beside.get(own[0]!));
  }
  for (const cells of content.kept.rows.get(id) ?? []) putKeptRow(painter, id, cells);
  for (let i = 0; i < SPARE[id]; i += 1) putSpare(painter, content, id);
  yield;
  if (id === 'budgets') putSum(painter, content, first, painter.row - 1);
}

/** Name of the 项, the gap its reason explains, and last year's words. */
function hintOf(id: ListId, code: string, content: SupplementContent): string {
  const { years, supplements, profile, last } = content;
  const gap = id === 'items' || id === 'classes' ? itemGap(code, { years, supplements }, profile, id) : '';
  const own = columnsOf(id).map(({ field }) => keyFor(field, code));
  const offered = own.some((key) => supplements.entries.has(key)) ? '' : own.map((key) => lastYearWrote(key, last)).join('');
  const remark = own.map((key) => content.remark(key)).join('');
  return [[itemName(code, content), gap].filter(Boolean).join('：'), remark, offered].filter(Boolean).join('；');
}

function putSpare(painter: SupplementPainter, content: SupplementContent, id: ListId): void {
  painter.key(marker.row);
  painter.newName(lists[id].each);
  putValues(painter, content, id, undefined);
  if (id === 'budgets') {
    painter.value(grid.second, undefined, 'label');
    painter.value(grid.third, undefined, 'label');
  }
  painter.text(grid.hint, '', 'hint');
  painter.status('none');
  painter.end();
}

/** A row without a usable code, as it stands, to be put right by the person. */
function putKeptRow(painter: SupplementPainter, id: ListId, cells: readonly Scalar[]): void {
  painter.key(marker.row);
  for (let column: number = grid.label; column < grid.hint; column += 1) {
    const own = columnsOf(id).find((c) => c.column === column);
    painter.value(column, cells[column - grid.label], own?.field.type === 'amount' ? 'inputNumber' : 'input');
  }
  painter.value(grid.hint, '这一行没有采用，请改正科目编码、车型或重复的行', 'hint');
  painter.status('bad');
  painter.end();
}

function putSum(painter: SupplementPainter, content: SupplementContent, first: number, last: number): void {
  const numbers = (column: number): readonly number[] =>
    painter.cells.flatMap((c) => (c.row >= first && c.row <= last && c.column === column && typeof c.value === 'number' ? [c.value] : []));
  const sumOf = (column: number): number =>
    numbers(column)
      .reduce((sum, n) => sum.plus(fromCellNumber(n)), fromCellNumber(0))
      .toNumber();
  painter.key(marker.sum);
  painter.text(grid.label, '合计', 'label');
  for (const column of [grid.value, grid.second]) {
    painter.formula(column, sumOf(column), `=SUM(${a1(first, column)}:${a1(last, column)})`, 'reference');
  }
  painter.value(grid.third, undefined, 'label');
  const hint = `${content.profile.budget}按类汇总应等于财决01-1表；可把预算批复中的编码和金额两列直接粘贴到空白行`;
  painter.text(grid.hint, hint, 'hint');
  painter.status('none');
  painter.end();
}

/** Findings set aside. The text of a reason may be changed here; the other cells belong to the tool. */
export function putKeptAsides(painter: SupplementPainter, content: SupplementContent, number: string): void {
  if (content.asides.length === 0) return;
  painter.section(marker.asides, `${number}已核实的问题`, content.kept.beside.get(`${marker.section}${marker.asides}`));
  painter.head(['问题编号', '核实的理由', '', '核实时间', '识别信息（勿改）', '规则']);
  painter.merge(grid.value, grid.second);
  painter.end();
  for (const aside of content.asides) {
    painter.key(marker.aside);
    painter.text(asideColumns.id, aside.id, 'label');
    painter.input(asideColumns.reason, aside.reason, { type: 'text' }, grid.second);
    painter.text(asideColumns.at, aside.at, 'label');
    painter.text(asideColumns.fingerprint, encodeFingerprint(aside.fingerprint), 'muted');
    painter.text(asideColumns.rule, aside.rule, 'label');
    painter.end();
  }
}

/** Rows that are not ours, as they stand, at the end. */
export function putOthers(painter: SupplementPainter, content: SupplementContent): void {
  if (content.kept.others.length === 0) return;
  painter.section(marker.others, '其他内容（不是本工具的行，原样保留）', content.kept.beside.get(`${marker.section}${marker.others}`));
  for (const cells of content.kept.others) {
    cells.forEach((value, i) => {
      if (value === null) return;
      painter.value(grid.label + i, value, 'plain');
    });
    painter.end();
  }
}
