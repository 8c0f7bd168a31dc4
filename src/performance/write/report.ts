import { abs, minus, percent, sum } from '../../facts/arithmetic';
import type { Fact, Traced } from '../../facts/traced';
import { partPoints, type Scheme, type SchemeNode } from '../../layouts/evaluation/scheme';
import type { Desk } from '../../narrative/desk';
import { digitsOf } from '../../narrative/figures';
import type { Inline } from '../../narrative/document';
import {
  blank,
  chineseNumeral,
  heading,
  isSupplied,
  joined,
  nothing,
  paragraph,
  printed,
  say,
  sentence,
  stating,
  supplied,
  type Phrase,
} from '../../narrative/say';
import type { Supplied } from '../../supplements/supplements';
import type { ProjectInput, SelfEvaluation } from '../evaluation';
import { money } from './money';
import { departmentForm, projectForm } from './forms';
import type { EvaluationBlock } from './form';
import { isScored, rateOf, scoresOf, type Scores } from './scores';

/** What the report is written from besides the desk. */
interface EvaluationDraft {
  readonly scheme: Scheme;
  readonly input?: SelfEvaluation;
  /** 概况 as supplied: the report says it again. */
  readonly structure: readonly Supplied[];
  readonly duties: readonly Supplied[];
}

const ROOT = 'selfEvaluation';
const plain = { dropTrailingZeros: true, thousandsSeparator: false } as const;
/** A score or a number as it is: 3.88, 16. */
const numberInline = (value: Traced): Inline => ({
  kind: 'figure',
  text: digitsOf(value.value, 2, plain),
  of: value,
  shown: { as: 'count', decimals: 2 },
});
const orBlank = (value: Traced | undefined, ask: string, key: string): Inline => (value ? numberInline(value) : blank(ask, key));
const text = (given: Supplied | undefined, ask: string, key: string): Inline => (isSupplied(given) ? supplied(given) : blank(ask, key));

/** 部门整体绩效自评报告 with its forms. `title` names the unit in full. */
export function writeEvaluation(desk: Desk, draft: EvaluationDraft): readonly EvaluationBlock[] {
  const { scheme, input } = draft;
  const scores = scoresOf(scheme, input);
  return [
    ...basics(desk, draft),
    ...money(desk),
    heading('E.3', 1, '三、部门预算绩效分析'),
    ...analysis(desk, draft, scores),
    ...conclusion(draft, scores),
    departmentForm(desk, input),
    ...(input?.projects ?? []).map((project, i) => projectForm(desk, scheme, project, i + 1)),
  ];
}

function basics(desk: Desk, { input, structure, duties }: EvaluationDraft): readonly EvaluationBlock[] {
  const posts = (['行政', '工勤', '事业'] as const).flatMap((kind): readonly (readonly [string, Fact])[] => {
    const count = input?.staff.get(kind);
    return count ? [[kind, count]] : [];
  });
  const listed: Phrase =
    posts.length > 0
      ? joined(
          [
            ...posts.map(([kind, count]) => say`${printed(kind)}编制${numberInline(count)}名`),
            say`编制总数${numberInline(sum(...posts.map(([, count]) => count)))}名`,
          ],
          '，',
        )
      : say`${blank('编制情况', `${ROOT}.staff`)}`;
  return [
    heading('E.1', 1, '一、部门（单位）基本情况'),
    heading('E.1.1', 2, '（一）机构组成'),
    ...(structure.length > 0
      ? structure.map((one, i) => paragraph(`E.1.1.${i + 1}`, [sentence([supplied(one)])]))
      : [paragraph('E.1.1.1', [[blank('机构组成', 'overview.structure')]])]),
    heading('E.1.2', 2, '（二）机构职能'),
    ...(duties.length > 0
      ? duties.map((one, i) => paragraph(`E.1.2.${i + 1}`, [say`${printed(`${i + 1}.`)}`, sentence([supplied(one)])]))
      : [paragraph('E.1.2.1', [[blank('主要职责', 'overview.duties')]])]),
    heading('E.1.3', 2, '（三）人员概况'),
    paragraph('E.1.3.1', [
      sentence(listed),
      sentence(say`${desk.y}年年末实有人数${orBlank(input?.staff.get('实有'), '年末实有人数', `${ROOT}.staff.实有`)}人`),
    ]),
  ];
}

