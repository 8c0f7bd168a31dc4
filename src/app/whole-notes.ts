import type { Reading } from '../facts/fact-set';
import { fromCellNumber } from '../facts/money';
import { a1 } from '../kernel/address';
import { suppliedBook, type Book, type Sheet, type Workbook } from '../kernel/workbook';
import { amount, head, name, type Annex, type AnnexCell } from '../narrative/annexes/annex';
import { notesHead, unitMeasures, WHOLE_NOTES } from '../sheets/whole/notes';
import { bookletUnitKinds } from '../supplements/booklet-fields';
import { emptySupplements } from '../supplements/merge';
import { supplementsOf } from '../supplements/entries';
import type { Entry, Supplements } from '../supplements/supplements';

/** The rows of 汇总说明 that a unit has each, and the last, 合计. */
interface NotesRows {
  readonly sheet: Sheet;
  /** Indexes into the values of the sheet. */
  readonly units: readonly number[];
  readonly total?: number;
}

/** 汇总说明 of a 汇总 that was made from its units; undefined in every other workbook. */
function notesIn({ sheets }: Workbook): NotesRows | undefined {
  const sheet = sheets.find(({ name: own }) => own === WHOLE_NOTES);
  const top = sheet?.values.findIndex((row) => notesHead.every((word, i) => row[i - sheet.left] === word));
  if (!sheet || top === undefined || top < 0) return undefined;
  const units: number[] = [];
  let row = top + 1;
  while (typeof sheet.values[row]?.[0] === 'number') units.push(row++);
  return { sheet, units, ...(sheet.values[row]?.[1] === '合计' ? { total: row } : {}) };
}

/** The list of units for 概况, and that the document is a department's: what nobody has to type again. */
export function unitsSupplied(workbook: Workbook): Supplements {
  const found = notesIn(workbook);
  if (!found) return emptySupplements;
  const { sheet, units } = found;
  const entries = new Map<string, Entry>();
  const put = (key: string, row: number, column: number, value: string): void =>
    void entries.set(key, { value, at: { book: suppliedBook, sheet: sheet.name, a1: a1(sheet.top + row, sheet.left + column) } });
  if (units.length > 0) put('documentKind', 0, 0, '部门');
  units.forEach((row, i) => {
    const [, unit, kind] = sheet.values[row]!;
    put(`overview.units.${i + 1}.name`, row, 1, String(unit ?? ''));
    if (bookletUnitKinds.some((known) => known === kind)) put(`overview.units.${i + 1}.kind`, row, 2, String(kind));
  });
  return supplementsOf(entries);
}

/** Units × income, expenditure, “三公” …, as an 附表 in 万元; undefined where the workbook does not say what it is made of. */
export function unitsAnnex(workbook: Workbook, book: Book): Annex | undefined {
  const found = notesIn(workbook);
  if (!found || found.units.length === 0) return undefined;
  const { sheet, units, total } = found;
  const cell = (row: number, measure: number): AnnexCell => {
    const column = notesHead.length + measure;
    const value = sheet.values[row]![column];
    const at = { book, sheet: sheet.name, a1: a1(sheet.top + row, sheet.left + column) };
    const label = `${String(sheet.values[row]![1] ?? '')} · ${unitMeasures[measure]!.name}`;
    const nil = fromCellNumber(0);
    const reading: Reading =
      typeof value === 'number'
        ? {
            state: 'number',
            fact: {
              kind: 'fact',
              key: `${WHOLE_NOTES}.${label}`,
              value: fromCellNumber(value),
              half: nil,
              unit: '元',
              scale: 1,
              at,
              label,
            },
          }
        : typeof value === 'string'
          ? { state: 'text', at, label, text: value }
          : { state: 'absent', what: '' };
    return amount(reading);
  };
  const line = (row: number, bold: boolean): readonly AnnexCell[] => [
    name(String(sheet.values[row]![1] ?? ''), bold),
    ...unitMeasures.map((_, measure) => ({ ...cell(row, measure), bold })),
  ];
  return {
    title: '各单位收支情况表',
    widths: [2.4, ...unitMeasures.map(() => 1)],
    head: [[head('单位'), ...unitMeasures.map((measure) => head(measure.name))]],
    body: [...units.map((row) => line(row, false)), ...(total === undefined ? [] : [line(total, true)])],
  };
}
