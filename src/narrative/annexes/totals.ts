import type { Table } from '../../facts/fact-set';
import { functionalClassCodes } from '../../layouts/codes/functional';
import type { RowName } from '../../layouts/keys';
import { incomeParts } from '../../layouts/parts';
import { funds } from '../../layouts/z01_1';
import { plainName } from '../names';
import { chineseNumeral } from '../say';
import { amount, centred, empty, head, name, type Annex, type AnnexCell } from './annex';

/** A printed row: its name, and its amounts or none. */
type Side = readonly (readonly AnnexCell[])[];

const printed = (table: Table, key: string): string => plainName(table.row(key)?.name ?? '') || key;
const numbered = (i: number, text: string): AnnexCell => name(`${chineseNumeral(i + 1)}、${text}`);

/** The 功能 rows as the form prints them. */
const classes = (table: Table): readonly RowName[] =>
  table.rows.map(({ key }) => key).filter((key) => (functionalClassCodes as readonly string[]).includes(key));

/** Income and expenditure side by side; the shorter one is filled up before its totals. */
function sideBySide(left: { rows: Side; totals: Side }, right: { rows: Side; totals: Side }): readonly (readonly AnnexCell[])[] {
  const height = Math.max(left.rows.length, right.rows.length);
  const foot = Math.max(left.totals.length, right.totals.length);
  const blank = (side: Side): readonly AnnexCell[] => side[0]!.map(() => empty);
  const filled = ({ rows, totals }: { rows: Side; totals: Side }): Side => [
    ...rows,
    ...Array.from({ length: height - rows.length }, () => blank(totals)),
    ...totals.slice(0, -1),
    ...Array.from({ length: foot - totals.length }, () => blank(totals)),
    ...totals.slice(-1),
  ];
  const [a, b] = [filled(left), filled(right)];
  return a.map((cells, i) => [...cells, ...b[i]!]);
}

/** 收入支出决算总表 */
export function totalsForm(table: Table): Annex {
  const value = (key: RowName): AnnexCell => amount(table.at(key, '决算数'));
  const total = (key: RowName): readonly AnnexCell[] => [centred(printed(table, key)), value(key)];
  const row = (key: RowName): readonly AnnexCell[] => [name(printed(table, key)), value(key)];
  return {
    title: '收入支出决算总表',
    widths: [3.4, 1.5, 3.4, 1.5],
    head: [
      [head('收入', 2), head('支出', 2)],
      [head('项目'), head('决算数'), head('项目（按功能分类）'), head('决算数')],
    ],
    body: sideBySide(
      {
        rows: incomeParts.map((key, i) => [numbered(i, printed(table, key)), value(key)]),
        totals: [total('本年收入合计'), row('使用非财政拨款结余'), row('年初结转和结余'), total('收入总计')],
      },
      {
        rows: classes(table).map((key, i) => [numbered(i, printed(table, key)), value(key)]),
        totals: [total('本年支出合计'), row('结余分配'), row('年末结转和结余'), total('支出总计')],
      },
    ),
  };
}

const kinds = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'] as const;

/** 财政拨款收入支出决算总表 */
export function fiscalTotalsForm(table: Table): Annex {
  const income = (key: RowName): AnnexCell => amount(table.at(key, '决算数'));
  const spent = (key: RowName): readonly AnnexCell[] => funds.map((fund) => amount(table.at(key, `决算数·${fund}`)));
  const opening = (['年初一般公共', '年初政府性基金', '年初国有资本'] as const).map((key, i) => [
    name(`\u3000\u3000${kinds[i]}`),
    income(key),
  ]);
  const closing = [centred(printed(table, '本年支出合计')), ...spent('本年支出合计')];
  return {
    title: '财政拨款收入支出决算总表',
    widths: [3, 1.3, 3, 1.3, 1.3, 1.3, 1.3],
    head: [
      [head('收入', 2), head('支出', 5)],
      [head('项目'), head('决算数'), head('项目（按功能分类）'), head('合计'), ...kinds.map((kind) => head(kind))],
    ],
    body: sideBySide(
      {
        rows: kinds.map((key, i) => [numbered(i, key), income(key)]),
        totals: [
          [centred(printed(table, '本年收入合计')), income('本年收入合计')],
          [name(printed(table, '年初财政拨款结转和结余')), income('年初财政拨款结转和结余')],
          ...opening,
          [centred(printed(table, '收入总计')), income('收入总计')],
        ],
      },
      {
        rows: classes(table).map((key, i) => [numbered(i, printed(table, key)), ...spent(key)]),
        totals: [
          closing,
          [name(printed(table, '年末财政拨款结转和结余')), ...spent('年末财政拨款结转和结余')],
          [centred(printed(table, '支出总计')), ...spent('支出总计')],
        ],
      },
    ),
  };
}
