import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The name of a mutant in a report and in a choice: it stays the same while its file does. */
export const mutantName = (file, { start, end }, mutator, replacement) =>
  [file, `${start.line}:${start.column}-${end.line}:${end.column}`, mutator, replacement].join(' ');

/** Where a seed puts a mutant in the queue. */
export const place = (seed, name) => createHash('sha1').update(`${seed} ${name}`).digest('hex');

const root = fileURLToPath(new URL('..', import.meta.url));
const up = ({ line, column }) => ({ line: line + 1, column: column + 1 });
const inReport = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  mutantName(path.relative(root, fileName).replaceAll('\\', '/'), { start: up(start), end: up(end) }, mutatorName, replacement);

/** Stryker has no sampling; a checker that refuses what was not chosen is one. Counted as a compile error, thus not at all. */
class Choose {
  chosen = new Set();
  async init() {}

  /** The one call that sees all mutants. */
  async group(mutants) {
    const { only, sample, seed } = JSON.parse(process.env.MUTATE_CHOICE);
    const named = mutants.map((mutant) => ({ id: mutant.id, name: inReport(mutant) }));
    const chosen = only
      ? named.filter(({ name }) => only.includes(name))
      : named.sort((a, b) => (place(seed, a.name) < place(seed, b.name) ? -1 : 1)).slice(0, sample);
    for (const { id } of chosen) this.chosen.add(id);
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    return Object.fromEntries(
      mutants.map(({ id }) => [id, this.chosen.has(id) ? { status: 'passed' } : { status: 'compileError', reason: '未抽中' }]),
    );
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'choose', injectableClass: Choose }];
