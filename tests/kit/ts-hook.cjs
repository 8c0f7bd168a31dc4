// node -r ./tests/kit/ts-hook.cjs src/cli/index.ts: runs TypeScript as it lies in the tree, in this process and its children.
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { threadId } = require('node:worker_threads');
const swc = require('@swc/core');

const cache = path.join(__dirname, '../../node_modules/.cache/ts-hook');
mkdirSync(cache, { recursive: true });

function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const kept = path.join(cache, `${createHash('sha256').update(`${file}\0${source}`).digest('hex')}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = swc.transformSync(source, {
    filename: file,
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2021' },
    module: { type: 'commonjs' },
  });
  // Several processes and threads may be here at once: what lies under the name is always whole.
  const own = `${kept}.${process.pid}-${threadId}`;
  writeFileSync(own, code);
  renameSync(own, kept);
  return code;
}

require.extensions['.ts'] = (module, file) => module._compile(compiled(file), file);
