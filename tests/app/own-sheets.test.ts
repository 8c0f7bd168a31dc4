import type { Scalar, Workbook } from '../../src/kernel/workbook';
import { findOwnSheet, refuseForeignSheets } from '../../src/app/own-sheets';
import { inOrder } from '../../src/app/pictures';
import { reportText } from '../../src/app/proof';
import { product } from '../../src/product/index';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { UNFINISHED } from '../../src/sheets/ours';
import { ownSheets } from '../../src/kernel/own-sheets';
import { clean } from '../kit';

const report = async (workbook: Workbook) =>
  product.report(await product.open({ workbook, profile: product.profiles[0] }), { date: '2025-08-12' });
const withSheet = (name: string, values: Scalar[][]): Workbook => {
  const workbook = clean();
  return { ...workbook, sheets: [...workbook.sheets, { name, visibility: 'visible', top: 0, left: 0, values }] };
};

describe('sheets of ours', () => {
  test.each(Object.values(ownSheets))("a user's own sheet called %s is never written over", async (name) => {
    const workbook = withSheet(name, [['我们自己写的初稿'], ['第一段']]);
    await expect(report(workbook)).rejects.toMatchObject({ fault: { code: 'foreignSheet', sheet: name } });
    await expect(report(workbook)).rejects.toThrow(new RegExp(`已有一张“${name}”表.*改名`));
  });

  test('what we wrote is recognised when it is generated again, even with an edited title', async () => {
    const workbook = clean();
    const first = inOrder((await report(workbook)).pictures).map(snapshotOf);
    const again: Workbook = { ...workbook, sheets: [...workbook.sheets, ...first] };
    expect(() => refuseForeignSheets(again)).not.toThrow();
    expect(Object.values(ownSheets).every((name) => findOwnSheet(again, name) !== undefined)).toBe(true);

    const edited = first.map((sheet) =>
      sheet.name === ownSheets.report
        ? { ...sheet, values: sheet.values.map((row, i) => (i === 0 ? ['改过的标题', ...row.slice(1)] : row)) }
        : sheet,
    );
    expect(() => refuseForeignSheets({ ...workbook, sheets: [...workbook.sheets, ...edited] })).not.toThrow();
  });

  test('an empty sheet and a sheet left half drawn may be written', () => {
    expect(() => refuseForeignSheets(withSheet(ownSheets.report, [[null]]))).not.toThrow();
    expect(() => refuseForeignSheets(withSheet(ownSheets.trace, [[UNFINISHED], ['残余']]))).not.toThrow();
  });

  test.each([
    ['with the words that belong there', (words: Scalar) => `${UNFINISHED}${String(words)}`],
    ['alone, as earlier versions left it', () => UNFINISHED],
  ])("the note of a run that broke off (%s) is nobody's words: the next run writes what it would have written", async (_, noted) => {
    const workbook = clean();
    const { pictures } = await report(workbook);
    const half = inOrder(pictures).map((picture) => {
      const { values, ...sheet } = snapshotOf(picture);
      return { ...sheet, values: values.map((row, i) => (i === 0 ? [noted(row[0]!), ...row.slice(1)] : row)) };
    });
    const again = await report({ ...workbook, sheets: [...workbook.sheets, ...half] });
    expect(inOrder(again.pictures).map(({ cells }) => cells)).toEqual(inOrder(pictures).map(({ cells }) => cells));
    expect(again.published.title).not.toContain(UNFINISHED);
  });

  test('a title that a person has changed outlives a run that broke off', async () => {
    const workbook = clean();
    const first = snapshotOf((await report(workbook)).pictures.情况说明);
    const values = first.values.map((row, i) => (i === 0 ? [`${UNFINISHED}我单位的标题`, ...row.slice(1)] : row));
    const again = await report({ ...workbook, sheets: [...workbook.sheets, { ...first, values }] });
    expect(again.published.title).toBe('我单位的标题');
    // The same words are proofread.
    expect(reportText({ ...workbook, sheets: [{ ...first, values }] })!.blocks[0]!.text).toBe('我单位的标题');
  });

  test("a user's own 补充信息 is not read as ours", async () => {
    const workbook = withSheet(ownSheets.supplement, [['单位自己的补充材料'], ['随便写的']]);
    const checked = await product.check({ workbook, profile: product.profiles[0] });
    expect(checked.report.findings.filter(({ rule }) => rule.startsWith('SUP'))).toEqual([]);
  });
});
