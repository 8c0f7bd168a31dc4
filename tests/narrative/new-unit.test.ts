import { asksOf } from '../../src/narrative/asks';
import { neededReasons } from '../../src/narrative/reasons/needs';
import { contradictions } from '../../src/narrative/reasons/remarks';
import { paragraphText } from '../../src/narrative/document';
import { readSupplementSheet } from '../../src/supplements/read-sheet';
import { emptySupplements } from '../../src/supplements/merge';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { supplementSheet } from '../../src/sheets/supplement/sheet';
import { faultsOf } from './faults';
import type { Cells } from './facts';
import { inputOf, paragraphs, profileOf, written, type Given } from './written';

const now: Cells = {
  'Z01.收入总计.决算数': '3652600',
  'Z01.支出总计.决算数': '3652600',
  'Z01_1.收入总计.决算数': '3652600',
  'Z01_1.支出总计.决算数·小计': '3652600',
  'Z01_1.本年支出合计.决算数·一般公共': '3652600',
  'Z04.合计.本年支出合计': '3652600',
  'F03.三公经费支出合计.统计数': '93000',
  'F03.三公经费支出合计.全年预算数': '93000',
  'F03.三公经费支出合计.年初预算数': '93000',
  'F03.公务接待费.统计数': '93000',
  'F03.公务接待费.全年预算数': '95000',
  'F03.公务接待费.年初预算数': '95000',
  'F03.国内接待费.统计数': '93000',
  'F03.机关运行经费.统计数': '456500',
};
const given = (more: Partial<Given> = {}): Given => ({ now, supplement: { newUnit: true }, ...more });

describe('a unit founded this year', () => {
  test('says once that there is nothing to compare with, and compares nowhere', () => {
    const { text, document } = written(given());
    expect(text('S01.1')).toBe('2024年度收、支总计均为365.26万元。本单位为2024年度新设立，无上年可比数据。');
    expect(text('S04.1')).toBe('2024年度财政拨款收、支总计均为365.26万元。');
    expect(text('S05.1.1')).toBe('2024年度一般公共预算财政拨款支出365.26万元，占本年支出合计的100%。');
    expect(text('S07.1.1')).toBe('2024年度“三公”经费财政拨款支出决算为9.3万元，完成预算100%。决算数与预算数持平。');
    expect(text('S08.1')).toBe('2024年度政府性基金预算财政拨款支出0万元。');
    expect(text('S10.1.1')).toBe('2024年度，青川示例区档案局机关运行经费支出45.65万元。');
    const whole = paragraphs(document).map(paragraphText).join('\n');
    expect(whole).not.toContain('2023');
    expect(whole.match(/新设立/g)).toHaveLength(1);
    expect(document.missing.filter(({ key }) => key.startsWith('priorYear.'))).toEqual([]);
    expect(faultsOf(document)).toEqual([]);
  });

  test('a gap to the budget is still explained', () => {
    expect(written(given()).text('S07.2.3')).toBe(
      '3.公务接待费支出9.3万元，完成预算97.89%。决算数小于预算数的主要原因是【待补充：公务接待费支出决算数小于预算数的主要原因】。',
    );
    const keys = neededReasons(inputOf(given()), profileOf(), asksOf(written(given()).document)).map(({ key }) => key);
    expect(keys).toEqual(['reasons.S07.reception.budget']);
  });

  test('a 部门 is called one; in Shanghai too there is no comparison', () => {
    const { text, document } = written(given({ supplement: { newUnit: true, documentKind: '部门' }, profile: 'shanghai-2024' }));
    expect(text('S01.1')).toBe('青川示例区档案局2024年度收入支出总计365.26万元。本部门为2024年度新设立，无上年可比数据。');
    expect(text('S10.1.1')).toBe('机关运行经费支出45.65万元。');
    expect(paragraphs(document).map(paragraphText).join('\n')).not.toContain('2023');
    expect(document.missing.filter(({ key }) => key.startsWith('priorYear.'))).toEqual([]);
    expect(faultsOf(document)).toEqual([]);
  });

  test('a reason for a change that cannot be is not written, and the person is told', () => {
    const supplement = { newUnit: true, reasons: { S01: '人员增加' } };
    expect(written(given({ supplement })).text('S01.1')).not.toContain('人员增加');
    expect(contradictions(inputOf(given({ supplement })), profileOf()).map(({ key, message }) => `${key} ${message}`)).toEqual([
      'reasons.S01 新设立单位没有上年可比数据，这里也没有预决算差异，所填原因不会写入说明。',
    ]);
  });

  test('figures of last year that are there are compared with all the same, and the contradiction is pointed out', () => {
    const own = given({ before: { 'Z01.收入总计.决算数': '100000' } });
    expect(written(own).text('S01.1')).toContain('与2023年度相比，收、支总计各增加');
    expect(contradictions(inputOf(own), profileOf()).map(({ message }) => message)).toEqual([
      '填了“本年新设立的单位”，但上年决算报表有上年数，仍按上年数比较，请核对。',
    ]);
    // A form that prints zeros for last year denies nothing.
    expect(written(given({ before: {} })).text('S01.1')).toContain('无上年可比数据');
  });

  test('the charts that compare are left out, and those that are shown are numbered without a gap', () => {
    const charts = written(given()).document.charts;
    expect(charts.filter(({ id }) => ['C01', 'C04', 'C05'].includes(id)).map(({ title, empty }) => `${title}：${empty}`)).toEqual([
      '收、支决算总计变动情况图：新设立单位，无上年可比数据',
      '财政拨款收、支决算总计变动情况图：新设立单位，无上年可比数据',
      '一般公共预算财政拨款支出决算变动情况图：新设立单位，无上年可比数据',
    ]);
    const shown = charts.filter(({ empty }) => empty === undefined).map(({ title }) => title.slice(0, 2));
    expect(shown).toEqual(shown.map((_, i) => `图${i + 1}`));
    expect(shown.length).toBeGreaterThan(0);
  });

  test('is chosen on 补充信息 from 是 and 否, and read back', () => {
    const input = inputOf(given());
    const { document } = written(given());
    const picture = supplementSheet({ document, profile: profileOf(), years: input.years, supplements: input.supplements, asides: [] });
    const row = picture.cells.find(({ value }) => value === 'newUnit')!.row;
    expect(picture.lists).toContainEqual({ range: `C${row + 1}`, options: ['是', '否'] });
    expect(readSupplementSheet(snapshotOf(picture)).supplements.newUnit).toBe(true);
    expect(emptySupplements.newUnit).toBe(false);
  });
});
