import type { Finding } from '../../facts/outcome';
import type { CellRef } from '../../kernel/workbook';
import { exactly, printed, say } from '../../facts/phrase';
import { formName } from '../../layouts/keys';
import type { Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';
import { balanceRows } from './balances';
import { parentRow, type Absence, type FailedSums } from './evidence';
import type { Extra } from './extra';
import { codeName, echoesOf, factIn, fault, formsWords, labelOf, rowNumber, type RowFault } from './fault';
import { rowKinds } from './kinds';
import { heldBySecond, isShort, sumsAbove, sumsWithin } from './sums-around';
import { totalsWithout } from './totals-without';

interface Missing {
  readonly grid: FenGrid;
  /** The highest row that is missing; rows below it are missing with it. */
  readonly code: string;
  readonly absence: Absence;
  readonly below: readonly string[];
  readonly failures: ReadonlySet<Failure>;
}

/** Forms that lack a row: their own sums lack its amount, or two other forms print it. */
export function missingRows(
  all: readonly Absence[],
  left: readonly Failure[],
  foreign: ReadonlySet<Failure>,
  hierarchy: FailedSums,
  grids: Grids,
): readonly Missing[] {
  const open = all
    .map((absence) => ({ absence, failures: [...absence.failures].filter((failure) => !foreign.has(failure)) }))
    .filter(({ failures }) => failures.length > 0);
  const short = (absence: Absence): boolean => absence.direct && isShort(absence, hierarchy, grids);
  const certain = open.filter(({ absence }) => short(absence));
  const settled = new Set(certain.flatMap(({ failures }) => failures));
  const likely = open.filter(
    ({ absence, failures }) =>
      !short(absence) &&
      absence.direct &&
      failures.some((failure) => !settled.has(failure) && failure.rule.severity === 'error') &&
      absence.witnesses.size > 1,
  );
  const chosen = [...certain, ...likely];
  const has = (form: string, code: string): boolean => chosen.some(({ absence }) => absence.form === form && absence.code === code);
  const top = chosen.filter(
    ({ absence: { form, code } }) =>
      (!has(form, code.slice(0, 3)) && !(code.length === 7 && has(form, code.slice(0, 5)))) || code.length === 3,
  );
  const known = top.map(({ absence }) => absence);
  // A row with a balance only is missing where the totals lack just that.
  const silent = balanceRows(grids).filter(({ form, code }) => !known.some((one) => one.form === form && code.startsWith(one.code)));
  const withSilent = totalsWithout([...silent, ...known], left, hierarchy);
  const found = silent.filter((absence) => withSilent.get(absence)!.length > 0);
  const totals = found.length === silent.length ? withSilent : totalsWithout([...found, ...known], left, hierarchy);
  return [...known, ...found].map((absence) => {
    const under = open.filter((other) => other.absence.form === absence.form && other.absence.code.startsWith(absence.code));
    return {
      grid: grids.find(absence.form)!,
      code: absence.code,
      absence,
      below: under.map((other) => other.absence.code).filter((code) => code !== absence.code),
      failures: new Set([...under.flatMap((other) => other.failures), ...totals.get(absence)!]),
    };
  });
}

/** Does a row hold what the missing one would? */
function holds(grid: FenGrid, row: string, { expected }: Absence): boolean {
  const known = [...expected].filter(([, value]) => !value.isZero());
  return known.length > 0 && known.every(([column, value]) => factIn(grid, row, column)?.value.equals(value) ?? false);
}

export const isSameRow = (missing: Missing, extra: Extra): boolean =>
  missing.grid === extra.grid && missing.below.length === 0 && holds(extra.grid, extra.code, missing.absence);

export function missingFault(
  missing: Missing,
  extras: readonly Extra[],
  left: readonly Failure[],
  hierarchy: FailedSums,
  problems: readonly Finding[],
  grids: Grids,
): RowFault {
  const { grid, code, absence } = missing;
  const form = formName(grid.table.id);
  const witnesses = [...absence.witnesses].sort(([a], [b]) => (a < b ? -1 : 1));
  const main = grid.table.columns.map((column) => absence.expected.get(column)).find((value) => value && !value.isZero());
  const telling = witnesses.filter(([, fact]) => main === undefined || fact.value.equals(main));
  const shown = telling.length > 0 ? telling : witnesses;
  // A form that has lost all its rows has no cell to point at but those of the others.
  const parent = parentRow(grid, code) ?? grid.table.rows[0]?.key;
  const above = sumsAbove(grid, code, (column) => absence.expected.get(column), hierarchy);
  const failures = new Set([...missing.failures, ...above]);
  const values = [...absence.witnesses.values()].map(({ value }) => value.toString());
  const others = shown.map(([, fact]) => fact.at);
  const words = `${code}${codeName(code, grids)}`;
  const extra = extras.find((one) => isSameRow(missing, one));
  const toldTwice = (at: CellRef): readonly Finding[] =>
    problems.filter(({ rule, cells }) => rule === 'READ-F21' && cells.some((c) => c.sheet === at.sheet && rowNumber(c) === rowNumber(at)));
  const twice = grid.table.rows.find(
    ({ key }) => missing.below.length === 0 && holds(grid, key, absence) && toldTwice(labelOf(grid, key)).length > 0,
  );
  const place = `${grid.table.id}·${code}`;
  const has = say`${printed(formsWords(shown.map(([id]) => id)))}有 ${exactly(shown[0]![1])}`;
  if (extra || twice) {
    const row = extra?.code ?? twice!.key;
    const wrongCode = row.replace(/#\d+$/, '');
    const own = extra
      ? [...extra.failures, ...sumsAbove(grid, wrongCode, () => undefined, hierarchy), ...sumsWithin(grid, wrongCode, hierarchy)]
      : [...sumsAbove(grid, row, () => undefined, hierarchy), ...heldBySecond(grid, row, left, grids)];
    const at = labelOf(grid, row);
    return fault(
      rowKinds.recoded,
      place,
      say`${printed(`${form}第 ${rowNumber(at)} 行的科目编码 ${wrongCode} 疑为 ${words}`)}：${has}，${printed(form)}没有这一科目，而这一行的金额与它相同。`,
      [at, ...others],
      new Set([...failures, ...own]),
      values,
      [...echoesOf(grid, wrongCode), `Z04-F03@${grid.table.id}·${row}`, ...toldTwice(at).map(({ id }) => id)],
    );
  }
  const under = missing.below.length > 0 ? `及其下级 ${missing.below.slice(0, 4).join('、')}${missing.below.length > 4 ? ' 等' : ''}` : '';
  return fault(
    rowKinds.missing,
    place,
    say`${printed(`${form}缺少科目 ${words}${under}`)}，${has}。`,
    [...(parent === undefined ? [] : [labelOf(grid, parent)]), ...others],
    failures,
    values,
  );
}
