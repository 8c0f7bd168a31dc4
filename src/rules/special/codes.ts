import { a1 } from '../../kernel/address';
import { remembered } from '../../kernel/remembered';
import type { Table } from '../../facts/fact-set';
import { functionalClasses, type FunctionalClass } from '../../layouts/codes/functional';
import { formName } from '../../layouts/keys';
import type { SpecialOutcome, SpecialRule } from '../rule';
import { derived, unverified } from '../sources';
import { blocked, passed, wrong, type SpecialInput } from './input';

const forms = [
  'Z02',
  'Z03',
  'Z04',
  'Z05',
  'Z05_1',
  'Z05_2',
  'Z05_3',
  'Z07',
  'Z08',
  'Z08_1',
  'Z08_2',
  'Z09',
  'Z10',
  'Z10_1',
  'Z10_2',
  'Z11',
  'Z12',
] as const;

const plain = remembered((name) => name.normalize('NFKC').replace(/[\s（）()、，]/g, ''));

/** The code cell of a row: codes stand left of the names, in column A as the export prints them. */
const at = (table: Table, row: number): { book: Table['book']; sheet: string; a1: string } => ({
  book: table.book,
  sheet: table.sheet,
  a1: a1(row, 0),
});

const overForms = ({ years }: SpecialInput, check: (table: Table) => readonly SpecialOutcome[]): readonly SpecialOutcome[] => {
  const found = forms.flatMap((id) => years.now.tables.get(id) ?? []);
  return found.length === 0 ? [blocked('全部', '缺分科目的表')] : found.flatMap(check);
};

/** What follows from one form alone is looked at once: after an edit most forms are the same. */
function oncePerForm(check: (table: Table) => readonly SpecialOutcome[]): (table: Table) => readonly SpecialOutcome[] {
  const known = new WeakMap<Table, readonly SpecialOutcome[]>();
  return (table) => {
    let outcomes = known.get(table);
    if (!outcomes) known.set(table, (outcomes = check(table)));
    return outcomes;
  };
}

const classNamesIn = oncePerForm((table) =>
  table.rows
    .filter((row) => /^\d{3}$/.test(row.key))
    .map((row) => {
      const official = functionalClasses[row.key as FunctionalClass] as { name: string; formerly?: readonly string[] } | undefined;
      const place = `${table.id}·${row.key}`;
      if (!official)
        return wrong(
          place,
          `${formName(table.id)}的类级编码 ${row.key}（${row.name}）不在支出功能分类的类目中。`,
          [at(table, row.row)],
          row.name,
        );
      const known = [official.name, ...(official.formerly ?? [])].map(plain);
      return known.includes(plain(row.name))
        ? passed(place)
        : wrong(
            place,
            `${formName(table.id)}编码 ${row.key} 的名称印为“${row.name}”，科目名称是“${official.name}”。`,
            [at(table, row.row)],
            row.name,
          );
    }),
);

/** The name of a 类 is the official one, of this year or a former year. */
export const classNames: SpecialRule<SpecialInput> = {
  id: 'Z04-F01',
  title: '类级科目名称与支出功能分类一致',
  severity: 'warning',
  source: unverified('分科目各表类级行 名称与《政府收支分类科目》相同'),
  words: '分科目各表［类级行·科目名称］ ＝ 政府收支分类科目的类名',
  example: '编码 215 印成“资源勘探信息等支出”是旧名，不报；印成“资源支出”则提示。',
  reads: forms,
  hint: '按当年《政府收支分类科目》改正编码或名称。',
  check: (input) => overForms(input, classNamesIn),
};

const orphansIn = oncePerForm((table) => {
  const codes = table.rows.map(({ key }) => key as string).filter((key) => /^\d{3}(\d{2}){0,2}$/.test(key));
  const printed = new Set(codes);
  const levels = [3, 5].filter((length) => codes.some((code) => code.length === length));
  const parents = new Set(codes.flatMap((code) => levels.filter((length) => length < code.length).map((length) => code.slice(0, length))));
  return [...parents].map((parent) => {
    const place = `${table.id}·${parent}`;
    if (printed.has(parent)) return passed(place);
    const below = table.rows.filter(({ key }) => key.startsWith(parent) && printed.has(key));
    const names = below.slice(0, 3).map(({ key, name }) => `${key} ${name}`);
    const message = `${formName(table.id)}缺少科目 ${parent} 这一行，表中却有它的下级 ${names.join('、')}${below.length > 3 ? ' 等' : ''}。`;
    return wrong(place, message, [at(table, below[0]!.row)], parent);
  });
});

/** A 项 stands below its own 款 and 类, where the form prints such rows at all. One fault for each row that is missing. */
export const orphans: SpecialRule<SpecialInput> = {
  id: 'Z04-F02',
  title: '项级科目有所属的类、款行',
  severity: 'error',
  source: derived('分科目各表 项级科目属于其款、款属于其类，逐级列示'),
  words: '印有类、款行的表中，每个项级科目都有其款级行和类级行',
  example: '表中有 2010301 而没有 20103 行，其他项都有款级行：报错。',
  reads: forms,
  hint: '补上缺少的类、款行，或改正下级科目的编码。',
  check: (input) => overForms(input, orphansIn),
};

/** One code has one name in all forms. */
export const sameNames: SpecialRule<SpecialInput> = {
  id: 'Z04-F03',
  title: '同一科目在各表的名称一致',
  severity: 'warning',
  source: unverified('分科目各表 同一科目编码名称相同'),
  words: '同一科目编码在各表印同一名称',
  example: '2080505 在财决04表与财决07表印的名称不同：提示。',
  reads: forms,
  hint: '按当年《政府收支分类科目》统一名称。',
  check: ({ years }) => {
    const first = new Map<string, { readonly name: string; readonly table: Table; readonly row: number }>();
    return overForms({ years } as SpecialInput, (table) =>
      table.rows
        .filter((row) => /^\d{3}(\d{2}){0,2}$/.test(row.key))
        .flatMap((row): readonly SpecialOutcome[] => {
          const known = first.get(row.key);
          if (!known) {
            first.set(row.key, { name: row.name, table, row: row.row });
            return [];
          }
          const place = `${table.id}·${row.key}`;
          if (plain(known.name) === plain(row.name)) return [passed(place)];
          const message = `科目 ${row.key} 在${formName(table.id)}印为“${row.name}”，在${formName(known.table.id)}印为“${known.name}”。`;
          return [wrong(place, message, [at(table, row.row), at(known.table, known.row)], row.name, known.name)];
        }),
    );
  },
};
