import { thisYear } from '../kit/books';
import Decimal from 'decimal.js';
import { splitKey, type FactSet, type Reading, type Table } from '../../src/facts/fact-set';
import { codeRow } from '../../src/layouts/keys';
import type { Fact, Traced, Unit } from '../../src/facts/traced';
import type { Block, Inline, Paragraph, ReportDocument } from '../../src/narrative/document';
import { fields, keyOf } from '../../src/supplements/fields';
import type { SheetPicture, PictureCell } from '../../src/sheets/picture/picture';
import { parseA1 } from '../../src/kernel/address';

const source = { by: 'house', doc: '测试', clause: '测试' } as const;

export const fact = (sheet: string, a1: string, value: number | string, more: Partial<Fact> = {}): Fact => ({
  kind: 'fact',
  key: `Z01.${a1}.决算数`,
  value: new Decimal(value),
  half: new Decimal(0),
  unit: '元',
  scale: 1,
  label: `${a1}行 · 决算数`,
  at: { book: thisYear, sheet, a1 },
  ...more,
});
export const words = (text: string): Inline => ({ kind: 'words', text });
export const wan = (of: Traced, text = `${of.value.div(10000).toDecimalPlaces(2, 4).toString()}万元`): Inline => ({
  kind: 'figure',
  text,
  of,
  shown: { as: 'wan', decimals: 2 },
});
export const rate = (of: Traced, text = `${of.value.toDecimalPlaces(2, 4).toString()}%`): Inline => ({
  kind: 'figure',
  text,
  of,
  shown: { as: 'percent', decimals: 2 },
});
export const blank = (ask: string, key: string): Inline => ({ kind: 'blank', ask, key });
export const paragraph = (id: string, ...inlines: Inline[]): Paragraph => ({ kind: 'paragraph', id, inlines, sources: ['财决01表'] });

export function documentOf(blocks: readonly Block[], more: Partial<Omit<ReportDocument, 'stage'>> = {}): ReportDocument {
  return {
    stage: 'draft',
    unit: '某县政府办公室',
    year: 2024,
    profile: 'test',
    title: '2024年度单位决算情况说明',
    sections: [
      {
        id: 'S01',
        heading: '一、收入支出决算总体情况说明',
        source,
        asks: fields.map((field) => ({ field: keyOf(field), at: '' })),
        blocks,
      },
    ],
    glossary: { id: 'G', heading: '名词解释', source, asks: [], blocks: [] },
    charts: [],
    missing: [],
    ...more,
  };
}

/** A table of 项 with one amount each, as 财决07 reads. */
export function z07(amounts: Readonly<Record<string, number>>): Table {
  const rows = Object.keys(amounts).map((key, i) => ({ key: codeRow(key), name: `项目${key}`, row: 9 + i }));
  return {
    id: 'Z07',
    title: '一般公共预算财政拨款收入支出决算表',
    book: thisYear,
    sheet: 'Z07',
    unit: '元',
    year: 2024,
    rows,
    columns: ['本年支出·合计'],
    columnName: (column) => column,
    row: (key) => rows.find((row) => row.key === key),
    at: (row, column): Reading =>
      row in amounts
        ? { state: 'number', fact: fact('Z07', 'K10', amounts[row]!, { key: `Z07.${row}.${column}` }) }
        : { state: 'absent', what: row },
    unitOf: (): Unit => '元',
  };
}

export function factSet(values: Readonly<Record<string, Fact>>, tables: readonly Table[] = [], file = '2024.xlsx', year = 2024): FactSet {
  const byId = new Map(tables.map((table) => [table.id, table]));
  return {
    book: { role: '本年', unit: '某县政府办公室', year },
    unitName: '某县政府办公室',
    year,
    file,
    tables: byId,
    find(key): Reading {
      const found = values[key];
      if (found) return { state: 'number', fact: found };
      const table = byId.get(key.split('.')[0]!);
      const { row, column } = splitKey(key);
      return table ? table.at(row, column) : { state: 'absent', what: key };
    },
  };
}

/** The last cell put at an address, as a host draws it. */
export function at(picture: SheetPicture, address: string): PictureCell | undefined {
  const { row, column } = parseA1(address);
  return picture.cells.filter((cell) => cell.row === row && cell.column === column).pop();
}
export const columnOf = (picture: SheetPicture, column: number): readonly (string | number | undefined)[] =>
  picture.cells.filter((cell) => cell.column === column).map(({ value }) => value);
export const rowWith = (picture: SheetPicture, column: number, value: string): number => {
  const found = picture.cells.find((cell) => cell.column === column && cell.value === value);
  if (!found) throw new Error(`no ${value} in column ${column}`);
  return found.row;
};
