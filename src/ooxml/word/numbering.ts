import { at, attributeOf, childOf, type Node, type Tree } from '../tree';
import { numberWords } from './number-words';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly digitsOnly: boolean;
  /** Id of the style that stands for this level. */
  readonly style: string | undefined;
}

interface List {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/** Counts the lists of a document: to be asked once for each numbered paragraph, in reading order. */
export interface Numbering {
  /** What Word prints in front of the next paragraph of that list. `style` finds the level where the paragraph names none. */
  next(numId: string, level: number | undefined, style: string | undefined): string | undefined;
}

export function readNumbering(tree: Tree | undefined): Numbering {
  const levels = new Map<string, readonly (Level | undefined)[]>();
  const lists = new Map<string, List>();
  if (tree) {
    for (const node of tree.root.children) {
      if (node.name === 'abstractNum') levels.set(attributeOf(tree.xml, node, 'abstractNumId') ?? '', levelsOf(tree.xml, node));
      if (node.name === 'num') lists.set(attributeOf(tree.xml, node, 'numId') ?? '', listOf(tree.xml, node));
    }
  }
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return {
    next(numId, asked, style) {
      const list = lists.get(numId);
      const all = list && levels.get(list.abstract);
      if (!all) return undefined;
      const byStyle = style === undefined ? -1 : all.findIndex((level) => level?.style === style);
      const level = asked ?? Math.max(0, byStyle);
      const own = all[level];
      if (!own) return undefined;
      const counts = counters.get(list.abstract) ?? new Array<number | undefined>(LEVELS).fill(undefined);
      counters.set(list.abstract, counts);
      const first = `${numId} ${level}`;
      const restart = list.starts.get(level);
      if (restart !== undefined && !begun.has(first)) counts[level] = restart;
      else counts[level] = (counts[level] ?? own.start - 1) + 1;
      begun.add(first);
      counts.fill(undefined, level + 1);
      if (own.format === 'bullet') return '•';
      return own.text.replace(/%([1-9])/g, (_, n: string) => {
        const i = Number(n) - 1;
        const of = all[i];
        return numberWords(counts[i] ?? of?.start ?? 1, own.digitsOnly ? 'decimal' : (of?.format ?? 'decimal'));
      });
    },
  };
}

/** A count that a file claims; nonsense counts from 1. */
const numberOf = (text = '1'): number => (/^\d{1,9}$/.test(text) ? Number(text) : 1);

const val = (xml: string, node: Node | undefined): string | undefined => node && attributeOf(xml, node, 'val');

function levelsOf(xml: string, abstract: Node): readonly (Level | undefined)[] {
  const all = new Array<Level | undefined>(LEVELS).fill(undefined);
  for (const node of abstract.children.filter(({ name }) => name === 'lvl')) {
    const n = Number(attributeOf(xml, node, 'ilvl'));
    if (!(n >= 0 && n < LEVELS)) continue;
    all[n] = {
      format: val(xml, childOf(node, 'numFmt')) ?? 'decimal',
      text: val(xml, childOf(node, 'lvlText')) ?? '',
      start: numberOf(val(xml, childOf(node, 'start'))),
      digitsOnly: childOf(node, 'isLgl') !== undefined,
      style: val(xml, childOf(node, 'pStyle')),
    };
  }
  return all;
}

function listOf(xml: string, num: Node): List {
  const starts = new Map<number, number>();
  for (const node of num.children.filter(({ name }) => name === 'lvlOverride')) {
    const start = val(xml, at(node, 'startOverride'));
    if (start !== undefined) starts.set(Number(attributeOf(xml, node, 'ilvl')), numberOf(start));
  }
  return { abstract: val(xml, childOf(num, 'abstractNumId')) ?? '', starts };
}
