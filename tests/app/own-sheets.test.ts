import type { Scalar, Workbook } from '../../src/kernel/workbook';
import { UserError } from '../../src/kernel/errors';
import { check } from '../../src/app/check';
import { findOwnSheet, refuseForeignSheets } from '../../src/app/own-sheets';
import { report } from '../../src/app/report';
import { rules } from '../../src/rules';
import { sections } from '../../src/narrative/sections';
import { defaultProfile } from '../../src/narrative/profiles';
import { snapshotOf } from '../../src/sheets/snapshot';
import { UNFINISHED } from '../../src/sheets/ours';
import { ownSheets } from '../../src/sheets/picture';
import { clean } from '../kit';

const settings = { sections, profile: defaultProfile, date: '2025-08-12' };
const withSheet = (name: string, values: Scalar[][]): Workbook => {
  const workbook = clean();
  return { ...workbook, sheets: [...workbook.sheets, { name, visibility: 'visible', top: 0, left: 0, values }] };
};

describe('sheets of ours', () => {
  test.each(Object.values(ownSheets))("a user's own sheet called %s is never written over", async (name) => {
    const workbook = withSheet(name, [['我们自己写的初稿'], ['第一段']]);
    const checked = await check({ workbook }, rules);
    expect(() => report(checked, settings)).toThrow(UserError);
    expect(() => report(checked, settings)).toThrow(new RegExp(`已有一张“${name}”表.*改名`));
  });

  test('what we wrote is recognised when it is generated again, even with an edited title', async () => {
    const workbook = clean();
    const first = report(await check({ workbook }, rules), settings).pictures.map(snapshotOf);
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

  test("a user's own 补充信息 is not read as ours", async () => {
    const checked = await check({ workbook: withSheet(ownSheets.supplement, [['单位自己的补充材料'], ['随便写的']]) }, rules);
    expect(checked.report.findings.filter(({ rule }) => rule.startsWith('SUP'))).toEqual([]);
  });
});
