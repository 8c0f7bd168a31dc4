import type { FactSet, Table } from '../facts/fact-set';
import { economicGroups } from '../layouts/codes/economic';
import { functionalClasses } from '../layouts/codes/functional';
import { formName, type ColumnName, type FunctionalCode as ItemCode } from '../layouts/keys';
import type { Inline } from './document';
import { blank, printed } from './say';

/** Forms that print 功能分类 names, most detailed of the general budget first. */
const namingForms = ['Z08', 'Z07', 'Z09', 'Z11', 'Z04', 'Z05', 'Z03', 'Z02', 'Z08_1', 'Z08_2', 'Z10', 'Z12'];

const numbering = /^[（(]?[一二三四五六七八九十]+[）)]?[、．.]\s*|^\d+[、．.]\s*|^[（(]\d+[）)]\s*|^其中：\s*/;
/** A printed row name without its numbering and its unit: 1．主要负责人用车（辆） → 主要负责人用车. */
export const plainName = (name: string): string =>
  name
    .trim()
    .replace(numbering, '')
    .replace(numbering, '')
    .replace(/[（(](辆|台|套|台[，、]套|台（套）|个|人|批次|人次)[）)]$/, '')
    .trim();

/** Name of a 类, 款 or 项 as the workbook prints it; a 类 that is printed nowhere has its name from the catalogue. */
export function functionalName(facts: FactSet, code: string): string | undefined {
  for (const id of namingForms) {
    const name = facts.tables.get(id)?.row(code)?.name;
    if (name !== undefined && plainName(name) !== '' && !/^\d+$/.test(plainName(name))) return plainName(name);
  }
  return code in functionalClasses ? functionalClasses[code as keyof typeof functionalClasses].name : undefined;
}

/** The name, or a visible blank that names the code. */
export function nameOrBlank(facts: FactSet, code: string, form: string): Inline {
  const name = functionalName(facts, code);
  return name === undefined ? blank(`科目${code}的名称（${formName(form)}未列）`, `form.${form}.${code}.科目名称`) : printed(name);
}

/** Name of an economic 款 in a form: the catalogue's, or the last part of the printed header. */
export function economicWords(table: Table, column: ColumnName): string {
  const groups = economicGroups as Readonly<Record<string, { readonly name: string; readonly items: Readonly<Record<string, string>> }>>;
  return groups[column.slice(0, 3)]?.items[column] ?? table.columnName(column).split('·').pop()!.trim();
}

/** 7-digit rows of a form in code order, each once; project rows and sub-totals left out. */
export const itemCodes = (table: Table): readonly ItemCode[] =>
  [...new Set(table.rows.map((row) => row.key).filter((key): key is ItemCode => /^\d{7}$/.test(key)))].sort();
