import { fields } from './fields';
import type { Field, SectionId } from './fields';

/** A section of 补充信息 that is a table: one line per row, columns told by their heads, so that a table can be pasted. */
export interface TableSpec {
  /** Path in the JSON: an array of objects. */
  readonly path: readonly string[];
  readonly section: SectionId;
  /** In the order of the sheet, from column B on. The first is the name of the row. */
  readonly fields: readonly Field[];
}

const spec = (section: SectionId, ...path: readonly string[]): TableSpec => ({
  path,
  section,
  fields: fields.filter((field) => field.each === 'row' && path.every((part, i) => field.path[i] === part)),
});

export const tables: readonly TableSpec[] = [
  spec('units', 'overview', 'units'),
  spec('tasks', 'selfEvaluation', 'department', 'tasks'),
  spec('projects', 'selfEvaluation', 'projects'),
  spec('indicators', 'selfEvaluation', 'indicators'),
];

export const tableOfSection = (section: string): TableSpec | undefined => tables.find((table) => table.section === section);
export const tableAt = (path: readonly string[]): TableSpec | undefined => tables.find((table) => table.path.join('.') === path.join('.'));

/** `selfEvaluation.projects.3.budget` */
export const tableCellKey = (table: TableSpec, row: number, field: Field): string =>
  [...table.path, String(row), field.path[field.path.length - 1]!].join('.');

/** The list or table that a key is a part of: `performance.projects`, `selfEvaluation.projects`. */
export function listOf(key: string): string | undefined {
  const table = tables.find((_, i) => key.startsWith(prefixes[i]!));
  if (table) return table.path.join('.');
  const base = key.replace(/\.\d+$/, '');
  return base !== key && textLists.has(base) ? base : undefined;
}
const prefixes = tables.map(({ path }) => `${path.join('.')}.`);
const textLists = new Set(fields.filter(({ type }) => type === 'texts').map(({ path }) => path.join('.')));

/** Is the key a cell of a table? */
export const isTableCell = (key: string): boolean => prefixes.some((prefix) => key.startsWith(prefix));

/** Numbers of the rows that have a value, in order. */
export function tableRows(table: TableSpec, keys: Iterable<string>): readonly number[] {
  const own = `${table.path.join('.')}.`;
  const found = new Set<number>();
  for (const key of keys) if (key.startsWith(own)) found.add(Number(key.slice(own.length).split('.')[0]));
  return [...found].sort((a, b) => a - b);
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\((?:元|万元|%|空白.*|权重)\)$/, '');
/** Other words for the heads of pasted tables. */
const alias: Readonly<Record<string, readonly string[]>> = {
  name: ['单位', '项目', '预算单位'],
  kind: ['类别', '类型', '性质'],
  independent: ['是否独立核算'],
  budget: ['全年预算数', '全年预算', '预算金额', '年度预算'],
  paid: ['全年执行数', '全年执行', '支付金额', '实际支出'],
  goal: ['总体目标', '绩效目标', '年度目标'],
  result: ['完成情况'],
  fiscal: ['财政拨款'],
  other: ['其他资金'],
  l3: ['指标名称'],
  op: ['绩效指标性质', '性质', '计算符号'],
  target: ['绩效指标值', '年度指标值', '目标值'],
  unit: ['绩效度量单位', '度量单位', '单位'],
  weight: ['分值', '权重'],
  actual: ['实际完成指标值', '完成值', '实际值'],
  reason: ['偏差原因', '未完成原因', '偏差原因分析及改进措施'],
  project: ['所属项目'],
  content: ['内容', '任务内容'],
};

/** Which field a head names: its label or another word for it. */
function fieldOfHead(table: TableSpec, head: string): Field | undefined {
  const word = plain(head);
  if (word === '') return undefined;
  return (
    table.fields.find((field) => plain(field.label) === word) ??
    table.fields.find((field) => (alias[field.path[field.path.length - 1]!] ?? []).some((other) => other === word))
  );
}

/** Columns of a row that is a head: at least two of its cells name fields, the first field among them. */
export function headColumns(table: TableSpec, cells: readonly string[]): ReadonlyMap<number, Field> | undefined {
  const columns = new Map<number, Field>();
  cells.forEach((cell, i) => {
    const field = fieldOfHead(table, cell);
    if (field && ![...columns.values()].includes(field)) columns.set(i, field);
  });
  return columns.size >= 2 && [...columns.values()].includes(table.fields[0]!) ? columns : undefined;
}

/** Money of a pasted head in 万元: its cells are ten thousand times what they print. */
export const inWan = (head: string): boolean => /万元/.test(head);
