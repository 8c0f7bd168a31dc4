import type { ItemUse } from '../../proof/links/claim';
import { codeNames, itemMeasure, type CodeNames, type PathPart } from '../../proof/links/items';
import type { Topic } from '../../proof/links/topics';
import { edit, Edits } from './edits';
import type { RollLine, RollContext } from './line';
import { reasonsOf } from './reasons';

/** A paragraph that is about one 项, or the sub-total of a 类 or 款. */
interface ItemLine {
  readonly line: RollLine;
  readonly use: ItemUse;
  readonly code: string;
}

/** A 项 that this year has and last year's text does not: where its paragraph goes, and the paragraph that is its pattern. */
interface NewItem {
  readonly code: string;
  readonly behind: ItemLine;
  /** A line like the pattern's, of the new 项, to be rolled like any other. */
  readonly line: RollLine;
}

interface ItemChanges {
  readonly gone: readonly RollLine[];
  readonly fresh: readonly NewItem[];
}

const topics: readonly Topic[] = ['budget.items', 'fund', 'capital'];

/** Which 项 of the text have no outturn this year, and which of this year's it does not have. */
export function itemChanges(lines: readonly RollLine[], uses: readonly ItemUse[], context: RollContext): ItemChanges {
  const now = context.years.now;
  const names = codeNames(now.input.years.now);
  const own = topics.flatMap((topic) => [itemLinesOf(lines, uses, topic)]);
  const gone = own.flat().filter(({ use, line }) => spent(context, use.measure) === false && line.figures.some(({ proved }) => proved));
  const fresh = own.flatMap((group) => (names && group.some(isItem) ? newItems(group.filter(isItem), names, context) : []));
  return { gone: gone.map(({ line }) => line), fresh };
}

const isItem = ({ code }: ItemLine): boolean => code.length === 7;

const spent = ({ years }: RollContext, measure: ItemUse['measure']): boolean | undefined => {
  const value = years.now.now(measure)?.value;
  return value && !value.isZero();
};

function itemLinesOf(lines: readonly RollLine[], uses: readonly ItemUse[], topic: Topic): readonly ItemLine[] {
  const byBlock = new Map<number, ItemUse[]>();
  for (const use of uses) byBlock.set(use.span.paragraph, [...(byBlock.get(use.span.paragraph) ?? []), use]);
  return lines.flatMap((line): ItemLine[] => {
    const own = line.topic === topic ? (byBlock.get(line.block.index) ?? []) : [];
    const [use] = own;
    const code = use?.measure.item?.code;
    return use && own.length === 1 && code !== undefined ? [{ line, use, code }] : [];
  });
}

function newItems(group: readonly ItemLine[], names: CodeNames, context: RollContext): readonly NewItem[] {
  const { topic } = group[0]!.line;
  const there = new Set(group.map(({ code }) => code));
  const found: NewItem[] = [];
  for (const code of names.items) {
    const parts = partsOf(code, names);
    if (there.has(code) || !parts) continue;
    const measure = itemMeasure(parts, topic, names);
    if (spent(context, measure) !== true) continue;
    const behind = [...group].reverse().find((line) => line.code < code) ?? group[0]!;
    const pattern = group.find((line) => line.code.slice(0, 3) === code.slice(0, 3)) ?? behind;
    found.push({ code, behind, line: likeness(pattern, measure, parts) });
  }
  return found;
}

const levels = [
  ['类', 3],
  ['款', 5],
  ['项', 7],
] as const;

function partsOf(code: string, names: CodeNames): readonly PathPart[] | undefined {
  const parts = levels.map(([level, length]) => ({ level, name: names.nameOf(code.slice(0, length)) ?? '' }));
  return parts.every(({ name }) => name !== '') ? parts : undefined;
}

/** The pattern's line as if it were about the new 项: its name in the same manner, its reasons asked for. */
function likeness({ line, use }: ItemLine, measure: ItemUse['measure'], parts: readonly PathPart[]): RollLine {
  const edits = new Edits();
  const like: RollLine = {
    ...line,
    edits,
    open: [],
    claims: line.claims.map((claim) => (claim.measure.id === use.measure.id ? { ...claim, measure } : claim)),
    figures: line.figures.map(({ figure, ...more }) => ({
      ...more,
      proved: true,
      figure: figure.claim?.measure.id === use.measure.id ? { ...figure, claim: { ...figure.claim, measure } } : figure,
    })),
  };
  edits.add(edit(use.span.start, use.span.end, pathLike(line.block.text.slice(use.span.start, use.span.end), use, parts)));
  for (const { start, end } of reasonsOf(line)) edits.add(edit(start, end, `【待补充：${measure.name}的主要原因】`));
  return like;
}

/** 一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）: the same levels and brackets, with the names of another 项. */
function pathLike(printed: string, use: ItemUse, parts: readonly PathPart[]): string {
  const bracket = (level: PathPart['level']): string => new RegExp(`[（(]${level}[）)]`).exec(printed)?.[0] ?? '';
  const lead = /^其中[：:]/.exec(printed)?.[0] ?? '';
  return `${lead}${use.parts
    .map(({ level, name: old }) => {
      const name = parts.find((part) => part.level === level)?.name ?? '';
      const bare = level === '类' && !/支出$/.test(old) ? name.replace(/支出$/, '') : name;
      return `${bare}${bracket(level)}`;
    })
    .join('')}`;
}
