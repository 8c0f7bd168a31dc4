import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWorkbook } from '../../src/adapters/file/open';
import { packageFaults } from '../adapters/file/package-faults';
import { partsOf } from '../contracts/xlsx';

const sample = new Uint8Array(readFileSync('assets/samples/sample-2024-faults.xlsx'));

/** What scripts/prove.mjs makes of our manifest and this workbook. */
function prepared(): { readonly manifest: string; readonly workbook: Uint8Array } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'prove-'));
  const file = (name: string): string => path.join(folder, name);
  const program = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { autoOpening, provingManifest } from ${JSON.stringify(path.resolve('scripts/prove.mjs'))};
    const manifest = provingManifest(readFileSync('manifest.xml', 'utf8'));
    writeFileSync(${JSON.stringify(file('manifest.xml'))}, manifest);
    writeFileSync(${JSON.stringify(file('workbook.xlsx'))}, autoOpening(new Uint8Array(readFileSync(${JSON.stringify(file('in.xlsx'))})), manifest));
  `;
  writeFileSync(file('in.xlsx'), sample);
  execFileSync(process.execPath, ['--input-type=module', '-e', program]);
  const made = { manifest: readFileSync(file('manifest.xml'), 'utf8'), workbook: new Uint8Array(readFileSync(file('workbook.xlsx'))) };
  rmSync(folder, { recursive: true, force: true });
  return made;
}

test('the proof: a manifest of its own whose pane opens by itself and proves, and a workbook that asks for exactly that add-in', () => {
  const { manifest, workbook } = prepared();
  const own = readFileSync('manifest.xml', 'utf8');
  const idOf = (xml: string): string => /<Id>([^<]*)<\/Id>/.exec(xml)![1]!;
  expect(idOf(manifest)).not.toBe(idOf(own));
  expect(new Set([...manifest.matchAll(/<TaskpaneId>([^<]*)</g)].map(([, id]) => id))).toEqual(
    new Set(['Office.AutoShowTaskpaneWithDocument']),
  );
  expect(manifest.match(/taskpane\.html[^"]*/g)!.every((url) => url === 'taskpane.html?action=prove')).toBe(true);
  const parts = partsOf(workbook);
  expect(parts['xl/webextensions/webextension1.xml']).toContain(`<we:reference id="${idOf(manifest)}"`);
  expect(parts['_rels/.rels']).toContain('Target="xl/webextensions/taskpanes.xml"');
  expect(packageFaults(workbook)).toEqual([]);
  expect(openWorkbook(workbook, 'a.xlsx', '本年').sheets).toEqual(openWorkbook(sample, 'a.xlsx', '本年').sheets);
});
