import type { Finding } from '../../facts/outcome';
import { splitKey } from '../../facts/fact-set';
import { printed, say, stating, type Phrase } from '../../facts/phrase';
import { formName } from '../../layouts/keys';
import { signedParts, type Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';
import { kindFinding } from '../kind-finding';
import { printing } from './evidence';
import { codeName, factIn, labelOf } from './fault';
import { rowKinds } from './kinds';

/** A form of another unit or another year among the forms of this one, and every failure with a cell of it. */
export interface ForeignForm {
  readonly finding: Finding;
  readonly failures: ReadonlySet<Failure>;
}

/** Of so many 科目, and of such a share of all, the form says something else than the others. */
const [FEWEST, SHARE] = [4, 0.5];
/** So many 科目 that no other form has, and as many that it lacks, are no slips. */
const STRANGERS = 2;
/** Reading's problem “不认识的行有金额”. */
export const UNCODED = 'READ-F20';
/** Fewer amounts are equal in two years by chance. */
const TELLING = 6;

const isCode = (row: string): boolean => /^\d{3}(\d{2}){0,2}$/.test(row);
const hasAmount = (grid: FenGrid, row: number): boolean =>
  grid.fen.subarray(row * grid.width, (row + 1) * grid.width).some((value) => value !== 0);

/** Reading's problems with a sheet as a whole: another year, another unit, rows that have lost their codes. */
const headingOf = (grid: FenGrid, problems: readonly Finding[]): Finding | undefined =>
  problems.find(
    ({ rule, cells }) =>
      cells[0]?.sheet === grid.table.sheet && (['READ-F06', 'READ-F07'].includes(rule) || (rule === UNCODED && cells.length >= FEWEST)),
  );

/** What stands in last year's form in the place of this cell, `at` counted row by row; undefined where that has no such place. */
function lastYearsAt(grid: FenGrid, before: FenGrid | undefined, at: number): number | undefined {
  const r = before?.rows.get(grid.table.rows[Math.floor(at / grid.width)]!.key);
  const c = before?.columns.get(grid.table.columns[at % grid.width]!);
  return r === undefined || c === undefined ? undefined : before!.fen[r * before!.width + c];
}

/** Is every amount of the form the one of last year's form? */
function isLastYears(grid: FenGrid, grids: Grids): boolean {
  const before = grids.find(grid.table.id, '上年');
  if (!before) return false;
  let [filled, equal] = [0, 0];
  grid.fen.forEach((value, at) => {
    if (value === 0) return;
    filled += 1;
    if (lastYearsAt(grid, before, at) === value) equal += 1;
  });
  return equal >= TELLING && equal === filled;
}

/** Has the unit simply done the same in both years? Then a form like last year's says nothing. */
const isUnchanged = (grid: FenGrid, forms: readonly FenGrid[], grids: Grids): boolean => {
  const others = forms.filter((form) => form !== grid && form.table.rows.length > 1 && form.fen.some((fen) => fen !== 0));
  return others.filter((form) => isLastYears(form, grids)).length * 2 > others.length;
};

/** By form, the 科目 at which it fails against another form of this year. */
function disputes(failures: readonly Failure[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { rule, place, verdict } of failures) {
    if (rule.severity !== 'error' || place.row === undefined || !isCode(place.row)) continue;
    const forms = new Set(signedParts(verdict).flatMap(({ fact }) => (fact.at.book.role === '本年' ? [splitKey(fact.key).table] : [])));
    if (forms.size > 1) forms.forEach((form) => found.set(form, (found.get(form) ?? new Set()).add(place.row!)));
  }
  return found;
}

/** Fewer amounts that are all equal in two years could be those of a unit that does little. */
const WHOLE = 40;

/** Is every amount of this year's forms the one of last year's? Asked only where the years do not fit together. */
function lastYearsBook(failures: readonly Failure[], grids: Grids): ForeignForm | undefined {
  const between = failures.filter(({ verdict }) => signedParts(verdict).some(({ fact }) => fact.at.book.role === '上年'));
  if (between.length === 0) return undefined;
  let filled = 0;
  for (const grid of grids.all().filter(({ role }) => role === '本年')) {
    const before = grids.find(grid.table.id, '上年');
    for (let at = 0; at < grid.fen.length; at++) {
      if (grid.fen[at] === 0) continue;
      // A dash is no number on either side.
      if (!Object.is(lastYearsAt(grid, before, at), grid.fen[at])) return undefined;
      if (!Number.isNaN(grid.fen[at])) filled += 1;
    }
  }
  const fact = between.flatMap(({ verdict }) => signedParts(verdict)).find((part) => part.fact.at.book.role === '本年')?.fact;
  if (filled < WHOLE || !fact) return undefined;
  const message = say`${stating('本年各表', fact)}${printed('的金额与上年工作簿处处相同，可能打开的是上年的数，或者上年决算选错了文件。')}`;
  const finding = kindFinding(rowKinds.lastYears, '本年', message, [fact.at], [String(filled)]);
  return { finding, failures: new Set(between) };
}

/** Forms whose 科目 and amounts are those of another unit or year: one finding each, instead of one for every row. */
export function foreignForms(failures: readonly Failure[], problems: readonly Finding[], grids: Grids): readonly ForeignForm[] {
  const book = lastYearsBook(failures, grids);
  if (book) return [book];
  const forms = grids.all().filter(({ role, byCode }) => role === '本年' && byCode);
  const disputed = disputes(failures);
  return forms.flatMap((grid): readonly ForeignForm[] => {
    const wrong = disputed.get(grid.table.id);
    if (!wrong || wrong.size < FEWEST) return [];
    const own = grid.table.rows.flatMap(({ key }, r) => (isCode(key) && hasAmount(grid, r) ? [key] : []));
    if (wrong.size < SHARE * new Set([...own, ...wrong]).size) return [];
    const strangers = own.filter((code) => printing(code, grids).length === 1);
    const lacking = [...wrong].filter((code) => !grid.rows.has(code) && printing(code, grids).length > 1);
    const heading = headingOf(grid, problems);
    // Where no row is missing, the search for patterns tells a form or a column of last year.
    const isLast = lacking.length > 0 && isLastYears(grid, grids) && !isUnchanged(grid, forms, grids);
    const isStrange = strangers.length >= STRANGERS && lacking.length >= STRANGERS;
    const message = isLast
      ? say`${printed(`${formName(grid.table.id)}整表与上年相同，可能贴成了上年的数。`)}`
      : isStrange
        ? notOurs(grid, strangers, lacking, grids)
        : undefined;
    if (!heading && !message) return [];
    // A stranger by its code; of last year's form the first amount.
    const amount = grid.table.columns.map((column) => factIn(grid, '合计', column)).find((fact) => fact && !fact.value.isZero());
    const cells = [isLast && amount ? amount.at : labelOf(grid, strangers[0] ?? own[0] ?? '合计')];
    const finding = heading ?? kindFinding(rowKinds.foreign, grid.table.id, message!, cells, [...own]);
    const touching = failures.filter(({ verdict }) =>
      signedParts(verdict).some(({ fact }) => fact.at.book.role === '本年' && splitKey(fact.key).table === grid.table.id),
    );
    return [{ finding, failures: new Set(touching) }];
  });
}

function notOurs(grid: FenGrid, strangers: readonly string[], lacking: readonly string[], grids: Grids): Phrase {
  const [first] = strangers as [string];
  const { name = '' } = grid.table.row(first) ?? {};
  const fact = grid.table.columns.map((column) => factIn(grid, first, column)).find((one) => one && !one.value.isZero());
  const count = (n: number): ReturnType<typeof printed> => (fact ? stating(`${n} 个`, fact) : printed(`${n} 个`));
  return say`${printed(`${formName(grid.table.id)}可能是别的单位或别的年度的表：`)}有 ${count(strangers.length)}科目其他各表都没有（如 ${printed(`${first} ${name}`)}），其他各表的 ${count(lacking.length)}科目它没有（如 ${printed(`${lacking[0]!}${codeName(lacking[0]!, grids)}`)}）。`;
}
