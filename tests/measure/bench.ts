import { HyperFormula, type RawCellContent } from 'hyperformula';
import * as XLSX from '@e965/xlsx';
import { openWorkbook } from '../../src/adapters/file/open';
import { startCheck, type CheckInput } from '../../src/checks/check';
import { Grids } from '../../src/checks/grid';
import { equationsWith, type HotCells } from '../../src/checks/screen';
import { quoteSheet, parseA1 } from '../../src/kernel/address';
import type { Workbook } from '../../src/kernel/workbook';
import { economicGroupCodes, itemsOf } from '../../src/layouts/codes/economic';
import { functionalClassCodes } from '../../src/layouts/codes/functional';
import { readWorkbook } from '../../src/reading/read';
import { isFormula } from '../../src/rules/rule';
import { rules } from '../../src/rules/index';
import { emptySupplements } from '../../src/supplements/merge';
import { buildWorkbook, clean, type Entry, type Unit } from '../kit/index';
import { withCells } from './slips';

const now = (): number => performance.now();

/** A department with `items` 项, every 款 filled in, half of it project money. */
function large(items: number): Unit {
  const columns = economicGroupCodes
    .filter((group) => group !== '309' && group !== '311')
    .flatMap(itemsOf)
    .filter((item) => item !== '39906');
  const spending = (n: number): Record<string, number> =>
    Object.fromEntries(columns.map((item, k) => [item, 100000 + ((n * 7919 + k * 104729) % 900000)]));
  const entries = Array.from({ length: items }, (_, n): Entry => {
    const kind = functionalClassCodes[n % functionalClassCodes.length]!;
    const rest = Math.trunc(n / functionalClassCodes.length);
    const code = `${kind}${String(10 + Math.trunc(rest / 40)).padStart(2, '0')}${String(10 + (rest % 40)).padStart(2, '0')}`;
    return { source: '一般公共', code, basic: spending(n), projects: [{ name: `项目${n}`, spending: spending(n + 1) }] };
  });
  return { name: '大部门', kind: '行政单位', now: { year: 2024, entries } };
}

function toBytes(workbook: Workbook): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const sheet of workbook.sheets)
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(sheet.values.map((row) => [...row])), sheet.name);
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

const cellCount = (workbook: Workbook): number =>
  workbook.sheets.reduce((sum, sheet) => sum + sheet.values.length * (sheet.values[0]?.length ?? 0), 0);

const inputOf = async (workbook: Workbook): Promise<CheckInput> => {
  const reading = await readWorkbook(workbook);
  return { years: { now: reading.facts }, supplements: emptySupplements, tables: reading.tables, problems: reading.problems, asides: [] };
};

const show = (ms: number): string => `${ms.toFixed(0)} ms`;

/** The shortest of a few runs: other work on the machine only ever adds. */
async function best<T>(runs: number, job: () => T | Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  let shortest = Infinity;
  let result: T | undefined;
  for (let n = 0; n < runs; n++) {
    const t = now();
    result = await job();
    shortest = Math.min(shortest, now() - t);
  }
  return { ms: shortest, result: result! };
}

/** Checking a large workbook against parsing it, with the longest time the pane would stand still. */
async function againstParsing(items: number): Promise<void> {
  const bytes = toBytes(buildWorkbook(large(items)));
  const parsed = await best(2, () => openWorkbook(bytes, '大部门.xlsx', '本年'));
  const read = await best(2, () => inputOf(parsed.result));
  const pauses: number[] = [];
  const checked = await best(4, async () => {
    let longest = 0;
    let last = now();
    const session = await startCheck(read.result, rules, async () => {
      longest = Math.max(longest, now() - last);
      await new Promise((resolve) => setImmediate(resolve));
      last = now();
    });
    pauses.push(Math.max(longest, now() - last));
    return session.report.counts;
  });
  const counts = checked.result;
  console.log(`大工作簿：${items} 项，${cellCount(parsed.result)} 格，${(bytes.length / 1e6).toFixed(1)} MB`);
  console.log(
    `  解析 xlsx ${show(parsed.ms)}，读表 ${show(read.ms)}，核对 ${show(checked.ms)}（${counts.passed + counts.failed} 处，不平 ${counts.failed}）`,
  );
  console.log(
    `  核对÷解析 ${((100 * checked.ms) / parsed.ms).toFixed(1)}%，核对÷（解析＋读表）${((100 * checked.ms) / (parsed.ms + read.ms)).toFixed(1)}%，一次最长停顿 ${show(Math.min(...pauses))}（各次 ${pauses.map(show).join('、')}）`,
  );
}

