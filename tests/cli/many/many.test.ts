import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { openWorkbook } from '../../../src/adapters/file/open';
import { fileOf } from '../../adapters/file/bytes';
import { packageFaults } from '../../adapters/file/package-faults';
import { juesuan, workFolder } from '../run';

const folder = workFolder();
afterAll(folder.remove);
const sample = (name: string): Buffer => readFileSync(`assets/samples/${name}.xlsx`);
const renamed = (unit: string): Uint8Array => {
  const workbook = openWorkbook(new Uint8Array(sample('sample-2024')), 'x.xlsx', '本年');
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    values: sheet.values.map((row) =>
      row.map((value) => (typeof value === 'string' && /编制单位|^单位名称/.test(value) ? `编制单位：${unit}` : value)),
    ),
  }));
  return fileOf({ sheets });
};

describe('a folder of workbooks', () => {
  const input = folder.path('县');
  beforeAll(() => {
    mkdirSync(`${input}/经信局`, { recursive: true });
    writeFileSync(`${input}/经信局/今年.xlsx`, sample('sample-2024'));
    writeFileSync(`${input}/去年.xlsx`, sample('sample-2023'));
    writeFileSync(`${input}/坏.xlsx`, 'x');
    writeFileSync(`${input}/乙.xlsx`, renamed('另一个单位'));
    writeFileSync(`${input}/~$乙.xlsx`, 'lock');
    writeFileSync(`${input}/说明.txt`, 'x');
  });

  test('each unit gets its folder, with last year found by what stands in the files; the bad one is named and stops nobody', async () => {
    const out = `${input}/输出`;
    const run = await juesuan('report', input, '--out', out);
    expect(run.err).toMatch(/^坏\.xlsx：.*不是 Excel 工作簿/);
    expect(run.code).toBe(3);
    expect(readdirSync(out).sort()).toEqual(['乙', '今年', '汇总.json', '汇总.txt', '汇总.xlsx'].sort());
    expect(
      readdirSync(`${out}/今年`)
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ).toEqual(['report.json', '今年-情况说明.docx', '今年-情况说明.txt', '今年-情况说明.xlsx'].sort());
    const json = JSON.parse(readFileSync(`${out}/汇总.json`, 'utf8')) as {
      units: { file: string; prior?: string; status: string }[];
      refused: { file: string }[];
    };
    expect(json.units.map(({ file, prior, status }) => [file, prior, status])).toEqual([
      ['乙.xlsx', undefined, 'done'],
      ['今年.xlsx', '去年.xlsx', 'done'],
    ]);
    expect(json.refused.map(({ file }) => file)).toEqual(['坏.xlsx']);
    expect(run.out).toMatch(/^共 2 个单位：.*另有 1 个文件没有采用。/);

    const bytes = new Uint8Array(readFileSync(`${out}/汇总.xlsx`));
    expect(packageFaults(bytes)).toEqual([]);
    const [units, , asks, refused] = openWorkbook(bytes, '汇总.xlsx', '本年').sheets;
    expect(units!.values.map((row) => [row[0], row[2]])[0]).toEqual(['单位', '状态']);
    expect(units!.values).toHaveLength(3);
    expect(asks!.values.length).toBeGreaterThan(3);
    expect(refused!.values[1]![0]).toBe('坏.xlsx');
  });

  test('run again, finished units are not done again; one whose workbook has changed is', async () => {
    const out = `${input}/输出`;
    const stamp = (name: string): number => statSync(`${out}/${name}/report.json`).mtimeMs;
    const before = [stamp('乙'), stamp('今年')];
    writeFileSync(`${input}/乙.xlsx`, renamed('另一个 单位'));
    const run = await juesuan('report', input, '--out', out, '--format', 'json');
    const { units } = JSON.parse(run.out) as { units: { file: string; status: string }[] };
    expect(units.map(({ file, status }) => [file, status])).toEqual([
      ['乙.xlsx', 'done'],
      ['今年.xlsx', 'kept'],
    ]);
    expect(stamp('今年')).toBe(before[1]);
    expect(stamp('乙')).toBeGreaterThan(before[0]!);
  });

  test('check gives the JSON of the contract for all that could be read', async () => {
    const run = await juesuan('check', input, '--format', 'json');
    expect(run.code).toBe(3);
    const { files } = JSON.parse(run.out) as { files: { file: string; priorTables: unknown[] }[] };
    expect(files.map(({ file, priorTables }) => [file, priorTables.length > 0])).toEqual([
      ['乙.xlsx', false],
      ['今年.xlsx', true],
    ]);
  });
});

test('a folder without workbooks, and options that belong to one unit, are refused with what to do', async () => {
  mkdirSync(folder.path('空'));
  expect(await juesuan('check', folder.path('空'))).toMatchObject({ code: 2, err: expect.stringMatching(/没有工作簿/) as string });
  expect(await juesuan('check', folder.path('空'), '--prior', 'x.xlsx')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/自动配对/) as string,
  });
  expect(existsSync(folder.path('out'))).toBe(false);
});
