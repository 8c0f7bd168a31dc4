import type { TextBlock } from './blocks';
import { headRowsOf, indicatorsOf, type Indicator } from './indicators';
import { linesOf, type Line, type Row } from './lines';
import { closingOf, cutsOf, statementsOf, type Cut, type Statement } from './money';
import { unitNamesOf, type UnitName } from './names';
import { N, numbersIn, printedAt, type Printed } from './printed';
import { projectCountsOf, projectFormsOf, projectGroupsOf, type ProjectCount, type ProjectForm, type ProjectGroup } from './projects';
import { chaptersOf, treeOf, type Chapter, type ScoreNode } from './tree';

/** A finished self-evaluation as far as it was understood. What was not found is absent, never guessed. */
export interface EvaluationText {
  readonly lines: readonly Line[];
  readonly rows: readonly Row[];
  readonly chapters: readonly Chapter[];
  readonly year?: number;
  readonly names: readonly UnitName[];
  readonly statements: readonly Statement[];
  readonly closing?: Printed;
  readonly cuts: readonly Cut[];
  readonly tree: readonly ScoreNode[];
  readonly groups: readonly ProjectGroup[];
  readonly counts: readonly ProjectCount[];
  readonly forms: readonly ProjectForm[];
  readonly indicators: readonly Indicator[];
  /** 资金总额, 财政拨款 and 其他资金 of the annexed form of the whole department. */
  readonly fund?: { readonly total?: Printed; readonly fiscal?: Printed; readonly other?: Printed };
  /** 综合得分 and the word of its grade. */
  readonly score?: Printed;
  readonly grade?: { readonly word: string; readonly line: Line; readonly at: number };
  /** Text of 存在问题. */
  readonly problems: readonly Line[];
  readonly advice: readonly Line[];
  readonly staff: readonly { readonly name: string; readonly count: Printed }[];
}

const n = `(?<n>${N.slice(1, -1)})`;
const titled = /(?:绩效自评报告|整体支出绩效自评)/;

/** The self-evaluation within a whole document: from its title to the next 附件. */
function ownPart(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const bare = (block: TextBlock): string => (block.kind === 'paragraph' ? block.text.replace(/\s/g, '') : '');
  const chapterBehind = (i: number): boolean => blocks.slice(i + 1, i + 12).some((block) => /^一、/.test(bare(block)));
  const start = blocks.findIndex((block, i) => titled.test(bare(block)) && bare(block).length < 60 && chapterBehind(i));
  if (start < 0) return blocks;
  const stop = blocks.findIndex((block, i) => i > start + 3 && /^(?:附件\d|第五部分)/.test(bare(block)));
  return blocks.slice(start, stop < 0 ? undefined : stop);
}

function yearOf(lines: readonly Line[]): number | undefined {
  const titledLine = lines.find(({ text }) => titled.test(text) && /20\d\d年/.test(text));
  const bracketed = lines.find(({ text }) => /^\(20\d\d年(?:度)?\)$/.test(text));
  const found = /(20\d\d)年/.exec((titledLine ?? bracketed)?.text ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

/** Lines of 存在问题 and 改进建议, told by their heads （一）（二）… */
function section(lines: readonly Line[], head: RegExp): readonly Line[] {
  const start = lines.findIndex(({ text }) => /^\([一二三四五]+\)/.test(text) && head.test(text.slice(0, 24)));
  if (start < 0) return [];
  const rest = lines.slice(start + 1).findIndex(({ text }) => /^\([一二三四五]+\)|^附/.test(text));
  return lines.slice(start, rest < 0 ? undefined : start + 1 + rest);
}

function gradeOf(lines: readonly Line[]): EvaluationText['grade'] {
  for (const line of lines) {
    const found = /(?:水平|等级|等次|结果|评价)(?:为|是|:)?[“"]?(优秀|良好|中等|较差|优|良|中|差)(?=[”"。,;等]|$)/.exec(line.text);
    if (found) return { word: found[1]!, line, at: found.index + found[0].lastIndexOf(found[1]!) };
  }
  return undefined;
}

/** 资金总额 is the head of a column; the amounts stand in the next row. */
function fundOf(rows: readonly Row[], unitOf: (row: Row) => '万元' | '元'): EvaluationText['fund'] {
  const at = rows.findIndex((row) => row.some(({ text }) => text === '资金总额'));
  if (at < 0) return undefined;
  const below = rows.slice(at + 1, at + 3).find((row) => row.some(({ text }) => /^\d/.test(text)));
  if (!below) return undefined;
  const heads = rows[at]!.map(({ text }) => text).filter((text) => /资金总额|财政拨款|其他资金/.test(text));
  const amounts = below
    .filter(({ text }) => /^\d[\d,]*(?:\.\d+)?$/.test(text))
    .map((cell) => {
      const unit = unitOf(below);
      return { ...printedAt(cell, 0, cell.text, unit), text: cell.text, span: cell.span(0, cell.text.length) };
    });
  const of = (name: RegExp): Printed | undefined => amounts[heads.findIndex((head) => name.test(head))];
  return { total: of(/资金总额/), fiscal: of(/财政拨款/), other: of(/其他资金/) };
}

const staffPattern = new RegExp(`(?<name>行政编制|(?:机关)?工勤编制|事业编制|编制总数|编制|实有人数|实有)(?:共|为)?${n}(?<u>名|人)`);

/** Reads a finished self-evaluation, alone or within the whole document. */
export function readEvaluation(blocks: readonly TextBlock[]): EvaluationText {
  const { lines, rows, all } = linesOf(ownPart(blocks));
  const chapters = chaptersOf(lines);
  const of = (kind: Chapter['kind']): readonly Line[] =>
    chapters.filter((chapter) => chapter.kind === kind).flatMap((chapter) => chapter.lines);
  // A table is in 万元 unless the line above it says 元.
  const units = new Map<Row, '万元' | '元'>();
  let unit: '万元' | '元' = '万元';
  for (const one of all) {
    const said = /单位:(万元|元)/.exec('line' in one ? one.line.text : one.row.map(({ text }) => text).join(''))?.[1];
    if (said) unit = said as '万元' | '元';
    if ('row' in one) units.set(one.row, unit);
  }
  const unitOf = (row: Row): '万元' | '元' => units.get(row) ?? '万元';
  const headRows = headRowsOf(rows);
  const analysis = of('绩效分析');
  const conclusion = of('结论');
  return {
    lines,
    rows,
    chapters,
    year: yearOf(lines),
    names: unitNamesOf(lines, rows),
    statements: statementsOf([...of('收支')]),
    closing: closingOf(of('收支')),
    cuts: cutsOf(analysis),
    tree: treeOf(analysis),
    groups: projectGroupsOf(analysis),
    counts: projectCountsOf(analysis),
    forms: projectFormsOf(rows, unitOf, (row) => headRows.get(row)),
    indicators: indicatorsOf(rows),
    fund: fundOf(rows, unitOf),
    score: conclusion.flatMap((line) => numbersIn(line, new RegExp(`(?:综合|总体|自评|评价)?得分(?:为|是|:)?${n}(?<u>分)`)))[0]?.printed,
    grade: gradeOf(conclusion),
    problems: section(conclusion, /问题/),
    advice: section(conclusion, /建议/),
    staff: of('基本情况').flatMap((line) =>
      numbersIn(line, staffPattern).map(({ printed, match }) => ({ name: match.groups!.name!, count: printed })),
    ),
  };
}
