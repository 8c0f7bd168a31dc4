import { plainOf } from '../text/plain';
import { isSection, prose, type PlacedBlock, type ProofContext } from './context';
import { findingIn, type FindingMore, type ProofFinding } from './finding';
import type { ProofRuleId } from './rulebook';

/** Instructions of the official forms that are to be deleted. Source: 四川省部门决算公开格式 2022–2024, 上海市部门决算模板 2024. */
const instructions: readonly RegExp[] = [
  /（注：[^（）]*(?:（[^（）]*）[^（）]*)*）/g,
  /（[^（）]*(?:（[^（）]*）[^（）]*)*(?:请根据|请参照|请自行|请按|自行删除|根据各部门|报告范围包括|根据自评体系|可用表格)[^（）]*(?:（[^（）]*）[^（）]*)*）/g,
  /（(?:项目名称|具体项目|具体工作|接待具体项目、金额|具体项目、金额|收入类型|单位名称|部门名称|具体内容|团组名称、出访地点、取得成效等?|具体用途|主要原因|原因)）/g,
  /(?:自评报告|情况说明|报告)(范本|模板|样本|样表)$/g,
  /[（(]?此处填写[^，。）]*[）)]?/g,
];
/** A note under a table of the 公开表 belongs there. */
const legitimate = /^（注：本表/;

const alternatives =
  /(?:增加|增长|上升|提高|大于|高于|多于)(?:\/|或|（)(?:减少|下降|降低|小于|低于|少于)）?|(?:减少|下降|小于)(?:\/|（)(?:增加|增长|大于)）?|[大高多]小于|[大高]低于|(?:增加减少|增长下降|减少增加|下降增长)(?=\d)|部门\/单位|单位\/部门|（增长\/下降）/g;
const placeholders = /[Xx]{2,}(?![A-Za-z])|×{2,}|○{2,}|〇{3,}|\*{2,}|_{2,}|…{3,}|\?{2,}|？{2,}/g;
const blanks = /【[^】]*】|〔\s*〕|（\s*）|_{2,}/g;
const charts = /（(柱状图|饼状图|饼图|折线图|柱形图|条形图)）/g;
const nothing = /(?:主要用于|开支内容包括：?|具体内容包括：?|其他用车|主要内容为)无(?=[，。；（]|$)/g;
const broken: readonly (readonly [RegExp, string])[] = [
  [/：。|：；|：，/g, '冒号后面没有内容'],
  [/包括：$|方面：$/g, '冒号后面没有内容'],
  [/，。|、。|；。|。；|，，|；；|、、|：：|。，/g, '标点重复或多余'],
  [/。。(?!。)/g, '标点重复或多余'],
  [/(?<=[。；])\d{1,3}(?=其中|$|[\u4e00-\u9fff]{2})(?![年月日、.])/g, '多出的数字'],
  [/主要用于(?=[。；]|$)|原因(?:是|为|：)(?=[。；]|$)/g, '后面没有内容'],
];
const afterPercent =
  /\d%(?=[\u4e00-\u9fff])(?!%?(?:的|以[上下内]|左右|和|与|及|至|到|或|为|时|比例|不等|股|即|者|资金|额度|标准|补贴|提取|计|之|是|都|均|完成|达标|覆盖|在|已|，))/g;

/** What a form has left behind, and places where the text is broken. */
export function leftovers(context: ProofContext): readonly ProofFinding[] {
  return prose(context).flatMap((placed) => [
    ...hints(context, placed),
    ...choices(context, placed),
    ...every(context, placed, 'P-LEFTOVER', placeholders, (words) => `“${words}”是没有填写的占位符。`),
    ...every(context, placed, 'P-BLANK', blanks, (words) => `${words}还没有填写。`),
    ...every(context, placed, 'P-NOTHING', nothing, (words) => `“${words}”没有说明什么，应删去。`),
    ...breaks(context, placed),
    ...unclosed(context, placed),
  ]);
}

function every(
  context: ProofContext,
  { block }: PlacedBlock,
  rule: ProofRuleId,
  words: RegExp,
  message: (found: string) => string,
  more: FindingMore = {},
): readonly ProofFinding[] {
  return [...block.plain.text.matchAll(words)].map((found) => {
    const [from, to] = around(block.plain.text, found.index, found.index + found[0].length);
    return findingIn(context.linked.document, rule, block, from, to, message(found[0]), more);
  });
}

