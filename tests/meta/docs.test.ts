import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'DECISIONS.md',
  'CHANGELOG.md',
  'deploy/README.md',
  ...['accuracy', 'benchmarks', 'excel-real', 'faults', 'hostile', 'many', 'pane-speed'].map((name) => `docs/${name}.md`),
  ...['kit/README', 'fuzz/corpus/README', 'excel-host/BEHAVIOURS'].map((name) => `tests/${name}.md`),
];
const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts);

/** Commands, paths and links of a document that lead nowhere. */
function astray(file: string, text: string): readonly string[] {
  const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!).filter((name) => !scripts.includes(name));
  const paths = [...text.matchAll(/(?<![\w./-])(?:src|taskpane|tests|scripts|assets)\/[\w./-]*\w/g)]
    .map(([name]) => name)
    .filter((name) => !['', '.ts', '.test.ts', '.test.tsx', '.tsx'].some((end) => existsSync(name + end)));
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
    .map(([, to]) => to!)
    .filter((to) => !existsSync(path.join(path.dirname(file), to)));
  return [...commands, ...paths, ...links];
}

test.each(documents)('%s names only commands, files and links that are there', (file) => {
  expect(astray(file, readFileSync(file, 'utf8'))).toEqual([]);
});

test('every command of the project is named in CONTRIBUTING', () => {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const isNamed = (name: string): boolean => text.includes(`npm run ${name}\``) || text.includes(`npm ${name}`);
  expect(scripts.filter((name) => !isNamed(name))).toEqual([]);
});

test('a command, a file and a link that lead nowhere are found', () => {
  expect(
    astray('docs/a.md', '`npm run nothing`, `npm run rules`, `src/nothing.ts`, `src/rules/`, [a](../README.md), [b](nothing.md)'),
  ).toEqual(['nothing', 'src/nothing.ts', 'nothing.md']);
});
