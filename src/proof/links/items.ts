import type { FactSet } from '../../facts/fact-set';
import { functionalClasses, type FunctionalClass } from '../../layouts/codes/functional';
import { plainOf } from '../text/plain';
import { codeRow, type FunctionalCode, type Key } from '../../layouts/keys';
import type { Measure, Naming } from './measure';
import type { Topic } from './topics';

type ItemFundName = '一般公共' | '政府性基金' | '国有资本';
export type Level = '类' | '款' | '项';
export interface PathPart {
  readonly level: Level;
  readonly name: string;
}

/** Names compare without numbering and brackets; a 类 also without its 支出. */
export const bareName = (name: string, level?: Level): string => {
  const plain = plainOf(name)
    .text.replace(/^(?:其中：|[一二三四五六七八九十]+、|\d+[.、])/, '')
    .replace(/[（）]/g, '');
  return level === '类' ? plain.replace(/支出$/, '') : plain;
};

const bare = new WeakMap<PathPart, string>();
/** The bare name of a part, worked out once: lists of 项 are compared each with each. */
export function bareOf(part: PathPart): string {
  const known = bare.get(part) ?? bareName(part.name, part.level);
  bare.set(part, known);
  return known;
}

export const pathOf = (parts: readonly PathPart[]): string => parts.map(bareOf).join('/');

/** Where a 类, 款 or 项 of a fund stands, best form first. */
const places: Readonly<Record<ItemFundName, (code: FunctionalCode) => readonly [Key, ...Key[]]>> = {
  一般公共: (code) => [`Z08.${code}.合计`, `Z07.${code}.本年支出·合计`],
  政府性基金: (code) => [`Z10.${code}.合计`, `Z09.${code}.本年支出·合计`],
  国有资本: (code) => [`Z12.${code}.合计`, `Z11.${code}.本年支出·合计`],
};

const fundOf = (topic: Topic): ItemFundName => (topic === 'fund' ? '政府性基金' : topic === 'capital' ? '国有资本' : '一般公共');

/** 科目 of a workbook by their names, to find the code that a line of text means. */
export interface CodeNames {
  /** Code of a path 类/款/项, or of an end of it that only one code has. */
  codeOf(parts: readonly PathPart[]): string | undefined;
  /** Printed name of a code. */
  nameOf(code: string): string | undefined;
  /** Every 项, in code order. */
  readonly items: readonly string[];
}

const naming = ['Z08', 'Z07', 'Z10', 'Z09', 'Z12', 'Z11', 'Z04', 'Z03'];

export function codeNames(facts: FactSet | undefined): CodeNames | undefined {
  if (!facts) return undefined;
  const names = new Map<string, string>();
  for (const [code, { name }] of Object.entries(functionalClasses)) names.set(code, name);
  for (const id of [...naming].reverse()) {
    for (const row of facts.tables.get(id)?.rows ?? []) if (/^\d{3}(\d\d){0,2}$/.test(row.key)) names.set(row.key, row.name);
  }
  const level = { 3: '类', 5: '款', 7: '项' } as const;
  const ends = new Map<string, Set<string>>();
  const add = (path: string, code: string): void => void (ends.get(path) ?? ends.set(path, new Set()).get(path)!).add(code);
  for (const code of names.keys()) {
    const parts = [3, 5, 7].filter((n) => n <= code.length).map((n) => ({ level: level[n as 3], name: names.get(code.slice(0, n)) ?? '' }));
    for (let i = 0; i < parts.length; i++) add(`${parts[parts.length - 1]!.level}:${pathOf(parts.slice(i))}`, code);
  }
  const one = (path: string): string | undefined => {
    const found = ends.get(path);
    return found?.size === 1 ? [...found][0] : undefined;
  };
  return {
    codeOf(parts) {
      const last = parts[parts.length - 1];
      if (!last) return undefined;
      for (let i = 0; i < parts.length; i++) {
        const code = one(`${last.level}:${pathOf(parts.slice(i))}`);
        if (code !== undefined) return code;
      }
      return undefined;
    },
    nameOf: (code) => names.get(code),
    items: [...names.keys()].filter((code) => code.length === 7).sort(),
  };
}

