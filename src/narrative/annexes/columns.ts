import type { Table } from '../../facts/fact-set';
import type { ColumnName } from '../../layouts/keys';
import { expenditureParts, otherIncomeParts } from '../../layouts/parts';
import { plainName } from '../names';
import { amount, centred, codeRows, head, name, type Annex, type AnnexCell } from './annex';

interface Column {
  readonly key: ColumnName;
  readonly head: string;
  /** Printed above it and its neighbours of the same group. */
  readonly group?: string;
}

/** An 附表 with one row per 科目: code, name, and the columns given; without its form only the head. */
function columnForm(title: string, table: Table | undefined, columns: readonly Column[]): Annex {
  const upper: AnnexCell[] = [head('项目', 2)];
  const groups = new Map<string, number>();
  for (const column of columns) {
    if (column.group === undefined) upper.push(head(column.head, 1, 2));
    else if (groups.has(column.group)) continue;
    else {
      const width = columns.filter(({ group }) => group === column.group).length;
      groups.set(column.group, width);
      upper.push(head(column.group, width));
    }
  }
  const lower = [
    head('科目编码'),
    head('科目名称'),
    ...columns.filter(({ group }) => group !== undefined).map((column) => head(column.head)),
  ];
  return {
    title,
    widths: [1.1, 3.6, ...columns.map(() => 1.4)],
    head: [upper, lower],
    body: (table ? codeRows(table) : []).map((key) => {
      const values = columns.map((column) => amount(table!.at(key, column.key)));
      const own = table!.row(key)?.name ?? key;
      return key === '合计'
        ? [{ ...centred('合计'), columns: 2 }, ...values]
        : [name(key), name(plainName(own), key.length === 3), ...values];
    }),
  };
}

const plain = (keys: readonly ColumnName[]): readonly Column[] => keys.map((key) => ({ key, head: key }));

export const incomeForm = (table: Table | undefined): Annex =>
  columnForm('收入决算表', table, plain(['本年收入合计', '财政拨款收入', ...otherIncomeParts]));

export const expenditureForm = (table: Table | undefined): Annex =>
  columnForm('支出决算表', table, plain(['本年支出合计', ...expenditureParts]));

const spending: readonly Column[] = [
  { key: '本年支出·合计', head: '小计', group: '本年支出' },
  { key: '本年支出·基本支出', head: '基本支出', group: '本年支出' },
  { key: '本年支出·项目支出', head: '项目支出', group: '本年支出' },
];

export const generalBudgetForm = (table: Table | undefined): Annex => columnForm('一般公共预算财政拨款支出决算表', table, spending);

export const fundForm = (table: Table | undefined): Annex =>
  columnForm('政府性基金预算财政拨款收入支出决算表', table, [
    { key: '年初结转和结余·合计', head: '年初结转和结余' },
    { key: '本年收入·合计', head: '本年收入' },
    ...spending,
    { key: '年末结转和结余·合计', head: '年末结转和结余' },
  ]);

/** 国有资本经营预算财政拨款收入支出决算表: its own form of fund money, with carry-over. */
export const capitalBalanceForm = (table: Table | undefined): Annex => ({
  ...fundForm(table),
  title: '国有资本经营预算财政拨款收入支出决算表',
});

export const capitalForm = (table: Table | undefined): Annex => columnForm('国有资本经营预算财政拨款支出决算表', table, spending);
