import { minus } from '../../facts/arithmetic';
import type { FactSet, Table } from '../../facts/fact-set';
import type { Derived, Fact, Traced } from '../../facts/traced';
import { economicGroups } from '../../layouts/codes/economic';
import { functionalClassCodes } from '../../layouts/codes/functional';
import { codeRow, type ColumnName, type Key, type RowName, type RowOf, type TableId } from '../../layouts/keys';
import type { BudgetColumn, ReasonKey } from '../../supplements/schema';
import type { ReportInput } from '../input';
import { economicWords, functionalName, itemCodes, plainName } from '../names';
import { isPriorYear } from '../prior';
import type { Profile } from '../profile';

/** One thing that moved between the two years, or that missed its budget. */
export interface Driver {
  /** 性质 = 基本/项目…, 项 and 款 = 功能 and 经济分类, 项目 = a project row, 三公 = a row of 附03, 结转 = carry-over, 预算 = against it. */
  readonly by: '性质' | '项' | '款' | '项目' | '三公' | '结转' | '预算';
  readonly name: string;
  readonly now: Traced;
  /** Last year's figure, or the budget. */
  readonly before: Traced;
  /** now − before, signed; 元, or a count. */
  readonly difference: Derived;
}

const number = (facts: FactSet | undefined, key: Key): Fact | undefined => {
  const reading = facts?.find(key);
  return reading?.state === 'number' ? reading.fact : undefined;
};

const driver = (by: Driver['by'], name: string, now: Fact | undefined, before: Fact | undefined): readonly Driver[] =>
  now && before ? [{ by, name, now, before, difference: minus(now, before) }] : [];

/** Rows of a form that both years print. */
const rows = (input: ReportInput, by: Driver['by'], keys: readonly (readonly [name: string, key: Key])[]): readonly Driver[] =>
  keys.flatMap(([name, key]) => driver(by, name, number(input.years.now, key), number(input.years.before, key)));

const cell = (table: Table | undefined, row: RowName, column: ColumnName): Fact | undefined => {
  const reading = table?.at(row, column);
  return reading?.state === 'number' ? reading.fact : undefined;
};

/** 项 of a column table, present in either year. */
function byItem(input: ReportInput, id: TableId, column: ColumnName): readonly Driver[] {
  const [now, before] = [input.years.now.tables.get(id), input.years.before?.tables.get(id)];
  if (!now || !before) return [];
  const codes = [...new Set([...itemCodes(now), ...itemCodes(before)])];
  return codes.flatMap((code) => {
    const name = functionalName(input.years.now, code) ?? functionalName(input.years.before!, code) ?? code;
    return driver('项', name, cell(now, codeRow(code), column), cell(before, codeRow(code), column));
  });
}

/** Economic 款 of one row of a matrix; `only` leaves out 款 that do not belong to the figure. */
function byEconomic(input: ReportInput, id: TableId, row: RowName, only: (column: string) => boolean = () => true): readonly Driver[] {
  const [now, before] = [input.years.now.tables.get(id), input.years.before?.tables.get(id)];
  if (!now) return [];
  return now.columns
    .filter((column) => /^\d{5}$/.test(column) && only(column))
    .flatMap((column) => driver('款', economicWords(now, column), cell(now, row, column), cell(before, row, column)));
}

/** Project rows by name within a 项; a project of one year only moved by all of its amount. */
function byProject(input: ReportInput, id: TableId, only: (code: string) => boolean = () => true): readonly Driver[] {
  const [now, before] = [input.years.now.tables.get(id), input.years.before?.tables.get(id)];
  if (!now || !before) return [];
  const projects = (table: Table): ReadonlyMap<string, RowName> =>
    new Map(
      table.rows
        .filter(({ key }) => key.includes('#') && only(key.slice(0, 7)))
        .map(({ key, name }) => [`${key.slice(0, 7)}|${plainName(name)}`, key] as const),
    );
  const [mine, theirs] = [projects(now), projects(before)];
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((id2) => {
    const [code, name] = id2.split('|') as [string, string];
    // A row that one year does not print is a zero of the same 项.
    const none = `${codeRow(code)}#0` as const;
    return driver('项目', name, cell(now, mine.get(id2) ?? none, '合计'), cell(before, theirs.get(id2) ?? none, '合计'));
  });
}

const kinds = economicGroups as Readonly<Record<string, { readonly kind: string }>>;
const isRunning = (column: string): boolean => kinds[column.slice(0, 3)]?.kind === '公用经费';

type Named = readonly (readonly [name: string, key: Key])[];
type Candidates = (input: ReportInput, profile: Profile) => readonly Driver[];

/** Natures of expenditure and the balances that carry a total: 年初结转 moves it as much as any expenditure. */
const nature =
  (keys: Named): Candidates =>
  (input) =>
    rows(input, '性质', keys);
const natureRows = [
  '人员经费',
  '公用经费',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
  '结余分配',
  '年末结转和结余',
  '年初结转和结余',
] as const;
const grantRows = ['人员经费', '公用经费', '项目支出', '年末财政拨款结转和结余'] as const;

const official =
  (...names: readonly RowOf<'F03'>[]): Candidates =>
  (input) =>
    rows(
      input,
      '三公',
      names.map((name) => [name, `F03.${name}.统计数`]),
    );

