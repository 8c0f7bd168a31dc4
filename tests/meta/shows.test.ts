import { existsSync, readFileSync } from 'node:fs';

/** What docs/excel-real.md names: a file, and the title of a test in it. */
const named = [...readFileSync('docs/excel-real.md', 'utf8').matchAll(/`(tests\/[^`]+)` › (.+?)(?=<br>| \|\n|$)/gm)].map(
  ([, file, title]): readonly [string, string] => [file!, title!],
);
const isThere = ([file, title]: readonly [string, string]): boolean =>
  existsSync(file) && ["'", '"', '`'].some((mark) => readFileSync(file, 'utf8').includes(`${mark}${title}${mark}`));

test('every test that docs/excel-real.md names is there, and every number has one', () => {
  expect(named.filter((one) => !isThere(one))).toEqual([]);
  const rows = readFileSync('docs/excel-real.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line));
  expect(rows).toHaveLength(13 + 8);
  expect(rows.filter((row) => !row.includes('` › '))).toEqual([]);
});

test('a title that no file holds is told', () => {
  expect(isThere(['tests/meta/shows.test.ts', 'a title that no file holds is told'])).toBe(true);
  expect(isThere(['tests/meta/one-word.test.ts', 'a title that no file holds is told'])).toBe(false);
  expect(isThere(['tests/meta/nothing.test.ts', 'a title that no file holds is told'])).toBe(false);
});
