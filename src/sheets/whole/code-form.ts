import type { FactSet, Reading, Table, TableRow } from '../../facts/fact-set';
import { columnsOf } from '../../layouts/shape';
import type { CodeTable, ColumnName } from '../../layouts/keys';
import type { CodeBody, Layout } from '../../layouts/layout';
import type { SheetPicture } from '../picture/picture';
import { amountCell, together } from './amounts';
import { matrixPath, paintHeads, headPathOf, type HeadPath } from './heads';
import { beginForm, endForm } from './sheet';

const CODE = 12;
const NAME = 36;
const OWNER = 28;
const AMOUNT = 16;

/** One column of numbers; where a unit prints it is found by its key, or by its name where the lists lack it. */
interface CodeColumn {
  readonly path: HeadPath;
  readonly keyIn: (table: Table) => ColumnName | undefined;
}

/** A form by 功能分类, the rows of all units in the order of their codes, each project with its unit. */
export function codeForm(layout: Layout, body: CodeBody, table: Table, tables: readonly Table[], whole: FactSet): SheetPicture {
  const columns = columnsFor(layout, body, tables);
  const projects = body.projects === true;
  const lead = projects ? [CODE, NAME, OWNER] : [CODE, NAME];
  const painter = beginForm(layout, whole, [...lead, ...columns.map(() => AMOUNT)]);
  const levels = Math.max(...columns.map(({ path }) => path.length));
  const titles: readonly HeadPath[] = [
    ['支出功能分类科目编码'],
    [projects ? '科目名称（二级项目名称）' : '科目名称'],
    ...(projects ? [['所属单位']] : []),
  ];
  paintHeads(painter, [...titles, ...columns.map(({ path }) => path)], 0, levels);
  painter.next(levels);
  painter.line([undefined, '栏次', ...lead.slice(2).map(() => undefined), ...columns.map((_, i) => i + 1)], 'tableHead');
  const heads = painter.row;
  const line = (row: TableRow, owner: string | undefined, reading: (column: CodeColumn) => Reading): void => {
    painter.put(0, /^\d/.test(row.key) ? row.key.replace(/#.*/, '') : undefined, 'tableText');
    painter.put(1, owner === undefined ? row.name : `    ${row.name}`, 'tableText');
    if (projects) painter.put(2, owner, 'tableText');
    columns.forEach((column, i) => painter.cells.push({ row: painter.row, column: lead.length + i, ...amountCell(reading(column)) }));
    painter.next();
  };
  const rows = [...table.rows].sort((a, b) => (a.key === '合计' ? -1 : b.key === '合计' ? 1 : a.key < b.key ? -1 : 1));
  for (const row of rows) {
    line(row, undefined, (column) => together(tables.map((own) => readIn(own, row, column))));
    for (const own of projects ? tables : [])
      for (const project of own.rows.filter(({ key }) => key.startsWith(`${row.key}#`)))
        line(project, own.book.unit, (column) => readIn(own, project, column));
  }
  return endForm(layout, painter, heads);
}

const nothing: Reading = { state: 'absent', what: '' };
const readIn = (table: Table, row: TableRow, { keyIn }: CodeColumn): Reading => {
  const key = keyIn(table);
  return key === undefined ? nothing : table.at(row.key, key);
};

function columnsFor(layout: Layout, body: CodeBody, tables: readonly Table[]): readonly CodeColumn[] {
  const known = (path: HeadPath, key: ColumnName): CodeColumn => ({
    path,
    keyIn: (table) => (table.columns.includes(key) ? key : undefined),
  });
  const printed = new Set(tables.flatMap((table) => table.columns));
  if (body.columns !== 'matrix')
    return body.columns.flatMap((words) =>
      printed.has(words.key as ColumnName) ? [known(headPathOf(words), words.key as ColumnName)] : [],
    );
  const list = columnsOf(layout.id as CodeTable) as readonly ColumnName[];
  const strange = new Map<string, CodeColumn>();
  for (const table of tables)
    for (const key of table.columns.filter((column) => column.includes('#'))) {
      const path = matrixPath(key, table.columnName(key));
      strange.set(path.join('\n'), {
        path,
        keyIn: (other) =>
          other.columns.find((own) => own.includes('#') && matrixPath(own, other.columnName(own)).join('\n') === path.join('\n')),
      });
    }
  return list.flatMap((key, i) => {
    const next = list[i + 1];
    const own = known(matrixPath(key, ''), key);
    // Columns that the list lacks stand behind the last 款 of their group.
    const last = next === undefined || next.slice(0, 3) !== key.slice(0, 3);
    return last ? [own, ...[...strange.values()].filter(({ path }) => path[0] === own.path[0])] : [own];
  });
}
