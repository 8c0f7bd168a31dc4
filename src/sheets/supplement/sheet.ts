import type { Scalar } from '../../kernel/workbook';
import { askedFields, asksOf, usedIn } from '../../narrative/asks';
import { remarksByField } from '../../narrative/reasons/all-remarks';
import { chineseNumeral } from '../../narrative/say';
import { bookletSections, fieldOf, fields, keyOf, fieldSections, wildcardOf } from '../../supplements/fields';
import type { Field, SectionId } from '../../supplements/fields';
import { readSupplementSheet, type KeptRow } from '../../supplements/read-sheet';
import type { KeyFigure } from '../../supplements/schema';
import { grid, isList, marker, OWN_COLUMNS } from '../../supplements/sheet-grid';
import { tableRows, tableOfSection, tables } from '../../supplements/tables';
import { ownSheets } from '../../kernel/own-sheets';
import { atOnce, type Slices } from '../../kernel/slices';
import type { SheetPicture } from '../picture/picture';
import type { SupplementContent, SupplementSheetInput } from './content';
import { SupplementPainter, supplementColumns } from './painter';
import { putKeptAsides, putList, putOthers } from './lists';
import { putTable } from './tables';
import { explains, lastYearWrote, priorPlace } from './words';

const nothingKept: KeptRow = { values: new Map(), rows: new Map(), tableRows: new Map(), others: [], beside: new Map() };

/** Fewest rows for the names of projects. */
const PROJECT_ROWS = 5;

function singleFields(section: SectionId, content: SupplementContent): readonly { readonly key: string; readonly field: Field }[] {
  const own = fields.filter((field) => field.section === section && field.each === undefined && content.has(field));
  const rows = own.flatMap((field) => {
    const key = keyOf(field);
    if (field.type !== 'texts') return [{ key, field }];
    const named = [...content.supplements.entries.keys(), ...content.kept.values.keys()].filter((k) => k.startsWith(`${key}.`));
    const count = Math.max(PROJECT_ROWS, named.length + 1, ...named.map((k) => Number(k.slice(key.length + 1)) + 1));
    return Array.from({ length: count }, (_, i) => ({ key: `${key}.${i + 1}`, field: i === 0 ? field : { ...field, hint: '' } }));
  });
  const wanted = (key: string): boolean => content.needs(key) || content.supplements.entries.has(key) || content.kept.values.has(key);
  // The rows of one field stay together.
  const first = ({ field }: { field: Field }): boolean => rows.some((row) => row.field.path === field.path && wanted(row.key));
  return [...rows.filter(first), ...rows.filter((row) => !first(row))];
}

function putField(painter: SupplementPainter, content: SupplementContent, key: string, field: Field): void {
  const { supplements, kept, needs } = content;
  const input = { years: content.years, supplements };
  const bad = kept.values.has(key) && !supplements.entries.has(key);
  const value: Scalar | undefined = bad ? kept.values.get(key) : painter.shown(supplements.entries.get(key)?.value);
  const figure = field.section === 'prior' ? (field.path[1] as KeyFigure) : undefined;
  const known = figure && priorPlace(figure, input);
  const place = bookletSections[field.section] ?? usedIn(content.document, keyOf(field));
  const usual = [field.hint, place && `用于：${place}`].filter(Boolean).join('；');
  const offered = supplements.entries.has(key) || field.type !== 'text' ? '' : lastYearWrote(key, content.last);
  const hint = known?.words ?? [content.remark(key), explains(key, input, content.profile), offered, usual].filter(Boolean).join('；');
  painter.key(key);
  painter.text(grid.label, field.type === 'texts' ? `${field.label} ${key.slice(key.lastIndexOf('.') + 1)}` : field.label, 'label');
  painter.input(grid.value, value, field, field.type === 'text' || field.type === 'texts' ? grid.third : grid.value);
  painter.say(grid.value, field.label, hint);
  if (figure) {
    painter.value(grid.second, known?.value, 'reference');
    painter.value(grid.third, undefined, 'label');
  } else if (field.type !== 'text' && field.type !== 'texts') {
    painter.value(grid.second, undefined, 'label');
    painter.value(grid.third, undefined, 'label');
  }
  painter.text(grid.hint, hint, 'hint');
  painter.status(bad ? 'bad' : needs(key) || supplements.entries.has(key) ? 'live' : 'none');
  painter.end(kept.beside.get(key));
}

