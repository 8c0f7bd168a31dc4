import { randomOf } from '../measure/slips';
import { Compiler, misspellings, sourcesUnder } from './misspelt';

/**
 * A few of the names in the rules, one letter changed in each: none of them compiles. `npm run names` does it to all of them.
 * A digit that makes another code of the classification (301 for 302) is a name too; the test of RULES.md sees that one.
 */
test('a form, row or column with one letter changed does not compile', () => {
  const files = sourcesUnder('src/rules').filter((file) => /(z01|z0[24]|evidence|annex|repeats)\.ts$/.test(file));
  const all = misspellings(files, randomOf(7)).filter(({ was }) => /[\u4e00-\u9fff]/.test(was));
  const some = all.filter((_, i) => i % 13 === 0);
  expect(some.length).toBeGreaterThan(8);
  const compiler = new Compiler(files);
  const open = compiler.surviving(some).filter((mutant) => compiler.surviving([mutant]).length > 0);
  expect(open.map(({ file, was, now }) => `${file}: ${was} → ${now}`)).toEqual([]);
}, 120_000);
