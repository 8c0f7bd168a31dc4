import { minus, percent } from '../../src/facts/arithmetic';
import type { Table } from '../../src/facts/fact-set';
import type { Traced } from '../../src/facts/traced';
import { codeRow, type ColumnName, type Key, type RowName } from '../../src/layouts/keys';
import { isGap, type Amount, type ReportInput } from '../../src/narrative/input';
import { priorFigure } from '../../src/narrative/prior';
import type { KeyFigure } from '../../src/supplements/schema';

/** One thing that moved, by how much (万元, signed). */
export interface Driver {
  readonly name: string;
  readonly text: string;
}

/** What a reason has to explain: the change or gap itself, and what drives it, largest first. */
export interface ToExplain {
  readonly text: string;
  /** Size in 元 as a decimal string, to ask for the largest first. */
  readonly size: string;
  readonly drivers: readonly Driver[];
}

const most = 4;
const signed = (value: Traced['value']): string => `${value.isNegative() ? '−' : '+'}${value.abs().div(10000).toFixed(2)}万元`;
const numberAt = (table: Table | undefined, row: RowName, column: ColumnName): Traced | undefined => {
  const reading = table?.at(row, column);
  return reading?.state === 'number' ? reading.fact : undefined;
};

interface Moved {
  readonly name: string;
  readonly by: Traced['value'];
}

const largest = (moved: readonly Moved[]): readonly Driver[] =>
  moved
    .filter(({ by }) => !by.isZero())
    .sort((a, b) => b.by.abs().comparedTo(a.by.abs()))
    .slice(0, most)
    .map(({ name, by }) => ({ name, text: signed(by) }));

type Place = readonly [row: RowName, column: ColumnName, name?: string];

/** Given rows of one form, this year against last year's workbook. */
function rowsMoved(input: ReportInput, form: string, places: readonly Place[]): readonly Moved[] {
  const { now, before } = input.years;
  return places.flatMap(([row, column, name = row]) => {
    const a = numberAt(now.tables.get(form), row, column);
    const b = numberAt(before?.tables.get(form), row, column);
    return a && b ? [{ name, by: a.value.minus(b.value) }] : [];
  });
}

/** Every 项 of a column table, in one column. A 项 that stands in one year only counts with nothing in the other. */
function itemsMoved(input: ReportInput, form: string, column: ColumnName): readonly Moved[] {
  const tables = [input.years.now.tables.get(form), input.years.before?.tables.get(form)];
  if (!tables[0] || !tables[1]) return [];
  const names = new Map(
    tables.flatMap((table) => table!.rows.filter(({ key }) => /^\d{7}$/.test(key)).map(({ key, name }) => [key, name] as const)),
  );
  return rowsMoved(
    input,
    form,
    [...names].map(([code, name]) => [code, column, name]),
  );
}

/** Every 款 of the given groups in the 合计 row of a matrix. */
function economicMoved(input: ReportInput, form: string, group: RegExp): readonly Moved[] {
  const table = input.years.now.tables.get(form);
  const columns = (table?.columns ?? []).filter((column) => /^\d{5}$/.test(column) && group.test(column));
  return rowsMoved(
    input,
    form,
    columns.map((column) => ['合计', column, table!.columnName(column).split(' · ').pop()!]),
  );
}

const spendingRows = ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出', '结余分配', '年末结转和结余'] as const;
const spending: readonly Place[] = spendingRows.map((row) => [row, '决算数']);
const grantSpending: readonly Place[] = [
  ['人员经费', '决算数·小计'],
  ['公用经费', '决算数·小计'],
  ['项目支出', '决算数·小计'],
  ['年末财政拨款结转和结余', '决算数·小计'],
];