/** The measure of a line 类（款、项）. Without a code it is known by its words alone. */
export function itemMeasure(parts: readonly PathPart[], topic: Topic, names: CodeNames | undefined, printed?: string): Measure {
  const fund = fundOf(topic);
  const path = pathOf(parts);
  const code = printed ?? names?.codeOf(parts) ?? (parts.length === 1 && parts[0]!.level === '类' ? classCode(parts[0]!.name) : undefined);
  const name = parts[parts.length - 1]!.name;
  if (code === undefined) return { id: `文字.${fund}.${path}`, name, unit: '元', keys: [], item: { fund, path } };
  return { ...codeMeasure(code, fund, name), item: { code, fund, path } };
}

const classCode = (name: string): string | undefined =>
  Object.entries(functionalClasses).find(([, known]) => {
    const all = [known.name, ...((known as { formerly?: readonly string[] }).formerly ?? [])];
    return all.some((one) => bareName(one, '类') === bareName(name, '类'));
  })?.[0];

function codeMeasure(code: string, fund: ItemFundName, name: string): Measure {
  const rows = places[fund](codeRow(code));
  if (code.length > 3) return { id: rows[0], name, unit: '元', keys: rows };
  // Key by key the union of all rows and columns would be too large for the compiler.
  const keys: readonly string[] = [`Z01_1.${code}.决算数·${fund}`, ...rows];
  return { id: keys[0]!, name, unit: '元', keys: keys as readonly Key[], budget: { table: 'Z01_1', row: code as FunctionalClass, fund } };
}

/** The 类 by every name that a form has printed for them; in the 绩效自评 those of all funds together. */
export const classNamings = (topic: Topic): readonly Naming[] =>
  (Object.keys(functionalClasses) as FunctionalClass[]).map((code) => {
    const { name, formerly } = functionalClasses[code] as { name: string; formerly?: readonly string[] };
    const words = [name, ...(formerly ?? [])].flatMap((one) => [one, `${one}（类）`, `${one.replace(/支出$/, '')}（类）`]);
    // 广西 breaks down 总支出, of all money.
    if (topic === 'annex.money' || topic === 'total' || topic === 'spending')
      return { measure: { id: `Z01.${code}.决算数`, name, unit: '元', keys: [`Z01.${code}.决算数` as Key] }, words };
    const fund = fundOf(topic);
    return { measure: { ...codeMeasure(code, fund, name), item: { code, fund, path: bareName(name, '类') } }, words };
  });

const path = /(?:^|[。；：，])(?:其中：)?((?:[^。；：，]{1,40}?（类）)?(?:[^。；：，]{1,60}?（款）)?(?:[^。；：，]{1,60}?（项）)?)/g;

interface PathFound {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly PathPart[];
  /** As printed in front of the name. */
  readonly code?: string;
}

const coded = /(?:^|[。；：，）])(?:其中：)?((\d{7})([^\d，。；：（）]{2,40}))(?=\d)/g;

/** 一般公共服务支出（201）人大事务（01）行政运行（01） (陕西); …（210类）…（11款）…（01项） (上海) */
const numbered =
  /(?:^|[。；：，])(?:其中：)?(([^。；：，（）]{1,40})（(\d{3})类?）([^。；：，（）]{1,60})（(\d\d)款?）([^。；：，（）]{1,60})（(\d\d)项?）)/g;

/** Every 类（款、项） that a plain text names, from `from` on. */
export function pathsIn(text: string, from: number): readonly PathFound[] {
  const found: PathFound[] = [];
  for (const match of text.slice(from).matchAll(path)) {
    const words = match[1]!;
    if (words === '') continue;
    const start = from + match.index + match[0].length - words.length;
    const parts = [...words.matchAll(/(.*?)（(类|款|项)）/g)].map((part): PathPart => ({ level: part[2] as Level, name: part[1]! }));
    found.push({ start, end: start + words.length, parts });
  }
  // 2010301行政运行440.67万元 (福建)
  for (const match of text.slice(from).matchAll(coded)) {
    const [all, words, code, name] = match as unknown as [string, string, string, string];
    const end = from + match.index + all.length;
    found.push({ start: end - words.length, end, parts: [{ level: '项', name: name.replace(/(?:支出)?决算数?为?$/, '') }], code });
  }
  for (const match of text.slice(from).matchAll(numbered)) {
    const [all, words, first, a, second, b, third, c] = match as unknown as string[];
    const end = from + match.index + all!.length;
    const parts: readonly PathPart[] = [
      { level: '类', name: first! },
      { level: '款', name: second! },
      { level: '项', name: third! },
    ];
    found.push({ start: end - words!.length, end, parts, code: `${a}${b}${c}` });
  }
  return found;
}