/** Re-checking a normal workbook after one edit. */
async function recheck(): Promise<void> {
  const workbook = clean();
  const session = await startCheck(await inputOf(workbook), rules);
  const times: number[] = [];
  for (let n = 0; n < 20; n++) {
    const sheet = workbook.sheets[4]!;
    const edited = withCells(workbook, [{ sheet: sheet.name, a1: 'F12', value: 4000000 + n }]);
    const input = await inputOf(edited);
    const t = now();
    await session.recheck(input, [sheet.name]);
    times.push(now() - t);
  }
  times.sort((a, b) => a - b);
  console.log(`改一格后重新核对（${cellCount(workbook)} 格的普通工作簿）：中位 ${show(times[10]!)}，最长 ${show(times[19]!)}`);
}

/** The same equations as formulas of a spreadsheet engine, on the same workbook. */
async function againstEngine(items: number): Promise<void> {
  const workbook = buildWorkbook(large(items));
  const input = await inputOf(workbook);
  const runs: number[] = [];
  let equations = 0;
  for (let n = 0; n < 3; n++) {
    const t = now();
    const { report } = await startCheck(input, rules);
    runs.push(now() - t);
    equations = report.counts.passed + report.counts.failed;
  }
  const formulas = formulasOf(input);
  const sheets: Record<string, RawCellContent[][]> = Object.fromEntries(
    workbook.sheets.map((sheet) => [sheet.name, sheet.values.map((row) => [...row])]),
  );
  sheets['检查'] = formulas.map((formula) => [formula]);
  const t = now();
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', maxRows: 2_000_000 });
  const took = now() - t;
  const results = engine.getSheetValues(engine.getSheetId('检查')!).map((row) => row[0]);
  const ours = Math.min(...runs);
  console.log(`同样的等式：${cellCount(workbook)} 格，${formulas.length} 个公式（核对 ${equations} 处）`);
  console.log(
    `  本工具 ${show(ours)}；HyperFormula ${show(took)}；快 ${(took / ours).toFixed(1)} 倍；引擎判为不平 ${results.filter((value) => value !== true).length} 处`,
  );
  engine.destroy();
}

/** Every place of every formula rule as `=ROUND(left-right,2)=0`. */
function formulasOf(input: CheckInput): string[] {
  const grids = new Grids(input.years);
  const tables = [...input.years.now.tables.keys()];
  const every = new Map<number, HotCells>();
  for (const id of tables) {
    const { base, fen, table } = grids.find(id)!;
    every.set(base, { mask: new Uint8Array(fen.length).fill(1), rows: new Set(table.rows.keys()) });
  }
  const name = (id: number): string => {
    const { grid, row, column } = grids.cell(id);
    const reading = grid.table.at(grid.table.rows[row]!.key, grid.table.columns[column]!);
    const at = 'at' in reading ? reading.at : reading.state === 'number' ? reading.fact.at : undefined;
    return `${quoteSheet(grid.table.sheet)}!${at!.a1}`;
  };
  const compare = { '=': '=0', '≤': '<=0', '≥': '>=0' };
  return rules
    .filter(isFormula)
    .filter((rule) => !rule.evidence && !rule.when && !rule.given && !rule.skipBlank && rule.severity === 'error')
    .flatMap((rule) =>
      equationsWith(rule, grids, every).map(
        (e) => `=ROUND(${ranges(e.cells.map((cell, k) => ({ ref: name(cell), times: e.times[k]! })))},2)${compare[rule.claim.is]}`,
      ),
    );
}

/** `+A1+SUM(B1:F1)-C2`: neighbours in a row are written as a range, as a person would. */
function ranges(terms: readonly { readonly ref: string; readonly times: number }[]): string {
  const parts: string[] = [];
  for (let i = 0; i < terms.length;) {
    let j = i;
    while (j + 1 < terms.length && terms[j + 1]!.times === terms[i]!.times && isNext(terms[j]!.ref, terms[j + 1]!.ref)) j += 1;
    const { ref, times } = terms[i]!;
    const factor = Math.abs(times) === 1 ? '' : `${Math.abs(times)}*`;
    parts.push(
      `${times < 0 ? '-' : '+'}${factor}${j > i ? `SUM(${ref}:${terms[j]!.ref.slice(terms[j]!.ref.lastIndexOf('!') + 1)})` : ref}`,
    );
    i = j + 1;
  }
  return parts.join('');
}

function isNext(a: string, b: string): boolean {
  const [sheetA, cellA] = [a.slice(0, a.lastIndexOf('!')), parseA1(a.slice(a.lastIndexOf('!') + 1))];
  const [sheetB, cellB] = [b.slice(0, b.lastIndexOf('!')), parseA1(b.slice(b.lastIndexOf('!') + 1))];
  return (
    sheetA === sheetB &&
    ((cellA.row === cellB.row && cellB.column === cellA.column + 1) || (cellA.column === cellB.column && cellB.row === cellA.row + 1))
  );
}

/** `bench [items]`: speed of checking against parsing, against a formula engine, and after one edit. */
export async function main(args: readonly string[]): Promise<void> {
  await recheck();
  await againstEngine(Number(args[1] ?? 60));
  await againstParsing(Number(args[0] ?? 1200));
}
