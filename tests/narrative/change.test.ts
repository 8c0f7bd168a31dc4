import { written } from './written';

const S01 = (now: string, before: string | undefined, profile?: string): string =>
  written({
    now: { 'Z01.收入总计.决算数': now, 'Z01.支出总计.决算数': now },
    ...(before === undefined ? {} : { before: { 'Z01.收入总计.决算数': before } }),
    supplement: { reasons: { S01: '项目变化' } },
    profile,
  }).text('S01.1');

describe('S01 compared with last year', () => {
  test.each([
    [
      '7303906',
      '13899074',
      '2024年度收、支总计均为730.39万元。与2023年度相比，收、支总计各减少659.52万元，下降47.45%。主要变动原因是项目变化。',
    ],
    [
      '13899074',
      '7303906',
      '2024年度收、支总计均为1389.91万元。与2023年度相比，收、支总计各增加659.52万元，增长90.3%。主要变动原因是项目变化。',
    ],
    ['100', '100', '2024年度收、支总计均为0.01万元，与2023年度持平。'],
    ['1000049', '1000000', '2024年度收、支总计均为100万元，与2023年度基本持平。'],
    [
      '50000',
      '0',
      '2024年度收、支总计均为5万元。与2023年度相比，收、支总计各增加5万元（2023年度基数为0，不可比）。主要变动原因是项目变化。',
    ],
    ['0', '50000', '2024年度收、支总计均为0万元。与2023年度相比，收、支总计各减少5万元，下降100%。主要变动原因是项目变化。'],
    ['0', '0', '2024年度收、支总计均为0万元，与2023年度持平。'],
    [
      '50000',
      '-50000',
      '2024年度收、支总计均为5万元。与2023年度相比，收、支总计各增加10万元（2023年度基数为负数，不可比）。主要变动原因是项目变化。',
    ],
    [
      '2000000100',
      '2000000000',
      '2024年度收、支总计均为200000.01万元。与2023年度相比，收、支总计各增加0.01万元，增长不足0.01%。主要变动原因是项目变化。',
    ],
  ])('%s 元 against %s 元', (now, before, text) => {
    expect(S01(now, before)).toBe(text);
  });

  test('the difference is that of the exact amounts, not of the printed ones', () => {
    // 10.01 − 10.00 in print, but 60 元 in truth.
    expect(S01('100145', '100045')).toContain('各增加0.01万元，增长0.1%');
  });

  test('without last year there is a blank that says which figure, and no reason is asked', () => {
    const { document, text } = written({ now: { 'Z01.收入总计.决算数': '100', 'Z01.支出总计.决算数': '100' } });
    expect(text('S01.1')).toBe('2024年度收、支总计均为0.01万元。与2023年度相比，收、支总计【待补充：2023年度收、支总计】。');
    expect(document.missing).toContainEqual({ ask: '2023年度收、支总计', key: 'priorYear.收支总计', paragraph: 'S01.1' });
    expect(document.missing.some(({ key }) => key === 'reasons.S01')).toBe(false);
  });

  test('a change without a reason asks for one', () => {
    const { document, text } = written({
      now: { 'Z01.收入总计.决算数': '90000', 'Z01.支出总计.决算数': '90000' },
      before: { 'Z01.收入总计.决算数': '100000' },
    });
    expect(text('S01.1')).toContain('主要变动原因是【待补充：收、支总计减少的主要变动原因】。');
    expect(document.missing).toContainEqual({ ask: '收、支总计减少的主要变动原因', key: 'reasons.S01', paragraph: 'S01.1' });
  });

  test('when income and expenditure disagree both are stated', () => {
    const { text } = written({
      now: { 'Z01.收入总计.决算数': '100000', 'Z01.支出总计.决算数': '90000' },
      before: { 'Z01.收入总计.决算数': '100000' },
    });
    expect(text('S01.1')).toBe('2024年度收入总计10万元，支出总计9万元。收入总计与2023年度持平。');
  });

  test('a missing figure is a blank that names form and cell, never zero', () => {
    const { text } = written({
      now: { 'Z01.收入总计.决算数': '空', 'Z01.支出总计.决算数': '100' },
      before: { 'Z01.收入总计.决算数': '100' },
    });
    expect(text('S01.1')).toContain('财决01表“收入总计”的决算数（A1单元格为空白）');
    expect(text('S01.1')).not.toContain('0万元');
  });

  test('sichuan-2022 words the same facts in the words of its year', () => {
    expect(S01('90000', '100000', 'sichuan-2022')).toBe(
      '2024年度收、支总计9万元。与2023年相比，收、支总计各减少1万元，下降10%。主要变动原因是项目变化。',
    );
    expect(S01('0', '0', 'sichuan-2022')).toBe('2024年度收、支总计0万元，与2023年持平。');
  });

  test('shanghai-2024 puts the unit first and 主要原因：', () => {
    expect(S01('90000', '100000', 'shanghai-2024')).toBe(
      '青川示例区档案局2024年度收入支出总计9万元。与2023年度相比，收入支出总计减少1万元，下降10%。主要原因：项目变化。',
    );
  });
});