/**
 * 补充信息, laid out for a person to fill. What this workbook needs stands first in each section. Every value, every value
 * that could not be read and every row that is not ours stays; nothing is overwritten.
 */
export const supplementSheet = (input: SupplementSheetInput): SheetPicture => atOnce(supplementSlices(input));

/** reasons.S07.abroad, reasons.S07, reasons */
const upwards = (key: string): readonly string[] => key.split('.').map((_, i, parts) => parts.slice(0, parts.length - i).join('.'));

/** The same, a few rows at a time. */
export function* supplementSlices(input: SupplementSheetInput): Slices<SheetPicture> {
  const kept = input.previous ? readSupplementSheet(input.previous).kept : nothingKept;
  yield;
  // The text may wait for a whole part (performance, vehicles.kept); a field is only itself (reasons.S07 is not reasons.S07.abroad).
  const waits = new Set(input.document.missing.map(({ key }) => key));
  const parts = [...waits].filter((wait) => fieldOf(wait) === undefined || wait === 'performance.projects');
  const needs = (key: string): boolean => waits.has(key) || parts.some((part) => key.startsWith(`${part}.`));
  const asked = askedFields(input.document);
  const filled = [...input.supplements.entries.keys(), ...kept.values.keys()];
  const filledParts = new Set(filled.flatMap(upwards));
  // A field that this text does not ask for is drawn only while it holds something: nothing supplied is lost by another profile.
  const has = (field: Field): boolean =>
    field.section === 'settings' ||
    field.section in bookletSections ||
    asked.has(keyOf(field)) ||
    (field.each ? filled.some((key) => wildcardOf(field, key) !== undefined) : filledParts.has(keyOf(field)));
  const remarks = remarksByField({ years: input.years, supplements: input.supplements }, input.profile, asksOf(input.document));
  const remark = (key: string): string => remarks.get(key)?.message.replace(/。$/, '') ?? '';
  yield;
  const content: SupplementContent = { ...input, kept, needs, has, remark };
  const painter = new SupplementPainter();

  painter.title(
    '补充信息',
    '黄色格由人填写，填好后重新生成说明；不填的留空。金额单位：元。第一列（隐藏）认得每一行，请保留。状态为“待补”的是本次说明还缺的内容。',
  );
  let number = 0;
  const numbered = (): string => `${chineseNumeral((number += 1))}、`;
  for (const [id, heading] of Object.entries(fieldSections) as [SectionId, string][]) {
    if (!fields.some((field) => field.section === id && content.has(field)) && !(isList(id) && kept.rows.has(id))) continue;
    const words = id === 'budgets' ? heading.replace('全年预算数', input.profile.budget) : heading;
    painter.section(id, numbered() + words, kept.beside.get(`${marker.section}${id}`));
    for (const { key, field } of singleFields(id, content)) putField(painter, content, key, field);
    if (isList(id)) yield* putList(painter, content, id);
    const table = tableOfSection(id);
    if (table) putTable(painter, content, table);
  }
  putKeptAsides(painter, content, input.asides.length > 0 ? numbered() : '');
  putOthers(painter, content);

  const last = painter.lastRow;
  return {
    name: ownSheets.supplement,
    tabColor: 'D9A400',
    columns: supplementColumns,
    rowHeights: painter.rowHeights,
    cells: painter.cells,
    merges: painter.merges,
    charts: [],
    freezeRows: 2,
    gridlines: false,
    lists: painter.lists,
    prompts: painter.prompts,
    conditions: [
      { range: `G3:G${last}`, formula: '$G3="待补"', style: 'warn' },
      { range: `G3:G${last}`, formula: '$G3="有误"', style: 'bad' },
      { range: `G3:G${last}`, formula: '$G3="已填"', style: 'good' },
    ],
    page: {
      orientation: 'landscape',
      fitToWidth: true,
      margins: { top: 1.8, bottom: 1.6, left: 1.5, right: 1.5 },
      // The wide tables are printed only where they hold something beyond the other columns.
      area: `A1:${tables.some((table) => table.fields.length >= OWN_COLUMNS && tableRows(table, input.supplements.entries.keys()).length > 0) ? 'L' : 'G'}${last}`,
      footer: '第 &P 页 共 &N 页',
    },
  };
}
