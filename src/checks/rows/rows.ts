import Decimal from 'decimal.js';
import type { Finding } from '../../facts/outcome';
import { exactly, printed, say } from '../../facts/phrase';
import { splitKey } from '../../facts/fact-set';
import { formName } from '../../layouts/keys';
import { failureKey, type Failure } from '../failure';
import { lacksChildren, type FenGrid, type Grids } from '../grid';
import { absences, hierarchyFailures, parentRow, printing, type Absence } from './evidence';
import { factIn, fault, formsWords, labelOf, codeName, rowNumber, type RowFault } from './fault';
import { missingBySums } from './by-sums';
import { rowKinds } from './kinds';

const zero = new Decimal(0);

/** Rows that one form lacks or has too many, found from what the formulas say: one finding for each instead of one per column. */
export function rowFaults(failures: readonly Failure[], problems: readonly Finding[], grids: Grids): readonly RowFault[] {
  const left = failures.filter(({ rule }) => !rule.evidence);
  const all = [...absences(left, grids).values()];
  const hierarchy = hierarchyFailures(left);
  const extras = extraRows(all, left, hierarchy, grids);
  const foreign = new Set(extras.flatMap(({ failures: own }) => [...own]));
  const missing = missingRows(all, foreign, hierarchy, grids);
  const faults = [
    ...missing.map((one) => missingFault(one, extras, hierarchy, problems, grids)),
    ...extras.filter((one) => !missing.some((other) => isSameRow(other, one))).map((one) => extraFault(one, hierarchy, grids)),
  ];
  faults.push(...missingBySums(hierarchy, new Set(faults.flatMap(({ failures: own }) => [...own])), grids));
  const explained = new Set(faults.flatMap(({ failures: own }) => [...own]));
  const told = new Set(faults.flatMap(({ ids }) => [...ids]));
  return [...faults, ...doubled(problems, told, hierarchy, grids), ...childless(left, explained, hierarchy, grids)];
}

interface Missing {
  readonly grid: FenGrid;
  /** The highest row that is missing; rows below it are missing with it. */
  readonly code: string;
  readonly absence: Absence;
  readonly below: readonly string[];
  readonly failures: ReadonlySet<Failure>;
}

const residual = ({ verdict }: Failure): Decimal => verdict.difference;

/** Forms that lack a row: their own sums lack its amount, or two other forms print it. */
function missingRows(
  all: readonly Absence[],
  foreign: ReadonlySet<Failure>,
  hierarchy: ReadonlyMap<string, readonly Failure[]>,
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
  return top.map(({ absence }) => {
    const under = open.filter((other) => other.absence.form === absence.form && other.absence.code.startsWith(absence.code));
    return {
      grid: grids.find(absence.form)!,
      code: absence.code,
      absence,
      below: under.map((other) => other.absence.code).filter((code) => code !== absence.code),
      failures: new Set(under.flatMap((other) => other.failures)),
    };
  });
}

/** Is the row above short of what the absent row would hold? */
function isShort({ form, code, expected }: Absence, hierarchy: ReadonlyMap<string, readonly Failure[]>, grids: Grids): boolean {
  const grid = grids.find(form)!;
  const parent = parentRow(grid, code);
  const broken = parent === undefined ? [] : (hierarchy.get(`${form}.${parent}`) ?? []);
  if (broken.length === 0) return false;
  const known = broken.filter(({ place }) => !(expected.get(place.column ?? '') ?? zero).isZero());
  // Sums that fail in other columns say nothing of this row, unless nothing is known of what it would hold.
  return known.length === 0
    ? expected.size === 0
    : known.some((failure) => residual(failure).abs().gte(expected.get(failure.place.column!)!.abs()));
}

interface Extra {
  readonly grid: FenGrid;
  readonly code: string;
  readonly failures: ReadonlySet<Failure>;
}

/** A row that no other form has: where other forms fail for lack of it, and none of them is short in its own sums. */
function extraRows(
  all: readonly Absence[],
  left: readonly Failure[],
  hierarchy: ReadonlyMap<string, readonly Failure[]>,
  grids: Grids,
): readonly Extra[] {
  const codes = [...new Set(all.map(({ code }) => code))];
  return codes.flatMap((code): readonly Extra[] => {
    const owners = printing(code, grids);
    const lacking = all.filter((absence) => absence.code === code);
    if (owners.length !== 1 || lacking.some((absence) => isShort(absence, hierarchy, grids))) return [];
    const grid = owners[0]!;
    const parent = parentRow(grid, code);
    const over = parent !== undefined && (hierarchy.get(`${grid.table.id}.${parent}`)?.length ?? 0) > 0;
    if (!over && lacking.length < 2) return [];
    return [{ grid, code, failures: new Set([...lacking.flatMap(({ failures }) => [...failures]), ...ofRow(grid, code, left)]) }];
  });
}

