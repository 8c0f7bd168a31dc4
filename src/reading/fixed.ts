import type { RowName } from '../layouts/keys';
import type { TableRow } from '../facts/fact-set';
import type { Finding } from '../facts/outcome';
import type { FixedBody, RowWords } from '../layouts/layout';
import { readAmount } from './amount';
import { findBlocks, type FormBlock } from './blocks';
import type { Body, Lookup } from './body';
import type { Frame } from './frame';
import type { SheetGrid } from './grid';
import { problem } from './problems';
import { alternatives, label, printedName } from './words';

interface FoundRow {
  readonly words: RowWords;
  readonly row: number;
  readonly labelBlock: FormBlock;
  readonly block: FormBlock;
}

/** Finds rows by their labels in blocks that stand side by side; undefined when no block is printed. */
export function readFixed(grid: SheetGrid, frame: Frame, layout: FixedBody, form: string): Body | undefined {
  const located = findBlocks(grid, frame, layout, form);
  if (!located) return undefined;
  const { blocks, dataTop } = located;
  const problems: Finding[] = [...located.problems];
  const labels = new Map(blocks.map((block) => [block, readLabels(grid, block, dataTop)]));
  const found = new Map<string, FoundRow>();
  const wanted = layout.open ? openRows(blocks, labels, layout.counts ?? false) : layout.rows;

  /** Rows that stand twice, by their first word. */
  const twice = new Set<string>();
  const locate = (words: RowWords): void => {
    const above = words.above === undefined ? undefined : found.get(words.above)?.row;
    const below = words.below === undefined ? undefined : found.get(words.below)?.row;
    if (words.below !== undefined && below === undefined) return;
    const list = alternatives(words.words);
    const printed = (word: string) =>
      blocks
        .filter((block) => words.in.includes(block.name))
        .flatMap((labelBlock) => (labels.get(labelBlock) ?? []).filter((l) => l.word === word).map((l) => ({ labelBlock, row: l.row })))
        .filter(({ row }) => (above === undefined || row < above) && (below === undefined || row > below));
    const hits = list.map(printed).find((found) => found.length > 0) ?? [];
    const numbered = hits.filter((hit) => lineOf(grid, hit.labelBlock, hit.row) !== undefined);
    const rows = new Set((hits.length > 1 && numbered.length > 0 ? numbered : hits).map((hit) => hit.row));
    const hit = (hits.length > 1 && numbered.length > 0 ? numbered : hits)[0];
    if (!hit) return;
    if (rows.size > 1) {
      const cells = [...rows].map((row) => grid.at(row, hit.labelBlock.label));
      twice.add(list[0]!);
      problems.push(problem('rowTwice', `${form}的“${list[0]}”行出现 ${rows.size} 次，无法确定以哪一行为准。`, cells));
      return;
    }
    found.set(words.key, { words, row: hit.row, labelBlock: hit.labelBlock, block: valueBlock(grid, words, hit, blocks) });
  };
  // Rows that others are placed by come first; a chain of two is as deep as forms go.
  wanted.filter((words) => !words.above && !words.below).forEach(locate);
  wanted.filter((words) => words.above ?? words.below).forEach(locate);

  const unknown = layout.open ? new Set<string>() : reportUnknown(grid, form, blocks, labels, found, problems);
  for (const words of wanted) {
    if (words.required && !found.has(words.key) && !twice.has(alternatives(words.words)[0]!)) {
      problems.push(
        problem(
          'rowMissing',
          `${form}没有找到“${words.words.split('|')[0]}”行${words.words.split('|')[0] === words.key ? '' : `（${words.key}）`}。`,
          [grid.at(frame.headTop, blocks[0]!.label)],
          [],
          words.key,
        ),
      );
    }
  }

  const wordsOf = new Map(wanted.map((words) => [words.key, words]));
  const lookup = (row: string, column: string): Lookup => {
    const hit = found.get(row);
    if (hit) {
      const place = hit.block.columns.find((c) => c.key === column);
      return place
        ? { cell: { row: hit.row, column: place.column } }
        : { absent: `${form}的“${wordsOf.get(row)!.words.split('|')[0]}”行没有“${column}”栏` };
    }
    const total = wordsOf.get(row)?.unprinted;
    const block = wordsOf.get(row)?.in[0];
    if (total === undefined || block === undefined || unknown.has(block) || !blocks.some((b) => b.name === block)) {
      return { absent: `${form}没有“${wordsOf.get(row)?.words.split('|')[0] ?? row}”行` };
    }
    const stand = lookup(total, column);
    return 'cell' in stand ? { zero: stand.cell } : { absent: `${form}没有“${wordsOf.get(row)!.words.split('|')[0]}”行` };
  };

  const hits = [...found.values()].sort((a, b) => blocks.indexOf(a.labelBlock) - blocks.indexOf(b.labelBlock) || a.row - b.row);
  const rows: TableRow[] = hits.map(({ words, row, labelBlock, block }) => {
    const line = lineOf(grid, block, row) ?? lineOf(grid, labelBlock, row);
    const name = nameOf(grid.text(row, labelBlock.label));
    return { key: words.key as RowName, name, row: grid.sheet.top + row, ...(line === undefined ? {} : { line }) };
  });
  const columns = [...new Set(blocks.flatMap((block) => block.columns.map((c) => c.key)))];
  const names = new Map(blocks.flatMap((block) => block.columns.map((c) => [c.key, c.name] as const)));
  const percents = new Set(blocks.flatMap((block) => block.columns.filter((c) => c.percent).map((c) => c.key)));
  return {
    rows,
    columns,
    columnName: (key) => names.get(key) ?? key,
    lookup,
    isCount: (row) => wordsOf.get(row)?.count ?? false,
    isPercent: (column) => percents.has(column),
    eachRow: (visit) => {
      if (layout.open) return;
      const amounts = new Map(blocks.map((block) => [block, block.columns.filter((c) => !c.percent).map((c) => c.column)]));
      for (const { row, block } of hits) visit(row, amounts.get(block)!);
    },
    problems,
  };
}

