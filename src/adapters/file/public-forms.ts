import type { PublicForm } from '../../narrative/annexes/public';
import { formSheets } from '../../sheets/form-sheets';
import { newPackage } from './new-package';
import { saveWorkbook } from './save';

/** The public forms by themselves, as the bytes of an .xlsx: the figures as they are printed, for no 财决 sheet is there to compute them. */
export function publicFormsWorkbook(forms: readonly PublicForm[], unit: string): Uint8Array {
  const sheets = formSheets(forms, unit).map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(({ formula: _, ...cell }) => cell),
  }));
  const [first] = sheets;
  return saveWorkbook(newPackage([{ name: first!.name, inner: '<sheetData/>' }]), '公开表.xlsx', sheets, []);
}
