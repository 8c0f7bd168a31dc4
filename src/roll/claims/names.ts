import { cellsOf, type Traced } from '../../facts/traced';
import type { FactSet } from '../../facts/fact-set';
import type { Inline } from '../../narrative/document';
import { spentOn } from '../../narrative/sections/s06-basic';
import { plainOf, placeIn } from '../../proof/text/plain';
import type { RollLine, RollContext } from './line';

type Kind = '人员经费' | '公用经费';

/** 人员经费…主要包括：基本工资、津贴补贴…等: the 款 that have an amount this year, in the order and words of the text. */
export function rollNames(line: RollLine, context: RollContext): void {
  if (line.topic !== 'basic') return;
  const { plain } = line.block;
  for (const match of plain.text.matchAll(/(人员经费|公用经费)[^。]*?主要包括：([^。；]*?)(等?)(?=[。；]|$)/g)) {
    const kind = match[1] as Kind;
    const start = match.index + match[0].length - match[2]!.length - match[3]!.length;
    rollList(line, kind, match[2]!, start, context);
  }
}

interface Spent {
  readonly name: string;
  readonly cells: ReturnType<typeof cellsOf>;
}

function rollList(line: RollLine, kind: Kind, list: string, start: number, { years }: RollContext): void {
  const [before, now] = [spentIn(years.last.input.years.now, kind), spentIn(years.now.input.years.now, kind)];
  if (!before || !now) return;
  const has = (all: readonly Spent[], name: string): boolean => all.some((one) => same(one.name, name));
  const names = list.split('、');
  const stays = names.filter((name) => !has(before, name) || has(now, name));
  const fresh = now.filter(({ name }) => !has(before, name) && !names.some((there) => same(there, name)));
  if (stays.length === names.length && fresh.length === 0) return;
  const to = [...stays, ...fresh.map(({ name }) => name)].join('、');
  if (to === '') return;
  const at = placeIn(line.block.plain, start, start + list.length);
  line.edits.add({ ...at, to, cells: fresh.flatMap(({ cells }) => cells) });
  if (fresh.length > 0) {
    line.open.push({ ...at, kind: 'list', why: `${kind}新增了${fresh.map(({ name }) => name).join('、')}，已补在后面，请核对。` });
  }
}

const same = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (name: string): string => plainOf(name).text.replace(/[（）]|支出$/g, '');

function spentIn(facts: FactSet, kind: Kind): readonly Spent[] | undefined {
  const table = facts.tables.get('Z08_1');
  return table && spentOn(table, kind).flatMap((inline) => named(inline));
}

const named = (inline: Inline): readonly Spent[] =>
  inline.kind === 'words' ? [{ name: inline.text, cells: (inline.rests ?? []).flatMap((one: Traced) => cellsOf(one)) }] : [];
