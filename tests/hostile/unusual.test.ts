import { phraseText } from '../../src/facts/phrase';
import { buildYears, units } from '../kit/index';

import { cellOf, withCell } from '../kit/change';
import { inputOf, reportOf, sessionOf } from '../checks/support';
import { falseErrors, unusual } from './unusual';

/** The short form of `npm run unusual`. */
test.each(Object.keys(unusual))('%s: clean, so no error, in 元 and in rounded 万元', async (kind) => {
  const found = await Promise.all([falseErrors(kind, 1, false), falseErrors(kind, 1, true)]);
  expect(found.flat()).toEqual([]);
});

test('a part that is more than its whole is an error, unless the forms hold negative amounts', async () => {
  const { now } = buildYears(units.institution);
  const part = cellOf(now, 'Z08', '2050202', '办公费');
  const spoiled = withCell(now, 'Z08', part.a1, 9_999_999);
  const rule = (report: Awaited<ReturnType<typeof reportOf>>): number => report.ledger.find(({ rule: id }) => id === 'Z08-X02')!.failed;
  const report = await reportOf(spoiled);
  expect(rule(report)).toBeGreaterThan(0);
  expect(report.findings.some(({ message }) => phraseText(message).includes('财决08表'))).toBe(true);
  const state = async (workbook: typeof now) => {
    const { failed, whyNotApplicable } = (await reportOf(workbook)).ledger.find(({ rule: id }) => id === 'Z08-X02')!;
    return { failed, why: whyNotApplicable.map(({ reason }) => reason) };
  };
  const refundOf = (code: string, item: string) => withCell(spoiled, 'Z05', cellOf(now, 'Z05', code, item).a1, -100);
  expect(await state(refundOf('2050202', '印刷费'))).toEqual({ failed: 0, why: ['这一行或这一栏有负数，其中数可以大于总数'] });
  // A refund elsewhere, in another row and another column, takes nothing away from the rule.
  expect((await state(refundOf('2101102', '印刷费'))).failed).toBeGreaterThan(0);
});

test('a refund that is entered in another form later puts the failed place aside as well', async () => {
  const { now } = buildYears(units.institution);
  const spoiled = withCell(now, 'Z01', cellOf(now, 'Z01', '五、教育支出', '决算数').a1, 1);
  const refund = withCell(spoiled, 'Z05', cellOf(now, 'Z05', '2050202', '印刷费').a1, -100);
  const failed = (report: Awaited<ReturnType<typeof reportOf>>): number => report.ledger.find(({ rule }) => rule === 'Z01-X22')!.failed;
  const session = await sessionOf(spoiled);
  expect(failed(session.report)).toBe(1);
  const sheet = refund.sheets.find(({ name }) => name.startsWith('Z05 '))!.name;
  expect(failed((await session.recheck(await inputOf(refund), [sheet])).report)).toBe(0);
});
