// The worker of `npm run mutate`: loads the instrumented folder and its tests once, and runs the tests of one mutant after another.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');
const { expect } = require('expect');

const root = path.join(__dirname, '..');
/** Milliseconds of tests: what takes longer is not judged a second time, and may count as missed although it is not. */
const ANEW = 15_000;
const say = (message) => process.send(message);
const stryker = (globalThis.__stryker__ = {});
const tests = [];

function transpiled(file, code) {
  return swc.transformSync(code, {
    filename: file,
    jsc: { parser: { syntax: 'typescript', tsx: file.endsWith('x') }, target: 'es2021' },
    module: { type: 'commonjs' },
  }).code;
}

/** As much of Jest's globals as the tests of the core use; another word fails when the file is loaded. */
function globals() {
  let before = [];
  let own = '';
  const each = (define) => (rows) => (name, body) =>
    rows.forEach((row, i) => define(`${name} #${i}`, () => body(...(Array.isArray(row) ? row : [row]))));
  const test = (name, body) => tests.push({ name, body, before, file: own });
  const describe = (name, body) => {
    const outer = before;
    before = [...before];
    body();
    before = outer;
  };
  const beforeAll = (body) => before.push({ body });
  Object.assign(test, { each: each(test) });
  Object.assign(describe, { each: each(describe) });
  Object.assign(globalThis, { test, it: test, describe, beforeAll, expect });
  return (file) => {
    before = [];
    own = file;
    require(file);
  };
}

async function runTest({ body, before }) {
  try {
    for (const step of before.filter(({ done }) => !done)) {
      step.done = true;
      await step.body();
    }
    await body();
    return undefined;
  } catch (error) {
    return error;
  }
}

async function load({ instrumenter, sources, files }) {
  const { Instrumenter } = await import(instrumenter);
  const quiet = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const given = sources.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const made = await new Instrumenter(quiet).instrument(given, { plugins: null, excludedMutations: [], ignorers: [] });
  const code = new Map(made.files.map(({ name, content }) => [name, content]));
  for (const ending of ['.ts', '.tsx'])
    require.extensions[ending] = (module, file) => module._compile(transpiled(file, code.get(file) ?? readFileSync(file, 'utf8')), file);
  const open = globals();
  const atLoad = new Map();
  for (const file of files) {
    const before = { ...stryker.mutantCoverage?.static };
    open(file);
    // What a file prepares for its tests runs on after it is loaded.
    await new Promise((done) => setTimeout(done, 200));
    for (const [id, count] of Object.entries(stryker.mutantCoverage?.static ?? {}))
      if (count !== before[id]) atLoad.set(id, [...(atLoad.get(id) ?? []), file]);
  }
  return { mutants: made.mutants, atLoad, open };
}

/** Runs every test without a mutant: which mutants each of them reaches, and how often. */
async function baseline() {
  const reached = new Map();
  const hits = new Map();
  for (const [index, test] of tests.entries()) {
    stryker.currentTestId = index;
    const start = Date.now();
    const error = await runTest(test);
    test.time = Date.now() - start;
    if (error) throw new Error(`${test.file} ${test.name}: ${error.message}`);
    for (const [id, count] of Object.entries(stryker.mutantCoverage?.perTest?.[index] ?? {})) {
      if (!reached.has(id)) reached.set(id, []);
      reached.get(id).push(test);
      hits.set(id, (hits.get(id) ?? 0) + count);
    }
  }
  stryker.currentTestId = undefined;
  for (const list of reached.values()) list.sort((a, b) => a.time - b.time);
  return { reached, hits, loaded: stryker.mutantCoverage?.static ?? {} };
}

const off = () => Object.assign(stryker, { activeMutant: undefined, hitCount: undefined });
const failed = (test, error) => ({
  status: /Hit limit|Hit count/.test(error?.message ?? '') ? 'Timeout' : 'Killed',
  by: `${path.relative(root, test.file)}: ${test.name}`,
});

/** A failure counts when the same test passes again at once without the mutant: else what is kept in memory was spoilt. */
async function judge(id, reached, limit) {
  Object.assign(stryker, { activeMutant: id, hitCount: 0, hitLimit: limit });
  for (const test of reached) {
    const error = await runTest(test);
    if (!error) continue;
    off();
    return { ...failed(test, error), spoilt: (await runTest(test)) !== undefined };
  }
  off();
  return { status: 'Survived' };
}

/** The first test that fails when a file is loaded anew, so that what it prepares once is prepared with the mutant. */
async function firstFailure(open, file) {
  for (const known of Object.keys(require.cache)) if (/[\\/]tests[\\/](?!kit[\\/])/.test(known)) delete require.cache[known];
  tests.length = 0;
  try {
    open(file);
  } catch (error) {
    return { test: { file, name: '' }, error };
  }
  for (const test of [...tests]) {
    const error = await runTest(test);
    if (error) return { test, error };
  }
  return undefined;
}

async function judgeAnew(id, open, files, limit) {
  for (const file of files) {
    Object.assign(stryker, { activeMutant: id, hitCount: 0, hitLimit: limit });
    const found = await firstFailure(open, file);
    off();
    if (found) return { ...failed(found.test, found.error), spoilt: (await firstFailure(open, file)) !== undefined };
  }
  return { status: 'Survived' };
}

// What a mutant left running may fail at any time later; the test it belongs to has been judged.
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', () => undefined);
process.once('message', async (order) => {
  try {
    const { mutants, atLoad, open } = await load(order);
    const { reached, hits, loaded } = await baseline();
    say({
      mutants: mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        file: path.relative(root, fileName).replaceAll('\\', '/'),
        location,
        mutatorName,
        replacement,
        tests: [...new Set((reached.get(id) ?? []).map(({ file }) => file))],
        static: !reached.has(id) && id in loaded,
        reached: reached.has(id),
        time: (reached.get(id) ?? []).reduce((sum, { time }) => sum + time, 0),
      })),
    });
    process.on('message', async ({ id }) => {
      const limit = 100 * (hits.get(id) + (loaded[id] ?? 0)) + 1000;
      const verdict = await judge(id, reached.get(id), limit);
      const files = [...new Set([...(atLoad.get(id) ?? []), ...reached.get(id).map(({ file }) => file)])];
      const slow = reached.get(id).reduce((sum, { time }) => sum + time, 0) > ANEW;
      say({ id, ...(verdict.status === 'Survived' && !slow ? await judgeAnew(id, open, files, limit) : verdict) });
    });
  } catch (error) {
    say({ broken: error.stack });
  }
});
