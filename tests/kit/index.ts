import { buildYears, type BuiltYears, type KitWorkbook } from './build';
import { cleanUnit } from './presets/clean';
export { buildWorkbook, buildYears, type KitWorkbook } from './build';
export * from './description';
export { cleanUnit };

/** A complete workbook in which every check passes. */
export const clean = (): KitWorkbook => buildYears(cleanUnit).now;
/** The same with last year's workbook. */
export const cleanYears = (): Required<BuiltYears> => buildYears(cleanUnit) as Required<BuiltYears>;
export { cellOf, sheetOf, valueAt, withCell, withoutSheet } from './change';
export { arbitraryUnit } from './presets/random';
export { units, type UnitName } from './presets/units';
export { applyVariants, together, variants, type Variant } from './variants/index';
export { buildPublic, type PublicFamily } from './public';
