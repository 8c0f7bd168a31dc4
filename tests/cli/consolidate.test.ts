import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileOf } from '../adapters/file/bytes';
import { readWord } from '../../src/ooxml/word/file';
import { bookOfShare, shareOf, wholeOf } from '../kit/department';
import { cellOf, units as presets, withCell, type Unit } from '../kit/index';
import { juesuan, workFolder } from './run';
import { address, anyText, count, exactly, list, object, text } from './shape';

const folder = workFolder();
afterAll(folder.remove);

const members: readonly Unit[] = [presets.onlyGeneral, presets.withFund, presets.institution];
const shares = members.map(shareOf);
const whole = wholeOf('青川示例区综合局', shares);
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(folder.path(name), bytes);
  return folder.path(name);
};
mkdirSync(folder.path('各单位'));
shares.forEach((share, i) => file(`各单位/${i + 1}.xlsx`, fileOf(bookOfShare(share))));
const units = folder.path('各单位');
const good = file('汇总.xlsx', fileOf(whole));

const finding = object({
  message: text,
  cells: list(object({ book: exactly('本年'), sheet: text, address })),
  difference: anyText,
  likely: text,
});
const shape = object({
  version: exactly(1),
  whole: text,
  units: list(object({ file: text, unit: text, year: exactly(2024) })),
  findings: list(finding),
  counts: object({ cells: count, equal: count, different: count }),
});

test('a 汇总 that is the sum of its units: exit code 0, in words and as JSON', async () => {
  const words = await juesuan('consolidate', good, '--units', units);
  expect([words.code, words.err]).toEqual([0, '']);
  expect(words.out).toContain('汇总表等于各单位合计。');
  expect(words.out).not.toMatch(/undefined|NaN|\[object/);
  const { code, out } = await juesuan('consolidate', good, '--units', units, '--format', 'json');
  const json = JSON.parse(out) as { findings: unknown[]; counts: { cells: number; equal: number }; units: { unit: string }[] };
  expect(code).toBe(0);
  expect(shape(json, 'consolidate')).toEqual([]);
  expect(json.findings).toEqual([]);
  expect(json.counts.equal).toBe(json.counts.cells);
  expect(json.units.map(({ unit }) => unit).sort()).toEqual(members.map(({ name }) => name).sort());
});

test('a unit that was left out is named, with the cells of the 汇总 and the difference', async () => {
  const short = file('少一家.xlsx', fileOf(wholeOf('青川示例区综合局', shares.slice(1))));
  const { code, out } = await juesuan('consolidate', short, '--units', units, '--format', 'json');
  const json = JSON.parse(out) as {
    findings: { likely: string; unit: string; difference: string; cells: { sheet: string; address: string }[] }[];
  };
  expect(code).toBe(1);
  expect(shape(json, 'consolidate')).toEqual([]);
  expect(json.findings).toHaveLength(1);
  const total = cellOf(whole, 'Z01', '总计', '决算数');
  expect(json.findings[0]).toMatchObject({ unit: members[0]!.name, likely: `“${members[0]!.name}”没有汇入` });
  expect(json.findings[0]!.cells[0]).toMatchObject({ sheet: total.sheet, address: total.a1 });
  expect(Number(json.findings[0]!.difference)).toBeLessThan(0);
});

test('one cell typed over: that cell, and what it should be', async () => {
  const { a1, sheet } = cellOf(whole, 'Z05', '2010302', '商品和服务支出 > 办公费');
  const wrong = file('改一格.xlsx', fileOf(withCell(whole, sheet, a1, 1)));
  const { code, out } = await juesuan('consolidate', wrong, '--units', units);
  expect(code).toBe(1);
  expect(out).toContain('汇总表的一个单元格被改写（C-CELL）');
  expect(out).toMatch(new RegExp(`财决05表 ${a1} .*1\\.00 元 − `));
});

test('files that cannot be used are named, once each, and the others are compared', async () => {
  mkdirSync(folder.path('混着'));
  shares.forEach((share, i) => file(`混着/${i + 1}.xlsx`, fileOf(bookOfShare(share))));
  file('混着/坏.xlsx', 'PK\u0003\u0004 这不是工作簿');
  file('混着/又一份1.xlsx', fileOf(bookOfShare(shares[0]!)));
  file('混着/汇总.xlsx', fileOf(whole));
  const other = { ...members[0]!, now: { ...members[0]!.now, year: 2023 }, before: undefined };
  file('混着/去年.xlsx', fileOf(bookOfShare(shareOf(other))));
  const { code, out, err } = await juesuan('consolidate', good, '--units', folder.path('混着'));
  expect(code).toBe(0);
  expect(err.trim().split('\n')).toHaveLength(4);
  expect(err).toMatch(/又一份1\.xlsx：与 1\.xlsx 完全相同/);
  expect(err).toMatch(/汇总\.xlsx：就是汇总表本身/);
  expect(err).toMatch(/去年\.xlsx：是2023年度的，汇总表是2024年度的/);
  expect(out).toContain('3 个单位');
});

test('files may be listed one by one; nothing usable and wrong arguments are exit code 2', async () => {
  const all = readdirSync(units).map((name) => `${units}/${name}`);
  expect((await juesuan('consolidate', good, '--units', ...all)).code).toBe(0);
  const bad = file('坏的.xlsx', 'PK\u0003\u0004 这不是工作簿');
  expect((await juesuan('consolidate', good, '--units', bad)).code).toBe(2);
  expect((await juesuan('consolidate', folder.path('没有.xlsx'), '--units', units)).code).toBe(2);
  const { code, err } = await juesuan('consolidate', good);
  expect(code).toBe(2);
  expect(err).toContain('--units');
});

test('--out makes a 汇总 from the units: it equals them, and a second run over the same folder passes it over', async () => {
  const out = folder.path('输出');
  const { code, out: said, err } = await juesuan('consolidate', '--units', units, '--name', '青川示例区综合局', '--out', out);
  expect([code, err]).toEqual([0, '']);
  expect(readdirSync(out).sort()).toEqual(['consolidate.json', '青川示例区综合局-汇总.xlsx'].sort());
  expect(said).toContain('已生成：');
  const made = `${out}/青川示例区综合局-汇总.xlsx`;
  expect((await juesuan('consolidate', made, '--units', units)).code).toBe(0);
  expect((await juesuan('check', made)).code).toBe(0);
  expect((await juesuan('report', made, '--tables', '--out', folder.path('说明'))).code).toBe(0);
  const word = readWord(new Uint8Array(readFileSync(folder.path('说明', '青川示例区综合局-汇总-情况说明.docx')))).document;
  const words = word.paragraphs.map(({ text: line }) => line).join('\n');
  expect(words).toContain('各单位收支情况表');
  for (const { name } of members) expect(words).toContain(name);
  const again = await juesuan('consolidate', good, '--units', units, made);
  expect(again.code).toBe(0);
  expect(again.err).toContain('是本工具生成的汇总表');
  expect((await juesuan('consolidate', '--units', units, '--out', out)).err).toContain('--name');
});

test('a department of one unit: its 汇总 is the workbook of that unit', async () => {
  const only = folder.path('各单位', '1.xlsx');
  const { code, out } = await juesuan('consolidate', only, '--units', file('本级.xlsx', fileOf(bookOfShare(shares[0]!))));
  expect(code).toBe(0);
  expect(out).toContain('1 个单位');
  const short = await juesuan('consolidate', only, '--units', units);
  expect(short.code).toBe(1);
  expect(short.out).toContain(`“${members[1]!.name}”没有汇入`);
});
