import type { CheckReport } from '../../src/facts/outcome';
import { rules } from '../../src/rules/index';
import { formName } from '../../src/layouts/keys';
import { startCheck } from '../../src/checks/check';
import { inputOf, type Base } from './base';
import type { Kind, Spoiled } from './spoiled';

/** What the check said of a spoiled workbook. */
export interface Judged {
  readonly found: boolean;
  readonly first: boolean;
  /** The first group says what is wrong: the pattern, or the row by its code with its form. */
  readonly named: boolean;
  /** Groups with an error. */
  readonly groups: number;
  readonly ended: boolean;
  readonly says: string;
}

/** A sentence as it is printed. */
const textOf = (message: string | readonly object[]): string =>
  typeof message === 'string' ? message : message.map((part) => ('text' in part ? String(part.text) : '')).join('');

class TooLong extends Error {}

/** Does the first title name the row, by a code that stands or stood there, and the form; or the pattern? */
function names({ row }: Spoiled, title: string, says: RegExp | undefined): boolean {
  if (row)
    return title.includes(formName(row.form)) && [row.code, ...(row.written ? [row.written] : [])].some((code) => title.includes(code));
  return says?.test(title) ?? false;
}

type Cell = { readonly sheet: string; readonly a1: string };
const nameOf = (cell: Cell): string => `${cell.sheet}!${cell.a1}`;
const rowOf = (cell: Cell): number => Number(/\d+$/.exec(cell.a1)![0]) - 1;

/** Does a sentence with its cells point at what is wrong? A row: by form and code, or by a cell of the row or beside it. */
function pointsAt(spoiled: Spoiled, message: string, cells: readonly Cell[]): boolean {
  const { row } = spoiled;
  if (!row) return cells.some((cell) => spoiled.cells.has(nameOf(cell)));
  if (message.includes(row.code) && message.includes(formName(row.form))) return true;
  return cells.some((cell) => cell.sheet === row.sheet && row.near.includes(rowOf(cell)));
}

/** Checks a spoiled workbook, against the clean one's session where no row moved. */
export async function judgeCase(
  base: Base,
  spoiled: Spoiled,
  { says, remark }: Pick<Kind, 'says' | 'remark'> = {},
  limit = 20000,
): Promise<Judged> {
  const until = Date.now() + limit;
  const progress = (): Promise<void> => (Date.now() > until ? Promise.reject(new TooLong()) : Promise.resolve());
  let report: CheckReport;
  try {
    const input = await inputOf(spoiled.workbook, spoiled.alone ? undefined : base.before);
    report = (await startCheck(input, rules, progress)).report;
  } catch (error) {
    if (error instanceof TooLong) return { found: false, first: false, named: false, groups: 0, ended: false, says: '没有结束' };
    throw error;
  }
  const counts = (severity: string, id: string): boolean =>
    severity === 'error' || (remark !== undefined && severity === 'warning' && id.startsWith(remark));
  const errors = report.findings.filter(({ severity, id }) => counts(severity, id));
  const groups = report.groups.filter(({ severity, findings }) => counts(severity, findings[0] ?? ''));
  const first = groups[0];
  // Every wrong row has to be found, and the first groups to name them all.
  const each = spoiled.row ? [spoiled.row, ...(spoiled.more ?? [])].map((row) => ({ ...spoiled, row })) : [spoiled];
  const firsts = groups.slice(0, each.length);
  const pointsFirst =
    first !== undefined && each.every((one) => firsts.some(({ title, cells }) => pointsAt(one, textOf(title), cells.slice(0, 1))));
  // Where the other cells hold what they should by chance, one wrong cell is all there is to name.
  const oneCell = !spoiled.row && spoiled.cells.size === 1;
  const isNamed = (): boolean => each.every((one) => firsts.some(({ title }) => names(one, textOf(title), says)));
  return {
    found: each.every((one) => errors.some((finding) => pointsAt(one, textOf(finding.message), finding.cells))),
    first: pointsFirst,
    named: first !== undefined && (oneCell ? pointsFirst : isNamed()),
    groups: groups.length,
    ended: true,
    says: first ? textOf(first.title) : '没有不平',
  };
}