function analysis(desk: Desk, draft: EvaluationDraft, scores: Scores): readonly EvaluationBlock[] {
  const { scheme, input } = draft;
  const order = [
    ...scheme.parts.filter(({ kind }) => kind !== 'application'),
    undefined,
    ...scheme.parts.filter(({ kind }) => kind === 'application'),
  ];
  return order.flatMap((part, i): readonly EvaluationBlock[] => {
    const number = `（${chineseNumeral(i + 1)}）`;
    if (!part)
      return [
        heading('E.3.emphasis', 2, `${number}重点领域绩效分析`),
        paragraph('E.3.emphasis.1', [
          sentence([text(input?.text('emphasis'), '重点领域绩效分析（不涉及的写明）', `${ROOT}.texts.emphasis`)]),
        ]),
      ];
    return [
      heading(`E.3.${part.id}`, 2, `${number}${part.heading}`),
      paragraph(`E.3.${part.id}.0`, [
        sentence(
          say`总分${printed(String(partPoints(part)))}分`,
          say`得分${orBlank(scores.part(part.id), `${part.heading}的得分`, `${ROOT}.scores`)}分`,
        ),
      ]),
      ...(part.kind === 'projects' ? projectSentences(desk, input) : []),
      ...part.groups.flatMap((group, k) => groupBlocks(desk, draft, scores, group, k + 1)),
    ];
  });
}

function projectSentences(desk: Desk, input: SelfEvaluation | undefined): readonly EvaluationBlock[] {
  const { print } = desk;
  if (!input || input.projects.length === 0) return [paragraph('E.3.projects.list', [[blank('项目清单', `${ROOT}.projects`)]])];
  const one = (projects: readonly ProjectInput[]): Traced => sum(...projects.map((project): Fact => counted(project)));
  const groups = [
    ['常年项目绩效分析', input.projects.filter(({ kind }) => kind === '常年')],
    ['阶段（一次性）项目绩效分析', input.projects.filter(({ kind }) => kind !== '常年')],
  ] as const;
  return groups.flatMap(([title, projects], i): readonly EvaluationBlock[] => {
    if (projects.length === 0)
      return [paragraph(`E.3.projects.${i}`, [sentence([printed(title)]), sentence([printed(`本年度没有该类项目`)])])];
    const known = projects.filter(isScored);
    const complete = known.length === projects.length;
    const lacking = projects.filter((project) => !isScored(project)).map(({ name }) => name);
    const rate = rateOf(projects);
    const left = known.filter(({ paid, budget }) => paid.value.lt(budget.value.times('0.9')));
    return [
      paragraph(`E.3.projects.${i}`, [
        sentence([printed(title)]),
        sentence(
          say`该类项目总数${numberInline(one(projects))}个`,
          complete
            ? say`涉及预算总金额${print.wan(sum(...known.map(({ budget }) => budget)))}`
            : say`${blank(`${lacking.join('、')}的预算数和执行数`, `${ROOT}.projects`)}`,
          complete ? say`全年执行金额${print.wan(sum(...known.map(({ paid }) => paid)))}` : nothing,
          rate ? say`执行总体进度为${print.percent(rate)}` : nothing,
          complete
            ? say`其中：预算结余率大于10%的项目共计${left.length > 0 ? numberInline(one(left)) : stating('0', ...known.flatMap(({ paid, budget }) => [paid, budget]))}个`
            : nothing,
        ),
      ]),
    ];
  });
}

/** One project, for counting: its row is its place. */
const counted = ({ name, at }: ProjectInput): Fact => {
  const nil = sum().value;
  return { kind: 'fact', key: `补充.${ROOT}.projects`, value: nil.plus(1), half: nil, unit: 'count', scale: 1, at, label: name };
};

