import type { Fen, FiscalSource, Spending } from '../description';
import type { Line } from '../ledger';
import { matrixColumns } from '../words/economic';
import { columnForm, type DataRow, type Item, type Path } from './columns';
import type { KitSheet, Money } from './grid';
import type { Heading } from './heading';
import type { MatrixTable } from '../../../src/layouts/keys';

const columnOf = new Map(matrixColumns.map(({ key }, i) => [key, i]));

/** Heads: 合计 alone, every 款 under the name of its group. */
const paths: readonly Path[] = (() => {
  let group = '';
  return matrixColumns.map(({ name, group: own, key }): Path => {
    if (own) group = own.name;
    return key === '合计' ? [name] : [group, name];
  });
})();

/** Adds a spending into a row of 110 amounts: its 款, the 小计 of its group, 合计. */
function spread(into: Fen[], spending: Spending): Fen[] {
  for (const [code, fen] of Object.entries(spending)) {
    const column = columnOf.get(code);
    const group = columnOf.get(code.slice(0, 3));
    if (column === undefined || group === undefined) throw new Error(`unknown 经济分类: ${code}`);
    into[column]! += fen;
    into[group]! += fen;
    into[0]! += fen;
  }
  return into;
}
const blank = (): Fen[] => new Array<Fen>(matrixColumns.length).fill(0);

type Part = 'basic' | 'project' | 'operating';
const partsOf = (line: Line, part: Part): readonly Spending[] =>
  part === 'basic' ? [line.basicSpending] : part === 'operating' ? [line.operatingSpending] : line.projects.map((p) => p.spending);

const itemsBy = (lines: readonly Line[], parts: readonly Part[]): Item[] => {
  const rows = new Map<string, Fen[]>();
  for (const line of lines) {
    const row = rows.get(line.code) ?? blank();
    rows.set(line.code, row);
    for (const part of parts) for (const spending of partsOf(line, part)) spread(row, spending);
  }
  return [...rows].map(([code, values]) => ({ code, values }));
};

export const projectLead = [
  '科目名称（二级项目名称）',
  '二级项目代码',
  '二级项目类别',
  '一级项目名称',
  '一级项目代码',
  '基建项目属性',
  '是否横向标识',
];

