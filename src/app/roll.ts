import type { FactSet } from '../facts/fact-set';
import { faultOf, UserError } from '../kernel/errors';
import type { Signature } from '../ooxml/word/edits';
import type { WordFile } from '../ooxml/word/file';
import { readCharts, writeChart } from '../ooxml/word/charts';
import { editParts } from '../ooxml/word/write';
import { OfficePackage } from '../ooxml/package';
import { readZip } from '../ooxml/zip-read';
import type { ProofDocument } from '../proof/text/document';
import { rollCharts } from '../roll/charts';
import type { Writing } from '../roll/own';
import { readWorkbook } from '../reading/read';
import { rollTables, withTables, type RolledTables } from '../roll/tables';
import { tableSheets } from '../roll/table-sheets';
import { rollText } from '../roll/roll';
import { wordEdits } from '../roll/word-edits';
import type { RolledText } from '../roll/model';
import { emptySupplements } from '../supplements/merge';
import type { Checked } from './check';

/**
 * Last year's document as this year's (承上年), from a check that has both years' workbooks. Touches no host.
 * Throws UserError where a year is missing or the document is not last year's.
 */
export function roll(
  document: ProofDocument,
  { years, supplements, lastSupplements = emptySupplements }: Checked,
  writing: Writing,
): RolledText {
  const { now, before } = years;
  const file = document.file;
  if (now.year === undefined || !before || before.year === undefined) {
    const which = now.year === undefined ? now : before;
    throw new UserError(
      { code: 'noYear' },
      which
        ? `“${which.file}”的表头没有印年度（如“2024年度”），不能承上年。请补上年度后重试。`
        : '承上年要有上年的部门决算工作簿。请选择上年工作簿。',
      which ? { file: which.file } : {},
    );
  }
  const printed = yearPrinted(document);
  if (printed !== undefined && printed !== before.year) {
    throw new UserError(
      { code: 'wrongYear', found: printed, wanted: before.year },
      `${file} 写的是${printed}年度，不是${before.year}年度。承上年要用${before.year}年度的文档。`,
      { file },
    );
  }
  return rollText({
    document,
    last: { years: { now: before }, supplements: lastSupplements },
    now: { years, supplements },
    writing,
  });
}

/**
 * The same for a Word file: its text with tracked changes and comments, its charts with this year's data; every other part
 * stays byte for byte.
 */
export async function rollWord(
  { document, word }: { readonly document: ProofDocument; readonly word: WordFile },
  checked: Checked,
  writing: Writing,
  by: Signature,
): Promise<{ readonly rolled: RolledText; readonly bytes: Uint8Array }> {
  const text = roll(document, checked, writing);
  const { now, before } = checked.years;
  const last = { years: { now: before! }, supplements: checked.lastSupplements ?? emptySupplements };
  const rolled = withTables(text, await tablesOf(word, document.file, before!, now));
  const parts = new OfficePackage(readZip(word.bytes));
  const charts = rollCharts(readCharts(parts, word.main), last, {
    years: { now, before: before! },
    supplements: checked.supplements,
  });
  editParts(parts, word, wordEdits(rolled, word.document, charts), by);
  for (const { chart, data } of charts) if (data) writeChart(parts, chart, data);
  return { rolled, bytes: parts.bytes() };
}

/** The 公开表 of the document, read like any other forms. */
async function tablesOf({ document }: WordFile, file: string, before: FactSet, now: FactSet): Promise<RolledTables> {
  const sheets = tableSheets(document);
  if (sheets.length === 0) return { cells: [], rows: new Set() };
  try {
    const { facts } = await readWorkbook({ role: '上年', file, sheets: sheets.map(({ sheet }) => sheet) });
    return rollTables(sheets, facts, before, now);
  } catch (error) {
    if (faultOf(error, 'noForms')) return { cells: [], rows: new Set() };
    throw error;
  }
}

/** The year in the title that names the document. */
function yearPrinted({ blocks }: ProofDocument): number | undefined {
  for (const { kind, plain } of blocks) {
    const year = kind === 'heading' ? /((?:19|20)\d\d)年(?:度)?.{0,30}决算/.exec(plain.text)?.[1] : undefined;
    if (year) return Number(year);
  }
  return undefined;
}
