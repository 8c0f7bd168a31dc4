import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { openWorkbook } from '../../src/adapters/file/open';
import { cleanYears, sheetOf, withCell } from '../kit/index';
import { fileOf, partsOf } from '../adapters/file/bytes';
import { packageFaults } from '../adapters/file/package-faults';
import { juesuan, workFolder } from './run';
import { reportOutput } from './shape';

const folder = workFolder();
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(folder.path(name), bytes);
  return folder.path(name);
};
const { now, before } = cleanYears();
const good = file('好.xlsx', fileOf(now));
const prior = file('上年.xlsx', fileOf(before));
const z01 = sheetOf(now, 'Z01');
const wrongWorkbook = withCell(now, z01.name, 'E7', 1);
const wrong = file('错.xls', fileOf(wrongWorkbook, 'xls'));
afterAll(folder.remove);

let places = 0;
const place = (): string => folder.path(`输出${(places += 1)}`);
const bytesOf = (...names: readonly string[]): Uint8Array => new Uint8Array(readFileSync(names.join('/')));

interface Report {
  readonly unit: string;
  readonly year: number;
  readonly sections: readonly {
    readonly paragraphs: readonly {
      readonly text: string;
      readonly figures: readonly { readonly text: string; readonly cells: readonly unknown[] }[];
    }[];
  }[];
  readonly missing: readonly { readonly ask: string; readonly where: string }[];
}

describe('juesuan report', () => {
  test('writes the four files; report.json is the contract and the same as --format json', async () => {
    const out = place();
    const run = await juesuan('report', good, '--prior', prior, '--out', out, '--format', 'json');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(out).sort()).toEqual(['report.json', '好-情况说明.docx', '好-情况说明.txt', '好-情况说明.xlsx']);
    expect(readFileSync(`${out}/report.json`, 'utf8')).toBe(run.out);
    expect(reportOutput(JSON.parse(run.out), 'report')).toEqual([]);

    const text = readFileSync(`${out}/好-情况说明.txt`, 'utf8');
    const json = JSON.parse(run.out) as Report;
    for (const section of json.sections)
      for (const paragraph of section.paragraphs) for (const line of paragraph.text.split('\n')) expect(text).toContain(line);
    for (const figure of json.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ figures }) => figures))) {
      expect([figure.text, figure.cells.length > 0]).toEqual([figure.text, true]);
    }
    expect(text).not.toMatch(/NaN|Infinity|undefined|增加\/减少/);
  });

  test('the workbook is a copy with our four sheets behind the user’s, all parts in order', async () => {
    const out = place();
    await juesuan('report', good, '--prior', prior, '--out', out);
    const saved = bytesOf(out, '好-情况说明.xlsx');
    const { sheets } = openWorkbook(saved, 'x.xlsx', '本年');
    const input = openWorkbook(bytesOf(good), 'x.xlsx', '本年').sheets;
    expect(sheets.slice(0, input.length)).toEqual(input);
    expect(sheets.slice(input.length).map(({ name }) => name)).toEqual(['情况说明', '数据溯源', '核对结果', '补充信息']);
    expect(packageFaults(saved)).toEqual([]);
  });

  test('--tables prints the public forms behind the text in Word; without it there are none', async () => {
    const documentOf = async (...more: readonly string[]): Promise<string> => {
      const out = place();
      expect(await juesuan('report', good, '--out', out, ...more)).toMatchObject({ code: 0, err: '' });
      return partsOf(bytesOf(out, '好-情况说明.docx'))['word/document.xml']!;
    };
    const xml = await documentOf('--tables');
    expect(xml).toContain('附表1\u3000收入支出决算总表');
    expect(xml.match(/<w:tbl>/g)!.length).toBeGreaterThan(5);
    expect(await documentOf()).not.toContain('<w:tbl>');
  });

  test('a wrong cell is marked in the copy, and the exit code says 1', async () => {
    const out = place();
    const { code, out: text } = await juesuan('report', wrong, '--out', out);
    expect(code).toBe(1);
    expect(text).toMatch(/原文件是 \.xls 格式/);
    const parts = partsOf(bytesOf(out, '错-情况说明.xlsx'));
    expect(Object.values(parts).some((part) => /<conditionalFormatting sqref="E7[ "].*N\(/.test(part))).toBe(true);
  });

  test('what is missing is listed with the cell to fill it in', async () => {
    const out = place();
    const run = await juesuan('report', good, '--out', out, '--format', 'json');
    const { missing } = JSON.parse(run.out) as Report;
    const sheet = openWorkbook(bytesOf(out, '好-情况说明.xlsx'), 'x.xlsx', '本年').sheets.find(({ name }) => name === '补充信息')!;
    expect(missing.length).toBeGreaterThan(0);
    for (const { ask, where } of missing) {
      expect([ask, where]).toEqual([ask, expect.stringMatching(/^补充信息![C-E]\d+$/)]);
      expect(Number(where.replace(/\D/g, ''))).toBeLessThanOrEqual(sheet.top + sheet.values.length);
    }
    expect(new Set(missing.map(({ where }) => where)).size).toBeGreaterThan(1);
  });

  test('running again over the result replaces our sheets', async () => {
    const out = place();
    await juesuan('report', good, '--out', out);
    const again = place();
    await juesuan('report', `${out}/好-情况说明.xlsx`, '--out', again);
    const names = (path: string): readonly string[] => openWorkbook(bytesOf(path), 'x.xlsx', '本年').sheets.map(({ name }) => name);
    expect(names(`${again}/好-情况说明-情况说明.xlsx`)).toEqual(names(`${out}/好-情况说明.xlsx`));
  });

  test('another profile, by name', async () => {
    const out = place();
    const run = await juesuan('report', good, '--out', out, '--profile', 'shanghai-2024', '--format', 'json');
    expect(JSON.parse(run.out)).toMatchObject({ profile: 'shanghai-2024' });
  });

  test('several workbooks: a folder each, equal names told apart, one summary', async () => {
    mkdirSync(folder.path('乙'));
    const same = file('乙/好.xlsx', fileOf(now));
    const out = place();
    const { code, out: text } = await juesuan('report', good, same, wrong, '--out', out);
    expect(code).toBe(1);
    expect(readdirSync(out).sort()).toEqual(['好', '好-2', '错', '汇总.json', '汇总.txt'].sort());
    for (const name of ['好', '好-2'])
      expect(readdirSync(`${out}/${name}`).sort()).toEqual(['report.json', '好-情况说明.docx', '好-情况说明.txt', '好-情况说明.xlsx']);
    const summary = JSON.parse(readFileSync(`${out}/汇总.json`, 'utf8')) as { units: { file: string; folder: string; errors: number }[] };
    expect(summary.units.map((unit) => [unit.file, unit.folder, unit.errors > 0])).toEqual([
      ['好.xlsx', '好', false],
      ['好.xlsx', '好-2', false],
      ['错.xls', '错', true],
    ]);
    expect(text).toContain('共 3 个单位，1 个单位有不平。');
    const run = await juesuan('report', good, wrong, '--out', place(), '--format', 'json');
    expect(JSON.parse(run.out)).toMatchObject({ version: 1, units: [{ file: '好.xlsx' }, { file: '错.xls' }] });
  });
});

