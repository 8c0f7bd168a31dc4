import { checkSelfEvaluation, type Beside, type EvaluationCheck } from '../../src/performance/check';
import { selfEvaluationOf } from '../../src/performance/evaluation';
import type { TextBlock } from '../../src/performance/text/blocks';
import { textBlocks, type EvaluationBlock } from '../../src/performance/write/form';
import { writeEvaluation } from '../../src/performance/write/report';
import { defaultScheme } from '../../src/layouts/evaluation/index';
import { leavesOf } from '../../src/layouts/evaluation/scheme';
import { desk } from '../../src/narrative/desk';
import { sichuan2024 } from '../../src/narrative/profiles/sichuan-2024';
import { readWorkbook } from '../../src/reading/read';
import { parseSupplement } from '../../src/supplements/parse';
import { suppliedTexts } from '../../src/supplements/rows';
import { buildYears, units } from '../kit/index';

const leaves = defaultScheme.parts.flatMap(({ groups }) => groups.flatMap(leavesOf));

const indicator = (
  l1: string,
  l2: string,
  l3: string,
  op: string,
  target: string,
  unit: string,
  weight: string,
  actual: string,
): object => ({
  l1,
  l2,
  l3,
  op,
  target,
  unit,
  weight,
  actual,
  score: weight,
});

/** What a person supplies for a self-evaluation that is in order. */
export const supplement = {
  overview: { structure: ['本单位设办公室和业务股'], duties: ['负责文化工作', '承办交办的其他事项'] },
  selfEvaluation: {
    staff: { 行政: 8, 工勤: 1, 事业: 7, 实有: 15 },
    generalExpense: { budget: ['210000', '180000'], outturn: ['249500', '152800'] },
    projects: [
      {
        name: '演出经费',
        kind: '常年',
        budget: '400000',
        paid: '400000',
        other: '0',
        goal: '办好演出',
        result: '演出全部办完',
        indicators: [
          indicator('产出指标', '数量指标', '演出场次', '≥', '12', '场', '40', '12'),
          indicator('效益指标', '社会效益指标', '观众人数', '≥', '3000', '人', '40', '3200'),
          indicator('满意度指标', '满意度指标', '观众满意率', '≥', '90', '%', '10', '93'),
        ],
      },
      {
        name: '场馆修缮',
        kind: '阶段',
        budget: '600000',
        paid: '570000',
        other: '0',
        goal: '修缮场馆',
        result: '修缮完毕',
        indicators: [
          indicator('产出指标', '数量指标', '修缮场馆', '=', '2', '处', '60', '2'),
          indicator('满意度指标', '满意度指标', '群众满意率', '≥', '90', '%', '30', '95'),
        ],
      },
    ],
    department: {
      goal: '服务群众文化',
      tasks: [{ name: '基本支出', content: '保运转' }],
      indicators: [
        { l1: '产出指标', l2: '数量指标', l3: '举办活动', op: '≥', target: '11', unit: '场', weight: '60', actual: '11' },
        { l1: '满意度指标', l2: '满意度指标', l3: '群众满意度', op: '≥', target: '90', unit: '%', weight: '30', actual: '92' },
      ],
    },
    scores: Object.fromEntries(leaves.filter(({ follows }) => !follows).map(({ id, points }) => [id, id === '1' ? '14' : String(points)])),
    texts: {
      ...Object.fromEntries(leaves.filter(({ paragraphs }) => paragraphs === undefined).map(({ id, name }) => [id, `${name}按要求落实`])),
      '7.3': '全年实际支付小于预算',
      '1.1': '演出一场因天气推迟',
      emphasis: '不涉及',
      conclusion: '各项工作按时完成',
      problems: ['部分演出宣传还可加强'],
      advice: ['进一步做好宣传'],
    },
  },
};

export interface Draft {
  readonly blocks: readonly EvaluationBlock[];
  readonly text: readonly TextBlock[];
  readonly beside: Beside;
}

/** The self-evaluation of a built unit, and what it is checked against. */
export async function draftOf(given: unknown = supplement): Promise<Draft> {
  const { facts } = await readWorkbook(buildYears(units.onlyGeneral).now);
  const supplements = parseSupplement(given, 'supplement.json');
  const years = { now: facts };
  const input = selfEvaluationOf(supplements);
  const blocks = writeEvaluation(desk({ years, supplements }, sichuan2024, facts.year!), {
    scheme: defaultScheme,
    input,
    structure: suppliedTexts(supplements.entries, 'overview.structure'),
    duties: suppliedTexts(supplements.entries, 'overview.duties'),
  });
  return { blocks, text: textBlocks(blocks), beside: { years, input, year: facts.year, unit: facts.unitName } };
}

export const check = ({ text, beside }: Draft): EvaluationCheck => checkSelfEvaluation(text, beside);
