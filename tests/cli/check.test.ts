import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cleanYears, sheetOf, withCell } from '../kit/index';
import { fileOf } from '../adapters/file/bytes';
import { juesuan, workFolder } from './run';
import { checkOutput } from './shape';

const folder = workFolder();
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(folder.path(name), bytes);
  return folder.path(name);
};
const { now, before } = cleanYears();
const good = file('好.xlsx', fileOf(now));
const prior = file('上年.xls', fileOf(before, 'xls'));
const z01 = sheetOf(now, 'Z01');
const wrong = file('错.xlsx', fileOf(withCell(now, z01.name, 'E7', 1)));
afterAll(folder.remove);

interface Output {
  readonly files: readonly {
    readonly file: string;
    readonly year: number;
    readonly findings: readonly {
      readonly severity: string;
      readonly cells: readonly { readonly sheet: string; readonly address: string }[];
    }[];
  }[];
}

describe('juesuan check', () => {
  test('a workbook that reconciles: exit code 0, the counts, nothing on standard error', async () => {
    const { code, out, err } = await juesuan('check', good, '--prior', prior);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/已核对 [\d ]+ 处：平 [\d ]+，/);
    expect(out).toContain('在已核对的范围内未发现不平');
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  test('a wrong cell: exit code 1, and the cell comes first', async () => {
    const { code, out } = await juesuan('check', wrong);
    expect(code).toBe(1);
    expect(out).toMatch(/不平：\d+ 处，1 个原因\n\n1\. 财决01表 E7/);
  });

  test('--format json is the contract, for several workbooks, and nothing else is on standard output', async () => {
    const { code, out, err } = await juesuan('check', good, wrong, '--format', 'json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const json = JSON.parse(out) as Output;
    expect(checkOutput(json, 'check')).toEqual([]);
    expect(json.files.map(({ file: name, year }) => [name, year])).toEqual([
      ['好.xlsx', 2024],
      ['错.xlsx', 2024],
    ]);
    expect(json.files[0]!.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(json.files[1]!.findings[0]!.cells[0]).toMatchObject({ sheet: z01.name, address: 'E7' });
  });

  test('the forms of last year are listed apart from this year’s', async () => {
    const { out } = await juesuan('check', good, '--prior', prior, '--format', 'json');
    const [entry] = (JSON.parse(out) as { files: { tables: { id: string }[]; priorTables: { id: string }[] }[] }).files;
    const ids = (tables: readonly { readonly id: string }[]): readonly string[] => tables.map(({ id }) => id);
    expect(new Set(ids(entry!.tables)).size).toBe(entry!.tables.length);
    expect(ids(entry!.priorTables)).toContain('Z01');
  });

  test('one file that cannot be used: exit code 2, the message names it, the others are still checked', async () => {
    const { code, out, err } = await juesuan('check', file('空.xlsx', ''), good);
    expect(code).toBe(2);
    expect(err).toBe('空.xlsx：文件是空的（0 字节）。请检查文件是否复制或下载完整。\n');
    expect(out).toContain('好.xlsx');
  });

  test('no year on any form is said, not printed as a number', async () => {
    const bare = {
      ...now,
      sheets: now.sheets.map((sheet) => ({
        ...sheet,
        values: sheet.values.map((row) => row.map((value) => (typeof value === 'string' && /^20\d\d年度$/.test(value) ? null : value))),
      })),
    };
    const { out } = await juesuan('check', file('无年度.xlsx', fileOf(bare)));
    expect(out).toMatch(/^无年度\.xlsx .*（未印年度）$/m);
    expect(out).not.toContain(' 0年度');
    const { files } = JSON.parse((await juesuan('check', file('无年度.xlsx', fileOf(bare)), '--format', 'json')).out) as {
      files: unknown[];
    };
    expect(files).toEqual([expect.objectContaining({ year: null })]);
  });

  test('the input is not touched', async () => {
    const bytes = readFileSync(good);
    await juesuan('check', good);
    expect(readFileSync(good).equals(bytes)).toBe(true);
  });
});

describe('input that cannot be used ends with exit code 2, a message, and no stack trace', () => {
  mkdirSync(folder.path('目录'));
  const other = fileOf({ sheets: [{ name: '通讯录', visibility: 'visible', top: 0, left: 0, values: [['姓名', '电话']] }] });

  test.each<[string, readonly string[], RegExp]>([
    ['a file that is not there', [folder.path('没有.xlsx')], /没有\.xlsx：找不到文件/],
    ['a folder', [folder.path('目录')], /里没有工作簿/],
    ['a web page', [file('网页.xls', '<html><table></table></html>')], /网页\.xls：.*HTML.*另存为/],
    ['an unrelated workbook', [file('通讯录.xlsx', other)], /通讯录\.xlsx/],
    ['last year’s workbook as this year’s prior of the wrong year', [good, '--prior', good], /上年工作簿“好\.xlsx”是\d{4}年度的/],
    ['a prior workbook that is damaged', [good, '--prior', file('坏.xls', 'x')], /坏\.xls：/],
    [
      'a supplement that is no JSON',
      [good, '--supplement', file('补.json', '{"unitKind": "行政单位",\n}')],
      /补\.json：不是正确的 JSON（第 2 行/,
    ],
    ['a supplement with an unknown key', [good, '--supplement', file('键.json', '{"unitNane": "x"}')], /unitNane/],
    ['an empty supplement', [good, '--supplement', file('无.json', '')], /无\.json：不是正确的 JSON/],
  ])('%s', async (_, argv, words) => {
    const { code, out, err } = await juesuan('check', ...argv);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at |Error:|undefined/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('a GBK file is told apart from a broken one', async () => {
    const { err } = await juesuan(
      'check',
      good,
      '--supplement',
      file('gbk.json', Uint8Array.from([0x7b, 0x22, 0xb5, 0xa5, 0xce, 0xbb, 0x22, 0x7d])),
    );
    expect(err).toMatch(/gbk\.json：不是 UTF-8 编码/);
  });

  test('last year’s workbook of another unit is refused; a renamed unit can be confirmed', async () => {
    const caption = sheetOf(before, 'Z01');
    const renamed = {
      ...before,
      sheets: before.sheets.map((sheet) => ({
        ...sheet,
        values: sheet.values.map((row) =>
          row.map((value) => (typeof value === 'string' && /编制单位/.test(value) ? '编制单位：另一个单位' : value)),
        ),
      })),
    };
    expect(caption.values.flat().some((value) => /编制单位/.test(String(value)))).toBe(true);
    const path = file('改名.xlsx', fileOf(renamed));
    expect(await juesuan('check', good, '--prior', path)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/改名\.xlsx”的编制单位是“另一个单位”.*--allow-renamed-unit/) as unknown,
    });
    expect(await juesuan('check', good, '--prior', path, '--allow-renamed-unit')).toMatchObject({ code: 0, err: '' });
  });
});

test('a name that is too long for the system is told as that', async () => {
  const { code, err } = await juesuan('check', `${'很长的文件名'.repeat(60)}.xlsx`);
  expect(code).toBe(2);
  expect(err).toMatch(/：文件名或路径太长，系统打不开。请把文件改成短一些的名字，或移到上一级文件夹。\n$/);
});

describe('arguments', () => {
  test.each<[readonly string[], RegExp]>([
    [[], /没有写命令/],
    [['核对', 'a.xlsx'], /没有“核对”这个命令.*check、report、proof、roll 和 consolidate/],
    [['check'], /后面要写决算报表工作簿/],
    [['check', 'a.xlsx', '--formt', 'json'], /没有“--formt”这个选项/],
    [['check', 'a.xlsx', '--format', 'xml'], /--format 只能是 text 或 json/],
    [['check', 'a.xlsx', '--format'], /--format 后面要写一个值/],
    [['check', 'a.xlsx', '--prior', '--format', 'json'], /--prior 后面要写一个值/],
    [['check', 'a.xlsx', '--prior', 'b.xlsx', '--prior', 'c.xlsx'], /--prior 只能写一次/],
    [['check', 'a.xlsx', 'b.xlsx', '--prior', 'c.xlsx'], /--prior 只对应一个单位/],
    [['check', 'a.xlsx', '--out', 'x'], /--out 只用于 report/],
    [['check', 'a.xlsx', '--tables'], /--tables 只用于 report/],
    [['check', 'a.xlsx', '--choose', 'Z04'], /--choose 要写成/],
    [['check', 'a.xlsx', '--choose', 'Z99=x'], /--choose 的“Z99”不是表号，可用的有：Z01、/],
    [['report', 'a.xlsx'], /--out 指定输出文件夹/],
    [['report', good, '--out', 'x', '--profile', 'beijing'], /没有“beijing”这个口径，可用的有：sichuan-2024、/],
  ])('%j', async (argv, words) => {
    const { code, out, err } = await juesuan(...argv);
    expect(err).toMatch(words);
    expect(err).toContain('juesuan --help');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('--help names every command, option and exit code; --version the version', async () => {
    const help = await juesuan('--help');
    for (const word of ['check', 'report', '--prior', '--supplement', '--profile', '--out', '--format', '退出码', 'sichuan-2024'])
      expect(help.out).toContain(word);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(await juesuan('check', '-h')).toMatchObject({ code: 0, out: help.out });
    expect((await juesuan('--version')).out).toMatch(/^决算说明助手 \d+\.\d+\.\d+\n$/);
  });

  test('options may stand anywhere, also as --name=value; words behind -- are files', async () => {
    const { code, out } = await juesuan('--format=json', 'check', `--prior=${prior}`, '--', good);
    expect({ code, files: (JSON.parse(out) as Output).files.length }).toEqual({ code: 0, files: 1 });
  });
});
