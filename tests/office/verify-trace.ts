/**
 * Opens a generated workbook in LibreOffice, has every formula recalculated, and reads 数据溯源 back:
 * all rows must be ✓; after one source cell is changed, exactly the rows that use it must be ✗.
 *
 *   npm run verify:trace [-- WORKBOOK [--prior FILE]]      default: the bundled sample pair
 *
 * A second opinion on what tests/sheets/whole.test.ts proves with a formula library; needs soffice on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbook } from '../../src/adapters/file/open';
import { saveWorkbook } from '../../src/adapters/file/save';
import { inOrder } from '../../src/app/pictures';
import { cellsOf } from '../../src/facts/traced';
import type { CellRef, Sheet } from '../../src/kernel/workbook';
import { product } from '../../src/product/index';
import { ownSheets } from '../../src/kernel/own-sheets';
import { figuresOf } from '../../src/sheets/trace/figures';
import { parseSupplement } from '../../src/supplements/parse';

const FIRST_ROW = 4;
const VERDICT = 5;
const TRIES = 8;

const work = mkdtempSync(path.join(os.tmpdir(), 'verify-trace-'));
const profile = path.join(work, 'profile');

/** LibreOffice trusts cached values of .xlsx unless its settings say 0 = always recalculate. */
function prepareProfile(): void {
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  const item = (name: string): string =>
    `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${name}" oor:op="fuse"><value>0</value></prop></item>`;
  writeFileSync(
    path.join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${item('OOXMLRecalcMode')}</oor:items>`,
  );
}

function recalculated(bytes: Uint8Array, name: string): Sheet {
  const [from, to] = [path.join(work, `${name}.xlsx`), path.join(work, 'out')];
  writeFileSync(from, bytes);
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', 'xlsx', '--outdir', to, from],
    {
      stdio: 'ignore',
    },
  );
  const book = openWorkbook(new Uint8Array(readFileSync(path.join(to, `${name}.xlsx`))), `${name}.xlsx`, '本年');
  return book.sheets.find((sheet) => sheet.name === ownSheets.trace)!;
}

const verdicts = (sheet: Sheet, count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, i) => sheet.values[FIRST_ROW + i - sheet.top]?.[VERDICT - sheet.left]);

/** The same package with another number in one cell, as if a person had typed it. */
function withNumber(bytes: Uint8Array, sheetIndex: number, at: CellRef, change: (old: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = `xl/worksheets/sheet${sheetIndex + 1}.xml`;
  const xml = strFromU8(parts[part]!);
  const cell = new RegExp(`(<c r="${at.a1}"[^>]*><v>)([^<]*)(</v>)`);
  if (!cell.test(xml)) throw new Error(`${part} has no number in ${at.a1}`);
  return zipSync({ ...parts, [part]: strToU8(xml.replace(cell, (_, a: string, old: string, b: string) => a + change(old) + b)) });
}

async function main(args: readonly string[]): Promise<void> {
  const prior = args.includes('--prior') ? args[args.indexOf('--prior') + 1] : undefined;
  const file = args[0] ?? 'assets/samples/sample-2024.xlsx';
  const before = args[0] ? prior : 'assets/samples/sample-2023.xlsx';
  const bytes = new Uint8Array(readFileSync(file));
  const open = (name: string, book: '本年' | '上年') => openWorkbook(new Uint8Array(readFileSync(name)), path.basename(name), book);
  const supplement = args[0]
    ? undefined
    : parseSupplement(JSON.parse(readFileSync('assets/samples/sample-2024-supplement.json', 'utf8')), '补充.json');
  const workbook = open(file, '本年');
  const dossier = await product.open({
    workbook,
    prior: before ? open(before, '上年') : undefined,
    supplement,
    profile: product.profiles[0],
  });
  const output = await product.report(dossier, { date: '2025-08-12' });
  const saved = saveWorkbook(bytes, path.basename(file), inOrder(output.pictures), output.marks);
  const figures = figuresOf(output.published);

  prepareProfile();
  const wrong = verdicts(recalculated(saved, 'clean'), figures.length).flatMap((v, i) =>
    v === '✓' ? [] : [`第 ${FIRST_ROW + i + 1} 行：${String(v)}`],
  );
  console.log(`重算后 ${figures.length - wrong.length}/${figures.length} 行相符。`);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));

  const used = [...new Map(figures.flatMap(({ of }) => cellsOf(of)).map((at) => [`${at.sheet}!${at.a1}`, at])).values()];
  const numbers = used.filter((at) => at.book.role === '本年' && !(Object.values(ownSheets) as string[]).includes(at.sheet));
  let tried = 0;
  for (let i = 0; i < numbers.length && tried < TRIES; i += Math.max(1, Math.floor(numbers.length / TRIES))) {
    const at = numbers[i]!;
    const index = workbook.sheets.findIndex((sheet) => sheet.name === at.sheet);
    let changed: Uint8Array;
    try {
      changed = withNumber(saved, index, at, (old) => `9${old}`);
    } catch {
      continue;
    }
    tried += 1;
    const now = verdicts(recalculated(changed, `changed-${tried}`), figures.length);
    const expected = figures.map(({ of }) =>
      cellsOf(of).some((c) => c.sheet === at.sheet && c.a1 === at.a1 && c.book.role === '本年') ? '✗' : '✓',
    );
    // A share that prints as 不足0.01% may stay below it: such a row may keep its ✓.
    const tiny = (row: number): boolean => figures[row]!.text.includes('不足') && now[row] === '✓';
    const odd = now.flatMap((v, row) =>
      v === expected[row] || tiny(row) ? [] : [`第 ${FIRST_ROW + row + 1} 行是 ${String(v)}，应为 ${expected[row]}`],
    );
    console.log(
      `改动 ${at.sheet.slice(0, 12)} ${at.a1}：${expected.filter((v) => v === '✗').length} 行变 ✗${odd.length > 0 ? `，不符 ${odd.length}` : ''}`,
    );
    if (odd.length > 0) throw new Error(odd.join('\n'));
  }
  if (tried === 0) throw new Error('没有可以改动的来源单元格');
}

main(process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => rmSync(work, { recursive: true, force: true }));
