import { a1 } from '../../kernel/address';
import { formName } from '../../layouts/keys';
import { ownSheets } from '../../kernel/own-sheets';
import type { SheetPicture } from '../../sheets/picture/picture';
import { keyFor, wildcardOf } from '../../supplements/fields';
import { grid, lists } from '../../supplements/sheet-grid';

/** Where a person fills in what the text waits for: 补充信息!C12; for what a form lacks, the form. */
export function missingPlace(key: string, picture: SheetPicture): string {
  if (key.startsWith('form.')) return formName(key.split('.')[1] ?? '');
  const at = cellFor(key, picture);
  return at ? `${ownSheets.supplement}!${at}` : ownSheets.supplement;
}

/** The hidden first column names each row by a key; a list names it by the key of its first value. */
function cellFor(key: string, picture: SheetPicture): string | undefined {
  const keys = picture.cells.filter((cell) => cell.column === grid.key && typeof cell.value === 'string');
  const rowOf = (test: (text: string) => boolean): number | undefined => keys.find(({ value }) => test(String(value)))?.row;

  const own = rowOf((text) => text === key) ?? rowOf((text) => text.startsWith(`${key}.`));
  if (own !== undefined) return a1(own, grid.value);
  for (const { columns } of Object.values(lists)) {
    const first = columns[0].field;
    for (const { column, field } of columns) {
      const name = wildcardOf(field, key);
      const whole = field.path.join('.').startsWith(`${key}.`);
      if (name === undefined && !whole) continue;
      const row = rowOf((text) => (whole ? wildcardOf(first, text) !== undefined : text === keyFor(first, name!)));
      if (row !== undefined) return a1(row, column);
    }
  }
  return undefined;
}
