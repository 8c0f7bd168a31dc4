import { kinship, place } from './kinship';
import { schemeNodeOf } from './points';
import { everyNode } from '../text/tree';
import type { Span } from '../text/blocks';
import type { Line } from '../text/lines';
import { houseSource, ofForms, type EvaluationRule, type TextFault, type GivenBooks } from './rule';

const ownName = ({ text, unit }: GivenBooks): string | undefined =>
  unit ?? text.names.find(({ where }) => where === 'title')?.text ?? text.names[0]?.text;

export const oneName: EvaluationRule = {
  id: 'E15',
  title: '全文用同一个单位名称',
  severity: 'error',
  source: ofForms('部门名称'),
  words: '单位名称［标题、正文、附表］ 相同',
  example: '标题和附表都写“某某市某某区发展和改革局”：一致。',
  counter: '标题写“…发展和改革委员会”，附表写“…发展和改革局”：不一致。',
  hint: '以编制单位全称为准改正，简称在第一次出现时写明“以下简称”。',
  check: (given) => {
    const own = ownName(given);
    if (own === undefined) return undefined;
    return given.text.names
      .filter((name) => (name.where === 'cell' ? kinship(own, name.text) !== 'same' : kinship(own, name.text) === 'variant'))
      .map((name) => ({ message: `单位名称前面写“${own}”，这里写“${name.text}”。`, spans: [name.span], expected: own }));
  },
};

const overlap = (a: Span, b: Span): boolean => a.paragraph === b.paragraph && a.start < b.end && b.start < a.end;

const future: readonly RegExp[] = [
  /(?:计划|预计|拟|将)(?:于|在)?(?:今年|本年|年底|年内|\d{1,2}月)(?:底|末)?前?(?:完成|召开|开展|启动|实施|建成)?/,
  /(?:拟|预计)(?:完成|召开|开展|启动|实施|建成)/,
  /\d{1,2}月(?:底|末)前(?:将)?(?:完成|建成|召开|编制完)/,
  /正(?:在)?(?:稳步|有序|积极|加快|全力|持续)?(?:推进|开展|实施|建设)(?:中|之中)/,
  /(?:预计|争取)(?:明年|年底|下月)/,
];

export const closedYear: EvaluationRule = {
  id: 'E16',
  title: '年度已经结束，不写将来的事',
  severity: 'warning',
  source: houseSource('自评写全年的完成情况'),
  words: '正文（改进建议除外）不出现“计划年底前…”“12月底前完成”“正稳步推进中”',
  example: '12 月完成听证会程序：写的是结果。',
  counter: '“计划年底前召开听证会”“正稳步推进中”：年度已经结束。',
  hint: '改写成全年的实际完成情况。',
  check: ({ text }) => {
    const exempt = new Set<Line>([...text.advice, ...text.problems]);
    const lines = text.chapters.filter(({ kind }) => kind !== '基本情况').flatMap((chapter) => chapter.lines);
    if (lines.length === 0) return undefined;
    return lines
      .filter((line) => !exempt.has(line))
      .flatMap((line) =>
        future.flatMap((pattern): readonly TextFault[] => {
          const found = pattern.exec(line.text);
          return found
            ? [{ message: `年度已经结束，这里还写“${found[0]}”。`, spans: [line.span(found.index, found.index + found[0].length)] }]
            : [];
        }),
      )
      .filter(({ spans: [own] }, i, all) => !all.slice(0, i).some(({ spans: [other] }) => overlap(own!, other!)));
  },
};

const shortfall = /未完成|未达|未及时|不及时|不到位|滞后|逾期|超预算|未得满分|延误/;
const denied = /(?:无|没有|未发现|不存在)[^,。;]{0,10}$/;

