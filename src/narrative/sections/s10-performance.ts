import type { Desk } from '../desk';
import type { Paragraph } from '../document';
import { blank, isSupplied, joined, nothing, paragraph, printed, say, sentence, supplied, type Phrase } from '../say';
import type { Supplements } from '../../supplements/supplements';

type Performance = NonNullable<Supplements['performance']>;

export const performanceAsks = (at: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...['projects', 'evaluated', 'targets', 'monitored', 'selfEvaluated', 'score', 'attachment'],
      ...['department.report', 'department.score', 'department.summary', 'results.*.score', 'results.*.summary'],
    ].map((field) => [`performance.${field}`, at]),
  );

/** The projects, then the whole department, then single projects: three different scores, each in a sentence of its own. */
export function performanceParagraphs(desk: Desk): readonly Paragraph[] {
  const given = desk.supplements.performance;
  const own = [...department(desk), ...(given ? results(given) : [])].map((parts, i) => paragraph(`S10.4.${i + 2}`, parts));
  return [paragraph('S10.4.1', projects(desk, given)), ...own];
}

function projects(desk: Desk, given: Performance | undefined): readonly Phrase[] {
  const counted = [given?.evaluated, given?.targets, given?.monitored, given?.selfEvaluated].some((count) => count !== undefined);
  const head = say`根据预算绩效管理要求，${desk.self}`;
  if (!given || !counted) {
    const ask = '预算绩效管理情况（开展事前绩效评估、编制绩效目标、绩效监控、绩效自评的项目数）';
    return [sentence(say`${head}${blank(ask, 'performance')}`)];
  }
  const { print } = desk;
  const planning = joined(
    [
      given.evaluated ? say`组织对${names(given)}${print.count(given.evaluated)}个项目开展了预算事前绩效评估` : nothing,
      given.targets ? say`对${print.count(given.targets)}个项目编制了绩效目标` : nothing,
    ],
    '，',
  );
  const score = isSupplied(given.score) ? say`得分${supplied(given.score)}分` : nothing;
  const attachment = desk.supplements.text('performance.attachment');
  const stages = [
    planning.length > 0 ? say`在${desk.y}年度预算编制阶段，${planning}` : nothing,
    given.monitored ? say`预算执行过程中，选取${print.count(given.monitored)}个项目开展绩效监控` : nothing,
    given.selfEvaluated ? joined([say`组织对${print.count(given.selfEvaluated)}个项目开展绩效自评`, score], '，') : nothing,
    given.selfEvaluated && isSupplied(attachment) ? say`绩效自评表详见${supplied(attachment)}` : nothing,
  ];
  return [head, sentence(...stages)];
}

/** 甲、乙等; a single project that is the only one needs no 等. */
function names(given: Performance): Phrase {
  const named = given.projects.filter(isSupplied);
  if (named.length === 0) return say`${blank('开展事前绩效评估的项目名称', 'performance.projects')}等`;
  const list = joined(
    named.map((project) => [supplied(project)]),
    '、',
  );
  const single = named.length === 1 && given.evaluated?.value.eq(1) === true;
  return say`${list}${printed(single ? '' : '等')}`;
}

/** 部门整体绩效自评: its report, its score, its 综述. */
function department(desk: Desk): readonly (readonly Phrase[])[] {
  const [report, score, summary] = (['report', 'score', 'summary'] as const).map((key) =>
    desk.supplements.text(`performance.department.${key}`),
  );
  if (![report, score, summary].some(isSupplied)) return [];
  const named = isSupplied(report) ? say`，形成《${supplied({ ...report!, text: report!.text.replace(/^《|》$/g, '') })}》` : nothing;
  return [
    [
      sentence(
        say`${desk.self}组织开展了${desk.y}年度${desk.kind}整体支出绩效自评${named}`,
        isSupplied(score) ? say`自评得分${supplied(score)}分` : nothing,
      ),
      isSupplied(summary) ? sentence([supplied(summary)]) : nothing,
    ],
  ];
}

/** One paragraph per project of which a score or a 综述 is supplied. */
const results = ({ results: all }: Performance): readonly (readonly Phrase[])[] =>
  all.map(({ name, score, summary }) => [
    sentence(
      say`${supplied({ ...(score ?? summary)!, text: name })}项目绩效自评`,
      isSupplied(score) ? say`得分${supplied(score)}分` : [blank(`${name}项目的绩效自评得分`, `performance.results.${name}.score`)],
    ),
    isSupplied(summary) ? sentence([supplied(summary)]) : nothing,
  ]);
