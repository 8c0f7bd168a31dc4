import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readWord } from '../../src/ooxml/word/file';
import { cleanYears } from '../kit/index';
import { fileOf } from '../adapters/file/bytes';
import { juesuan, workFolder } from './run';

const folder = workFolder();
const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(folder.path(name), bytes);
  return folder.path(name);
};
const { now, before } = cleanYears();
const workbook = file('本年.xlsx', fileOf(now));
const prior = file('上年.xlsx', fileOf(before));
const years = ['--workbook', workbook, '--prior', prior] as const;
afterAll(folder.remove);

/** The same file with a budget that there is not. */
const spoilt = (path: string): string => file('坏口径.json', readFileSync(path, 'utf8').replace(/"budget": "[^"]*"/, '"budget": "预算"'));

interface Rolled {
  readonly version: number;
  readonly out: string;
  readonly from: number;
  readonly to: number;
  readonly paragraphs: readonly {
    readonly last: string;
    readonly text: string;
    readonly status: string;
    readonly why: string;
    readonly changes: readonly { readonly from: string; readonly to: string; readonly cells: readonly { readonly book: string }[] }[];
  }[];
  readonly counts: { readonly figures: number; readonly rolled: number; readonly open: number };
}

describe('juesuan roll', () => {
  test('last year’s Word file of ours becomes this year’s, with its JSON; the input stays as it was', async () => {
    await juesuan('report', prior, '--out', folder.path('去年'));
    const last = folder.path('去年/上年-情况说明.docx');
    const bytes = readFileSync(last);
    const run = await juesuan('roll', last, ...years, '--out', folder.path('今年'), '--format', 'json');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(folder.path('今年')).sort()).toEqual(['roll.json', '上年-情况说明-承上年.docx']);
    expect(readFileSync(folder.path('今年/roll.json'), 'utf8')).toBe(run.out);
    expect(readFileSync(last).equals(bytes)).toBe(true);

    const rolled = JSON.parse(run.out) as Rolled;
    expect(rolled).toMatchObject({ version: 1, out: '上年-情况说明-承上年.docx', to: rolled.from + 1 });
    expect(rolled.counts.figures).toBe(rolled.counts.rolled + rolled.counts.open);
    // Every figure that was put in rests on cells of this year (or on last year's, where it is a change).
    for (const { changes } of rolled.paragraphs)
      for (const { to, cells } of changes) if (/^\d[\d.]*万元$/.test(to)) expect([to, cells.length > 0]).toEqual([to, true]);
    const accepted = readWord(new Uint8Array(readFileSync(folder.path('今年/上年-情况说明-承上年.docx')))).document.paragraphs;
    const texts = accepted.map(({ text }) => text).join('\n');
    expect(texts).toContain(`${rolled.to}年度收、支总计均为`);
    expect(texts).not.toContain(`${rolled.from - 1}年度相比`);
  });

  test('a profile learned from last year’s document is shown, kept as a file, and written with by report', async () => {
    const last = folder.path('去年/上年-情况说明.docx');
    const shown = await juesuan('learn', last, '--workbook', prior);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toMatch(/最接近的口径：四川（2024年度格式）[^]*重写一遍原文：\d+ 句中[^]*没有保存/);
    const kept = await juesuan('learn', last, '--workbook', prior, '--out', folder.path('口径'), '--format', 'json');
    expect(readdirSync(folder.path('口径'))).toEqual(['上年-情况说明-口径.json']);
    const { counts, profile } = JSON.parse(kept.out) as { counts: { sentences: number; others: number }; profile: { id: string } };
    expect(counts.others).toBe(0);
    const own = folder.path('口径/上年-情况说明-口径.json');
    const report = await juesuan(
      'report',
      workbook,
      '--prior',
      prior,
      '--profile',
      own,
      '--out',
      folder.path('按口径'),
      '--format',
      'json',
    );
    expect(report.err).toBe('');
    expect(JSON.parse(report.out)).toMatchObject({ profile: profile.id });
    expect((await juesuan('roll', last, ...years, '--profile', own, '--out', folder.path('口径承上年'))).code).toBe(0);
    const wrong = await juesuan('report', workbook, '--profile', spoilt(own), '--out', folder.path('坏口径'));
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toMatch(/profile\.budget/);
  });

  test('a text of somebody else: proved figures follow, an unknown one stays and is told', async () => {
    const year = before.sheets.length && Number(/(\d{4})年度/.exec(JSON.stringify(before.sheets[0]!.values))?.[1] ?? 2023);
    const lines = [
      `${year}年度单位决算情况说明`,
      '一、收入支出决算总体情况说明',
      `${year}年度收入总计、支出总计均为1.23万元。`,
      '二、预算绩效管理情况',
      `本单位组织对5个项目开展了绩效自评。`,
    ];
    const text = file('去年.txt', `${lines.join('\n')}\n`);
    const run = await juesuan('roll', text, ...years, '--out', folder.path('文本'));
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/待核/);
    const out = readFileSync(folder.path('文本/去年-承上年.txt'), 'utf8');
    // Last year's cells do not give 1.23: it stays, and is told.
    expect(out).toContain(`${Number(year) + 1}年度收入总计、支出总计均为1.23万元。`);
    expect(run.out).toMatch(/上年文中就不符/);
  });

  test.each([
    ['a PDF', '去年.pdf', '%PDF-1.7', /PDF/],
    ['an empty file', '空.docx', '', /空/],
    ['no package', '坏.docx', 'PK\u0003\u0004坏', /损坏|不完整/],
    [
      'a document of another year',
      '前年.txt',
      '2019年度单位决算情况说明\n一、收入支出决算总体情况说明\n2019年度收、支总计均为1万元。\n',
      /2019年度/,
    ],
  ])('%s is refused with what to do, and nothing is written', async (_, name, content, message) => {
    const out = folder.path(`拒绝${name}`);
    const run = await juesuan('roll', file(name, content), ...years, '--out', out);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(message);
    expect(run.out).toBe('');
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });

  test.each([
    [['roll', '去年.docx', '--prior', 'b.xlsx', '--out', 'o'], /--workbook/],
    [['roll', '去年.docx', '--workbook', 'a.xlsx', '--prior', 'b.xlsx'], /--out/],
    [['roll', ...years, '--out', 'o'], /上年的情况说明/],
    [['check', 'a.xlsx', '--workbook', 'b.xlsx'], /--workbook/],
  ])('%j is refused', async (args, message) => {
    const run = await juesuan(...args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(message);
  });
});
