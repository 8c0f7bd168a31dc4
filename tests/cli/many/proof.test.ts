import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { openWorkbook } from '../../../src/adapters/file/open';
import { writeCounty } from '../../bench/county';
import { juesuan, workFolder } from '../run';

jest.setTimeout(120_000);
const folder = workFolder();
afterAll(folder.remove);
const input = folder.path('县');
const out = folder.path('校对');

beforeAll(async () => {
  await writeCounty(input, 2);
  await juesuan('report', input, '--out', folder.path('说明'));
  mkdirSync(`${input}/说明`);
  // One as it was written, under another name; one with an amount that no cell holds; one of nobody.
  writeFileSync(`${input}/说明/甲.docx`, readFileSync(folder.path('说明', '0001', '0001-情况说明.docx')));
  const text = readFileSync(folder.path('说明', '0002', '0002-情况说明.txt'), 'utf8');
  const amount = /收、支总计均?为?(\d+\.\d\d)万元/.exec(text)?.[1] ?? /(\d+\.\d\d)万元/.exec(text)![1]!;
  writeFileSync(`${input}/说明/乙.txt`, text.replace(amount, String(Number(amount) + 1000)));
  writeFileSync(`${input}/说明/丙.txt`, '某某单位2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入总计100.00万元。\n');
});

test('each text is held against the workbooks of the unit it names and of its year; what belongs to nobody is named', async () => {
  const run = await juesuan('proof', input, '--out', out);
  expect(run.err).toMatch(/^丙\.txt：文中没有写出这些工作簿中任何一个的编制单位/m);
  expect(run.code).toBe(3);
  const { texts, refused } = JSON.parse(readFileSync(`${out}/校对汇总.json`, 'utf8')) as {
    texts: { file: string; workbook: string; prior?: string; errors: number; figures: number; unchecked: number }[];
    refused: { file: string }[];
  };
  expect(texts.map(({ file, workbook, prior }) => [file, workbook, prior])).toEqual([
    ['乙.txt', '0002.xlsx', '0002.xlsx'],
    ['甲.docx', '0001.xlsx', '0001.xlsx'],
  ]);
  expect(texts[0]!.errors).toBeGreaterThan(0);
  expect(texts[1]!.errors).toBe(0);
  expect(texts[1]!.unchecked).toBeLessThan(texts[1]!.figures / 4);
  expect(refused.map(({ file }) => file)).toEqual(['丙.txt']);
  expect(readdirSync(`${out}/甲`).sort()).toEqual(['.juesuan.json', 'proof.json', '甲-校对.docx', '甲-校对.txt'].sort());
  const [sheet] = openWorkbook(new Uint8Array(readFileSync(`${out}/校对汇总.xlsx`)), '校对汇总.xlsx', '本年').sheets;
  expect(sheet!.values.map((row) => row[0])).toEqual(['说明', '乙.txt', '甲.docx']);
  expect(run.out).toMatch(/^共 2 份说明：1 份有错误，0 份未能校对；另有 1 个文件没有采用。/);
});

test('run again, only the text that has changed is done again; the JSON has all of them', async () => {
  const stamp = (name: string): number => statSync(`${out}/${name}/proof.json`).mtimeMs;
  const before = [stamp('甲'), stamp('乙')];
  writeFileSync(`${input}/说明/乙.txt`, `${readFileSync(`${input}/说明/乙.txt`, 'utf8')}\n`);
  expect((await juesuan('proof', input, '--out', out)).code).toBe(3);
  expect(stamp('甲')).toBe(before[0]);
  expect(stamp('乙')).toBeGreaterThan(before[1]!);
  const { files } = JSON.parse((await juesuan('proof', input, '--format', 'json')).out) as { files: { file: string; unit: string }[] };
  expect(files.map(({ file, unit }) => [file, unit !== ''])).toEqual([
    ['乙.txt', true],
    ['甲.docx', true],
  ]);
});

test('nothing to use, nothing written', async () => {
  const nothing = folder.path('无');
  mkdirSync(nothing);
  writeFileSync(`${nothing}/丙.txt`, '某某单位2024年度部门决算情况说明\n');
  const run = await juesuan('proof', nothing, '--out', folder.path('空'));
  expect(run).toMatchObject({ code: 2, err: expect.stringMatching(/丙\.txt/) as string });
  expect(existsSync(folder.path('空'))).toBe(false);
  expect(await juesuan('proof', input, '--workbook', 'x.xlsx')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/自动配对/) as string,
  });
});
