import { a1 } from '../../kernel/address';
import type { Workbook } from '../../kernel/workbook';
import type { SourceParagraph } from './document';

/** Sheet that holds the report, and the column of its text. */
const REPORT_SHEET = '情况说明';

/** Paragraphs of the sheet 情况说明 as it stands, edited by hand or not; undefined when the workbook has none. */
export function sheetParagraphs(workbook: Workbook): readonly SourceParagraph[] | undefined {
  const sheet = workbook.sheets.find(({ name }) => name.trim() === REPORT_SHEET);
  if (!sheet) return undefined;
  return sheet.values.map((row, i): SourceParagraph => {
    const value = row[-sheet.left];
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
    return { index: sheet.top + i, text, at: { sheet: sheet.name, a1: a1(sheet.top + i, 0) } };
  });
}
