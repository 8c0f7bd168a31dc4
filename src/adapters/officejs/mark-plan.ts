import { markMessage } from '../../app/mark-look';
import type { Mark } from '../../app/ports';
import { parseA1 } from '../../kernel/address';
import { addressesOf, boxAddress, cellsOfBox, type Box } from '../../sheets/cells/areas';
import { cellsSaid, type FoundFormat, type FoundMessage, type FoundSheet } from './mark-state';

const kinds = ['rounding', 'warning', 'error'] as const;

/** What is to be done on one sheet so that it carries exactly the wanted marks. */
export interface Plan {
  readonly sheet: FoundSheet;
  /** Formats to take off, each with a range of its own by which it is found. */
  readonly off: readonly { readonly id: string; readonly at: string | undefined }[];
  readonly on: readonly { readonly kind: Mark['kind']; readonly addresses: readonly string[] }[];
  readonly unsay: readonly FoundMessage[];
  readonly say: readonly { readonly a1: string; readonly title: string; readonly message: string }[];
  /** Cells marked in the end. */
  readonly marked: number;
}

/** Which cells a format of an earlier write of this session lies over; Excel tells only single ranges. */
type Memory = ReadonlyMap<string, readonly string[]>;
export const memoryKey = (sheet: string, format: string): string => `${sheet}|${format}`;

export const isNothing = ({ off, on, unsay, say }: Plan): boolean => off.length + on.length + unsay.length + say.length === 0;

const has = (area: Box, cell: string): boolean => {
  const { row, column } = parseA1(cell);
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
};

/** A message by its cell, however many there are. */
function messageAt(messages: readonly FoundMessage[]): (cell: string) => FoundMessage | undefined {
  const single = messages.filter(({ area }) => area.rows * area.columns <= 64);
  const byCell = new Map(single.flatMap((message) => cellsOfBox(message.area).map((cell) => [cell, message] as const)));
  const large = messages.filter((message) => !single.includes(message));
  return (cell) => byCell.get(cell) ?? large.find(({ area }) => has(area, cell));
}
const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

/** The difference between what lies on a sheet and what is wanted; nothing where there is none. */
export function planFor(sheet: FoundSheet, marks: readonly Mark[], memory: Memory, withMessages: boolean): Plan {
  const wanted = new Map(marks.map((mark) => [mark.at.a1.replace(/\$/g, ''), mark]));
  // A cell with a validation of somebody else keeps it, and says nothing of ours.
  const theirs = sheet.messages.filter(({ ours, ruled, title, message }) => !ours && (ruled || title !== '' || message !== ''));
  const taken = messageAt(theirs);
  const free = (cell: string): boolean => taken(cell) === undefined;

  const kept = new Set<FoundFormat>();
  const on: Plan['on'][number][] = [];
  for (const kind of kinds) {
    const cells = [...wanted].filter(([, mark]) => mark.kind === kind).map(([cell]) => cell);
    const there = sheet.formats.filter((format) => format.kind === kind);
    const known = there.map((format) => lying(sheet, format, there.length === 1, memory, cells.every(free)));
    const stays =
      cells.length > 0 &&
      known.every((of) => of !== undefined) &&
      same(
        known.flatMap((of) => of ?? []),
        cells,
      );
    if (stays) there.forEach((format) => kept.add(format));
    else if (cells.length > 0) on.push({ kind, addresses: addressesOf(cells.map(parseA1)) });
  }
  const off = sheet.formats.filter((format) => !kept.has(format)).map((format) => ({ id: format.id, at: own(sheet, format, memory) }));
  return { sheet, off, on, ...(withMessages ? messages(sheet, wanted, free) : { unsay: [], say: [] }), marked: wanted.size };
}

/** The cells of a format, as far as they are known. */
function lying(sheet: FoundSheet, format: FoundFormat, only: boolean, memory: Memory, said: boolean): readonly string[] | undefined {
  if (format.area) return cellsOfBox(format.area);
  const remembered = memory.get(memoryKey(sheet.id, format.id));
  if (remembered) return remembered;
  // One format for the kind, and every cell of the kind says so: then it lies over those cells.
  return only && said && format.kind ? cellsSaid(sheet, format.kind).flatMap(cellsOfBox) : undefined;
}

/** A cell of the format: through it alone two rules of the dialog elsewhere on the sheet cannot get in the way. */
const own = (sheet: FoundSheet, format: FoundFormat, memory: Memory): string | undefined =>
  format.area ? boxAddress(format.area) : memory.get(memoryKey(sheet.id, format.id))?.[0];

function messages(sheet: FoundSheet, wanted: ReadonlyMap<string, Mark>, free: (cell: string) => boolean): Pick<Plan, 'unsay' | 'say'> {
  const ours = sheet.messages.filter((message) => message.ours);
  const right = (cell: string, { title, message, ruled }: FoundMessage): boolean => {
    const mark = wanted.get(cell);
    const say = mark && markMessage(mark);
    return say !== undefined && !ruled && say.title === title && say.message === message;
  };
  const stays = new Set(ours.filter((message) => cellsOfBox(message.area).every((cell) => right(cell, message))));
  const at = messageAt(ours);
  const open = (found: FoundMessage | undefined): boolean => found === undefined || (!found.ruled && !stays.has(found));
  const say = [...wanted].filter(([cell]) => free(cell) && open(at(cell)));
  const fresh = new Set(say.map(([cell]) => cell));
  return {
    // What is written over anyway need not be taken off first.
    unsay: ours.filter((message) => !stays.has(message) && !cellsOfBox(message.area).every((cell) => fresh.has(cell))),
    say: say.map(([cell, mark]) => ({ a1: cell, ...markMessage(mark) })),
  };
}
