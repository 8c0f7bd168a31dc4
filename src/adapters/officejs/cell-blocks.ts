import type { Scalar } from '../../kernel/workbook';
import { codeOf, explain, type Job } from './errors';

/**
 * Cells fetched in one round trip. Excel on the web answers at most 5 MB; a cell of a real workbook takes 6 bytes. More at
 * once would hold the pane up while Microsoft's client unpacks them. A 决算 workbook has some 70,000 and comes in one piece.
 */
const CELLS_AT_ONCE = 100_000;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
/** Cells of one sheet, by its id, that are fetched together. */
export interface CellBlock {
  readonly sheet: string;
  readonly area: Area;
}

/** Puts the blocks into as few groups as the limit allows; one beyond it is cut into bands of rows. */
export function grouped(blocks: readonly CellBlock[]): readonly (readonly CellBlock[])[] {
  const groups: CellBlock[][] = [];
  let room = 0;
  for (const { sheet, area } of blocks) {
    const most = Math.max(1, Math.floor(CELLS_AT_ONCE / area.columns));
    for (let from = 0; from < area.rows; from += most) {
      const piece: CellBlock = { sheet, area: { ...area, row: area.row + from, rows: Math.min(most, area.rows - from) } };
      const cells = piece.area.rows * piece.area.columns;
      if (cells > room) {
        groups.push([]);
        room = CELLS_AT_ONCE;
      }
      groups[groups.length - 1]!.push(piece);
      room -= cells;
    }
  }
  return groups;
}

const ask = {
  values: (range: Excel.Range) => range.load('values'),
  numberFormat: (range: Excel.Range) => range.load('numberFormat'),
  text: (range: Excel.Range) => range.load('text'),
};

type Fetched = readonly (readonly [CellBlock, Scalar[][]])[];

/** What the cells of a group hold, in one round trip; where Excel finds the answer too large, in two halves. */
export async function fetched(group: readonly CellBlock[], what: keyof typeof ask, job: Job): Promise<Fetched> {
  try {
    return await Excel.run(async (context) => {
      const ranges = group.map(({ sheet, area }) => {
        const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(area.row, area.column, area.rows, area.columns);
        ask[what](range);
        return range;
      });
      await context.sync();
      return ranges.map((range, i): readonly [CellBlock, Scalar[][]] => [group[i]!, range[what] as Scalar[][]]);
    });
  } catch (error) {
    const halves = codeOf(error) === 'ResponsePayloadSizeLimitExceeded' ? halved(group) : undefined;
    if (!halves) throw explain(error, job);
    return [...(await fetched(halves[0], what, job)), ...(await fetched(halves[1], what, job))];
  }
}

function halved(group: readonly CellBlock[]): readonly [readonly CellBlock[], readonly CellBlock[]] | undefined {
  if (group.length > 1) {
    const middle = Math.ceil(group.length / 2);
    return [group.slice(0, middle), group.slice(middle)];
  }
  const only = group[0];
  if (!only || only.area.rows < 2) return undefined;
  const upper = Math.ceil(only.area.rows / 2);
  const { sheet, area } = only;
  return [[{ sheet, area: { ...area, rows: upper } }], [{ sheet, area: { ...area, row: area.row + upper, rows: area.rows - upper } }]];
}
