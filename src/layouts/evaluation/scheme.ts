import type { Source } from '../../kernel/source';

/** How the score of an item follows from figures; without one a person gives it. */
export type Follows =
  /** points × Σ执行数 ÷ Σ预算数 of all projects */
  '项目执行率';

export interface SchemeNode {
  /** 2.1; the key of its score and its text in the input. */
  readonly id: string;
  readonly name: string;
  /** Other printings. */
  readonly also?: readonly string[];
  readonly points: number;
  readonly follows?: Follows;
  /** Figures that stand in front of the person's words. */
  readonly states?: '一般性支出';
  /** What a person is asked to write. */
  readonly asks?: string;
  /** Words by which a problem named in part four is about this item. */
  readonly about?: readonly string[];
  /** Numbered paragraphs 1.1, 1.2 … of the person's own, without points of their own. */
  readonly paragraphs?: number;
  readonly children?: readonly SchemeNode[];
}

/** An evaluation scheme of a place and a year: the tree of its items and their points. Data, never code. */
export interface Scheme {
  readonly id: string;
  readonly name: string;
  readonly source: Source;
  /** （一）部门预算总体绩效分析 … each with its groups. */
  readonly parts: readonly SchemePart[];
  /** From this score on: 优 90, 良 80, 中 60, 差 0. */
  readonly grades: readonly (readonly [word: string, from: number])[];
  /** 预算执行率 counts so many points in the form of a project, its indicators the rest. */
  readonly ratePoints: number;
  readonly indicatorPoints: number;
  /** 款 of 财决08 that count as 一般性支出. */
  readonly generalExpense: readonly string[];
}

export interface SchemePart {
  readonly id: string;
  readonly heading: string;
  /** What stands in it besides its items. */
  readonly kind: 'overall' | 'projects' | 'application';
  readonly groups: readonly SchemeNode[];
}

export const partPoints = ({ groups }: SchemePart): number => groups.reduce((sum, { points }) => sum + points, 0);
export const leavesOf = (node: SchemeNode): readonly SchemeNode[] => (node.children ? node.children.flatMap(leavesOf) : [node]);
export const nodesOf = (scheme: Scheme): readonly SchemeNode[] => {
  const walk = (node: SchemeNode): readonly SchemeNode[] => [node, ...(node.children ?? []).flatMap(walk)];
  return scheme.parts.flatMap(({ groups }) => groups.flatMap(walk));
};
