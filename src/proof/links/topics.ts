import type { ProofBlock } from '../text/document';

/** What a part of the document is about. `annex` is the 绩效自评 behind the text, `tables` the 公开表. */
export type Topic =
  | 'total'
  | 'income'
  | 'spending'
  | 'fiscal'
  | 'budget'
  | 'budget.overall'
  | 'budget.structure'
  | 'budget.items'
  | 'basic'
  | 'official'
  | 'official.overall'
  | 'official.parts'
  | 'fund'
  | 'capital'
  | 'agency'
  | 'procurement'
  | 'assets'
  | 'performance'
  | 'glossary'
  | 'about'
  | 'annex'
  | 'annex.money'
  | 'annex.conclusion'
  | 'tables'
  | 'other';

/** Titles of the sections, the first that fits counts. Provinces number and order them differently; the words agree. */
const titles: readonly (readonly [Topic, RegExp])[] = [
  ['glossary', /名词解释|名词说明|专业名词/],
  ['annex', /自评报告|绩效评价报告|^附件\d*$/],
  ['tables', /^附表|决算(?:总|明细)?表$/],
  ['fund', /政府性基金/],
  ['capital', /国有资本经营/],
  ['budget', /一般公共预算财政拨款收入支出/],
  ['fiscal', /财政拨款收入(?:、|和)?支出(?:决算)?(?:总体|情况)|财政拨款收支|(?<!一般公共预算)财政拨款收入决算/],
  ['official', /三公/],
  ['basic', /(?:一般公共预算(?:财政拨款)?|财政拨款)基本支出/],
  ['budget', /一般公共预算(?:财政拨款)?(?:收入)?支出/],
  ['agency', /机关运行/],
  ['procurement', /政府采购/],
  ['assets', /国有资产|资产占/],
  ['performance', /绩效/],
  ['total', /收入支出(?:决算)?总体|收支(?:决算)?总体|收、支(?:决算)?总体|收入支出总计/],
  ['income', /收入决算/],
  ['spending', /支出决算/],
  ['about', /概况|主要职[责能]|机构设置|基本职能|单位构成/],
];

const inBudget: readonly (readonly [Topic, RegExp])[] = [
  ['budget.overall', /总体/],
  ['budget.structure', /结构/],
  ['budget.items', /具体/],
];
const inOfficial: readonly (readonly [Topic, RegExp])[] = [
  ['official.overall', /总体/],
  ['official.parts', /具体|结构/],
];
const inAnnex: readonly (readonly [Topic, RegExp])[] = [
  ['annex.money', /收入情况|支出情况|收支情况|结转结余/],
  ['annex.conclusion', /评价结论/],
];

const first = (list: readonly (readonly [Topic, RegExp])[], title: string): Topic | undefined =>
  list.find(([, words]) => words.test(title))?.[0];

const base = (topic: Topic): string => topic.split('.')[0]!;

function topicOf(title: string, parent: Topic): Topic {
  switch (base(parent)) {
    case 'annex':
      return first(inAnnex, title) ?? (/名词解释/.test(title) ? 'glossary' : /决算(?:总|明细)?表$/.test(title) ? 'tables' : 'annex');
    case 'about':
    case 'glossary':
      return parent;
    case 'budget':
      return first(inBudget, title) ?? first(titles, title) ?? parent;
    case 'official':
      return first(inOfficial, title) ?? parent;
  }
  const found = first(titles, title);
  if (found === 'budget') return first(inBudget, title) ?? found;
  if (found === 'official') return first(inOfficial, title) ?? found;
  return found ?? parent;
}

/** Topic of every block. A title holds until one of its own level or above. */
export function topicsOf(blocks: readonly ProofBlock[]): readonly Topic[] {
  const stack: { level: number; topic: Topic }[] = [];
  return blocks.map((block) => {
    if (block.kind === 'contents') return 'other';
    const top = (): Topic => stack[stack.length - 1]?.topic ?? 'other';
    if (block.title === undefined || (block.marker && block.marker.level > 2 && block.kind !== 'heading')) return top();
    // A title without a number stands above the numbered ones, but an annex's own title stays inside the annex.
    const level = block.marker?.level ?? (base(top()) === 'annex' && !/^附件/.test(block.title) ? 0.5 : 0);
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) stack.pop();
    const parent = top();
    stack.push({ level, topic: level <= 0.5 ? topicOf(block.title, level === 0 ? 'other' : parent) : topicOf(block.title, parent) });
    return top();
  });
}