/** Failures at this 科目 with a cell of this row, also against a form that prints all 类 whether they occur or not. */
const ofRow = (grid: FenGrid, code: string, failures: readonly Failure[]): readonly Failure[] =>
  failures.filter(
    ({ place, verdict }) =>
      place.row === code &&
      [...verdict.left.parts, ...verdict.right.parts].some(({ fact }) => !fact.noRow && splitKey(fact.key).table === grid.table.id),
  );

/** Does a row hold what the missing one would? */
function holds(grid: FenGrid, row: string, { expected }: Absence): boolean {
  const known = [...expected].filter(([, value]) => !value.isZero());
  return known.length > 0 && known.every(([column, value]) => factIn(grid, row, column)?.value.equals(value) ?? false);
}

const isSameRow = (missing: Missing, extra: Extra): boolean =>
  missing.grid === extra.grid && missing.below.length === 0 && holds(extra.grid, extra.code, missing.absence);

/** Sums of the row above that lack (or hold too much by) just this row. */
function sumsAbove(
  grid: FenGrid,
  code: string,
  value: (column: string) => Decimal | undefined,
  hierarchy: ReadonlyMap<string, readonly Failure[]>,
): readonly Failure[] {
  const parent = parentRow(grid, code);
  return (hierarchy.get(`${grid.table.id}.${parent}`) ?? []).filter((failure) => {
    const known = value(failure.place.column ?? '');
    return known === undefined || residual(failure).abs().lte(known.abs());
  });
}

/** Sums below a row that is itself in question. */
const sumsWithin = (grid: FenGrid, code: string, hierarchy: ReadonlyMap<string, readonly Failure[]>): readonly Failure[] =>
  [...hierarchy].flatMap(([key, list]) => (key.startsWith(`${grid.table.id}.${code}`) ? list : []));

/** Findings that a wrong code brings with it: no row above it, and a 类 that the classification does not know. */
const echoesOf = (grid: FenGrid, code: string): readonly string[] => [
  ...[3, 5].map((length) => `Z04-F02@${grid.table.id}·${code.slice(0, length)}`),
  `Z04-F01@${grid.table.id}·${code}`,
  `Z04-F01@${grid.table.id}·${code.slice(0, 3)}`,
];

