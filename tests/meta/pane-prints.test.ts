import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../../taskpane');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

const imports = /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^;'"]*?)(?:from\s+)?['"]([^'"]+)['"]|(?:import|require)\(\s*['"]([^'"]+)['"]/g;
const makesMoney = /^decimal\.js|\/facts\/arithmetic$/;

/** Modules that make new amounts, as a source takes them in for more than their types. */
const taken = (source: string): readonly string[] =>
  [...source.matchAll(imports)].flatMap(([, type, names = '', from, loaded]) => {
    const module = from ?? loaded!;
    const typesOnly = type !== undefined || /^\{(\s*type\s+\w+(\s+as\s+\w+)?\s*,?)+\s*\}\s*$/.test(names);
    return makesMoney.test(module) && !typesOnly ? [module] : [];
  });

/** Members of an amount that make another one; an amount that only goes through has no need of them. */
const works = /\.(?:plus|minus|times|div|dividedBy|neg|negated)\(/;

test('the pane prints amounts and works out none', () => {
  const sources = files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(([file, text]) => taken(text).map((module) => `${file}：${module}`))).toEqual([]);
  expect(sources.filter(([, text]) => works.test(text)).map(([file]) => file)).toEqual([]);
});

test('an import of values is found in any form, one of types alone is not', () => {
  expect(taken("import Decimal from 'decimal.js';")).toEqual(['decimal.js']);
  expect(taken("import {\n  type A,\n  minus,\n} from '../../src/facts/arithmetic';")).toEqual(['../../src/facts/arithmetic']);
  expect(taken("export { sum } from '../src/facts/arithmetic';")).toHaveLength(1);
  expect(taken("const d = await import('decimal.js');")).toEqual(['decimal.js']);
  expect(taken("import x from 'a';\nimport type Decimal from 'decimal.js';\nimport { type Decimal as D } from 'decimal.js';")).toEqual([]);
});
