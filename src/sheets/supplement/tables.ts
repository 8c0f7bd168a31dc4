import type { Scalar } from '../../kernel/workbook';
import { grid, marker, OWN_COLUMNS } from '../../supplements/sheet-grid';
import { tableCellKey, tableRows, type TableSpec } from '../../supplements/tables';
import type { SupplementContent } from './content';
import type { SupplementPainter } from './painter';

/** Blank rows to type or paste into. */
const SPARE = 4;

/** A section that is a table: its head, the rows supplied, the rows that could not be read, and blank rows. */
export function putTable(painter: SupplementPainter, content: SupplementContent, table: TableSpec): void {
  painter.head(table.fields.map(({ label }) => label));
  painter.end();
  const { entries } = content.supplements;
  for (const row of tableRows(table, entries.keys())) {
    line(
      painter,
      table,
      table.fields.map((field) => painter.shown(entries.get(tableCellKey(table, row, field))?.value) ?? null),
    );
  }
  for (const cells of content.kept.tableRows.get(table.section) ?? []) line(painter, table, cells);
  for (let i = 0; i < SPARE; i += 1) line(painter, table, []);
  // What a person writes below a table is no row of it.
  painter.key(marker.end);
  painter.end();
}

function line(painter: SupplementPainter, table: TableSpec, cells: readonly Scalar[]): void {
  painter.key(marker.row);
  table.fields.forEach((field, i) => painter.input(grid.label + i, cells[i] ?? undefined, field));
  // Borders go on to the last of our columns, where a table is narrower.
  for (let column = grid.label + table.fields.length; column < OWN_COLUMNS; column += 1) painter.text(column, '', 'label');
  painter.end();
}
