import type { ReportInput } from '../../src/narrative/input';
import { profileById } from '../../src/narrative/profiles/index';
import { readWorkbook } from '../../src/reading/read';
import { emptySupplements } from '../../src/supplements/merge';
import { buildYears, units, type KitWorkbook } from '../kit/index';
import { proved, written } from './texts';

const inputOf = async (now: KitWorkbook, before?: KitWorkbook): Promise<ReportInput> => ({
  years: { now: (await readWorkbook(now)).facts, ...(before ? { before: (await readWorkbook(before)).facts } : {}) },
  supplements: emptySupplements,
});

describe('a workbook that is not the one of the text', () => {
  let text: string;
  const { now, before } = buildYears(units.carryOver);
  beforeAll(async () => {
    text = written(await inputOf(now, before), profileById('sichuan-2024')!);
  });

  test('last year’s workbook: said once, above the figures', async () => {
    const { doubt } = proved(text, await inputOf({ ...before!, role: '本年' }));
    expect(doubt).toMatch(/^有\d+个数与工作簿不符，而且说明是2024年度的，工作簿是2023年度的。请先核对是否选错了工作簿。$/);
  });

  test('the workbook of another unit', async () => {
    const { doubt } = proved(text, await inputOf(buildYears(units.institution).now));
    expect(doubt).toContain('工作簿的单位是“青川示例区第一实验小学”，说明里没有这个单位。请先核对');
  });

  test('a text that is no 情况说明 is not said to be right', async () => {
    const { doubt, findings } = proved('会议通知\n请各科室准时参加。', await inputOf(now));
    expect(findings).toEqual([]);
    expect(doubt).toBe('没有读到金额和数量，没有可核对的内容。请确认选的是情况说明。');
  });

  test('a text of its own workbook is in no doubt, though its title has a wrong year or a few figures are wrong', async () => {
    const right = await inputOf(now, before);
    expect(proved(text, right).doubt).toBeUndefined();
    expect(proved(text.replaceAll('2024', '2025'), right).doubt).toBeUndefined();
    expect(proved(text.replace(/\d+\.\d+万元/, '7万元'), right).doubt).toBeUndefined();
  });
});