function missingFault(
  missing: Missing,
  extras: readonly Extra[],
  hierarchy: ReadonlyMap<string, readonly Failure[]>,
  problems: readonly Finding[],
  grids: Grids,
): RowFault {
  const { grid, code, absence } = missing;
  const form = formName(grid.table.id);
  const witnesses = [...absence.witnesses].sort(([a], [b]) => (a < b ? -1 : 1));
  const main = grid.table.columns.map((column) => absence.expected.get(column)).find((value) => value && !value.isZero());
  const telling = witnesses.filter(([, fact]) => main === undefined || fact.value.equals(main));
  const shown = telling.length > 0 ? telling : witnesses;
  const parent = parentRow(grid, code) ?? grid.table.rows[0]!.key;
  const above = sumsAbove(grid, code, (column) => absence.expected.get(column), hierarchy);
  const failures = new Set([...missing.failures, ...above]);
  const values = [...absence.witnesses.values()].map(({ value }) => value.toString());
  const others = shown.map(([, fact]) => fact.at);
  const words = `${code}${codeName(code, grids)}`;
  const extra = extras.find((one) => isSameRow(missing, one));
  const twice = grid.table.rows.find((row) => row.key.includes('#') && missing.below.length === 0 && holds(grid, row.key, absence));
  const place = `${grid.table.id}·${code}`;
  const has = say`${printed(formsWords(shown.map(([id]) => id)))}有 ${exactly(shown[0]![1])}`;
  if (extra || twice) {
    const row = extra?.code ?? twice!.key;
    const wrongCode = row.replace(/#\d+$/, '');
    const own = extra
      ? [...extra.failures, ...sumsAbove(grid, wrongCode, () => undefined, hierarchy), ...sumsWithin(grid, wrongCode, hierarchy)]
      : sumsAbove(grid, row, () => undefined, hierarchy);
    const at = labelOf(grid, row);
    const twiceIds = problems.filter(
      (p) => p.rule === 'READ-F21' && p.cells.some((c) => c.sheet === at.sheet && rowNumber(c) === rowNumber(at)),
    );
    return fault(
      rowKinds.recoded,
      place,
      say`${printed(`${form}第 ${rowNumber(at)} 行的科目编码 ${wrongCode} 疑为 ${words}`)}：${has}，${printed(form)}没有这一科目，而这一行的金额与它相同。`,
      [at, ...others],
      new Set([...failures, ...own]),
      values,
      [...echoesOf(grid, wrongCode), ...twiceIds.map(({ id }) => id)],
    );
  }
  const under = missing.below.length > 0 ? `及其下级 ${missing.below.slice(0, 4).join('、')}${missing.below.length > 4 ? ' 等' : ''}` : '';
  return fault(
    rowKinds.missing,
    place,
    say`${printed(`${form}缺少科目 ${words}${under}`)}，${has}。`,
    [labelOf(grid, parent), ...others],
    failures,
    values,
  );
}

/** A 类 or 款 that the form does not print, though it prints what is below, with the amounts of this row. */
function meant(grid: FenGrid, code: string): string | undefined {
  const row = grid.rows.get(code)!;
  return [...grid.below].find(
    ([key, below]) =>
      key.length === code.length &&
      grid.table.columns.every(
        (_, c) => below.reduce((sum, r) => sum + grid.fen[r * grid.width + c]!, 0) === grid.fen[row * grid.width + c],
      ),
  )?.[0];
}

function extraFault({ grid, code, failures }: Extra, hierarchy: ReadonlyMap<string, readonly Failure[]>, grids: Grids): RowFault {
  const form = formName(grid.table.id);
  const first = grid.table.columns.map((column) => factIn(grid, code, column)).find((fact) => fact && !fact.value.isZero());
  const above = sumsAbove(grid, code, (column) => factIn(grid, code, column)?.value, hierarchy);
  const name = grid.table.row(code)?.name ?? '';
  const place = `${grid.table.id}·${code}`;
  const right = meant(grid, code);
  if (right !== undefined) {
    const own = new Set([...failures, ...above, ...sumsWithin(grid, code, hierarchy)]);
    const words = `${form}第 ${(grid.table.row(code)?.row ?? 0) + 1} 行的科目编码 ${code} 疑为 ${right}${codeName(right, grids)}`;
    const message = say`${printed(`${words}：它的下级都是 ${right} 的科目，合计与这一行相同`)}。`;
    const ids = [...echoesOf(grid, code), `Z04-F02@${grid.table.id}·${right}`];
    return fault(rowKinds.recoded, place, message, [labelOf(grid, code)], own, [first?.value.toString() ?? ''], ids);
  }
  return fault(
    rowKinds.extra,
    place,
    say`${printed(`${form}第 ${(grid.table.row(code)?.row ?? 0) + 1} 行有科目 ${code} ${name}`)}${first ? say`（${exactly(first)}）` : []}，其他各表都没有这一科目。`,
    [labelOf(grid, code), ...(first ? [first.at] : [])],
    new Set([...failures, ...above]),
    [first?.value.toString() ?? ''],
    echoesOf(grid, code),
  );
}

/** A code that stands twice is told by reading; the sums that count its row twice say no more. */
function doubled(
  problems: readonly Finding[],
  told: ReadonlySet<string>,
  hierarchy: ReadonlyMap<string, readonly Failure[]>,
  grids: Grids,
): readonly RowFault[] {
  return problems
    .filter(({ rule, id }) => rule === 'READ-F21' && !told.has(id))
    .flatMap((finding): readonly RowFault[] => {
      const at = finding.cells[0]!;
      const grid = grids.all().find(({ table, role }) => role === at.book.role && table.sheet === at.sheet);
      const row = grid?.table.rows.find((one) => one.row + 1 === rowNumber(at));
      if (!grid || !row) return [];
      const above = grid.table.rows[grid.parent[grid.rows.get(row.key)!]!]?.key;
      const sums = (hierarchy.get(`${grid.table.id}.${above}`) ?? []).filter((failure) => {
        const own = factIn(grid, row.key, failure.place.column ?? '');
        return own !== undefined && residual(failure).abs().lte(own.value.abs());
      });
      const failures = new Set(sums);
      return [{ finding, failures, ids: new Set([finding.id, ...sums.map(({ rule, place }) => failureKey(rule, place))]) }];
    });
}

/** A 类 or 款 with an amount and nothing below it, where no other form says what is missing. */
function childless(
  failures: readonly Failure[],
  explained: ReadonlySet<Failure>,
  hierarchy: ReadonlyMap<string, readonly Failure[]>,
  grids: Grids,
): readonly RowFault[] {
  return [...hierarchy].flatMap(([key, list]): readonly RowFault[] => {
    const [form, row] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
    const grid = grids.find(form)!;
    const index = grid.rows.get(row);
    if (index === undefined || !lacksChildren(grid, index) || list.some((failure) => explained.has(failure))) return [];
    const first = grid.table.columns.map((column) => factIn(grid, row, column)).find((fact) => fact && !fact.value.isZero());
    const name = grid.table.row(row)?.name ?? '';
    const level = row.length === 3 && !grid.lists.has(7) ? '款' : '项';
    const message = say`${printed(`${formName(form)}科目 ${row} ${name}`)}有${first ? say` ${exactly(first)}` : say`金额`}，没有列出下级科目，其他科目列到${printed(level)}级。`;
    const own = failures.filter((failure) => list.includes(failure));
    return [
      fault(rowKinds.childless, `${form}·${row}`, message, [labelOf(grid, row), ...(first ? [first.at] : [])], new Set(own), [
        first?.value.toString() ?? '',
      ]),
    ];
  });
}
