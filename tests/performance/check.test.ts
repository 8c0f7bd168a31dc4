import { checkSelfEvaluation } from '../../src/performance/check';
import { evaluationRules } from '../../src/performance/rules/index';
import { blocksOfText } from '../../src/performance/text/blocks';
import { changed, cleanText } from './sample';

const failed = (
  blocks: Parameters<typeof checkSelfEvaluation>[0],
  beside: Parameters<typeof checkSelfEvaluation>[1] = {},
): readonly string[] => [...new Set(checkSelfEvaluation(blocks, beside).findings.map(({ rule }) => rule))];

describe('绩效自评的核对', () => {
  test('a report in which everything agrees has no finding, and every rule but E18 has had something to check', () => {
    const { findings, ledger } = checkSelfEvaluation(blocksOfText(cleanText));
    expect(findings).toEqual([]);
    expect(ledger.filter(({ outcome }) => outcome === 'notApplicable').map(({ rule }) => rule)).toEqual(['E18']);
  });

  test.each([
    ['E01', '总分60分', '总分65分'],
    ['E02', '（12分，得分11.88分）', '（12分，得分12分）'],
    ['E03', '综合得分98.88分', '综合得分99.88分'],
    ['E04', '入库及时，得4分', '入库及时，得5分'],
    ['E04', '（3）执行结果。全年支付小于计划，得3.88分', '（3）执行结果。得3.88分'],
    ['E05', '得3.88分', '得3.73分'],
    ['E05', '执行金额57万元，执行总体进度为95%', '执行金额57万元，执行总体进度为99%'],
    ['E06', '编印刊物\t=\t4\t期\t20', '编印刊物\t=\t4\t期\t18'],
    ['E07', '部门预算项目2个', '部门预算项目3个'],
    ['E07', '95%，其中：预算结余率大于10%的项目共计0个', '95%，其中：预算结余率大于10%的项目共计1个'],
    ['E07', '100%，其中：预算结余率大于10%的项目共计0个', '100%，其中：预算结余率大于10%的项目共计3个'],
    ['E08', '年末结转和结余0万元', '年末结转和结余1万元'],
    ['E08', '支出310.5万元，其中财政拨款支出300万元，上年结转10.5万元', '支出310.5万元，其中财政拨款支出310.5万元，上年结转0万元'],
    ['E09', '\t310.5\t310.5\t0', '\t300\t300\t0'],
    [
      'E10',
      '决算总收入为420.8万元，其中本年财政拨款收入410.3万元，上年结转10.5万元',
      '决算总收入为420.8万元，其中本年财政拨款收入420.8万元，上年结转0万元',
    ],
    ['E11', '编印刊物\t=\t4\t期\t20\t4', '编印刊物\t=\t4\t期\t20\t3'],
    ['E12', '举办活动\t≥\t11\t场\t30', '举办活动\t≥\t11\t\t30'],
    ['E13', '举办活动\t≥', '举办活动\t≤'],
    ['E14', '展览活动完成计划95%', '展览活动完成计划88%'],
    ['E15', '部门名称\t青山市临江区文化局', '部门名称\t青山市临江区文化和旅游局'],
    ['E16', '编制科学', '计划年底前编制完成'],
    ['E17', '编制科学，', '个别预算不及时，'],
    ['E19', '压减2万元，压减10%', '压减2万元，压减12%'],
    ['E19', '（二）支出情况。2025年年初预算', '（二）支出情况。2024年年初预算'],
    ['E19', '（2025年度）', '（2024年度）'],
    ['E20', '整体绩效水平优秀', '整体绩效水平良好'],
    ['E20', '区级部门整体绩效自评报告', '区级部门整体绩效自评报告范本'],
  ])('%s finds %s → %s, at the words that were changed', (rule, from, to) => {
    const blocks = changed(from, to);
    const { findings } = checkSelfEvaluation(blocks);
    const own = findings.filter((finding) => finding.rule === rule);
    expect(own).not.toHaveLength(0);
    // Something else may follow from the change, but nothing far from it.
    const lines = cleanText.replace(from, to).split('\n');
    const line = lines.findIndex((text, i) => text !== cleanText.split('\n')[i]);
    expect(own.flatMap(({ spans }) => spans.map(({ paragraph }) => paragraph))).toContain(line);
  });

  test('a shortfall in the words of the item is a warning; a direction that may be meant is a note', () => {
    const of = (rule: string, from: string, to: string): readonly string[] =>
      checkSelfEvaluation(changed(from, to))
        .findings.filter((finding) => finding.rule === rule)
        .map(({ severity }) => severity);
    expect(of('E17', '编制科学，', '个别预算不及时，')).toEqual(['warning']);
    expect(of('E13', '举办活动\t≥', '举办活动\t≤')).toEqual(['info']);
  });

  test('blanks that were never filled in are one finding at all of their places; while it is written they are none', () => {
    const blocks = blocksOfText(cleanText.replace('编制科学', '【待补充：编制情况】').replace('目标明确', '【待补充：目标设置】'));
    const found = checkSelfEvaluation(blocks).findings.filter(({ rule }) => rule === 'E20');
    expect(found.map(({ message, spans }) => [message, spans.length])).toEqual([['还有2处没有填写，第一处是“【待补充:编制情况】”。', 2]]);
    expect(checkSelfEvaluation(blocks, { draft: true }).findings.filter(({ rule }) => rule === 'E20')).toEqual([]);
  });

  test('every single change of a score or of points is found', () => {
    const places = [...cleanText.matchAll(/(\d+(?:\.\d+)?)分/g)];
    const missed = places.flatMap((match) => {
      const more = String(Number(match[1]) + 1);
      const text = `${cleanText.slice(0, match.index)}${more}分${cleanText.slice(match.index + match[0].length)}`;
      return failed(blocksOfText(text)).length > 0 ? [] : [cleanText.slice(match.index - 12, match.index + 6)];
    });
    expect(places.length).toBeGreaterThan(35);
    expect(missed).toEqual([]);
  });

  test('E18 compares with the 情况说明 of the same document', () => {
    const explanation = blocksOfText('绩效自评情况：组织对2个项目开展绩效自评。');
    expect(failed(blocksOfText(cleanText), { explanation })).toEqual([]);
    expect(failed(blocksOfText(cleanText), { explanation: blocksOfText('组织对4个项目开展绩效自评。') })).toEqual(['E18']);
  });

  test('a place names the characters of the paragraph, blanks of a PDF counted', () => {
    const spaced = cleanText.replace('综合得分98.88分', '综合得分 99.88 分');
    const [finding] = checkSelfEvaluation(blocksOfText(spaced)).findings.filter(({ rule }) => rule === 'E03');
    const { paragraph, start, end } = finding!.spans[0]!;
    expect(spaced.split('\n')[paragraph]!.slice(start, end)).toBe('99.88 分');
  });

  test('a report within a whole document is found, and what stands around it is left alone', () => {
    const whole = `第一部分 概况\n一、职责\n负责文化工作，计划年底前完成。\n第四部分 附件\n${cleanText}\n附件2\n某项目自评\n一、概况\n总分90分`;
    expect(failed(blocksOfText(whole))).toEqual([]);
  });

  test('every rule says what it checks, with an example and a counter-example', () => {
    expect(evaluationRules.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => `E${String(i + 1).padStart(2, '0')}`));
    for (const { words, example, counter, hint } of evaluationRules)
      for (const text of [words, example, counter, hint]) expect(text.length).toBeGreaterThan(5);
  });
});
