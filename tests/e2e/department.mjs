import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../scripts/lib.mjs';

/** A department as files: a 汇总 in which one of its units is missing, and all the units. */
export function department() {
  const folder = inRoot('node_modules/.cache/e2e/department');
  execFileSync(process.execPath, [inRoot('tests/kit/run-ts.mjs'), 'tests/e2e/department.ts', folder], { stdio: 'inherit' });
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
  const isWhole = ({ name }) => name.includes('汇总');
  return { whole: files.find(isWhole), units: files.filter((file) => !isWhole(file)) };
}
