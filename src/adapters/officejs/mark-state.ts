import { isMarkFormula, isMarkTitle, kindOfTitle, markFills } from '../../app/mark-look';
import type { Mark } from '../../app/ports';
import { boxAddress, boxOf, cellsOfBox, type Box } from '../../sheets/cells/areas';
import { codeOf } from './errors';

/** One conditional format of ours. */
export interface FoundFormat {
  readonly id: string;
  readonly kind: Mark['kind'] | undefined;
  /** Undefined where Excel does not tell: it lies over several ranges. */
  readonly area?: Box;
}
/** What is said at cells, by us or by somebody else. */
export interface FoundMessage {
  readonly area: Box;
  readonly ours: boolean;
  /** The cells have a rule beside our message: somebody has put it there since. */
  readonly ruled: boolean;
  readonly title: string;
  readonly message: string;
}
/** A sheet with what we have put on it. */
export interface FoundSheet {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly formats: readonly FoundFormat[];
  readonly messages: readonly FoundMessage[];
}

export interface SheetName {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
}

/** One round trip: all sheets of the workbook. */
export const namesOf = (): Promise<readonly SheetName[]> =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name,items/protection/protected');
    await context.sync();
    return worksheets.items.map((sheet) => ({ id: sheet.id, name: sheet.name, protected: sheet.protection.protected }));
  });

/**
 * What lies on these sheets, in at most three round trips. Throws as Excel does: one sheet that cannot be read fails them
 * all, and is to be asked alone. Without `withMessages` only formats are looked for.
 */
export async function stateOf(sheets: readonly SheetName[], withMessages: boolean): Promise<readonly FoundSheet[]> {
  const found = await Excel.run(async (context) => {
    const asked = sheets.map((one) => {
      const formats = context.workbook.worksheets.getItem(one.id).getRange().conditionalFormats;
      formats.load('items/id,items/type');
      // A protected sheet lets nobody look for special cells.
      if (one.protected || !withMessages) return { one, formats };
      const cells = context.workbook.worksheets.getItem(one.id).getRange().getSpecialCellsOrNullObject('DataValidations');
      const { areas } = cells;
      areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount,items/dataValidation/type,items/dataValidation/prompt');
      return { one, formats, cells, areas };
    });
    await context.sync();
    return asked.map(({ one, formats, cells, areas }) => ({
      one,
      custom: formats.items.filter(({ type }) => type === 'Custom').map(({ id }) => ({ sheet: one.id, format: id })),
      areas: !cells || cells.isNullObject ? [] : areas.items.map((range) => ({ area: rect(range), said: range.dataValidation })),
    }));
  });
  const ours = await ownAmong(found.flatMap(({ custom }) => custom));
  const mixed = found.flatMap(({ one, areas }) => areas.filter(isMixed).map(({ area }) => ({ sheet: one.id, area })));
  const apart = await saidAt(mixed);
  return found.map(({ one, areas }) => ({
    ...one,
    formats: ours.filter(({ sheet }) => sheet === one.id),
    messages: [
      ...areas.filter((area) => !isMixed(area)).map(({ area, said }) => messageOf(area, said)),
      ...apart.filter(({ sheet }) => sheet === one.id).map(({ area, said }) => messageOf(area, said)),
    ],
  }));
}

const rect = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Box => ({
  row: rowIndex,
  column: columnIndex,
  rows: rowCount,
  columns: columnCount,
});

type Said = Pick<Excel.DataValidation, 'type' | 'prompt'>;
const isMixed = ({ said }: { readonly said: Said }): boolean =>
  said.type === 'Inconsistent' || said.type === 'MixedCriteria' || !said.prompt;

function messageOf(area: Box, { type, prompt }: Said): FoundMessage {
  const { title = '', message = '' } = prompt ?? {};
  return { area, ours: isMarkTitle(title), ruled: type !== 'None', title, message };
}

interface At {
  readonly sheet: string;
  readonly area: Box;
}
/** A block of more cells is first asked as a whole, in halves. */
const FEW = 64;

