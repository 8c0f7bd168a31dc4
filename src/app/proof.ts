import type { Aside } from '../facts/outcome';
import { faultOf } from '../kernel/errors';
import { ownSheets } from '../kernel/own-sheets';
import { noProgress, type Progress } from '../kernel/progress';
import type { ReportInput } from '../narrative/input';
import { rulebook, type ProofRuleId } from '../proof/checks/rulebook';
import { keptReason } from '../proof/keeping';
import { proofSteps, type ProofReport } from '../proof/proof';
import { textTables, type TextTables } from '../proof/tables';
import type { ProofDocument } from '../proof/text/document';
import { documentOf } from '../proof/text/blocks';
import { sheetParagraphs } from '../proof/text/sheet';
import { readWorkbook } from '../reading/read';
import { findingsSheet } from '../sheets/findings/sheet';
import { withoutNote } from '../sheets/ours';
import type { SheetPicture } from '../sheets/picture/picture';
import type { TextRemark, TextRemarks } from '../sheets/findings/text';
import type { Workbook } from '../kernel/workbook';
import type { Checked } from './check';
import { refuseForeignSheets } from './own-sheets';

/** Steps of a 校对. */
const STEPS = 4;

/** 校对 of a finished text: its own 公开表 are read first; `input` is the workbook, where there is one. Touches no host. */
export async function proofread(document: ProofDocument, input?: ReportInput, progress: Progress = noProgress): Promise<ProofReport> {
  const tables = await tablesIn(document, progress);
  const steps = proofSteps(document, input, tables);
  for (let done = 0, step = steps.next(); ; done++, step = steps.next()) {
    if (step.done) return step.value;
    await progress(`校对 ${document.file}：${step.value}`, done, STEPS);
  }
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

/** The sheet 情况说明 of a workbook as a text to be proofread; undefined where it has none. */
export function reportText(workbook: Workbook): ProofDocument | undefined {
  const paragraphs = sheetParagraphs({ ...workbook, sheets: workbook.sheets.map(withoutNote) });
  return paragraphs && documentOf(`${workbook.file}“${ownSheets.report}”`, paragraphs);
}

/** 已核对 110/120 个数：相符 107，不符 3，未能核对 10。 */
export const countsWords = ({ counts: { figures, confirmed, contradicted, unchecked } }: Pick<ProofReport, 'counts'>): string =>
  `已核对 ${figures - unchecked}/${figures} 个数：相符 ${confirmed}，不符 ${contradicted}，未能核对 ${unchecked}。`;

/** What was found in the text of the sheet 情况说明, as 核对结果 lists it. */
function textRemarks(report: ProofReport, asides: readonly Aside[]): TextRemarks {
  const book = { role: '本年', unit: report.unit, ...(report.year !== undefined ? { year: report.year } : {}) } as const;
  const remarks = report.findings.flatMap((finding): readonly TextRemark[] => {
    const at = report.linked.document.blocks.find(({ index }) => index === finding.span.paragraph)?.at;
    if (!at) return [];
    const { rule, severity, quote, message, suggestion, cells } = finding;
    const kept = keptReason(asides, report, finding);
    return [
      {
        rule,
        title: rulebook[rule as ProofRuleId]?.title ?? '绩效自评',
        severity,
        quote,
        message,
        ...(suggestion !== undefined ? { suggestion } : {}),
        at: { book, ...at },
        cells,
        ...(kept ? { kept } : {}),
      },
    ];
  });
  return { summary: countsWords(report), remarks };
}

/** The sheet 核对结果 with what 校对 found in the text. `date` as printed on it. Throws UserError where a sheet of the user's has that name. */
export function findingsWithText({ workbook, report: check, asides }: Checked, report: ProofReport, date: string): SheetPicture {
  refuseForeignSheets(workbook, [ownSheets.findings]);
  const meta = { file: workbook.file, date, unit: check.unit, year: check.year };
  return findingsSheet(check, meta, textRemarks(report, asides));
}
