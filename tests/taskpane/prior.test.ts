import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { paragraphText } from '../../src/narrative/document';
import { fromCellNumber } from '../../src/facts/money';
import { paragraphsOf } from '../../src/app/stale';
import { needsOf } from '../../taskpane/needs/needs';
import { buildYears, clean, cleanUnit, cleanYears } from '../kit/index';
import { Desk, until } from './desk';
import './soon';

// Whole checks of whole workbooks.
jest.setTimeout(60_000);

const textOf = (desk: Desk, id: RegExp): string =>
  paragraphsOf(desk.session.state().draft!)
    .filter(({ paragraph }) => id.test(paragraph.id))
    .map(({ paragraph }) => paragraphText(paragraph))
    .join('\n');

describe('last year', () => {
  test('once its file was used, the next opening compares without it, from 补充信息', async () => {
    const { now, before } = cleanYears();
    const desk = new Desk(now);
    await desk.open();
    await desk.session.usePrior(() => Promise.resolve(before));
    const compared = textOf(desk, /^S(01|04|05\.1|07|10)/);
    await desk.session.generate();
    const own = [...desk.host.state().pictures.values()].map(snapshotOf);
    const later = new Desk({ ...now, sheets: [...now.sheets, ...own] });
    await later.open();
    expect(later.session.state().prior).toBeUndefined();
    expect(textOf(later, /^S(01|04|05\.1|07|10)/)).toBe(compared);
    expect(compared).toContain('与2023年度相比');
    const { profile, draft, checked } = later.session.state();
    const { lastYear } = needsOf(draft!, checked!, undefined, profile!);
    expect(lastYear.filter(({ value }) => value === undefined)).toEqual([]);
    // And once more: writing the report without the file loses nothing.
    await later.session.generate();
    expect(textOf(later, /^S(01|04|05\.1|07|10)/)).toBe(compared);
  });

  test('a figure filled in by hand is not overruled by the one left there', async () => {
    const { now, before } = cleanYears();
    const desk = new Desk(now);
    await desk.open();
    await desk.session.usePrior(() => Promise.resolve(before));
    await desk.session.generate();
    await desk.session.usePrior(undefined);
    await desk.session.enter([['priorYear.收支总计', fromCellNumber(10_000)]]);
    expect(textOf(desk, /^S01/)).toContain('各增加996.82万元');
    const { entries } = desk.session.state().checked!.supplements;
    expect(String(entries.get('priorYear.收支总计')!.value)).toBe('10000');
  });

  test("last year's words are offered beside the empty reason and taken with one click", async () => {
    const { now, before } = cleanYears();
    const old = new Desk(before);
    await old.open();
    await old.session.enter([['reasons.S01', '上年人员减少']]);
    await until(() => old.written.length > 0);
    const sheet = snapshotOf(old.host.state().pictures.get('补充信息')!);
    const desk = new Desk(now);
    await desk.open();
    await desk.session.usePrior(() => Promise.resolve({ ...before, sheets: [...before.sheets, sheet] }));
    const { profile, draft, checked } = desk.session.state();
    const reason = needsOf(draft!, checked!, checked!.lastSupplements, profile!).fields.find(({ key }) => key === 'reasons.S01')!;
    expect([reason.value, reason.ready]).toEqual([undefined, [{ label: '用上年的：上年人员减少', text: '上年人员减少' }]]);
  });
});

test('last year under another name is refused until the user says that the unit was renamed', async () => {
  const desk = new Desk(clean());
  await desk.open();
  const { before } = buildYears({ ...cleanUnit, name: '另一个单位' });
  await desk.session.usePrior(() => Promise.resolve(before!));
  expect(desk.session.state().problem).toMatchObject({ renamed: true, message: expect.stringContaining('另一个单位') as unknown });
  expect(desk.session.state().prior).toBeUndefined();
  await desk.session.confirmRenamed();
  expect(desk.session.state().prior).toBeDefined();
});
