import { rmSync, writeFileSync } from 'node:fs';
import { inRoot, runPackage } from './lib.mjs';

/** Import directions hold, and the tool that says so catches a planted violation. */
const cruise = (paths) =>
  runPackage('dependency-cruiser', 'bin/dependency-cruise.mjs', [...paths, '--config', '.dependency-cruiser.cjs', '--output-type', 'err'], {
    quiet: true,
  });

const planted = 'src/kernel/planted-violation.ts';

async function main() {
  const real = await cruise(['src', 'taskpane', 'tests']);
  if (real.code !== 0) return { code: 1, output: real.output };
  writeFileSync(inRoot(planted), "import { sum } from '../facts/arithmetic';\nexport const violation = sum;\n");
  try {
    const caught = await cruise([planted]);
    if (caught.code === 0 || !/direction-kernel/.test(caught.output))
      return { code: 1, output: `依赖检查没有发现故意放入的违规引用。\n${caught.output}` };
  } finally {
    rmSync(inRoot(planted));
  }
  return { code: 0, output: '引用方向符合约定；故意放入的违规引用被发现。' };
}

const { code, output } = await main();
console.log(output);
process.exitCode = code;
