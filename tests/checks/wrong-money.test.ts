import { phraseText } from '../../src/facts/phrase';
import { buildYears, cleanYears, units, type KitWorkbook, type Unit } from '../kit/index';
import { isMoney, mapCells } from '../kit/variants/variant';
import { errorsOf, reportOf } from './support';

const underWan = (workbook: KitWorkbook): KitWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => mapCells(sheet, (value) => (value === '金额单位：元' ? '金额单位：万元' : value))),
});
/** Amounts in 万元 under headings that say 元. */
const inWan = (workbook: KitWorkbook): KitWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) =>
    mapCells(sheet, (value, row, column) =>
      typeof value === 'number' && isMoney(sheet, row, column) ? Number((value / 10000).toFixed(2)) : value,
    ),
  ),
});

/** What comes first, how many errors stand beside it, and whether last year's balances are blamed. */
async function said(now: KitWorkbook, before?: KitWorkbook): Promise<{ first: string; errors: number; blamed: boolean }> {
  const report = await reportOf(now, before);
  const [top, ...rest] = report.groups;
  return {
    first: top ? phraseText(top.title) : '',
    errors: rest.filter(({ severity }) => severity === 'error').length,
    blamed: rest.some(({ title, severity }) => severity === 'error' && phraseText(title).startsWith('上年')),
  };
}

/** A unit too small for its total to be strange in any unit, without vehicles or guests; `opening` ties its years. */
const small = (year: number, amount: number, opening: number): Unit['now'] => ({
  year,
  entries: [
    {
      source: '一般公共',
      code: '2010302',
      projects: [{ name: '甲', spending: { '30201': amount * 100 }, opening: opening * 100, income: amount * 100 }],
    },
  ],
});

describe('a whole workbook in another unit than its headings say', () => {
  const { now, before } = cleanYears();

  test('amounts in 元 under 万元: this year is named first, not the balances of last year', async () => {
    const { first, errors, blamed } = await said(underWan(now), before);
    expect(first).toMatch(
      /^本年各表印的金额单位是“万元”，金额很可能是按元填列的：本年（万元）收入总计 .+ 亿元，上年（元）收入总计 .+ 万元，相差约 .+ 倍；/,
    );
    expect(first).toContain('年初结转和结余与上年年末数正好相差一万倍；本年每人次国内接待费约');
    expect([errors, blamed]).toEqual([0, false]);
    const { groups, findings } = await reportOf(underWan(now), before);
    // The total that is too large comes before the one it is compared with.
    expect(findings.find(({ rule }) => rule === 'MONEY-H01')!.cells.map(({ book }) => book.role)).toEqual(['本年', '上年']);
    const [group] = groups;
    expect(group!.clues).toEqual([]);
    expect(phraseText(group!.why)).toBe(
      `因此而来的不平和提示有 ${group!.findings.length - 1} 处，多半是表头的金额单位印错，不是逐格填错。请先核对表头的金额单位，改正后重新核对。`,
    );
  });

  test('amounts in 万元 under 元: the same, and sums that are off by rounding belong to it', async () => {
    const { first, errors } = await said(inWan(now), before);
    expect(first).toMatch(/^本年各表印的金额单位是“元”，金额很可能是按万元填列的：/);
    expect(errors).toBe(0);
    expect(errorsOf(await reportOf(inWan(now), before)).length).toBeGreaterThan(20);
  });

  test('without last year: sums off by the rounding of 万元 in a tiny total', async () => {
    const { first, errors } = await said(inWan(now));
    expect(first).toMatch(
      /^本年各表印的金额单位是“元”，金额很可能是按万元填列的：收入总计只有 .+ 元；.*有 \d+ 处不平只差万元四舍五入的尾差。$/,
    );
    expect(errors).toBe(0);
  });

  test('the sums that are off are the errors of this year’s forms: no remark, nothing of last year', async () => {
    const report = await reportOf(inWan(now), inWan(buildYears(units.noThreePublic).now));
    const own = errorsOf(report).filter(({ rule }) => !rule.startsWith('MONEY') && !rule.includes('-Y'));
    expect(errorsOf(report).length).toBeGreaterThan(own.length + 1);
    expect(phraseText(report.groups[0]!.title)).toContain(`；有 ${own.length} 处不平只差万元四舍五入的尾差。`);
  });

  test('without balances to compare, vehicles, guests and wages: the total alone tells', async () => {
    const years = buildYears({ name: '小单位', kind: '事业单位', now: small(2024, 52_000, 0), before: small(2023, 50_000, 0) });
    const { first, errors } = await said(inWan(years.now), years.before);
    expect(first).toBe(
      '本年各表印的金额单位是“元”，金额很可能是按万元填列的：本年（元）收入总计 5.20 元，上年（元）收入总计 5.00 万元，相差约 9,615 倍。',
    );
    expect(errors).toBe(0);
  });

  test('without last year, vehicles and guests: what the staff cost tells', async () => {
    const { first } = await said(inWan(buildYears(units.noThreePublic).now));
    expect(first).toMatch(/金额很可能是按万元填列的：收入总计只有 355\.96 元；全年基本工资只有 \d+\.\d\d 元。$/);
  });

  test.each([
    ['元 under 万元', underWan(before), '上年各表印的金额单位是“万元”，金额很可能是按元填列的：'],
    ['万元 under 元', inWan(before), '上年各表印的金额单位是“元”，金额很可能是按万元填列的：'],
  ])('last year in %s is blamed', async (_, last, words) => {
    const { first, errors } = await said(now, last);
    expect(first.slice(0, words.length)).toBe(words);
    expect(errors).toBe(0);
  });

  test('where nothing tells which year it is, both are named', async () => {
    const years = buildYears({ name: '小单位', kind: '事业单位', now: small(2024, 52_000, 600), before: small(2023, 50_000, 600) });
    const { first, errors, blamed } = await said(underWan(years.now), years.before);
    expect(first).toMatch(/^两年中有一年的金额单位不对：可能本年的金额是按元填列的，也可能上年的金额是按万元填列的。本年（万元）收入总计/);
    expect([errors, blamed]).toEqual([0, false]);
  });

  test('a unit that has really grown a thousand times is not questioned where its balances agree', async () => {
    const years = buildYears({ name: '新单位', kind: '事业单位', now: small(2024, 9_000_000, 600), before: small(2023, 2_000, 600) });
    const report = await reportOf(years.now, years.before);
    expect(report.findings.filter(({ rule }) => rule.startsWith('MONEY'))).toEqual([]);
  });

  test('a real error stays outside, and a workbook in 万元 under 万元 is not questioned', async () => {
    const wrong = underWan(now);
    const spoiled = {
      ...wrong,
      sheets: wrong.sheets.map((sheet) => mapCells(sheet, (v) => (sheet.id === 'Z04' && v === 35_440.2 ? 35_540.2 : v))),
    };
    expect((await said(spoiled, before)).errors).toBeGreaterThan(0);
    const both = await reportOf(underWan(inWan(now)), underWan(inWan(before)));
    expect(both.findings.filter(({ rule }) => rule.startsWith('MONEY'))).toEqual([]);
  });
});