export const fullPoints: EvaluationRule = {
  id: 'E17',
  title: '写了不足的项没有得满分',
  // A problem named far away may be another one: only a shortfall in the very words of the item is a warning.
  severity: 'info',
  source: houseSource('存在问题与得分'),
  words: '同一项写有不足（提示），或第四部分的存在问题说到这一项（说明）时，得分 ＜ 分值',
  example: '存在问题“支出进度不均衡”，支出执行进度得 7 分（8 分）：相符。',
  counter: '存在问题“绩效指标不够精准”，目标设置得 4 分（4 分）：请核实。',
  hint: '请核实得分，或把存在问题写得更准确；确实不扣分的不用改。',
  check: ({ text, scheme }) => {
    const scored = everyNode(text.tree).filter(({ score, children }) => score && children.length === 0);
    if (scored.length === 0) return undefined;
    return scored.flatMap((node): readonly TextFault[] => {
      const known = schemeNodeOf(scheme, node);
      const most = node.points?.value.toNumber() ?? known?.points;
      if (most === undefined || node.score!.value.lt(most)) return [];
      const own = node.body
        .map((line) => ({ line, found: shortfall.exec(line.text) }))
        .find(({ line, found }) => found && !denied.test(line.text.slice(0, found.index)));
      if (own?.found)
        return [
          {
            message: `“${node.name}”得满分，文中却写“${own.found[0]}”，请核实。`,
            severity: 'warning',
            spans: [node.score!.span, own.line.span(own.found.index, own.found.index + own.found[0].length)],
          },
        ];
      const named = text.problems.find((line) => known?.about?.some((word) => line.text.includes(word)));
      const word = named && known?.about?.find((one) => named.text.includes(one));
      if (!named || !word) return [];
      const at = named.text.indexOf(word);
      return [
        {
          message: `“${node.name}”得满分，存在问题里却说到“${word}”，请核实。`,
          spans: [node.score!.span, named.span(at, at + word.length)],
        },
      ];
    });
  },
};

const grades: Readonly<Record<string, string>> = { 优秀: '优', 优: '优', 良好: '良', 良: '良', 中等: '中', 中: '中', 较差: '差', 差: '差' };
/** What a template leaves behind. */
const leftovers = /范本|模板(?!设计)|[×XxＸ]{2,}|某某|（?此处|填写说明|【(?!待补充)[^】]*】|\(根据自评体系进行描述\)|\(可用表格形式反映\)/g;
/** Our own blanks: all of them are one thing to do. */
const waiting = /【待补充[^】]*】/g;

function blanksLeft(lines: readonly Line[]): readonly TextFault[] {
  const found = lines.flatMap((line) =>
    [...line.text.matchAll(waiting)].map((match) => ({
      words: match[0],
      span: line.span(match.index, match.index + match[0].length),
    })),
  );
  if (found.length === 0) return [];
  return [{ message: `还有${found.length}处没有填写，第一处是“${found[0]!.words}”。`, spans: found.map(({ span }) => span) }];
}

export const gradeAndLeftovers: EvaluationRule = {
  id: 'E20',
  title: '等级与得分相符，没有范本和别的部门的痕迹',
  severity: 'error',
  source: ofForms('评价结论'),
  words: '等级 ＝ 得分所在的档（优 ≥ 90，良 ≥ 80，中 ≥ 60）；不出现“范本”、××、别的部门的全称',
  example: '得分 98.94 分，“整体绩效水平优秀”：相符。',
  counter: '得分 85 分写“优秀”；标题里还有“范本”：不符。',
  hint: '改正等级；删去范本的提示和别的部门的名称。',
  check: (given) => {
    const { text, scheme } = given;
    const faults: TextFault[] = [];
    const grade = text.grade && grades[text.grade.word];
    if (text.score && text.grade && grade) {
      const right = scheme.grades.find(([, from]) => text.score!.value.gte(from))![0];
      if (right !== grade)
        faults.push({
          message: `得分${text.score.value.toString()}分属于“${right}”，这里写“${text.grade.word}”。`,
          spans: [text.grade.line.span(text.grade.at, text.grade.at + text.grade.word.length), text.score.span],
          expected: right,
        });
    }
    const lines = [...text.lines, ...text.rows.flat()];
    if (!given.draft) faults.push(...blanksLeft(lines));
    for (const line of lines)
      for (const found of line.text.matchAll(leftovers))
        faults.push({ message: `范本的文字“${found[0]}”没有删去。`, spans: [line.span(found.index, found.index + found[0].length)] });
    const own = ownName(given);
    const region = own && place.exec(own)?.[0];
    if (own && region)
      for (const name of text.names)
        if (name.where === 'prose' && name.text.startsWith(region) && kinship(own, name.text) === 'foreign')
          faults.push({ message: `这里出现了别的部门的名称“${name.text}”，本单位是“${own}”。`, spans: [name.span] });
    return text.lines.length === 0 ? undefined : faults;
  },
};
