import type { Table } from '../../facts/fact-set';
import { economicGroupCodes, economicGroups, itemsOf, type EconomicGroupCode } from '../../layouts/codes/economic';
import type { ColumnName } from '../../layouts/keys';
import { economicWords } from '../names';
import { amount, centred, empty, head, name, sumCell, type Annex, type AnnexCell } from './annex';

type Kind = '人员经费' | '公用经费';
type Line = readonly [AnnexCell, AnnexCell, AnnexCell];
const none: Line = [empty, empty, empty];

const spent = (table: Table, column: ColumnName): boolean => {
  const reading = table.at('合计', column);
  return reading.state === 'text' || (reading.state === 'number' && !reading.fact.value.isZero());
};

/** The groups of one kind that have an amount, each with its 款 that have one. */
function lines(table: Table, kind: Kind): readonly Line[] {
  const line = (column: ColumnName, text: string, bold: boolean): Line => [
    // A 款 that the list lacks has the code of its group.
    name(column.replace(/#\d+$/, ''), bold),
    name(text, bold),
    amount(table.at('合计', column)),
  ];
  const groups = economicGroupCodes.filter((group) => economicGroups[group].kind === kind && spent(table, group));
  const items = (group: EconomicGroupCode): readonly ColumnName[] => {
    const printed = table.columns.filter((column) => column.startsWith(group) && column !== group);
    return (printed.length > 0 ? printed : itemsOf(group)).filter((column) => spent(table, column));
  };
  return groups.flatMap((group) => [
    line(group, economicGroups[group].name, true),
    ...items(group).map((column): Line => line(column, economicWords(table, column), false)),
  ]);
}

/** Σ of the groups of one kind, as the form adds them up at its foot; a group without an amount is no addend. */
const totalOf = (table: Table, kind: Kind): AnnexCell => ({
  ...sumCell(
    economicGroupCodes.filter((own) => economicGroups[own].kind === kind && spent(table, own)).map((own) => table.at('合计', own)),
  ),
  bold: true,
});

/** 一般公共预算财政拨款基本支出决算表: 人员经费 beside 公用经费, 款 with an amount only. */
export function basicForm(table: Table): Annex {
  const [staff, running] = [lines(table, '人员经费'), lines(table, '公用经费')];
  const height = Math.max(staff.length, running.length);
  return {
    title: '一般公共预算财政拨款基本支出决算表',
    widths: [1, 3.2, 1.5, 1, 3.2, 1.5],
    head: [
      [head('人员经费', 3), head('公用经费', 3)],
      [head('科目编码'), head('科目名称'), head('决算数'), head('科目编码'), head('科目名称'), head('决算数')],
    ],
    body: [
      ...Array.from({ length: height }, (_, i) => [...(staff[i] ?? none), ...(running[i] ?? none)]),
      [
        { ...centred('人员经费合计'), columns: 2 },
        totalOf(table, '人员经费'),
        { ...centred('公用经费合计'), columns: 2 },
        totalOf(table, '公用经费'),
      ],
      [{ ...centred('基本支出合计'), columns: 5 }, amount(table.at('合计', '合计'))],
    ],
  };
}
