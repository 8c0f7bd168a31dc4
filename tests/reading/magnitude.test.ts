import { phraseText } from '../../src/facts/phrase';
import type { Workbook } from '../../src/kernel/workbook';
import { readWorkbook } from '../../src/reading/read';
import { buildPublic, clean, cleanUnit } from '../kit';

const underWan = (workbook: Workbook): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => ({
    ...sheet,
    values: sheet.values.map((row) => row.map((value) => (value === '金额单位：元' ? '金额单位：万元' : value))),
  })),
});

describe('READ-F22', () => {
  test('amounts in 元 under headings in 万元 are questioned at the total', async () => {
    const { problems } = await readWorkbook(underWan(clean()));
    const [found] = problems.filter(({ rule }) => rule === 'READ-F22');
    expect(phraseText(found!.message)).toMatch(/金额单位印的是“万元”，总计 .+ 万元合 .+ 亿元；金额很可能是按元填列的。$/);
    expect(found!.cells[0]!.a1).toBe('E37');
  });

  test('stays silent on a workbook in 元 and on forms that are in 万元', async () => {
    for (const workbook of [clean(), buildPublic(cleanUnit, 'sichuan')]) {
      const { problems } = await readWorkbook(workbook);
      expect(problems.filter(({ rule }) => rule === 'READ-F22')).toEqual([]);
    }
  });
});
