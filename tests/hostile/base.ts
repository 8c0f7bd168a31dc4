import { parseA1 } from '../../src/kernel/address';
import type { Scalar, Workbook } from '../../src/kernel/workbook';
import { startCheck, type CheckInput, type CheckSession } from '../../src/checks/check';
import { readWorkbook } from '../../src/reading/read';
import { rules } from '../../src/rules/index';
import { emptySupplements } from '../../src/supplements/merge';
import { amountCells, type AmountCell } from '../measure/slips';

/** A form by 功能分类 as it stands on its sheet: zero-based rows and columns of the sheet. */
export interface CodeForm {
  readonly form: string;
  readonly sheet: string;
  readonly rows: readonly { readonly key: string; readonly row: number }[];
  readonly columns: readonly { readonly key: string; readonly column: number }[];
}

/** A clean workbook to be spoiled. */
export interface Base {
  readonly name: string;
  readonly workbook: Workbook;
  readonly before?: Workbook;
  readonly session: CheckSession;
  readonly amounts: readonly AmountCell[];
  readonly forms: readonly CodeForm[];
}

export const inputOf = async (workbook: Workbook, before?: Workbook): Promise<CheckInput> => {
  const reading = await readWorkbook(workbook);
  const last = before && (await readWorkbook(before)).facts;
  return {
    years: { now: reading.facts, ...(last ? { before: last } : {}) },
    supplements: emptySupplements,
    tables: reading.tables,
    problems: reading.problems,
    asides: [],
  };
};

export async function baseOf(name: string, workbook: Workbook, before?: Workbook): Promise<Base> {
  const input = await inputOf(workbook, before);
  const session = await startCheck(input, rules);
  const errors = session.report.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`${name} is not clean: ${errors[0]!.message}`);
  const forms: CodeForm[] = [];
  for (const table of input.years.now.tables.values()) {
    if (!/^Z(0[2-9]|1[0-2])/.test(table.id) || !table.rows.some(({ key }) => key === '合计')) continue;
    const columns = table.columns.flatMap((key) => {
      const found = table.at('合计' as never, key as never);
      const at = found.state === 'number' ? found.fact.at : found.state === 'absent' ? undefined : found.at;
      return at ? [{ key: String(key), column: parseA1(at.a1).column }] : [];
    });
    forms.push({ form: table.id, sheet: table.sheet, rows: table.rows.map(({ key, row }) => ({ key: String(key), row })), columns });
  }
  return { name, workbook, before, session, amounts: [...amountCells(await readWorkbook(workbook)).values()].flat(), forms };
}

/** The workbook with another grid on one sheet. */
export function withValues(
  workbook: Workbook,
  name: string,
  change: (values: readonly (readonly Scalar[])[], top: number, left: number) => readonly (readonly Scalar[])[],
): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === name ? { ...sheet, values: change(sheet.values, sheet.top, sheet.left) } : sheet,
    ),
  };
}

export interface Put {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: Scalar;
}

/** The workbook with these cells changed. */
export function withPuts(workbook: Workbook, puts: readonly Put[]): Workbook {
  return [...new Set(puts.map(({ sheet }) => sheet))].reduce(
    (book, name) =>
      withValues(book, name, (values, top, left) => {
        const copy = values.map((row) => [...row]);
        for (const put of puts) if (put.sheet === name) copy[put.row - top]![put.column - left] = put.value;
        return copy;
      }),
    workbook,
  );
}

export function valueAt(workbook: Workbook, name: string, row: number, column: number): Scalar {
  const sheet = workbook.sheets.find((one) => one.name === name)!;
  return sheet.values[row - sheet.top]?.[column - sheet.left] ?? null;
}
