import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbook } from '../../src/adapters/file/open';
import type { Workbook } from '../../src/kernel/workbook';
import { baseOf, type Base } from '../hostile/base';
import { runKinds, runRows, type Tally } from '../hostile/matrix';
import { buildYears, units } from '../kit/index';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : String(Math.floor((100 * part) / whole)));
const line = (t: Tally): string =>
  `| ${t.name} | ${t.cases} | ${percent(t.found, t.cases)} | ${percent(t.first, t.cases)} | ${t.cases === 0 ? '–' : (t.groups / t.cases).toFixed(1)} | ${t.unended || ''} |`;

async function basesOf(files: readonly string[]): Promise<readonly Base[]> {
  const open = (file: string, role: '本年' | '上年'): Workbook =>
    openWorkbook(new Uint8Array(readFileSync(file)), path.basename(file), role);
  const bases: Base[] = [];
  for (const [name, unit] of Object.entries(units)) {
    const { now, before } = buildYears(unit);
    bases.push(await baseOf(name, now, before));
  }
  for (const pair of files) {
    const [now, before] = pair.split(':') as [string, string | undefined];
    bases.push(await baseOf(path.basename(now), open(now, '本年'), before ? open(before, '上年') : undefined));
  }
  return bases;
}

/**
 * `hostile [--tries N] [--rows N] [--seed N] [--only 词] [--misses] [--json FILE] [NOW.xlsx:BEFORE.xlsx …]`: mistakes of a hand, at
 * random places of the units of the kit (and of the workbooks named): how many are found, and whether the first group says so.
 */
export async function main(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const named = args.filter((arg, i) => !arg.startsWith('--') && (!args[i - 1]?.startsWith('--') || args[i - 1] === '--misses'));
  const seed = Number(option('--seed') ?? 20261127);
  const bases = await basesOf(named);
  const tell = (t: Tally): void => {
    console.log(line(t));
    if (args.includes('--misses')) t.misses.slice(0, 12).forEach((miss) => console.log(`      ${miss.slice(0, 220)}`));
  };
  console.log(`seed ${seed}, ${bases.length} bases`);
  const tries = Number(option('--tries') ?? 40);
  const kinds = tries > 0 ? await runKinds(bases, tries, seed, option('--only') ?? '', tell) : [];
  const most = Number(option('--rows') ?? 2);
  const rows = most > 0 ? await runRows(bases, most, seed, tell) : [];
  const file = option('--json');
  if (file) writeFileSync(file, JSON.stringify({ seed, tries, most, bases: bases.map(({ name }) => name), kinds, rows }));
}