interface Label {
  readonly row: number;
  readonly word: string;
}

function readLabels(grid: SheetGrid, block: FormBlock, dataTop: number): readonly Label[] {
  const labels: Label[] = [];
  for (let row = dataTop; row < grid.height; row += 1) {
    const word = label(grid.text(row, block.label));
    if (/^(?:注|备注|说明)[::\d]/.test(word)) break;
    if (word !== '') labels.push({ row, word });
  }
  return labels;
}

const lineOf = (grid: SheetGrid, block: FormBlock, row: number): number | undefined => {
  const text = block.line === undefined ? '' : grid.bare(row, block.line);
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
};

/** The block of the values: as the layout says, unless 行次 shows that this sheet prints them beside the label. */
function valueBlock(
  grid: SheetGrid,
  words: RowWords,
  hit: { labelBlock: FormBlock; row: number },
  blocks: readonly FormBlock[],
): FormBlock {
  const wanted =
    (words.values ?? []).map((name) => blocks.find((block) => block.name === name)).find((block) => block !== undefined) ?? hit.labelBlock;
  const beside = lineOf(grid, hit.labelBlock, hit.row) !== undefined && lineOf(grid, wanted, hit.row) === undefined;
  return beside ? hit.labelBlock : wanted;
}

/** Labels that no row of the layout has, with an amount beside them. Returns the blocks in which one stands. */
function reportUnknown(
  grid: SheetGrid,
  form: string,
  blocks: readonly FormBlock[],
  labels: ReadonlyMap<FormBlock, readonly Label[]>,
  found: ReadonlyMap<string, FoundRow>,
  problems: Finding[],
): ReadonlySet<string> {
  const known = new Set([...found.values()].map((hit) => `${hit.labelBlock.label}|${hit.row}`));
  // The amounts of a row may stand in another block than its label.
  const used = new Set([...found.values()].map((hit) => `${hit.block.columns[0]?.column}|${hit.row}`));
  const named = new Set<string>();
  const amountIn = (block: FormBlock, row: number): FormBlock['columns'][number] | undefined =>
    block.columns.find((column) => {
      const amount = readAmount(grid.value(row, column.column));
      return amount.state === 'number' && !amount.value.isZero();
    });
  for (const block of blocks) {
    const printed = labels.get(block) ?? [];
    const rows = new Set(printed.map(({ row }) => row));
    for (let row = (printed[0]?.row ?? 0) + 1; row < (printed.at(-1)?.row ?? 0); row += 1) {
      const filled = rows.has(row) || used.has(`${block.columns[0]?.column}|${row}`) ? undefined : amountIn(block, row);
      if (filled)
        problems.push(
          problem('rowUnknown', `${form}第 ${grid.sheet.top + row + 1} 行有金额但没有项目名称，没有读入。`, [grid.at(row, filled.column)]),
        );
    }
    for (const { row, word } of printed) {
      if (known.has(`${block.label}|${row}`)) continue;
      const filled = amountIn(block, row);
      if (!filled || problems.some((p) => p.rule === 'READ-F19' && p.cells.some((c) => c.a1 === grid.at(row, block.label).a1))) continue;
      named.add(block.name);
      problems.push(
        problem('rowUnknown', `${form}的“${word}”行有金额但不认识，没有读入。`, [grid.at(row, block.label), grid.at(row, filled.column)]),
      );
    }
  }
  return named;
}

/** Rows of a form whose rows are not known: each label is its own key. */
function openRows(blocks: readonly FormBlock[], labels: ReadonlyMap<FormBlock, readonly Label[]>, count: boolean): readonly RowWords[] {
  const words = blocks.flatMap((block) =>
    (labels.get(block) ?? []).map((l) => ({ key: l.word.replace(/\./g, '．'), words: l.word, in: [block.name], count })),
  );
  const once = new Map<string, number>();
  for (const row of words) once.set(row.key, (once.get(row.key) ?? 0) + 1);
  return words.filter((row) => once.get(row.key) === 1);
}

const nameOf = (text: string): string => {
  let name = printedName(text);
  for (let next = strip(name); next !== name; next = strip(name)) name = next;
  return name;
};
const strip = (text: string): string =>
  text.replace(/^(?:其中[：:]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])\s*/, '');