/** What moves each figure. */
const changes: Readonly<Record<string, readonly [KeyFigure, (input: ReportInput) => readonly Moved[]]>> = {
  S01: ['收支总计', (input) => rowsMoved(input, 'Z01', spending)],
  S04: ['财政拨款收支总计', (input) => rowsMoved(input, 'Z01_1', grantSpending)],
  S05: ['一般公共预算支出', (input) => itemsMoved(input, 'Z07', '本年支出·合计')],
  'S07.abroad': ['三公.出国', () => []],
  'S07.vehicles': [
    '三公.用车',
    (input) =>
      rowsMoved(input, 'F03', [
        ['公务用车购置费', '统计数'],
        ['公务用车运行维护费', '统计数'],
      ]),
  ],
  'S07.reception': [
    '三公.接待',
    (input) =>
      rowsMoved(input, 'F03', [
        ['国内接待费', '统计数'],
        ['外事接待费', '统计数'],
      ]),
  ],
  S08: ['政府性基金支出', (input) => itemsMoved(input, 'Z09', '本年支出·合计')],
  S09: ['国有资本经营支出', (input) => itemsMoved(input, 'Z11', '本年支出·合计')],
  'S10.agency': ['机关运行经费', (input) => economicMoved(input, 'Z08_1', /^30[27]/)],
};

const keyOfFigure: Readonly<Partial<Record<string, Key>>> = {
  S01: 'Z01.收入总计.决算数',
  S04: 'Z01_1.收入总计.决算数',
  S05: 'Z01_1.本年支出合计.决算数·一般公共',
  'S07.abroad': 'F03.因公出国（境）费.统计数',
  'S07.vehicles': 'F03.公务用车购置及运行维护费.统计数',
  'S07.reception': 'F03.公务接待费.统计数',
  S08: 'Z01_1.本年支出合计.决算数·政府性基金',
  S09: 'Z01_1.本年支出合计.决算数·国有资本',
  'S10.agency': 'F03.机关运行经费.统计数',
};

function difference(
  now: Amount,
  before: Amount,
  words: readonly [up: string, down: string],
  of: string,
): Pick<ToExplain, 'text' | 'size'> | undefined {
  if (isGap(now) || isGap(before)) return undefined;
  const by = minus(now, before);
  const share = percent(by, before);
  const [up, down] = words;
  const size = by.value.abs();
  const ratio = share && !before.value.isNegative() ? `（${share.value.abs().toFixed(2)}%）` : '';
  return { text: `${of}${by.value.isNegative() ? down : up} ${size.div(10000).toFixed(2)}万元${ratio}`, size: size.toFixed(2) };
}

const find = (input: ReportInput, key: Key): Amount => {
  const reading = input.years.now.find(key);
  return reading.state === 'number' ? reading.fact : { kind: 'gap', ask: '', key };
};

/** The change behind a reason field, e.g. `reasons.S05` or `reasons.items.2010302`; undefined where it is not known. */
export function toExplain(key: string, input: ReportInput): ToExplain | undefined {
  const reason = key.replace(/^reasons\./, '');
  const change = changes[reason];
  if (change) {
    const found = difference(find(input, keyOfFigure[reason]!), priorFigure(input, change[0]).amount, ['增加', '减少'], '比上年');
    return found && { ...found, drivers: largest(change[1](input)) };
  }
  if (reason === 'S07') {
    const gaps = (['因公出国（境）费', '公务用车购置及运行维护费', '公务接待费'] as const).flatMap((row): readonly Moved[] => {
      const a = numberAt(input.years.now.tables.get('F03'), row, '统计数');
      const b = numberAt(input.years.now.tables.get('F03'), row, '全年预算数');
      return a && b ? [{ name: row, by: a.value.minus(b.value) }] : [];
    });
    const found = difference(
      find(input, 'F03.三公经费支出合计.统计数'),
      find(input, 'F03.三公经费支出合计.全年预算数'),
      ['大于', '小于'],
      '决算',
    );
    return found && { ...found, text: found.text.replace(/(大于|小于) /, '$1预算 '), drivers: largest(gaps) };
  }
  const code = /^items\.(\d{7})$/.exec(reason)?.[1];
  const budget = code && input.supplements.itemBudget(code);
  if (!code || !budget) return undefined;
  const found = difference(find(input, `Z07.${codeRow(code)}.本年支出·合计`), budget, ['大于', '小于'], '决算');
  return found && { ...found, text: found.text.replace(/(大于|小于) /, '$1预算 '), drivers: [] };
}
