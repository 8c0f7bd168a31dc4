import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { toDocx } from '../../src/adapters/docx/docx';
import { openWordFile } from '../../src/adapters/word/open';
import { published } from '../../src/narrative/published';
import { profileById } from '../../src/narrative/profiles/index';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { inflate, readZip } from '../../src/ooxml/zip-read';
import { buildYears, units } from '../kit/index';
import { toXlsx } from '../kit/xlsx';
import { goldenCases, written } from '../proof/texts';
import { juesuan, workFolder } from './run';

const { path, remove } = workFolder();
afterAll(remove);

const files = {
  now: path('本年.xlsx'),
  before: path('上年.xlsx'),
  text: path('说明.txt'),
  wrong: path('错稿.txt'),
  word: path('错稿.docx'),
};
const books = ['--workbook', files.now, '--prior', files.before];

interface Json {
  readonly version: number;
  readonly files: readonly {
    readonly file: string;
    readonly unit: string;
    readonly year: number | null;
    readonly findings: readonly {
      rule: string;
      severity: string;
      paragraph: number;
      start: number;
      end: number;
      quote: string;
      expected?: string;
      cells: { book: string; sheet: string; address: string }[];
      group: string;
    }[];
    readonly figures: readonly { text: string; status: string; measure?: string }[];
    readonly counts: { figures: number; confirmed: number; contradicted: number; unchecked: number };
  }[];
}
const json = (out: string): Json => JSON.parse(out) as Json;

beforeAll(async () => {
  const { now, before } = buildYears(units.vehicleBought);
  writeFileSync(files.now, await toXlsx(now));
  writeFileSync(files.before, await toXlsx(before!));
  const { input } = (await goldenCases()).find(({ name }) => name === 'vehicle-bought')!;
  const profile = profileById('sichuan-2024')!;
  const text = written(input, profile);
  writeFileSync(files.text, text);
  writeFileSync(
    files.wrong,
    text.replace('404.27万元。与2023年度相比', '414.27万元。与2023年度相比').replace('各增加42.02万元', '各减少42.02万元'),
  );
  const document = published(writeReport(input, sections, profile));
  const docx = await toDocx({ ...document, title: `${document.title}（注：数据来源于财决01表）` });
  writeFileSync(files.word, docx);
});

test('a clean text passes with exit code 0, says how much was checked, and writes nothing', async () => {
  const { code, out, err } = await juesuan('proof', files.text, ...books);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('已核对 87/101 个数：相符 87，不符 0，未能核对 14。');
  expect(out).toContain('没有发现问题。');
});

test('JSON keeps the contract: findings with words, places and cells, figures with their status', async () => {
  const { code, out } = await juesuan('proof', files.wrong, ...books, '--format', 'json');
  expect(code).toBe(1);
  const [file] = json(out).files;
  expect(file).toMatchObject({ file: '错稿.txt', unit: '青川示例区应急服务中心', year: 2024 });
  const total = file!.findings.find(({ rule }) => rule === 'P-CELL')!;
  expect(total).toMatchObject({ severity: 'error', expected: '404.27万元' });
  expect(total.cells[0]).toMatchObject({ book: '本年', address: expect.stringMatching(/^[A-Z]+\d+$/) as string });
  const line = readFileSync(files.wrong, 'utf8')
    .split('\n')
    .filter((one) => one.trim() !== '')[total.paragraph]!;
  expect(line.slice(total.start, total.end)).toBe(total.quote);
  expect(file!.findings.map(({ rule }) => rule)).toContain('P-DIRECTION');
  expect(file!.figures.find(({ text }) => text === '414.27万元')).toMatchObject({ status: 'contradicted', measure: 'Z01.收入总计.决算数' });
  const { figures, confirmed, contradicted, unchecked } = file!.counts;
  expect(confirmed + contradicted + unchecked).toBe(figures);
});

test('without a workbook a text is checked against itself', async () => {
  const { code, out } = await juesuan('proof', files.wrong, '--format', 'json');
  expect(code).toBe(1);
  expect(json(out).files[0]!.unit).toBe('');
  expect(json(out).files[0]!.findings.length).toBeGreaterThan(0);
});

test('a Word file comes back with comments at the words and every other part the same', async () => {
  const out = path('out');
  const bytes = readFileSync(files.word);
  const { code } = await juesuan('proof', files.word, files.text, '--out', out);
  expect(code).toBe(1);
  expect(JSON.parse(readFileSync(path('out', 'proof.json'), 'utf8'))).toMatchObject({ version: 1 });
  const made = new Uint8Array(readFileSync(path('out', '错稿-校对.docx')));
  const parts = (data: Uint8Array): ReadonlyMap<string, string> =>
    new Map(readZip(data).map((entry) => [entry.name, Buffer.from(inflate(entry)).toString('base64')]));
  expect(openWordFile(made, 'a.docx').document.paragraphs.map(({ text }) => text)).toEqual(
    openWordFile(new Uint8Array(bytes), 'a.docx').document.paragraphs.map(({ text }) => text),
  );
  const [before, after] = [parts(new Uint8Array(bytes)), parts(made)];
  const changed = [...before].filter(([name, content]) => after.get(name) !== content).map(([name]) => name);
  const allowed = ['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'];
  expect(changed.filter((name) => !allowed.includes(name))).toEqual([]);
  expect(openWordFile(made, 'a.docx').document.comments.map(({ author, text }) => [author, text])).toEqual([
    ['决算说明助手', expect.stringContaining('范本的提示')],
  ]);
  expect(readFileSync(files.word).equals(bytes)).toBe(true);
});

test('数字锁定: the same figures in other words pass, a changed one does not', async () => {
  const text = readFileSync(files.text, 'utf8');
  writeFileSync(
    path('新稿.txt'),
    text.replace('主要变动原因是更新执法执勤车辆', '变动的主要原因：购置了执法执勤用车').replace('404.27万元', '404.270万元'),
  );
  const same = await juesuan('proof', path('新稿.txt'), '--against', files.text);
  expect([same.code, same.out]).toEqual([0, expect.stringContaining('全部没有改变')]);
  const changed = await juesuan('proof', files.wrong, '--against', files.text, '--format', 'json');
  expect(changed.code).toBe(1);
  const result = JSON.parse(changed.out) as {
    same: boolean;
    changes: { kind: string; before: { text: string }; after: { text: string } }[];
  };
  expect(result.same).toBe(false);
  expect(result.changes.map(({ before, after }) => [before.text, after.text])).toEqual([
    ['404.27万元', '414.27万元'],
    ['增加', '减少'],
  ]);
});

test.each([
  ['old Word', 'a.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /\.docx|损坏/],
  ['PDF', 'a.pdf', new TextEncoder().encode('%PDF-1.7'), /PDF/],
  ['a text that is none', 'a.txt', Uint8Array.from([0x80, 0x00, 0xff]), /编码/],
])('%s is refused with what to do; nothing is written', async (_name, file, bytes, message) => {
  writeFileSync(path(file), bytes);
  const { code, err } = await juesuan('proof', path(file), '--out', path('none'));
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(existsSync(path('none'))).toBe(false);
});

test('arguments that make no sense are refused', async () => {
  for (const argv of [
    ['proof'],
    ['proof', files.text, '--against', files.text, '--out', 'x'],
    ['check', files.now, '--against', files.text],
    ['proof', files.text, '--prior', files.before],
  ])
    expect((await juesuan(...argv)).code).toBe(2);
});