/** 增加/减少0万元，增长/下降0%: one cause per sentence. */
function choices(context: ProofContext, { block }: PlacedBlock): readonly ProofFinding[] {
  const text = block.plain.text;
  const bySentence = new Map<number, [number, number, string[]]>();
  for (const found of text.matchAll(alternatives)) {
    const sentence = text.lastIndexOf('。', found.index);
    const end = found.index + found[0].length;
    const known = bySentence.get(sentence);
    if (known) bySentence.set(sentence, [known[0], end, [...known[2], found[0]]]);
    else bySentence.set(sentence, [found.index, end, [found[0]]]);
  }
  return [...bySentence.values()].map(([start, end, words]) => {
    const message = `${words.map((word) => `“${word}”`).join('、')}是范本里的选择项，只能保留一个；没有增减的写“持平”。`;
    return findingIn(
      context.linked.document,
      'P-LEFTOVER',
      block,
      around(text, start, start + 1)[0],
      around(text, end - 1, end)[1],
      message,
    );
  });
}

/** Short words are quoted with the clause they stand in, so that they can be found. */
function around(text: string, start: number, end: number): readonly [number, number] {
  if (end - start >= 8) return [start, end];
  let from = start;
  while (from > 0 && start - from < 24 && !/[，。；：]/.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - end < 12 && !/[，。；：]/.test(text[to]!)) to++;
  return [from, to];
}

function hints(context: ProofContext, placed: PlacedBlock): readonly ProofFinding[] {
  const { block, topic } = placed;
  if (topic === 'tables') return [];
  const text = block.plain.text;
  const found: ProofFinding[] = [];
  for (const words of instructions) {
    for (const match of text.matchAll(words)) {
      if (legitimate.test(match[0]) || found.some(({ quote }) => plainOf(quote).text.includes(match[0]))) continue;
      const whole = match[1] !== undefined;
      const [from, to] = whole ? [0, text.length] : around(text, match.index, match.index + match[0].length);
      const what = whole ? match[1]! : match[0];
      found.push(
        findingIn(
          context.linked.document,
          'P-HINT',
          block,
          from,
          to,
          `“${short(what)}”是范本的提示，公开前应删去${/名称|项目|工作|类型/.test(what) && !/注：/.test(what) ? '或填上内容' : ''}。`,
        ),
      );
    }
  }
  return found;
}

const short = (words: string): string => (words.length > 24 ? `${words.slice(0, 22)}…` : words);

/** The kind of a chart in brackets stands in the form, not in a text for publication: told once. */
export function chartHints(context: ProofContext): readonly ProofFinding[] {
  const found = prose(context).flatMap((placed) => [...placed.block.plain.text.matchAll(charts)].map(() => placed));
  const first = found[0];
  if (!first) return [];
  const message = `图题后面的“（柱状图）”“（饼状图）”是范本的提示，公开前应删去，并放上图${found.length > 1 ? `；全文共${found.length}处` : ''}。`;
  return [findingIn(context.linked.document, 'P-CHART', first.block, 0, first.block.plain.text.length, message)];
}

function breaks(context: ProofContext, { block, topic, index }: PlacedBlock): readonly ProofFinding[] {
  if (!isSection(topic) && topic !== 'glossary') return [];
  const text = block.plain.text;
  return broken.flatMap(([words, what]) =>
    [...text.matchAll(words)]
      .filter((found) => found.index >= block.body && !(/：$/.test(found[0]) && beginsList(context, index)))
      .map((found) => {
        const [from, to] = around(text, found.index, found.index + found[0].length);
        return findingIn(context.linked.document, 'P-STRAY', block, from, Math.min(text.length, to + 2), `“${found[0]}”处${what}。`);
      }),
  );
}

/** 包括： at the end of a paragraph is answered by numbered paragraphs below it, or by a table. */
function beginsList({ linked }: ProofContext, index: number): boolean {
  const [block, next] = [linked.document.blocks[index]!, linked.document.blocks[index + 1]];
  if (!next) return false;
  return next.kind === 'row' || (next.marker !== undefined && (next.marker.number === 1 || next.marker.level > (block.marker?.level ?? 9)));
}

/** 下降0.57%无太大差距: a clause that follows a percentage without a mark between. */
function unclosed(context: ProofContext, { block, topic }: PlacedBlock): readonly ProofFinding[] {
  if (!isSection(topic)) return [];
  const text = block.plain.text;
  return [...text.matchAll(afterPercent)].map((found) => {
    const end = found.index + found[0].length;
    const [from] = around(text, found.index, end);
    const stop = text.slice(end).search(/[，。；]/);
    return findingIn(context.linked.document, 'P-PUNCT', block, from, stop < 0 ? text.length : end + stop, '百分数后面缺少标点。');
  });
}
