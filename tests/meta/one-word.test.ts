import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const declared = /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;

/** Every exported name with the files that declare it; a name that is passed on (`export { a } from …`) is declared once. */
function declarations(sources: readonly (readonly [file: string, text: string])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const [file, text] of sources)
    for (const [, name] of text.matchAll(declared)) found.set(name!, (found.get(name!) ?? new Set()).add(file));
  return new Map([...found].map(([name, where]) => [name, [...where]]));
}

const twice = (sources: readonly (readonly [string, string])[]): readonly string[] =>
  [...declarations(sources)].filter(([, where]) => where.length > 1).map(([name, where]) => `${name}：${where.join('、')}`);

test('one word has one meaning: no two files of src export the same name', () => {
  expect(twice(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))).toEqual([]);
});

test('a name that two files declare is found, one that is passed on is not', () => {
  expect(
    twice([
      ['a.ts', 'export const sum = 1;\nexport function f() {}'],
      ['b.ts', 'export type sum = 1;'],
      ['c.ts', "export { f } from './a';"],
    ]),
  ).toEqual(['sum：a.ts、b.ts']);
});
