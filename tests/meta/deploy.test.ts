import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const guide = read('deploy/README.md');

/** All words of the pane, as they stand in its source. */
const sources = (folder: string): string =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? sources(`${folder}/${entry.name}`) : read(`${folder}/${entry.name}`)))
    .join('\n');

describe('deploy/README.md', () => {
  test('leads to files that are there; its pictures are few and small, and none is left over', () => {
    const linked = [...guide.matchAll(/\]\(([^)#:]+)\)/g)].map(([, name]) => name!);
    expect(linked.filter((name) => !existsSync(path.join(root, 'deploy', name)))).toEqual([]);
    const pictures = readdirSync(path.join(root, 'deploy/pictures'));
    expect(pictures.filter((name) => !linked.includes(`pictures/${name}`))).toEqual([]);
    expect(pictures.reduce((sum, name) => sum + statSync(path.join(root, 'deploy/pictures', name)).size, 0)).toBeLessThan(400 * 1024);
  });

  test('what it says that one sees is what pane and manifest say', () => {
    const troubles = guide.slice(guide.indexOf('## 五'), guide.indexOf('还不清楚时'));
    const words = [...troubles.matchAll(/^\| “([^”]+)” \|/gm)].map(([, said]) => said!);
    expect(words.length).toBeGreaterThan(3);
    const pane = sources('taskpane') + sources('src/adapters/officejs');
    expect(words.filter((said) => !pane.includes(said))).toEqual([]);
    const labels = [...read('manifest.xml').matchAll(/id="\w+\.Label" DefaultValue="([^"]+)"/g)].map(([, label]) => label!);
    expect(labels.filter((label) => !guide.includes(label))).toEqual([]);
  });

  test('every command it names is one, and the catalogue of the registry is a folder on a server', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...guide.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
    const registry = readFileSync(path.join(root, 'deploy/juesuan-catalogue.reg'), 'utf16le');
    expect(registry).toMatch(/^\ufeffWindows Registry Editor Version 5\.00\r\n/);
    expect(registry).toMatch(/"Url"="\\\\\\\\[^\\"]+\\\\[^"]+"/);
  });

  test('Windows reads its scripts as they were written: with a byte order mark, and no curly quote that would end a string', () => {
    for (const name of readdirSync(path.join(root, 'deploy')).filter((one) => one.endsWith('.ps1'))) {
      const [mark, ...rest] = read(`deploy/${name}`);
      expect([name, mark]).toEqual([name, '\ufeff']);
      const code = rest
        .join('')
        .replace(/<#[^]*?#>/, '')
        .replace(/^\s*#.*$/gm, '');
      expect([name, code.match(/["'][^"'\n]*[“”‘’][^"'\n]*["']/g)]).toEqual([name, null]);
    }
  });
});
