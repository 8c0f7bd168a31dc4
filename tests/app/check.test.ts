import { check } from '../../src/app/check';
import { rules } from '../../src/rules/index';
import { parseSupplement } from '../../src/supplements/parse';
import { buildYears, cleanUnit, cleanYears, withCell } from '../kit/index';

const { now, before } = cleanYears();

describe('checking a workbook', () => {
  test('last year of another year is refused, and says which year is wanted', async () => {
    const wrong = { ...now, book: '上年' as const, file: '错的.xlsx' };
    await expect(check({ workbook: now, prior: wrong }, rules)).rejects.toMatchObject({
      fault: { code: 'wrongYear', found: 2024, wanted: 2023 },
      where: { file: '错的.xlsx' },
    });
  });

  test('last year of another unit is refused until the user says that it was renamed', async () => {
    const prior = buildYears({ ...cleanUnit, name: '另一个单位' }).before!;
    await expect(check({ workbook: now, prior }, rules)).rejects.toMatchObject({ fault: { code: 'renamedUnit', before: '另一个单位' } });
    expect((await check({ workbook: now, prior, allowRenamedUnit: true }, rules)).years.before?.unitName).toBe('另一个单位');
  });

  test('what is given from elsewhere wins over the sheet, and is kept with its place', async () => {
    const supplement = parseSupplement({ reasons: { S01: '人员减少' } }, '补充.json');
    const { supplements } = await check({ workbook: now, prior: before, supplement }, rules);
    expect(supplements.reason('S01')).toMatchObject({ key: 'reasons.S01', text: '人员减少', at: { sheet: '补充.json' } });
  });

  test('after an edit only what depends on it is checked again, with the outcome of a check from the beginning', async () => {
    const first = await check({ workbook: now, prior: before }, rules);
    const edited = withCell(now, 'Z01', 'E33', 1);
    const again = await check({ workbook: edited, prior: before, since: first }, rules);
    expect(again.report).toEqual((await check({ workbook: edited, prior: before }, rules)).report);
    expect(again.years).not.toBe(first.years);
    const same = await check({ workbook: { ...now, sheets: [...now.sheets] }, prior: before, since: first }, rules);
    expect([same.years, same.supplements]).toEqual([first.years, first.supplements]);
    expect(same.years).toBe(first.years);
  });
});
