import { execFileSync } from 'node:child_process';
import path from 'node:path';

const script = path.join(__dirname, '../../scripts/release.mjs');
/** The manifest that a release makes of this one; the refusal, where there is one. */
const release = (before: string, version: string): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { raised } from ${JSON.stringify(`file://${script.split(path.sep).join('/')}`)};
       try { console.log(raised('<Version>${before}</Version>', '${version}')); } catch (error) { console.log(error.message); }`,
    ],
    { encoding: 'utf8' },
  ).trim();

test('a release raises the version of the manifest, and refuses one that Office would take for the same', () => {
  expect(release('1.0.9.0', '1.0.10')).toBe('<Version>1.0.10.0</Version>');
  expect(release('1.0.0.0', '1.0.0')).toMatch(/高于清单里的 1\.0\.0\.0/);
  expect(release('1.2.0.0', '1.1.9')).toMatch(/高于/);
  expect(release('1.0.0.0', '2')).toMatch(/三段数字/);
});
