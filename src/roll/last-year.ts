import { sum } from '../facts/arithmetic';
import { splitKey, type FactSet, type Reading } from '../facts/fact-set';
import type { Fact } from '../facts/traced';
import type { Key } from '../layouts/keys';

/** Rows that 附03 and CS02 both print, under one name. */
const inBoth = ['因公出国（境）费', '公务用车购置及运行维护费', '公务用车购置费', '公务用车运行维护费', '公务接待费'] as const;
const parts = ['因公出国（境）费', '公务用车购置及运行维护费', '公务接待费'] as const;

/**
 * Last year's figures where there is no workbook of last year: those that the 公开表 inside last year's document print, and
 * what this year's CS02 prints as 上年数. Each keeps the cell it was read from. undefined where neither prints any.
 */
export function lastYearWithout(printed: FactSet | undefined, year: number, now: FactSet, file: string): FactSet | undefined {
  const fromForms = printed && printed.tables.size > 0 ? printed : undefined;
  if (!fromForms && !now.tables.has('CS02')) return undefined;
  return {
    book: fromForms?.book ?? { role: '上年', unit: now.unitName, year },
    unitName: fromForms?.unitName || now.unitName,
    year,
    file,
    tables: fromForms?.tables ?? new Map(),
    ...(fromForms?.published ? { published: fromForms.published } : {}),
    find: (key) => {
      const found = fromForms?.find(key);
      return found?.state === 'number' ? found : (fromCs02(now, key) ?? found ?? { state: 'absent', what: '没有上年工作簿' });
    },
  };
}

/** Where the figures of last year come from, in words. */
export function sourcesOf(before: FactSet, now: FactSet, isWorkbook: boolean): readonly string[] {
  if (isWorkbook) return [`上年工作簿“${before.file}”`];
  return [
    ...(before.tables.size > 0 ? [`“${before.file}”里的公开表（${before.tables.size} 张）`] : []),
    ...(now.tables.has('CS02') ? [`本年工作簿 CS02 表的上年数`] : []),
  ];
}

function fromCs02(now: FactSet, key: string): Reading | undefined {
  const { table, row, column } = splitKey(key.replace(/@上年$/, ''));
  if (table !== 'F03' || column !== '统计数') return undefined;
  const at = (name: string): Fact | undefined => {
    const reading = now.find(`CS02.${name}.上年数` as Key);
    return reading.state === 'number' ? reading.fact : undefined;
  };
  if (inBoth.some((name) => name === row)) {
    const fact = at(row);
    return fact && { state: 'number', fact };
  }
  if (row !== '三公经费支出合计') return undefined;
  const found = parts.flatMap((name) => at(name) ?? []);
  if (found.length < parts.length) return undefined;
  const of = sum(...found);
  return { state: 'number', fact: { ...found[0]!, key, value: of.value, half: of.half, of, label: '三公经费支出合计' } };
}
