import type { Table } from '../../facts/fact-set';
import { economicGroupCodes, economicGroups, itemsOf, type EconomicGroupCode } from '../../layouts/codes/economic';
import type { ColumnName, RowName } from '../../layouts/keys';
import { economicWords, plainName } from '../names';
import { amount, centred, codeRows, head, name, sumCell, type Annex } from './annex';

/** As many columns as can be read on a lying page; a wide form goes on in a table below. */
export const detailColumns = 9;

const occurs = (tables: readonly Table[], column: ColumnName): boolean =>
  tables.some((table) => {
    const reading = table.at('合计', column);
    return reading.state === 'text' || (reading.state === 'number' && !reading.fact.value.isZero());
  });

interface Column {
  readonly key: ColumnName;
  readonly head: string;
  readonly group: string;
}

/** 小计 and the 款 that have an amount, group by group. */
function columnsOf(tables: readonly Table[]): readonly Column[] {
  const items = (group: EconomicGroupCode): readonly ColumnName[] => {
    const printed = tables.flatMap((table) => table.columns.filter((column) => column.startsWith(group) && column !== group));
    const all = [...new Set(printed.length > 0 ? printed : itemsOf(group).map((code) => code as ColumnName))];
    return all.filter((column) => occurs(tables, column)).sort();
  };
  return economicGroupCodes
    .filter((group) => occurs(tables, group))
    .flatMap((group): readonly Column[] => {
      const under = economicGroups[group].name;
      return [
        { key: group, head: '小计', group: under },
        ...items(group).map((key) => ({
          key,
          head: economicWords(tables.find((table) => table.columns.includes(key)) ?? tables[0]!, key),
          group: under,
        })),
      ];
    });
}

const rowsOf = (tables: readonly Table[]): readonly RowName[] => {
  const codes = [...new Set(tables.flatMap(codeRows))];
  return [...codes.filter((key) => key === '合计'), ...codes.filter((key) => key !== '合计').sort()];
};

const heads = (columns: readonly Column[], first: boolean): Annex['head'] => {
  const groups = columns.reduce<{ group: string; width: number }[]>((found, { group }) => {
    const last = found[found.length - 1];
    if (last?.group === group) last.width += 1;
    else found.push({ group, width: 1 });
    return found;
  }, []);
  return [
    [head('项目', 2), ...(first ? [head('合计', 1, 2)] : []), ...groups.map(({ group, width }) => head(group, width))],
    [head('科目编码'), head('科目名称'), ...columns.map((column) => head(column.head))],
  ];
};

/** 明细表: 功能分类 by 经济分类, over one form or several of the same shape, cut into tables of `most` columns. */
export function detailForm(title: string, tables: readonly Table[], most: number): readonly Annex[] {
  const columns = columnsOf(tables);
  const count = Math.max(1, Math.ceil(columns.length / most));
  const pieces = Array.from({ length: count }, (_, i) => columns.slice(i * most, Math.min(columns.length, (i + 1) * most)));
  const rows = rowsOf(tables);
  const nameOf = (key: RowName): string => plainName(tables.find((table) => table.row(key))?.row(key)?.name ?? key);
  return pieces.map((piece, i): Annex => {
    const first = i === 0;
    return {
      title: first ? title : `${title}（续${i}）`,
      // The longest name of a 项 stands in one line beside ten amounts.
      widths: [1.1, 4, ...(first ? [1.2] : []), ...piece.map(() => 1.2)],
      head: heads(piece, first),
      body: rows.map((key) => {
        const values = [...(first ? (['合计'] as const) : []), ...piece.map((column) => column.key)].map((column) =>
          sumCell(tables.filter((table) => table.row(key)).map((table) => table.at(key, column))),
        );
        return key === '合计'
          ? [{ ...centred('合计'), columns: 2 }, ...values]
          : [name(key), name(nameOf(key), key.length === 3), ...values];
      }),
    };
  });
}

/** 一般公共预算财政拨款项目支出决算表: each 项 and the projects below it. */
export function projectsForm(table: Table | undefined): Annex {
  const rows = (table?.rows ?? []).filter(({ key }) => key === '合计' || /^\d{3}(\d\d){0,2}(#\d+)?$/.test(key));
  return {
    title: '一般公共预算财政拨款项目支出决算表',
    widths: [1.2, 5, 1.6],
    head: [[head('科目编码'), head('科目名称（项目）'), head('金额')]],
    body: rows.map(({ key, name: own }) => {
      const value = amount(table!.at(key, '合计'));
      if (key === '合计') return [{ ...centred('合计'), columns: 2 }, value];
      const project = key.includes('#');
      // A project stands under the code of its 项, as in 财决08-2.
      return [name(key.replace(/#\d+$/, '')), name(project ? `\u3000${own}` : plainName(own), key.length === 3), value];
    }),
  };
}
