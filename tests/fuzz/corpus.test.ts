import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inputKinds, inputOf } from './inputs';
import { runOne, type Given } from './run-one';
import { makeSeeds } from './seeds';
import type { Seeds } from './inputs';

const CORPUS = path.join(__dirname, 'corpus');
let seeds: Seeds;
let given: Given;
beforeAll(async () => {
  ({ seeds, given } = await makeSeeds(path.join(tmpdir(), `juesuan-fuzz-test-${process.pid}`)));
});

/** Files that once went wrong, named `words of the command line, without FILE.extension`. */
const cases = readdirSync(CORPUS).filter((name) => !name.endsWith('.md'));
const argvOf = (name: string): readonly string[] => {
  const [command] = name.split('-') as [string];
  switch (command) {
    case 'report':
      return ['report', 'FILE', '--out', 'OUT'];
    case 'proof':
      return ['proof', 'FILE', '--workbook', 'BOOK', '--out', 'OUT'];
    case 'roll':
      return ['roll', 'FILE', '--workbook', 'BOOK', '--prior', 'PRIOR', '--out', 'OUT'];
    case 'supplement':
      return ['report', 'BOOK', '--supplement', 'FILE', '--out', 'OUT'];
    default:
      return ['check', 'FILE', '--format', 'json'];
  }
};

test.each(cases)('%s is answered in a sentence', async (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(CORPUS, name)));
  const answer = await runOne({ bytes, extension: name.slice(name.lastIndexOf('.') + 1), argv: argvOf(name) }, given);
  expect(answer.wrong).toEqual([]);
});

test.each(inputKinds)('a few broken inputs of the kind %s are answered in a sentence', async (kind) => {
  for (let seed = 1; seed <= 2; seed++) {
    const answer = await runOne(inputOf(kind, seed, seeds), given);
    expect([seed, answer.wrong]).toEqual([seed, []]);
  }
});
