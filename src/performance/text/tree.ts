import type { Line } from './lines';
import { N, numbersIn, printedAt, type Printed } from './printed';

/** 一、部门（单位）基本情况 and what stands below it. */
export interface Chapter {
  readonly kind: '基本情况' | '收支' | '绩效分析' | '结论' | '其他';
  readonly title: string;
  readonly lines: readonly Line[];
}

/** A scored piece of the report: a part （一）, a group 1., an item （1）. */
export interface ScoreNode {
  readonly level: 1 | 2 | 3;
  readonly name: string;
  readonly points?: Printed;
  readonly score?: Printed;
  /** The head and what belongs to no child. */
  readonly body: readonly Line[];
  readonly children: readonly ScoreNode[];
}

const chapterHead = /^[一二三四五六七八九十]+、(.+)/;
const kindOf = (title: string): Chapter['kind'] => {
  if (/结论|建议/.test(title)) return '结论';
  if (/绩效/.test(title)) return '绩效分析';
  if (/收支/.test(title)) return '收支';
  return /概况|基本情况/.test(title) ? '基本情况' : '其他';
};

export function chaptersOf(lines: readonly Line[]): readonly Chapter[] {
  const chapters: { kind: Chapter['kind']; title: string; lines: Line[] }[] = [];
  for (const line of lines) {
    const title = chapterHead.exec(line.text)?.[1];
    if (title !== undefined && title.length <= 40) chapters.push({ kind: kindOf(title), title, lines: [] });
    else chapters[chapters.length - 1]?.lines.push(line);
  }
  return chapters;
}

const heads = [/^\([一二三四五六七八九十]+\)([^。;:(]{2,24})/, /^\d+[.、](?!\d)([^。;:(]{2,24})/, /^\(\d+\)([^。;:(]{2,24})/] as const;
const levelOf = (text: string): 1 | 2 | 3 | undefined => {
  const found = heads.findIndex((head) => head.test(text));
  return found < 0 ? undefined : ((found + 1) as 1 | 2 | 3);
};

/** （15分，得分15分） 总分65分，得分65分 （满分6分） */
const pointsAndScore = new RegExp(`(?:共|总分|满分|分值|\\()${N}分(?:,(?:自评)?得分?[:为]?${N}分)?`);
const scoreInText = new RegExp(`(?<!未)(?:得分?|计)[:为]?(?<n>${N.slice(1, -1)})(?<u>分)(?!钟|比)`);

interface Open {
  level: 1 | 2 | 3;
  name: string;
  body: Line[];
  children: Open[];
}

function printedOf({ body }: Open): Pick<ScoreNode, 'points' | 'score'> {
  // The sentence may stand under its head instead of in it.
  const head = body.slice(0, 2).find(({ text }) => pointsAndScore.test(text));
  const found = head && pointsAndScore.exec(head.text);
  const at = (digits: string | undefined, offset: (text: string) => number): Printed | undefined =>
    head && found && digits !== undefined ? printedAt(head, found.index + offset(`${digits}分`), digits, '分') : undefined;
  const points = at(found?.[1], (text) => found![0].indexOf(text));
  const said = body.flatMap((line) => numbersIn(line, scoreInText).map(({ printed }) => printed));
  return { points, score: at(found?.[2], (text) => found![0].lastIndexOf(text)) ?? said[said.length - 1] };
}

const closed = (open: Open): ScoreNode => ({
  level: open.level,
  name: open.name,
  ...printedOf(open),
  body: open.body,
  children: open.children.map(closed),
});

/** The scored tree of 三、部门预算绩效分析. Lines without a number belong to what stands above them. */
export function treeOf(lines: readonly Line[]): readonly ScoreNode[] {
  const roots: Open[] = [];
  const path: Open[] = [];
  for (const line of lines) {
    const level = levelOf(line.text);
    if (level === undefined) {
      path[path.length - 1]?.body.push(line);
      continue;
    }
    const name = heads[level - 1]!.exec(line.text)![1]!.replace(/,.*$/, '');
    const open: Open = { level, name, body: [line], children: [] };
    while (path.length > 0 && path[path.length - 1]!.level >= level) path.pop();
    (path[path.length - 1]?.children ?? roots).push(open);
    path.push(open);
  }
  return roots.map(closed);
}

/** Every node, parents before their children. */
export const everyNode = (nodes: readonly ScoreNode[]): readonly ScoreNode[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.children)]);