/** Cells that differ are asked apart: small blocks cell by cell, large ones in halves until each half is of one kind. */
async function saidAt(asked: readonly At[]): Promise<readonly (At & { readonly said: Said })[]> {
  const parts = asked.flatMap(({ sheet, area }) => split(area).map((part): At => ({ sheet, area: part })));
  if (parts.length === 0) return [];
  const said = await Excel.run(async (context) => {
    const found = parts.map(({ sheet, area }) => {
      const { dataValidation } = context.workbook.worksheets.getItem(sheet).getRange(boxAddress(area));
      dataValidation.load('type,prompt');
      return dataValidation;
    });
    await context.sync();
    return parts.map((part, i) => ({ ...part, said: { type: found[i]!.type, prompt: found[i]!.prompt } }));
  });
  const again = said.filter((one) => isMixed(one) && one.area.rows * one.area.columns > 1);
  return [...said.filter((one) => !again.includes(one)), ...(await saidAt(again))];
}

function split(area: Box): readonly Box[] {
  const { row, column, rows, columns } = area;
  if (rows * columns <= FEW) {
    return cellsOfBox(area).map(boxOf);
  }
  if (rows > 1) {
    const upper = Math.ceil(rows / 2);
    return [
      { ...area, rows: upper },
      { ...area, row: row + upper, rows: rows - upper },
    ];
  }
  const left = Math.ceil(columns / 2);
  return [
    { ...area, columns: left },
    { ...area, column: column + left, columns: columns - left },
  ];
}

/** A conditional format by the ids of its sheet and of itself. */
interface Format {
  readonly sheet: string;
  readonly format: string;
}

/** Refusals that may lie in one rule. Any other says how Excel is just now, and nothing of whose the rules are. */
const ofOneRule = new Set(['GeneralException', 'InvalidArgument', 'InvalidOperation', 'ItemNotFound', 'NotImplemented']);

/**
 * Which of these formats are marks of ours, asked in one round trip. Some builds of Excel cannot read a rule that the user
 * has duplicated (office-js 6827, 6835); the question is then halved until that rule stands alone, and when it is refused
 * once more it is not ours.
 */
async function ownAmong(formats: readonly Format[], again = false): Promise<readonly (FoundFormat & { readonly sheet: string })[]> {
  if (formats.length === 0) return [];
  try {
    return await Excel.run(async (context) => {
      const asked = formats.map(({ sheet, format }) => {
        const one = (): Excel.ConditionalFormat => context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(format);
        const { rule } = one().custom;
        const { fill } = one().custom.format;
        const range = one().getRangeOrNullObject();
        rule.load('formula');
        fill.load('color');
        range.load('rowIndex,columnIndex,rowCount,columnCount');
        return { rule, fill, range };
      });
      await context.sync();
      return formats.flatMap(({ sheet, format }, i) => {
        const { rule, fill, range } = asked[i]!;
        if (!isMarkFormula(rule.formula)) return [];
        return [{ sheet, id: format, kind: kindOfFill(fill.color), area: range.isNullObject ? undefined : rect(range) }];
      });
    });
  } catch (error) {
    if (!ofOneRule.has(codeOf(error) ?? '')) throw error;
    if (formats.length === 1) return again ? [] : ownAmong(formats, true);
    const middle = Math.ceil(formats.length / 2);
    return [...(await ownAmong(formats.slice(0, middle))), ...(await ownAmong(formats.slice(middle)))];
  }
}

const kindOfFill = (color: string): Mark['kind'] | undefined =>
  (Object.keys(markFills) as Mark['kind'][]).find((kind) => `#${markFills[kind]}` === color.toUpperCase());

/** Cells of one kind by their messages. */
export const cellsSaid = (sheet: FoundSheet, kind: Mark['kind']): readonly Box[] =>
  sheet.messages.filter(({ ours, title }) => ours && kindOfTitle(title) === kind).map(({ area }) => area);
