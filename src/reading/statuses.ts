import type { TableStatus } from '../facts/outcome';
import type { Role } from '../kernel/workbook';
import type { Layout } from '../layouts/layout';
import { tableIds } from '../layouts/shape';
import { nameOfForm } from './form-reader';
import type { SheetOf } from './sheets';
import type { SheetTable } from './sheet-table';

export interface FormResult {
  readonly sheet: SheetOf;
  readonly table?: SheetTable;
  /** The facts of the form come from this sheet. */
  readonly used: boolean;
  /** Without a table: an error says why. */
  readonly told?: boolean;
}

/** The list of forms: what was read from where, what is missing and what that blocks, what was not recognised. */
export function statusesOf(
  role: Role,
  layouts: readonly Layout[],
  results: readonly FormResult[],
  undecided: readonly (readonly SheetOf[])[],
  strangers: readonly SheetOf[],
): TableStatus[] {
  const order = (layout: Layout): number => {
    const at = tableIds.findIndex((id) => id === layout.id);
    return at < 0 ? tableIds.length + layouts.indexOf(layout) : at;
  };
  const own = role === '上年' ? '上年' : '本年';
  const base = (layout: Layout): Pick<TableStatus, 'id' | 'title' | 'role'> => ({ id: layout.id, title: layout.titles[0]!, role: own });
  const statuses: { readonly status: TableStatus; readonly order: number }[] = [];
  for (const { sheet, table, used, told } of results) {
    const layout = sheet.layout!;
    const name = sheet.grid.sheet.name;
    const status: TableStatus = table
      ? {
          ...base(layout),
          status: 'read',
          sheet: name,
          unit: table.unit,
          rows: table.rows.length,
          ...(table.year ? { year: table.year } : {}),
          ...overshadowed(layout, used, results),
        }
      : { ...base(layout), status: 'unrecognised', told, sheet: name, note: `表内栏目或金额单位无法读取，见问题清单。${layout.absence}` };
    statuses.push({ status, order: order(layout) });
  }
  for (const copies of undecided) {
    const layout = copies[0]!.layout!;
    // One line for each copy, so that a person can point at the one that counts.
    for (const { grid, frame } of copies) {
      const others = copies.filter((copy) => copy.grid !== grid).map((copy) => `“${copy.grid.sheet.name}”`);
      const note = `与${others.join('、')}都是${nameOfForm(layout)}而内容不同，须选定以哪一份为准。${layout.absence}`;
      const year = frame.year ? { year: frame.year.value } : {};
      statuses.push({ status: { ...base(layout), status: 'duplicate', sheet: grid.sheet.name, ...year, note }, order: order(layout) });
    }
  }
  const present = new Set([...results.map(({ sheet }) => sheet.layout!.table), ...undecided.map((copies) => copies[0]!.layout!.table)]);
  for (const layout of layouts) {
    if (layout.family === '财决' && !present.has(layout.table)) {
      statuses.push({
        status: { ...base(layout), status: 'missing', note: `工作簿里没有这张表。${layout.absence}` },
        order: order(layout),
      });
    }
  }
  const last = tableIds.length + layouts.length;
  for (const { grid, frame, near } of strangers) {
    const title = frame.titles[0]?.value ?? grid.sheet.name;
    const note = near ? `像${nameOfForm(near)}，但栏目不符，没有读取。` : '不是已知的决算报表，没有读取；不影响其他表。';
    statuses.push({
      status: { id: near?.id ?? grid.sheet.name, title, role: own, status: 'unrecognised', sheet: grid.sheet.name, note },
      order: last,
    });
  }
  return statuses.sort((a, b) => a.order - b.order).map(({ status }) => status);
}

function overshadowed(layout: Layout, used: boolean, results: readonly FormResult[]): { readonly note?: string } {
  if (used) return {};
  const other = results.find((result) => result.used && result.sheet.layout!.table === layout.table);
  return other ? { note: `与工作表“${other.sheet.grid.sheet.name}”是同一内容，以${nameOfForm(other.sheet.layout!)}为准。` } : {};
}
