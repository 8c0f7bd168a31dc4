import { buildYears, type KitWorkbook } from './build';
import { cellOf, valueAt, withCell } from './change';
import { sampleFaults, sampleSupplement, sampleUnit } from './presets/sample';
import { toXlsx } from './xlsx';

/** This year's sample with the three planted faults. */
export function faulty(workbook: KitWorkbook): KitWorkbook {
  const { swapped, mistyped, forgotten } = sampleFaults;
  const at = ({ table, row, column }: { readonly table: string; readonly row: string; readonly column: string }) =>
    cellOf(workbook, table, row, column);
  const typed = at(mistyped);
  const wrong = Number(valueAt(workbook, typed.sheet, typed.a1)) + mistyped.more;
  const once = withCell(workbook, at(swapped).sheet, at(swapped).a1, swapped.value);
  const twice = withCell(once, typed.sheet, typed.a1, Number(wrong.toFixed(2)));
  return withCell(twice, at(forgotten).sheet, at(forgotten).a1, forgotten.value);
}

/** Every file of assets/samples, by name. */
export async function sampleFiles(): Promise<Readonly<Record<string, Uint8Array>>> {
  const { now, before } = buildYears(sampleUnit);
  return {
    'sample-2024.xlsx': await toXlsx(now),
    'sample-2023.xlsx': await toXlsx(before!),
    'sample-2024-faults.xlsx': await toXlsx(faulty(now)),
    'sample-2024-supplement.json': new TextEncoder().encode(`${JSON.stringify(sampleSupplement(), null, 2)}\n`),
  };
}
