import { phraseText } from '../../src/facts/phrase';
import { readFileSync } from 'node:fs';
import { openWorkbook } from '../../src/adapters/file/open';
import { startCheck, type CheckInput, type CheckSession } from '../../src/checks/check';
import type { CheckReport } from '../../src/facts/outcome';
import type { Workbook } from '../../src/kernel/workbook';
import { readWorkbook } from '../../src/reading/read';
import { rules } from '../../src/rules/index';
import { emptySupplements } from '../../src/supplements/merge';
import { buildYears, units } from '../kit/index';
import { amountCells, randomOf, slip, withCells, type AmountCell } from './slips';

interface Tally {
  tried: number;
  named: number;
  first: number;
  readonly misses: string[];
}

interface Book {
  readonly file: string;
  readonly workbook: Workbook;
  readonly session: CheckSession;
  readonly input: CheckInput;
  readonly cells: ReadonlyMap<string, readonly AmountCell[]>;
}

const inputOf = async (workbook: Workbook): Promise<CheckInput> => {
  const reading = await readWorkbook(workbook);
  return { years: { now: reading.facts }, supplements: emptySupplements, tables: reading.tables, problems: reading.problems, asides: [] };
};

const open = (file: string): Workbook => openWorkbook(new Uint8Array(readFileSync(file)), file.split('/').pop()!, '本年');

async function load(workbook: Workbook): Promise<Book> {
  const { file } = workbook;
  const input = await inputOf(workbook);
  const session = await startCheck(input, rules);
  const errors = session.report.findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) throw new Error(`${file} is not clean: ${phraseText(errors[0]!.message)}`);
  return { file, workbook, session, input, cells: amountCells(await readWorkbook(workbook)) };
}

const isAt =
  (cell: AmountCell) =>
  (ref: { readonly sheet: string; readonly a1: string }): boolean =>
    ref.sheet === cell.sheet && ref.a1 === cell.a1;
const names = (report: CheckReport, cell: AmountCell): boolean =>
  report.findings.some((finding) => finding.severity === 'error' && finding.cells.some(isAt(cell)));
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;

/** Changes `wrong` cells at once, `tries` times, and tells how often they are named and come first. */
export async function measure(books: readonly Book[], wrong: number, tries: number, seed: number): Promise<void> {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const byForm = new Map<string, Tally>();
  const all: Tally = { tried: 0, named: 0, first: 0, misses: [] };
  let whole = 0;
  for (let n = 0; n < tries; n++) {
    const book = books[n % books.length]!;
    const forms = [...book.cells.keys()];
    const cells = Array.from({ length: wrong }, (_, k) =>
      pick(
        book.cells.get(
          forms[
            wrong === 1 ? Math.trunc(n / books.length) % forms.length : (n + k * 7 + Math.trunc(random() * forms.length)) % forms.length
          ]!,
        )!,
      ),
    );
    if (new Set(cells).size < wrong) continue;
    const changes = cells.map((cell) => ({ ...cell, ...slip(cell.value, random) }));
    const workbook = withCells(book.workbook, changes);
    const { report } = await book.session.recheck(
      await inputOf(workbook),
      cells.map((cell) => cell.sheet),
    );
    const leaders = report.groups.filter((group) => group.severity === 'error').slice(0, wrong);
    let found = 0;
    cells.forEach((cell, k) => {
      const tally = byForm.get(cell.form) ?? { tried: 0, named: 0, first: 0, misses: [] };
      byForm.set(cell.form, tally);
      const named = names(report, cell);
      const first = leaders.some((group) => group.cells[0] !== undefined && isAt(cell)(group.cells[0]));
      for (const t of [tally, all]) {
        t.tried += 1;
        if (named) t.named += 1;
        if (first) t.first += 1;
      }
      if (first) found += 1;
      else
        tally.misses.push(
          `${book.file.split('/').pop()} ${cell.form} ${cell.a1} ${cell.row}·${cell.column} ${cell.value} → ${changes[k]!.value}（${changes[k]!.kind}）${named ? '' : ' 未点名'}；先列 ${leaders.map((g) => `${g.cells[0]?.sheet.slice(0, 5)}!${g.cells[0]?.a1}`).join(' ')}`,
        );
    });
    if (found === wrong) whole += 1;
  }
  console.log(
    `\n同时改错 ${wrong} 格：共 ${all.tried} 格，强制项点名 ${percent(all.named, all.tried)}，列为首格 ${percent(all.first, all.tried)}${wrong > 1 ? `；全部找到 ${percent(whole, all.tried / wrong)}` : ''}`,
  );
  for (const [form, tally] of [...byForm].sort()) {
    console.log(
      `  ${form.padEnd(6)} ${String(tally.tried).padStart(5)} 格  点名 ${percent(tally.named, tally.tried)}  首格 ${percent(tally.first, tally.tried)}`,
    );
    if (wrong === 1) tally.misses.slice(0, Number(process.env.MISSES ?? 5)).forEach((miss) => console.log(`         ${miss}`));
  }
}

/** `detect [--tries N] [--seed N] [FILE…]`: clean workbooks in (those of the kit, if none is named), rates of detection out. */
export async function main(args: readonly string[]): Promise<void> {
  const option = (name: string, otherwise: number): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise);
  const files = args.filter((arg, index) => !arg.startsWith('--') && !(args[index - 1] ?? '').startsWith('--'));
  const books: Book[] = [];
  const workbooks = files.length > 0 ? files.map(open) : Object.values(units).map((unit) => buildYears(unit).now);
  for (const workbook of workbooks) books.push(await load(workbook));
  const tries = option('--tries', 1000);
  for (const wrong of [1, 2, 3])
    await measure(books, wrong, wrong === 1 ? tries : Math.trunc(tries / 2), option('--seed', 20241121) + wrong);
}