function groupBlocks(
  desk: Desk,
  { input }: EvaluationDraft,
  scores: Scores,
  group: SchemeNode,
  number: number,
): readonly EvaluationBlock[] {
  const key = (node: SchemeNode): string => `${ROOT}.scores.${node.id}`;
  const write = (node: SchemeNode): Inline =>
    text(input?.text(node.id), `${node.name}：${node.asks ?? '完成情况'}`, `${ROOT}.texts.${node.id}`);
  const own = (
    group.paragraphs === undefined ? [] : Array.from({ length: group.paragraphs }, (_, i) => input?.text(`${group.id}.${i + 1}`))
  ).filter(isSupplied);
  const head = paragraph(`E.3.${group.id}`, [
    say`${printed(`${number}. `)}${printed(group.name)}（${printed(String(group.points))}分，得分${orBlank(scores.of(group), `${group.name}的得分`, key(group))}分）`,
    group.children || group.paragraphs ? nothing : say`。${write(group)}。`,
  ]);
  const body: readonly EvaluationBlock[] = group.children
    ? group.children.map((node, i) =>
        paragraph(`E.3.${node.id}`, [
          say`（${printed(String(i + 1))}）${printed(node.name)}（${printed(String(node.points))}分）。`,
          sentence(
            figuresOf(desk, node, scores, input),
            [write(node)],
            say`得${orBlank(scores.of(node), `${node.name}的得分`, key(node))}分`,
          ),
        ]),
      )
    : group.paragraphs === undefined
      ? []
      : own.length > 0
        ? own.map((one, i) => paragraph(`E.3.${group.id}.${i + 1}`, [sentence(say`（${printed(String(i + 1))}）${supplied(one)}`)]))
        : [paragraph(`E.3.${group.id}.1`, [[blank(`${group.name}：${group.asks ?? '完成情况'}`, `${ROOT}.texts.${group.id}.1`)]])];
  return [head, ...body];
}

/** What an item says by itself, from figures. */
function figuresOf(desk: Desk, node: SchemeNode, scores: Scores, input: SelfEvaluation | undefined): Phrase {
  if (node.follows === '项目执行率' && scores.rate && input) {
    const all = sum(...input.projects.map(counted));
    const rate: Inline = {
      kind: 'figure',
      text: `${digitsOf(scores.rate.value, 2, plain)}%`,
      of: scores.rate,
      shown: { as: 'percent', decimals: 2 },
    };
    return say`部门预算项目${numberInline(all)}个，全部项目执行率为${rate}`;
  }
  if (node.states === '一般性支出' && input?.generalExpense) {
    const { budget, outturn } = input.generalExpense;
    return joined([generalExpense(desk, '一般性支出年初预算', budget), generalExpense(desk, '一般性支出预算执行', outturn)], '；');
  }
  return nothing;
}

/** 一般性支出年初预算18万元，较上年21万元压减3万元，压减14.29% */
function generalExpense({ print }: Desk, what: string, pair: readonly [last: Fact, now: Fact] | undefined): Phrase {
  if (!pair) return nothing;
  const [last, now] = pair;
  const head = say`${printed(what)}${print.wan(now)}，较上年${print.wan(last)}`;
  const cut = minus(last, now);
  if (cut.value.isZero()) return say`${head}${stating('持平', last, now)}`;
  const word = printed(cut.value.isNegative() ? '增加' : '压减');
  const by = abs(cut);
  const share = percent(by, last);
  return share ? say`${head}${word}${print.wan(by)}，${word}${print.percent(share)}` : say`${head}${word}${print.wan(by)}`;
}

const gradeWords: Readonly<Record<string, string>> = { 优: '优秀', 良: '良好', 中: '中等', 差: '较差' };

function conclusion({ scheme, input }: EvaluationDraft, { total }: Scores): readonly EvaluationBlock[] {
  const grade = total && scheme.grades.find(([, from]) => total.value.gte(from))![0];
  const numbered = (ones: readonly Supplied[], ask: string, key: string, words: (i: number) => string, end: '；' | '。'): Phrase =>
    ones.length === 0
      ? [blank(ask, key)]
      : joined(
          ones.map((one, i) => say`${printed(ones.length > 1 ? words(i) : '')}${supplied(one)}`),
          end === '；' ? '；' : '。',
        );
  return [
    heading('E.4', 1, '四、评价结论及建议'),
    heading('E.4.1', 2, '（一）评价结论'),
    paragraph('E.4.1.1', [
      sentence([text(input?.text('conclusion'), '评价结论', `${ROOT}.texts.conclusion`)]),
      sentence(
        say`本次绩效自评综合得分${orBlank(total, '综合得分', `${ROOT}.scores`)}分`,
        total && grade ? [printed('整体绩效水平'), stating(gradeWords[grade]!, total)] : nothing,
      ),
    ]),
    heading('E.4.2', 2, '（二）存在问题'),
    paragraph('E.4.2.1', [
      sentence(numbered(input?.problems ?? [], '存在问题', `${ROOT}.texts.problems`, (i) => `${chineseNumeral(i + 1)}是`, '；')),
    ]),
    heading('E.4.3', 2, '（三）改进建议'),
    paragraph('E.4.3.1', [
      sentence(numbered(input?.advice ?? [], '改进建议', `${ROOT}.texts.advice`, (i) => `${chineseNumeral(i + 1)}是`, '；')),
    ]),
  ];
}