/** Rows of this year against their budget. */
const gaps =
  (names: readonly (readonly [name: string, now: Key, budget: (column: BudgetColumn) => Key])[]): Candidates =>
  (input, profile) =>
    names.flatMap(([name, now, budget]) =>
      driver('预算', name, number(input.years.now, now), number(input.years.now, budget(profile.budget))),
    );
const officialGaps = (...names: readonly RowOf<'F03'>[]): Candidates =>
  gaps(names.map((name) => [name, `F03.${name}.统计数`, (column) => `F03.${name}.${column}`]));

const classGaps: Candidates = (input, profile) =>
  gaps(
    functionalClassCodes.map((code) => [
      functionalName(input.years.now, code) ?? code,
      `Z01_1.${code}.决算数·一般公共`,
      (column) => `Z01_1.${code}.${column}·一般公共`,
    ]),
  )(input, profile);

const together =
  (...all: readonly Candidates[]): Candidates =>
  (input, profile) =>
    all.flatMap((one) => one(input, profile));

/** What is known to move each figure, in any order. */
const candidates: Readonly<Record<ReasonKey, Candidates>> = {
  S01: together(
    nature(natureRows.map((name) => [name, `Z01.${name}.决算数`])),
    (input) => byItem(input, 'Z04', '本年支出合计'),
    (input) => byProject(input, 'Z05_2'),
  ),
  S04: together(
    nature([
      ...grantRows.map((name) => [name, `Z01_1.${name}.决算数·小计`] as const),
      ['年初财政拨款结转和结余', 'Z01_1.年初财政拨款结转和结余.决算数'],
    ]),
    (input) => byItem(input, 'Z07', '本年支出·合计'),
    (input) => byItem(input, 'Z09', '本年支出·合计'),
    (input) => byItem(input, 'Z11', '本年支出·合计'),
  ),
  S05: together(
    (input) =>
      rows(
        input,
        '性质',
        (['人员经费', '公用经费', '项目支出'] as const).map((name) => [name, `Z07.合计.本年支出·${name}`] as const),
      ),
    (input) => byItem(input, 'Z07', '本年支出·合计'),
    (input) => byEconomic(input, 'Z08', '合计'),
    (input) => byProject(input, 'Z08_2'),
  ),
  'S05.budget': classGaps,
  S07: officialGaps('因公出国（境）费', '公务用车购置及运行维护费', '公务接待费'),
  'S07.change': official('因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费'),
  'S07.abroad': official('因公出国（境）团组数', '因公出国（境）人次数'),
  'S07.abroad.budget': () => [],
  'S07.vehicles': official('公务用车购置费', '公务用车运行维护费', '公务用车购置数', '公务用车保有量'),
  'S07.vehicles.budget': officialGaps('公务用车购置费', '公务用车运行维护费'),
  'S07.reception': official('国内接待费', '外事接待费', '国（境）外接待费', '国内公务接待批次', '国内公务接待人次'),
  'S07.reception.budget': () => [],
  S08: together(
    (input) => byItem(input, 'Z09', '本年支出·合计'),
    (input) => byProject(input, 'Z10_2'),
  ),
  S09: together(
    (input) => byItem(input, 'Z11', '本年支出·合计'),
    (input) => byEconomic(input, 'Z12', '合计'),
  ),
  'S10.agency': (input) => byEconomic(input, 'Z08_1', '合计', isRunning),
};

/** A gap to the budget of a 项: what was carried over, and how its 款 and projects moved since last year. */
function itemDrivers(input: ReportInput, code: string): readonly Driver[] {
  const { now } = input.years;
  const [opening, closing] = [
    number(now, `Z07.${codeRow(code)}.年初结转和结余·合计`),
    number(now, `Z07.${codeRow(code)}.年末结转和结余·合计`),
  ];
  const carried: readonly Driver[] =
    opening && closing ? [{ by: '结转', name: '年末结转和结余', now: closing, before: opening, difference: minus(closing, opening) }] : [];
  if (!isPriorYear(input)) return carried;
  return [...carried, ...byEconomic(input, 'Z08', codeRow(code)), ...byProject(input, 'Z08_2', (own) => own === code)];
}

/** Candidates of a reason (`reasons.S01`, or `S01`): last year's only where there is last year's workbook. */
function candidatesOf(input: ReportInput, profile: Profile, key: string): readonly Driver[] {
  const short = key.replace(/^reasons\./, '');
  const code = /^items\.(\d{7})$/.exec(short)?.[1];
  if (code !== undefined) return itemDrivers(input, code);
  if (!(short in candidates)) return [];
  return candidates[short as ReasonKey](input, profile).filter(({ by }) => by === '预算' || isPriorYear(input));
}

/** Drivers of a reason, those that moved only, largest first; amounts before counts. */
export const drivers = (input: ReportInput, profile: Profile, key: string): readonly Driver[] =>
  candidatesOf(input, profile, key)
    .filter(({ difference }) => !difference.value.isZero())
    .sort(
      (a, b) =>
        Number(a.now.unit === 'count') - Number(b.now.unit === 'count') || b.difference.value.abs().comparedTo(a.difference.value.abs()),
    );

/** All of them, moved or not: what a supplied reason may name. */
export const namedDrivers = (input: ReportInput, profile: Profile, key: string): readonly Driver[] =>
  isPriorYear(input) ? candidatesOf(input, profile, key).filter(({ by }) => by !== '预算') : [];
