import { parseSupplement } from '../../src/supplements/parse';
import { readSupplementSheet } from '../../src/supplements/read-sheet';
import { tables } from '../../src/supplements/tables';
import type { Scalar, Sheet } from '../../src/kernel/workbook';

const value = (supplements: ReturnType<typeof parseSupplement>, key: string): string | undefined =>
  supplements.entries.get(key)?.value.toString();

const json = {
  overview: { units: [{ name: '文化馆', kind: '事业单位', independent: true }] },
  selfEvaluation: {
    generalExpense: { budget: ['210000', '180000'] },
    scores: { '2.1': '6' },
    texts: { '1.1': '完成了规划', problems: ['指标不够细'] },
    department: { goal: '目标', tasks: [{ name: '基本支出', content: '保运转' }], indicators: [{ l3: '满意度', target: '90', op: '≥' }] },
    projects: [{ name: '演出经费', kind: '常年', budget: '50000', indicators: [{ l3: '演出场次', op: '≥', target: '10', weight: '30' }] }],
  },
};

/** The sheet of one section: the hidden column first. */
const sheet = (section: string, rows: readonly (readonly Scalar[])[]): Sheet => ({
  name: '补充信息',
  visibility: 'visible',
  top: 0,
  left: 0,
  values: [[`#section:${section}`, ''], ...rows].map((cells) => [...cells, ...Array.from({ length: 14 - cells.length }, () => null)]),
});

describe('tables of 补充信息', () => {
  test('JSON: rows are counted, the indicators of a project name it, pairs are arrays', () => {
    const supplements = parseSupplement(json, 'a.json');
    expect(value(supplements, 'overview.units.1.name')).toBe('文化馆');
    expect(value(supplements, 'selfEvaluation.generalExpense.budget.2')).toBe('180000');
    expect(value(supplements, 'selfEvaluation.scores.2.1')).toBe('6');
    expect(value(supplements, 'selfEvaluation.texts.problems.1')).toBe('指标不够细');
    expect(value(supplements, 'selfEvaluation.department.tasks.1.content')).toBe('保运转');
    expect(
      [1, 2].map((row) => [
        value(supplements, `selfEvaluation.indicators.${row}.l3`),
        value(supplements, `selfEvaluation.indicators.${row}.project`),
      ]),
    ).toEqual([
      ['满意度', undefined],
      ['演出场次', '演出经费'],
    ]);
    expect(supplements.entries.get('selfEvaluation.indicators.2.weight')!.at.a1).toBe('selfEvaluation.projects.1.indicators.1.weight');
  });

  test('JSON: a wrong value is named by its place in the file', () => {
    const wrong = { selfEvaluation: { projects: [{ name: '甲', indicators: [{ l3: '一', weight: '三十' }] }] } };
    expect(() => parseSupplement(wrong, 'a.json')).toThrow('selfEvaluation.projects.1.indicators.1.weight');
    expect(() => parseSupplement({ selfEvaluation: { projects: {} } }, 'a.json')).toThrow('应为数组');
    expect(() => parseSupplement({ selfEvaluation: { projects: [{ colour: '红' }] } }, 'a.json')).toThrow('不是可用的项');
  });

  test('sheet: a pasted table is read by its own heads, 万元 become 元', () => {
    const own = tables.find(({ section }) => section === 'projects')!.fields.map(({ label }) => label);
    const read = readSupplementSheet(
      sheet('projects', [
        ['#head', ...own],
        ['#row', '演出经费', '常年', 50000, 48000],
        ['', '类别', '项目名称', '全年预算数（万元）', '全年执行数（万元）'],
        ['', '阶段', '修缮经费', 12.5, 12],
        ['#end'],
        ['', '备忘', 1],
      ]),
    );
    expect(read.problems).toEqual([]);
    expect(
      [...read.supplements.entries].map(([key, entry]) => [
        key.replace('selfEvaluation.projects.', ''),
        entry.value.toString(),
        entry.at.a1,
      ]),
    ).toEqual([
      ['1.name', '演出经费', 'B3'],
      ['1.kind', '常年', 'C3'],
      ['1.budget', '50000', 'D3'],
      ['1.paid', '48000', 'E3'],
      ['2.kind', '阶段', 'B5'],
      ['2.name', '修缮经费', 'C5'],
      ['2.budget', '125000', 'D5'],
      ['2.paid', '120000', 'E5'],
    ]);
    expect(read.kept.others).toEqual([['备忘', 1]]);
  });

  test('sheet: a row with a bad cell is reported with its address, not used, and kept as it is', () => {
    const read = readSupplementSheet(
      sheet('projects', [
        ['#head', '项目名称', '项目类别', '预算数（元）'],
        ['#row', '演出经费', '常年', '约五万'],
      ]),
    );
    expect(read.problems.map(({ rule, cells }) => [rule, cells[0]!.a1])).toEqual([['SUP-F01', 'D3']]);
    expect(read.supplements.entries.size).toBe(0);
    expect(read.kept.tableRows.get('projects')![0]!.slice(0, 3)).toEqual(['演出经费', '常年', '约五万']);
  });
});
