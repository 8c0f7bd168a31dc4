import { read } from '@e965/xlsx';
import { writeXlsx } from 'hucre';
import { openWorkbook } from '../../src/adapters/file/open';
import { saveWorkbook } from '../../src/adapters/file/save';
import { inOrder } from '../../src/app/pictures';
import { reportSteps } from '../../src/app/report';
import type { Checked } from '../../src/app/check';
import { writeReport } from '../../src/narrative/write';
import { checkFacts, type CheckInput } from '../../src/checks/check';
import type { Workbook } from '../../src/kernel/workbook';
import { defaultProfile } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';
import { readWorkbook } from '../../src/reading/read';
import { rules } from '../../src/rules/index';
import { product } from '../../src/product/index';
import { emptySupplements } from '../../src/supplements/merge';
import { buildWorkbook } from '../kit/build';
import { sampleFiles } from '../kit/samples';
import { timed, watched } from './clock';
import { largeUnit } from './large';
import { proofOfThirtyPages } from './proof';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const items = option('--items', 3000);
const files = option('--files', 100);
const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new Error('run with --expose-gc');

const print = (what: string, value: string): void => console.log(`${what.padEnd(34, ' ')}${value}`);
const cellsOf = (workbook: Workbook): { all: number; filled: number } => {
  let [all, filled] = [0, 0];
  for (const { values } of workbook.sheets) {
    for (const row of values) {
      all += row.length;
      filled += row.filter((value) => value !== null).length;
    }
  }
  return { all, filled };
};

async function large(): Promise<void> {
  const built = await timed(() => buildWorkbook(largeUnit(items)));
  const { all, filled } = cellsOf(built.result);
  const sheets = built.result.sheets.map(({ name, values }) => ({ name, rows: values.map((row) => [...row]) }));
  const written = await timed(() => writeXlsx({ sheets }));
  const bytes = written.result;
  console.log(`A workbook of ${items} 项: ${all} cells, ${filled} filled, ${(bytes.length / 1e6).toFixed(1)} MB`);
  print('  (made in)', `${built.ms.toFixed(0)} ms + ${written.ms.toFixed(0)} ms to write`);
  sheets.length = 0;
  collect!();

  const bare = await timed(() => read(bytes, { type: 'array', dense: true }).SheetNames.length);
  const ratio = (ms: number): string => `${ms.toFixed(0).padStart(7)} ms  ${(ms / bare.ms).toFixed(2)} × bare parsing`;
  print('bare parsing of the file', ratio(bare.ms));
  collect!();
  const opened = await timed(() => openWorkbook(bytes, 'large.xlsx', '本年'));
  print('open (bytes → snapshot)', ratio(opened.ms));
  const reading = await watched((progress) => readWorkbook(opened.result, progress));
  print('read (snapshot → facts)', `${ratio(reading.ms)}, longest block ${reading.longestBlock.toFixed(0)} ms, ${reading.steps} steps`);
  const { facts, tables, problems } = reading.result;
  const input: CheckInput = { years: { now: facts }, supplements: emptySupplements, tables, problems, asides: [] };
  const checked = await watched((progress) => checkFacts(input, rules, progress));
  const { counts } = checked.result;
  print(
    'check (facts → findings)',
    `${ratio(checked.ms)}, longest block ${checked.longestBlock.toFixed(0)} ms, ${checked.steps} steps, ${counts.passed} passed, ${counts.failed} failed`,
  );
  const report = await timed(() => {
    const known = { workbook: opened.result, years: input.years, supplements: emptySupplements, asides: [], report: checked.result };
    const draft = writeReport(known, sections, defaultProfile);
    const steps = reportSteps({ profile: defaultProfile, checked: known as unknown as Checked, draft }, { date: '2025-03-01' });
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  });
  print('write (facts → text and sheets)', ratio(report.ms));
  const saved = await timed(() => saveWorkbook(bytes, 'large.xlsx', inOrder(report.result.pictures), report.result.marks));
  print('save (.xlsx with our sheets)', ratio(saved.ms));
}

/** The sample as the pane does it, warm: until the check stands (the first screen), until text and sheets are there. */
async function firstScreen(): Promise<void> {
  const bytes = (await sampleFiles())['sample-2024-faults.xlsx']!;
  const [profile] = product.profiles;
  const open = (): Workbook => openWorkbook(bytes, 'sample.xlsx', '本年');
  await product.report(await product.open({ workbook: open(), profile }), { date: '2025-03-01' });
  const bare = await timed(() => read(bytes, { type: 'array', dense: true }).SheetNames.length);
  const checked = await timed(() => product.check({ workbook: open(), profile }));
  const dossier = await timed(() => product.open({ workbook: open(), profile }));
  const report = await timed(() => product.report(dossier.result, { date: '2025-03-01' }));
  console.log('The sample in the pane:');
  for (const [what, ms] of [
    ['first screen (open, read, check)', checked.ms],
    ['with the text (… and draft)', dossier.ms],
    ['生成说明 (four sheets)', report.ms],
  ] as const)
    print(`  ${what}`, `${ms.toFixed(0).padStart(5)} ms  ${(ms / bare.ms).toFixed(2)} × bare parsing`);
}

/** Heap after each file, garbage collected: a leak shows as a slope. */
async function many(): Promise<void> {
  const bytes = (await sampleFiles())['sample-2024.xlsx']!;
  const heap: number[] = [];
  for (let i = 0; i < files; i++) {
    const workbook = openWorkbook(bytes, `sample-${i}.xlsx`, '本年');
    const { facts, tables, problems } = await readWorkbook(workbook);
    await checkFacts({ years: { now: facts }, supplements: emptySupplements, tables, problems, asides: [] }, rules);
    collect!();
    heap.push(process.memoryUsage().heapUsed / 1e6);
  }
  const at = (i: number): string => `${heap[Math.min(i, heap.length - 1)]!.toFixed(1)} MB`;
  console.log(`${files} files one after another, heap after garbage collection:`);
  print('  after file 1, 10, 50, last', `${at(0)}, ${at(9)}, ${at(49)}, ${at(files - 1)}`);
  print('  growth from file 10 to the last', `${(heap.at(-1)! - heap[Math.min(9, heap.length - 1)]!).toFixed(2)} MB`);
  print('  resident set', `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
}

const parts: Readonly<Record<string, () => Promise<void>>> = {
  '--pane': firstScreen,
  '--proof': () => proofOfThirtyPages(print),
};
const [only] = Object.keys(parts).filter((name) => process.argv.includes(name));
void (only
  ? parts[only]!()
  : firstScreen()
      .then(large)
      .then(many)
      .then(() => proofOfThirtyPages(print)));
