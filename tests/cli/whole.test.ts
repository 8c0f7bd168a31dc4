import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { wordBlocks } from '../../src/adapters/docx/read-blocks';
import { openWorkbook } from '../../src/adapters/file/open';
import { cleanYears } from '../kit/index';
import { fileOf } from '../adapters/file/bytes';
import { packageFaults } from '../adapters/file/package-faults';
import { juesuan, workFolder } from './run';

const folder = workFolder();
afterAll(folder.remove);
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(folder.path(name), bytes);
  return folder.path(name);
};
const { now, before } = cleanYears();
const good = file('好.xlsx', fileOf(now));
const prior = file('上年.xlsx', fileOf(before));
const lastYear = [
  '第一部分 单位概况',
  '一、主要职责',
  '1.统筹全区文化设施建设。',
  '2.承办其他事项。',
  '二、机构设置',
  '本单位下属二级单位2个。',
  '第二部分 2023年度单位决算情况说明',
].join('\n');

let places = 0;
const place = (): string => folder.path(`输出${(places += 1)}`);
const bytesOf = (...names: readonly string[]): Uint8Array => new Uint8Array(readFileSync(names.join('/')));
const wordText = (bytes: Uint8Array): string =>
  wordBlocks(bytes)
    .map((block) => ('text' in block ? block.text : ''))
    .join('\n');

interface Json {
  readonly whole: {
    readonly parts: readonly string[];
    readonly missing: readonly { readonly ask: string; readonly key: string }[];
    readonly findings: readonly { readonly rule: string; readonly part: string; readonly message: string }[];
  };
}

describe('juesuan report --whole', () => {
  test('writes the whole document and the forms beside the four files, and says what they lack', async () => {
    const out = place();
    const run = await juesuan('report', good, '--prior', prior, '--whole', '--out', out, '--format', 'json');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(out).sort()).toEqual([
      'report.json',
      '好-公开表.xlsx',
      '好-情况说明.docx',
      '好-情况说明.txt',
      '好-情况说明.xlsx',
      '好-整本.docx',
    ]);
    const { whole } = JSON.parse(run.out) as Json;
    expect(whole.parts.map((part) => part.slice(0, 4))).toEqual(['第一部分', '第二部分', '第三部分', '第四部分', '第五部分']);
    expect(whole.missing.map(({ ask }) => ask)).toEqual(expect.arrayContaining(['公开时间', '主要职责', '项目清单']));
    // What is not filled in yet is asked for once; it is no finding of a check as well.
    expect(whole.findings.filter(({ message }) => message.includes('待补充'))).toEqual([]);
    expect(packageFaults(bytesOf(out, '好-公开表.xlsx'))).toEqual([]);
    const text = wordText(bytesOf(out, '好-整本.docx'));
    for (const heading of whole.parts) expect(text).toContain(heading);
    expect(text).toContain('【待补充：主要职责】');
    const forms = openWorkbook(bytesOf(out, '好-公开表.xlsx'), '好-公开表.xlsx', '本年').sheets.map(({ name }) => name);
    expect(forms.slice(0, now.sheets.length)).toEqual(now.sheets.map(({ name }) => name));
    expect(forms.filter((name) => name.startsWith('公开'))).toHaveLength(13);
  });

  test('--without leaves parts out and closes the numbers; without 附表 there is no workbook of forms', async () => {
    const out = place();
    const run = await juesuan('report', good, '--prior', prior, '--whole', '--without', '绩效自评,附表', '--out', out);
    expect(run.code).toBe(0);
    expect(existsSync(`${out}/好-公开表.xlsx`)).toBe(false);
    const text = wordText(bytesOf(out, '好-整本.docx'));
    expect(text).toContain('第三部分 名词解释');
    expect(text).not.toMatch(/第四部分|绩效自评报告/);
    expect(run.out).toMatch(/^整本：.*名词解释$/m);
  });

  test.each(['上年.txt', '上年.docx'])('--last takes duties and structure over from %s', async (name) => {
    const source = file('上年.txt', lastYear);
    const made = place();
    if (name.endsWith('.docx')) {
      await juesuan('report', good, '--prior', prior, '--whole', '--last', source, '--out', made);
      file(name, bytesOf(made, '好-整本.docx'));
    }
    const out = place();
    const run = await juesuan('report', good, '--prior', prior, '--whole', '--last', folder.path(name), '--out', out);
    expect(run.code).toBe(0);
    const text = wordText(bytesOf(out, '好-整本.docx'));
    expect(text).toContain('统筹全区文化设施建设。');
    expect(text).toContain('本单位下属二级单位2个。');
    expect(text).not.toContain('【待补充：主要职责】');
  });

  test.each([
    ['--whole missing', ['--without', '附表']],
    ['an unknown part', ['--whole', '--without', '封底']],
    ['nothing left', ['--whole', '--without', '概况,情况说明,名词解释,绩效自评,附表']],
    ['a file that is not there', ['--whole', '--last', '没有这个文件.docx']],
  ])('%s: one sentence, exit 2, nothing written', async (_what, more) => {
    const out = place();
    const run = await juesuan('report', good, '--prior', prior, ...more, '--out', out);
    expect(run.code).toBe(2);
    expect(run.err.trim().length).toBeGreaterThan(8);
    expect(existsSync(out)).toBe(false);
  });
});
