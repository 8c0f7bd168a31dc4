import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../src/adapters/file/open';
import type { Workbook } from '../../src/kernel/workbook';
import { baseOf, type Base } from '../hostile/base';
import { runKinds, runRows, type Tally } from '../hostile/matrix';
import { buildYears, units } from '../kit/index';
import { heading, lineOf, writeTable, type Measured } from './hostile-table';

/** `NAME-2024.xlsx` with `NAME-2023.xlsx` beside it, of every name that the folder holds. */
function pairsIn(folder: string): readonly string[] {
  const files = readdirSync(folder).filter((name) => /-\d{4}\.xlsx$/.test(name));
  const latest = new Map<string, string>();
  for (const file of files.sort()) latest.set(file.slice(0, -10), file);
  return [...latest].map(([name, file]) => {
    const before = `${name}-${Number(file.slice(-9, -5)) - 1}.xlsx`;
    const paths = files.includes(before) ? [file, before] : [file];
    return paths.map((one) => path.join(folder, one)).join(path.delimiter);
  });
}

async function basesOf(pairs: readonly string[]): Promise<readonly Base[]> {
  const open = (file: string, role: '本年' | '上年'): Workbook =>
    openWorkbook(new Uint8Array(readFileSync(file)), path.basename(file), role);
  const bases: Base[] = [];
  for (const [name, unit] of Object.entries(units)) {
    const { now, before } = buildYears(unit);
    bases.push(await baseOf(name, now, before));
  }
  for (const pair of pairs) {
    const [now, before] = pair.split(path.delimiter) as [string, string | undefined];
    bases.push(await baseOf(path.basename(now), open(now, '本年'), before ? open(before, '上年') : undefined));
  }
  return bases;
}

/**
 * `hostile [--tries N] [--rows N] [--seed N] [--only 词] [--misses] [--json FILE]`: mistakes of a hand at random places of the
 * units of the kit, and of the workbooks of a folder named by HOSTILE_BOOKS: how many are found, and does the first group say so.
 * `hostile --table AFTER.json` writes it into docs/hostile.md, beside what the first version found with the same seed.
 */
export async function main(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  if (args[0] === '--table') {
    const read = (file: string): Measured => JSON.parse(readFileSync(file, 'utf8')) as Measured;
    return writeTable(read(path.join(__dirname, '../hostile/first-version.json')), read(args[1]!));
  }
  const seed = Number(option('--seed') ?? 20261127);
  const folder = process.env.HOSTILE_BOOKS;
  const bases = await basesOf(folder ? pairsIn(folder) : []);
  const tell = (t: Tally): void => {
    console.log(lineOf(t));
    if (args.includes('--misses')) t.misses.slice(0, 20).forEach((miss) => console.log(`      ${miss.slice(0, 220)}`));
  };
  console.log(`seed ${seed}, ${bases.length} bases\n${heading}`);
  const tries = Number(option('--tries') ?? 40);
  const kinds = tries > 0 ? await runKinds(bases, tries, seed, option('--only') ?? '', tell) : [];
  const most = Number(option('--rows') ?? 2);
  const rows = most > 0 ? await runRows(bases, most, seed, tell) : [];
  const file = option('--json');
  if (file) writeFileSync(file, `${JSON.stringify({ seed, tries, most, bases: bases.length, kinds, rows }, undefined, 1)}\n`);
}
