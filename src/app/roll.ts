import type { FactSet } from '../facts/fact-set';
import { faultOf, UserError } from '../kernel/errors';
import { noProgress, type Progress } from '../kernel/progress';
import type { ReportInput } from '../narrative/input';
import type { Signature } from '../ooxml/word/edits';
import type { WordFile } from '../ooxml/word/file';
import { readCharts, writeChart } from '../ooxml/word/charts';
import { inWord } from '../ooxml/word/damaged';
import { editParts } from '../ooxml/word/write';
import { OfficePackage } from '../ooxml/package';
import { readZip } from '../ooxml/zip-read';
import type { ProofDocument } from '../proof/text/document';
import { rollCharts, type RolledChart } from '../roll/charts';
import { decided } from '../roll/decide';
import { lastYearWithout, sourcesOf } from '../roll/last-year';
import type { Writing } from '../roll/own';
import { readWorkbook } from '../reading/read';
import { rollTables, withTables } from '../roll/tables';
import { tableSheets, type TableSheet } from '../roll/table-sheets';
import { rollSteps, rollStepCount } from '../roll/roll';
import { wordEdits } from '../roll/word-edits';
import type { RolledText } from '../roll/model';
import { emptySupplements } from '../supplements/merge';
import type { Checked } from './check';

/** Last year's document as opened; `word` where it is a Word file. */
export interface RollSource {
  readonly document: ProofDocument;
  readonly word?: WordFile;
}

/** Last year's document as this year's; nothing is written yet. */
export interface RolledFile {
  /** Name of last year's text. */
  readonly file: string;
  readonly rolled: RolledText;
  readonly charts: readonly RolledChart[];
  /** Where last year's figures were taken from, in words. */
  readonly sources: readonly string[];
}

/**
 * 承上年: last year's document as this year's. Last year's figures come from last year's workbook; without one, from the 公开表
 * inside the document and from what this year's forms print for last year. Touches no host.
 * Throws UserError where a year is missing, the document is not last year's, or nothing says what last year's figures were.
 */
export async function rollFile(
  { document, word }: RollSource,
  checked: Checked,
  writing: Writing,
  progress: Progress = noProgress,
): Promise<RolledFile> {
  if (word) inWord(document.file, () => refuseRestricted(word, document.file));
  const total = rollStepCount + 2;
  await progress('读文档里的公开表', 0, total);
  const sheets = word ? tableSheets(word.document) : [];
  const printed = await formsIn(sheets, document.file);
  const { last, now, sources } = twoYears(document, checked, printed);
  const steps = rollSteps({ document, last, now, writing });
  let step = steps.next();
  for (let done = 1; !step.done; done++, step = steps.next()) await progress(step.value, done, total);
  const text = step.value;
  if (text.counts.figures === 0 && !printed)
    throw new UserError({ code: 'noText' }, `${document.file} 里没有找到情况说明的内容，没有可以改成今年的数。请选择上年的情况说明。`, {
      file: document.file,
    });
  await progress('换公开表和图表', total - 1, total);
  if (!word) return { file: document.file, rolled: text, charts: [], sources };
  const tables = printed ? rollTables(sheets, printed, last.years.now, now.years.now) : undefined;
  const read = inWord(document.file, () => readCharts(new OfficePackage(readZip(word.bytes)), word.main));
  const charts = rollCharts(read, last, now);
  return { file: document.file, rolled: tables ? withTables(text, tables) : text, charts, sources };
}

/** The text of a rolled file, a line per paragraph, without the changes that a person keeps out. */
export const rolledLines = ({ rolled }: RolledFile, kept: ReadonlySet<string> = new Set()): readonly string[] =>
  decided(rolled, kept).paragraphs.flatMap(({ act, text }) => (act === 'remove' ? [] : [text]));

/**
 * The Word file with tracked changes and comments, its charts with this year's data; every other part stays byte for byte.
 * `kept`: changes that a person keeps out (`changeId`); last year's words stay there and are marked.
 */