describe('output appears whole or not at all', () => {
  const bad = file('坏.xlsx', 'x');

  test('nothing is written when a workbook cannot be used; every such workbook is named', async () => {
    const out = place();
    const { code, out: text, err } = await juesuan('report', good, bad, folder.path('没有.xlsx'), '--out', out);
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(err).toMatch(/坏\.xlsx：[^]*没有\.xlsx：找不到文件/);
    expect(existsSync(out)).toBe(false);
  });

  test('earlier results stay when a new run fails, and no working folder is left behind', async () => {
    const out = place();
    await juesuan('report', good, '--out', out);
    const first = readFileSync(`${out}/report.json`, 'utf8');
    expect((await juesuan('report', bad, '--out', out)).code).toBe(2);
    expect(readFileSync(`${out}/report.json`, 'utf8')).toBe(first);
    expect(readdirSync(out)).toHaveLength(4);
  });

  test('when the last file cannot be placed, the first ones are taken back and old ones restored', async () => {
    const out = place();
    mkdirSync(`${out}/report.json`, { recursive: true });
    writeFileSync(`${out}/好-情况说明.txt`, '旧的');
    const { code, err } = await juesuan('report', good, '--out', out);
    expect(code).toBe(2);
    expect(err).toMatch(/无法写入 .*report\.json：有同名的文件夹.*没有写入任何文件/);
    expect(readdirSync(out).sort()).toEqual(['report.json', '好-情况说明.txt']);
    expect(readFileSync(`${out}/好-情况说明.txt`, 'utf8')).toBe('旧的');
  });

  test('a place that is no folder is refused with what to do', async () => {
    const { code, out, err } = await juesuan('report', good, '--out', `${file('一个文件', 'x')}/里面`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/无法写入 .*里面：.*用 --out 换一个文件夹；没有写入任何文件/);
  });

  test('no result ever lands on an input, whatever link leads there', async () => {
    const out = place();
    mkdirSync(out);
    symlinkSync(good, `${out}/好-情况说明.xlsx`);
    const before = readFileSync(good);
    const { code, err } = await juesuan('report', good, '--out', out);
    expect(code).toBe(2);
    expect(err).toMatch(/输出会覆盖输入文件/);
    expect(readFileSync(good).equals(before)).toBe(true);
    expect(readdirSync(out)).toEqual(['好-情况说明.xlsx']);
  });
});
