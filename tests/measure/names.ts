import { Compiler, misspellings, sourcesUnder, type Misspelling } from '../meta/misspelt';
import { randomOf } from './slips';

const ROUNDS = 8;

/**
 * `names [seed] [folder]`: one letter of every form, row and column named in the folder is changed; each change must not
 * compile. Eight programs with every eighth name changed, then each that compiled alone. What is left is printed: these are
 * other names of the forms (301 for 302), and the catalogue test of RULES.md sees each that stands in a rule.
 */
export function main([seed = '1', folder = 'src/rules']: readonly string[]): Promise<void> {
  const random = randomOf(Number(seed));
  const files = sourcesUnder(folder);
  const all = misspellings(files, random);
  const compiler = new Compiler(files);
  const open: Misspelling[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    open.push(...compiler.surviving(all.filter((_, i) => i % ROUNDS === round)));
    console.log(`round ${round + 1} of ${ROUNDS}: ${open.length} open`);
  }
  const left = open.filter((mutant) => compiler.surviving([mutant]).length > 0);
  console.log(`seed ${seed}: ${all.length} names with one letter changed, ${all.length - left.length} do not compile`);
  for (const { file, was, now } of left) console.log(`  compiles: ${file}  ${was} → ${now}`);
  return Promise.resolve();
}