export function rolledWord(
  word: WordFile,
  { file, rolled, charts, sources }: RolledFile,
  by: Signature,
  kept: ReadonlySet<string> = new Set(),
): Uint8Array {
  return inWord(file, () => {
    const parts = new OfficePackage(readZip(word.bytes));
    editParts(parts, word, wordEdits(decided(rolled, kept), word.document, charts, sources), by);
    for (const { chart, data } of charts) if (data) writeChart(parts, chart, data);
    return parts.bytes();
  });
}

/** With 限制编辑 nobody could accept or reject what is written into the file. */
function refuseRestricted({ bytes, main }: WordFile, file: string): void {
  const parts = new OfficePackage(readZip(bytes));
  const settings = parts.relationships(main).find(({ type, external, target }) => type === 'settings' && !external && parts.has(target));
  const protection = settings && /<(?:\w+:)?documentProtection\s[^>]*>/.exec(parts.text(settings.target))?.[0];
  if (protection === undefined || !/:?enforcement="(?:1|true|on)"/.test(protection)) return;
  throw new UserError(
    { code: 'restricted' },
    `${file}：文档设有“限制编辑”，写进去的修订不能接受或拒绝。请在 Word 的“审阅 › 限制编辑”里停止保护，保存后再试。`,
    { file },
  );
}

interface TwoInputs {
  /** Last year's forms as those of "this" year, with what a person supplied then. */
  readonly last: ReportInput;
  readonly now: ReportInput;
  readonly sources: readonly string[];
}

function twoYears(
  document: ProofDocument,
  { years, supplements, lastSupplements = emptySupplements }: Checked,
  printed: FactSet | undefined,
): TwoInputs {
  const { now } = years;
  const { file } = document;
  const year = yearPrinted(document);
  if (now.year === undefined) throw noYear(now.file);
  const before = years.before ?? lastYearWithout(printed, year ?? now.year - 1, now, file);
  if (!before) {
    const where = `“${file}”里没有公开表，本年工作簿里也没有印上年数的 CS02 表`;
    throw new UserError({ code: 'noLastYear' }, `没有上年的数可以对照：${where}。请选择上年的部门决算工作簿。`, { file });
  }
  if (before.year === undefined) throw noYear(before.file);
  if (year !== undefined && year !== before.year) throw wrongYear(file, year, before.year);
  if (before.year !== now.year - 1 && !years.before) throw wrongYear(file, before.year, now.year - 1);
  return {
    last: { years: { now: before }, supplements: lastSupplements },
    now: { years: { now, before }, supplements },
    sources: sourcesOf(before, now, years.before !== undefined),
  };
}

const noYear = (file: string): UserError =>
  new UserError({ code: 'noYear' }, `“${file}”的表头没有印年度（如“2024年度”），不能承上年。请补上年度后重试。`, { file });

const wrongYear = (file: string, found: number, wanted: number): UserError =>
  new UserError({ code: 'wrongYear', found, wanted }, `${file} 写的是${found}年度，不是${wanted}年度。承上年要用${wanted}年度的文档。`, {
    file,
  });

/** The 公开表 of the document, read like any other forms. */
async function formsIn(sheets: readonly TableSheet[], file: string): Promise<FactSet | undefined> {
  if (sheets.length === 0) return undefined;
  try {
    return (await readWorkbook({ role: '上年', file, sheets: sheets.map(({ sheet }) => sheet) })).facts;
  } catch (error) {
    if (faultOf(error, 'noForms')) return undefined;
    throw error;
  }
}

/** The year in the title that names the document. */
export function yearPrinted({ blocks }: ProofDocument): number | undefined {
  for (const { kind, plain } of blocks) {
    const year = kind === 'heading' ? /((?:19|20)\d\d)年(?:度)?.{0,30}决算/.exec(plain.text)?.[1] : undefined;
    if (year) return Number(year);
  }
  return undefined;
}
