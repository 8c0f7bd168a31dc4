import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isFree, LICENCES_FILE, licencesText, shipped } from '../measure/licences';

test('everything that is shipped has a licence that asks nothing of our own code', () => {
  expect(shipped().length).toBeGreaterThan(10);
  expect(shipped().filter((one) => !isFree(one))).toEqual([]);
});

test('an unknown licence and a copyleft one are told, a choice is taken', () => {
  const of = (licence: string): boolean => isFree({ name: 'x', version: '1.0.0', licence });
  expect(['', 'GPL-3.0-only', 'LGPL-2.1', 'AGPL-3.0', 'SEE LICENSE IN LICENSE.md', 'MIT AND GPL-2.0'].filter(of)).toEqual([]);
  expect(['MIT', '(MIT OR GPL-3.0-or-later)', 'BSD-3-Clause AND MIT', 'Apache-2.0'].filter((one) => !of(one))).toEqual([]);
});

test('a package needed only for development is not shipped', () => {
  const names = shipped().map(({ name }) => name);
  expect(names).toContain('decimal.js');
  expect(['jest', 'webpack', 'hyperformula'].filter((name) => names.includes(name))).toEqual([]);
});

test('docs/licences.md is current; run npm run licences', () => {
  expect(readFileSync(LICENCES_FILE, 'utf8')).toBe(licencesText());
});

/** Installing runs no program of a package: nothing of what we need is compiled or fetched by a script. */
test('no script of a package runs when it is installed', () => {
  const npmrc = path.join(__dirname, '../../.npmrc');
  expect(existsSync(npmrc) && readFileSync(npmrc, 'utf8').split('\n')).toContain('ignore-scripts=true');
});