/** 510000 + number of the project under its 项: the same in every form. */
export function projectCodes(lines: readonly Line[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const counted = new Map<string, number>();
  for (const line of lines) {
    for (const { name } of line.projects) {
      const key = `${line.code} ${name}`;
      if (codes.has(key)) continue;
      const n = (counted.get(line.code) ?? 0) + 1;
      counted.set(line.code, n);
      codes.set(key, `51${line.code}${String(n).padStart(3, '0')}`);
    }
  }
  return codes;
}

/** One row per project under its 项; a project that several sources pay is one row. */
export function projectRows<T>(
  lines: readonly Line[],
  codes: ReadonlyMap<string, string>,
  start: () => T,
  collect: (row: T, project: Line['projects'][number], line: Line) => void,
  values: (row: T) => readonly Fen[],
): ReadonlyMap<string, readonly DataRow[]> {
  const rows = new Map<string, Map<string, { row: T; category: string }>>();
  for (const line of lines) {
    for (const project of line.projects) {
      const own = rows.get(line.code) ?? new Map<string, { row: T; category: string }>();
      rows.set(line.code, own);
      const found = own.get(project.name) ?? { row: start(), category: project.category };
      own.set(project.name, found);
      collect(found.row, project, line);
    }
  }
  return new Map(
    [...rows].map(([code, own]) => [
      code,
      [...own]
        .map(([name, { row, category }]): DataRow => ({
          code,
          name: `    ${name}`,
          attributes: [codes.get(`${code} ${name}`)!, category, name, null, null, null],
          values: values(row),
        }))
        .filter((row) => row.values.some((v) => v !== 0)),
    ]),
  );
}

interface MatrixKind {
  readonly id: MatrixTable | 'public';
  readonly title: string;
  readonly number: string;
  readonly fund?: FiscalSource;
  readonly parts: readonly Part[];
  readonly note: string;
}

const general = '一般公共预算财政拨款';
const governmental = '政府性基金预算财政拨款';
/** The eleven economic matrices in printed order. */
export const matrixKinds: readonly MatrixKind[] = [
  {
    id: 'Z05',
    title: '支出决算明细表',
    number: '财决05表',
    parts: ['basic', 'project', 'operating'],
    note: '注：本表反映单位本年度各项支出的明细情况。',
  },
  { id: 'Z05_1', title: '基本支出决算明细表', number: '财决05-1表', parts: ['basic'], note: '注：本表反映单位本年度基本支出的明细情况。' },
  {
    id: 'Z05_2',
    title: '项目支出决算明细表',
    number: '财决05-2表',
    parts: ['project'],
    note: '注：本表反映单位本年度项目支出的明细情况。',
  },
  {
    id: 'Z05_3',
    title: '经营支出决算明细表',
    number: '财决05-3表',
    parts: ['operating'],
    note: '注：本表反映单位本年度经营支出的明细情况。',
  },
  {
    id: 'Z08',
    title: `${general}支出决算明细表`,
    number: '财决08表',
    fund: '一般公共',
    parts: ['basic', 'project'],
    note: `注：本表反映单位本年度${general}支出的明细情况。`,
  },
  {
    id: 'Z08_1',
    title: `${general}基本支出决算明细表`,
    number: '财决08-1表',
    fund: '一般公共',
    parts: ['basic'],
    note: `注：本表反映单位本年度${general}基本支出的明细情况。`,
  },
  {
    id: 'Z08_2',
    title: `${general}项目支出决算明细表`,
    number: '财决08-2表',
    fund: '一般公共',
    parts: ['project'],
    note: `注：本表反映单位本年度${general}项目支出的明细情况。`,
  },
  {
    id: 'Z10',
    title: `${governmental}支出决算明细表`,
    number: '财决10表',
    fund: '政府性基金',
    parts: ['basic', 'project'],
    note: `注：本表反映单位本年度${governmental}支出的明细情况。`,
  },
  {
    id: 'Z10_1',
    title: `${governmental}基本支出决算明细表`,
    number: '财决10-1表',
    fund: '政府性基金',
    parts: ['basic'],
    note: `注：本表反映单位本年度${governmental}基本支出的明细情况。`,
  },
  {
    id: 'Z10_2',
    title: `${governmental}项目支出决算明细表`,
    number: '财决10-2表',
    fund: '政府性基金',
    parts: ['project'],
    note: `注：本表反映单位本年度${governmental}项目支出的明细情况。`,
  },
  {
    id: 'Z12',
    title: '国有资本经营预算财政拨款支出决算明细表',
    number: '财决12表',
    fund: '国有资本',
    parts: ['basic', 'project'],
    note: '注：本表反映单位本年度国有资本经营预算财政拨款支出的明细情况。',
  },
];

export function matrix(heading: Heading & { readonly money?: Money }, lines: readonly Line[], kind: MatrixKind): KitSheet {
  const own = lines.filter((line) => kind.fund === undefined || line.fund === kind.fund);
  const projects = kind.parts.length === 1 && kind.parts[0] === 'project';
  const under = projects
    ? projectRows(
        own,
        projectCodes(lines),
        blank,
        (row, project) => spread(row, project.spending),
        (row) => row,
      )
    : new Map<string, readonly DataRow[]>();
  return columnForm({
    ...heading,
    id: kind.id,
    title: kind.title,
    number: kind.number,
    lead: projects ? projectLead : ['科目名称'],
    columns: paths,
    items: itemsBy(own, kind.parts).map((item) => ({ ...item, projects: under.get(item.code) })),
    ...(kind.note ? { note: kind.note } : {}),
  });
}
