import { phraseText } from '../../src/facts/phrase';
import { buildYears, units } from '../kit/index';

import { cellOf, withCell } from '../kit/change';
import { reportOf } from '../checks/support';
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
  const refunds = withCell(spoiled, 'Z05', cellOf(now, 'Z05', '2050202', '印刷费').a1, -100);
  const after = (await reportOf(refunds)).ledger.find(({ rule: id }) => id === 'Z08-X02')!;
  expect([after.failed, after.reasons]).toEqual([0, ['表中有负数，其中数可以大于总数']]);
});
