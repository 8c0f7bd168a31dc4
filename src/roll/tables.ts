import Decimal from 'decimal.js';
import { parseA1 } from '../kernel/address';
import type { FactSet, Table, TableRow } from '../facts/fact-set';
import type { Fact } from '../facts/traced';
import { cellsOf } from '../facts/traced';
import type { WordParagraph } from '../ooxml/word/model';
import type { OpenSpot, RolledParagraph, RolledText } from './model';
import { rollRows } from './table-rows';
import type { TableSheet } from './table-sheets';

/** Cells of the 公开表 inside a document, as this year's forms have them. */
interface RolledTables {
  readonly cells: readonly RolledParagraph[];
  /** Rows of which every number was dealt with. */
  readonly rows: ReadonlySet<number>;
}

/**
 * The 公开表 inside last year's document from this year's cells. `printed`: the tables as read by the forms' reader.
 * A cell is replaced when last year's form gives what it prints; otherwise it stays and is marked.
 */
export function rollTables(sheets: readonly TableSheet[], printed: FactSet, last: FactSet, now: FactSet): RolledTables {
  const bySheet = new Map(sheets.map((one) => [one.sheet.name, one]));
  const cells = new Map<number | string, RolledParagraph>();
  const rows = new Set<number>();
  for (const table of [...printed.tables.values(), ...(printed.published ?? [])]) {
    const own = bySheet.get(table.sheet);
    if (!own) continue;
    for (const index of own.rows) rows.add(index);
    const lines = rollRows(table, own, now, (row) => isProved(table, row, last));
    for (const line of lines.rows) cells.set(line.act === 'insert' ? `${line.text} ${table.sheet}` : line.index, line);
    for (const [paragraph, fact] of numbersOf(table, own)) {
      if (lines.gone.has(paragraph.index)) continue;
      const cell = rolledCell(paragraph, fact, table, last, now);
      if (cell.status !== 'kept') cells.set(paragraph.index, cell);
    }
    const { missing } = lines;
    const foot = numbersOf(table, own)
      .filter(([{ index }]) => !lines.gone.has(index))
      .at(-1)?.[0];
    if (foot && missing.length > 0) cells.set(foot.index, withMissing(cells.get(foot.index) ?? base(foot.index, foot.text), missing));
  }
  return { cells: [...cells.values()], rows };
}

function numbersOf(table: Table, own: TableSheet): readonly (readonly [WordParagraph, Fact])[] {
  return table.rows.flatMap((row) =>
    table.columns.flatMap((column): (readonly [WordParagraph, Fact])[] => {
      const reading = table.at(row.key as never, column as never);
      if (reading.state !== 'number' || reading.fact.noRow) return [];
      const at = parseA1(reading.fact.at.a1);
      const paragraph = own.paragraphAt(at.row, at.column);
      return paragraph ? [[paragraph, reading.fact]] : [];
    }),
  );
}

function withMissing(cell: RolledParagraph, missing: readonly string[]): RolledParagraph {
  const why = `本年新增科目：${missing.join('、')}，请在表中补行。`;
  return {
    ...cell,
    status: 'open',
    why: `${cell.why}${why}`,
    open: [...cell.open, { start: 0, end: cell.last.length, kind: 'list', why }],
  };
}

const HALF = new Decimal('0.5');

/** Does last year's form give every number that a row prints? */
const isProved = (table: Table, { key }: TableRow, last: FactSet): boolean =>
  table.columns.every((column) => {
    const reading = table.at(key, column);
    if (reading.state !== 'number' || reading.fact.noRow) return true;
    const before = numberAt(last, reading.fact.key);
    return before !== undefined && before.value.minus(reading.fact.value).abs().lte(reading.fact.half);
  });

function rolledCell(paragraph: WordParagraph, fact: Fact, table: Table, last: FactSet, now: FactSet): RolledParagraph {
  const { index, text } = paragraph;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const spot = (why: string): RolledParagraph => ({
    ...base(index, text),
    status: 'open',
    why,
    open: [{ start, end, kind: 'figure', why }] as OpenSpot[],
  });
  const [before, after] = [numberAt(last, fact.key), numberAt(now, fact.key)];
  if (!before) return spot('没有找到对应的上年单元格，数未改。');
  const decimals = text.split(/[.．]/)[1]?.trim().length ?? 0;
  const scale = new Decimal(table.unit === '万元' && fact.unit === '元' ? 10000 : 1);
  const step = new Decimal(10).pow(-Math.max(decimals, 2)).times(scale);
  if (before.value.minus(fact.value).abs().gt(step.times(HALF).plus(fact.half))) return spot('上年表中就与决算报表不符，数未改。');
  if (!after) return spot('本年报表中没有这一格，请核对。');
  if (fact.blank && after.value.isZero()) return base(index, text);
  const value = after.value.div(scale).toFixed(fact.unit === '元' ? Math.max(decimals, 2) : 0, Decimal.ROUND_HALF_UP);
  const to = text.includes(',') ? value.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : value;
  const gone = after.noRow && !before.noRow ? '本年没有这一科目，请删去这一行。' : '';
  return {
    ...base(index, text),
    text: `${text.slice(0, start)}${to}${text.slice(end)}`,
    status: gone ? 'open' : 'rolled',
    why: gone,
    changes: to === text.slice(start, end) ? [] : [{ start, end, from: text.slice(start, end), to, cells: cellsOf(after) }],
    open: gone ? [{ start, end, kind: 'list', why: gone }] : [],
  };
}

const base = (index: number, last: string): RolledParagraph => ({
  index,
  last,
  text: last,
  status: 'kept',
  why: '',
  changes: [],
  open: [],
  act: 'change',
});

/** A fact by its key, or undefined where the year has no such cell. */
function numberAt(facts: FactSet, key: string): Fact | undefined {
  const reading = facts.find(key.replace(/@上年$/, '') as never);
  return reading.state === 'number' ? reading.fact : undefined;
}

/** The text with its tables: rows that were dealt with give way to their cells. */
export function withTables(rolled: RolledText, { cells, rows }: RolledTables): RolledText {
  if (cells.length === 0) return rolled;
  const settled = (paragraph: RolledParagraph): boolean =>
    rows.has(paragraph.index) && paragraph.act === 'change' && paragraph.changes.length === 0;
  const open = rolled.paragraphs.filter(settled).reduce((sum, one) => sum + one.open.filter(({ kind }) => kind === 'figure').length, 0);
  const paragraphs = rolled.paragraphs.map((one): RolledParagraph => (settled(one) ? { ...one, status: 'kept', why: '', open: [] } : one));
  const waiting = cells.filter(({ open: spots }) => spots.some(({ kind }) => kind === 'figure')).length;
  const figures = rolled.counts.figures + cells.filter(({ row }) => row === undefined).length;
  const left = rolled.counts.open - open + waiting;
  return {
    ...rolled,
    paragraphs: [...paragraphs, ...cells],
    counts: { figures, rolled: figures - left, open: left },
  };
}
