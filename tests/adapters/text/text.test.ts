import { toAudit, toText } from '../../../src/adapters/text/text';
import { sample } from '../document';

describe('toText', () => {
  test('prints title, headings, paragraphs, blanks and charts in order, indented by two characters', () => {
    expect(toText(sample)).toBe(
      [
        '2024年度单位决算情况说明',
        '',
        '\u3000\u3000一、收入支出决算总体情况说明',
        '\u3000\u3000（一）总体情况',
        '\u3000\u30002024年度收、支总计均为1089.83万元，减少106.89万元，占91.07%。主要变动原因是=项目减少',
        '\u3000\u3000第二段\u0002；【待补充：总计变动的原因】。',
        '\u3000\u3000（图1：C01）',
        '\u3000\u30001.小标题',
        '',
        '\u3000\u3000二、结构',
        '\u3000\u3000（图2：C02）',
        '',
        '\u3000\u3000名词解释',
        '\u3000\u30001.财政拨款收入：指……。',
        '',
      ].join('\n'),
    );
  });
});

describe('toAudit', () => {
  const audit = toAudit(sample);

  test('every figure with its value to the fen, its operation and its cells, last year named', () => {
    expect(audit).toContain("  1089.83万元 = 10898277.00元 = 总计 · 决算数  ← Z01 '总表'!E37\n");
    expect(audit).toContain("  106.89万元 = 1068923.50元 = 上年总计 · 决算数 － 总计 · 决算数  ← 上年·Z01 '总表'!E37，Z01 '总表'!E37\n");
    expect(audit).toContain('  91.07% = 91.06789% = 总计 · 决算数 ÷ 上年总计 · 决算数 × 100%');
  });

  test('supplied words with their cell, charts with the formula of every value, empty charts with the reason', () => {
    expect(audit).toContain('  “=项目减少\n第二段\u0002”  ← 补充·补充信息!C12');
    expect(audit).toContain("  2023年度·收、支总计 = 11967200.50元 = '[上年]Z01 ''总表'''!E37");
    expect(audit).toContain('C03 图3：C03（未绘：没有上年数）');
  });
});
