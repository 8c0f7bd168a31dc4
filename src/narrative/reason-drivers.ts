import { minus } from '../facts/arithmetic';
import type { FactSet, Table } from '../facts/fact-set';
import type { Derived, Fact, Traced } from '../facts/traced';
import { economicGroups } from '../layouts/codes/economic';
import { codeRow, type ColumnName, type Key, type RowName, type RowOf, type TableId } from '../layouts/keys';
import type { ReportInput } from './input';
import { economicName, functionalName, itemCodes, plainName } from './names';
import { isPriorYear } from './prior';

/** One thing that moved between the two years. */
export interface Driver {
  /** 性质 = 基本/项目…, 项 and 款 = 功能 and 经济分类, 项目 = a project row, 三公 = a row of 附03, 结转 = carry-over. */
  readonly by: '性质' | '项' | '款' | '项目' | '三公' | '结转';
  readonly name: string;
  readonly now: Traced;
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
    return driver('项', name, cell(now, code, column), cell(before, code, column));
  });
}

/** Economic 款 of one row of a matrix; `only` leaves out 款 that do not belong to the figure. */
function byEconomic(input: ReportInput, id: TableId, row: RowName, only: (column: string) => boolean = () => true): readonly Driver[] {
  const [now, before] = [input.years.now.tables.get(id), input.years.before?.tables.get(id)];
  if (!now || !before) return [];
  return now.columns
    .filter((column) => /^\d{5}$/.test(column) && only(column))
    .flatMap((column) => driver('款', economicName(now, column), cell(now, row, column), cell(before, row, column)));
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

const natureRows = [
  '人员经费',
  '公用经费',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
  '结余分配',
  '年末结转和结余',
] as const;
const grantRows = ['人员经费', '公用经费', '项目支出', '年末财政拨款结转和结余'] as const;
type Named = readonly (readonly [name: string, key: Key])[];

const f03 = (...names: readonly RowOf<'F03'>[]): Named => names.map((name) => [name, `F03.${name}.统计数`]);

/** Everything known to have moved behind a reason key, in any order; empty without last year's workbook. */
function candidates(input: ReportInput, key: string): readonly Driver[] {
  switch (key) {
    case 'S01':
      return [
        ...rows(
          input,
          '性质',
          natureRows.map((name) => [name, `Z01.${name}.决算数`]),
        ),
        ...byItem(input, 'Z04', '本年支出合计'),
        ...byProject(input, 'Z05_2'),
      ];
    case 'S04':
      return [
        ...rows(
          input,
          '性质',
          grantRows.map((name) => [name, `Z01_1.${name}.决算数·小计`]),
        ),
        ...byItem(input, 'Z07', '本年支出·合计'),
        ...byItem(input, 'Z09', '本年支出·合计'),
        ...byItem(input, 'Z11', '本年支出·合计'),
      ];
    case 'S05':
      return [
        ...rows(
          input,
          '性质',
          (['人员经费', '公用经费', '项目支出'] as const).map((name) => [name, `Z07.合计.本年支出·${name}`] as const),
        ),
        ...byItem(input, 'Z07', '本年支出·合计'),
        ...byEconomic(input, 'Z08', '合计'),
        ...byProject(input, 'Z08_2'),
      ];
    case 'S07':
      return rows(input, '三公', f03('因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费'));
    case 'S07.abroad':
      return rows(input, '三公', f03('因公出国（境）团组数', '因公出国（境）人次数'));
    case 'S07.vehicles':
      return rows(input, '三公', f03('公务用车购置费', '公务用车运行维护费', '公务用车购置数', '公务用车保有量'));
    case 'S07.reception':
      return rows(input, '三公', f03('国内接待费', '外事接待费', '国（境）外接待费', '国内公务接待批次', '国内公务接待人次'));
    case 'S08':
      return [...byItem(input, 'Z09', '本年支出·合计'), ...byProject(input, 'Z10_2')];
    case 'S09':
      return [...byItem(input, 'Z11', '本年支出·合计'), ...byEconomic(input, 'Z12', '合计')];
    case 'S10.agency':
      return byEconomic(input, 'Z08_1', '合计', isRunning);
    default:
      return key.startsWith('items.') ? itemDrivers(input, key.slice('items.'.length)) : [];
  }
}

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

/** Drivers of a reason (`reasons.S01`, or `S01`), those that moved only, largest first; amounts before counts. */
export function drivers(input: ReportInput, key: string): readonly Driver[] {
  const short = key.replace(/^reasons\./, '');
  if (!short.startsWith('items.') && !isPriorYear(input)) return [];
  return candidates(input, short)
    .filter(({ difference }) => !difference.value.isZero())
    .sort(
      (a, b) =>
        Number(a.now.unit === 'count') - Number(b.now.unit === 'count') || b.difference.value.abs().comparedTo(a.difference.value.abs()),
    );
}

/** All of them, moved or not: what a supplied reason may name. */
export const namedDrivers = (input: ReportInput, key: string): readonly Driver[] =>
  isPriorYear(input) ? candidates(input, key.replace(/^reasons\./, '')) : [];
