import { faultOf } from '../kernel/errors';
import { noProgress, type Progress } from '../kernel/progress';
import type { ReportInput } from '../narrative/input';
import { proof, type ProofReport } from '../proof/proof';
import { textTables, type TextTables } from '../proof/tables';
import type { ProofDocument } from '../proof/text/document';
import { readWorkbook } from '../reading/read';

/** 校对 of a finished text: its own 公开表 are read first; `input` is the workbook, where there is one. Touches no host. */
export async function proofread(document: ProofDocument, input?: ReportInput, progress: Progress = noProgress): Promise<ProofReport> {
  const tables = await tablesIn(document, progress);
  await progress(`校对 ${document.file}`, 0, 0);
  return proof(document, input, tables);
}

/** The 公开表 of a text; undefined where none of its tables is a form. */
async function tablesIn(document: ProofDocument, progress: Progress): Promise<TextTables | undefined> {
  const tables = textTables(document);
  if (tables.length === 0) return undefined;
  try {
    const { facts } = await readWorkbook({ role: '本年', file: document.file, sheets: tables.map(({ sheet }) => sheet) }, progress);
    return { facts, tables };
  } catch (error) {
    if (faultOf(error, 'noForms')) return undefined;
    throw error;
  }
}
