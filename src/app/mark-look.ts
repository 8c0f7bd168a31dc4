import type { Mark } from './ports';

/**
 * A mark is a conditional format with this always-true formula, in every host and in the saved file alike: so that it is
 * recognised as ours and comes off whole, even after a crash or in a copy that another machine has marked.
 */
export const MARK_FORMULA = 'N("决算说明助手")=0';

/** Is this the formula of one of our marks? Hosts give it back with or without `=`, blanks and case as they like. */
export const isMarkFormula = (formula: string): boolean => formula.replace(/[=\s]+/g, '').toUpperCase() === 'N("决算说明助手")0';

/** Fill of a marked cell, RRGGBB; light enough to read a printed number through. */
export const markFills: Record<Mark['kind'], string> = { error: 'FFC7CE', warning: 'FFEB9C', rounding: 'DDEBF7' };
