import type { Figure } from './links/claim';
import { link } from './links/link';
import type { ProofDocument, TextSpan, ProofBlock } from './text/document';
import { placeIn } from './text/plain';

/** What a change of the wording must not touch. */
export type LockedKind = '数' | '年' | '方向';

export interface Locked {
  readonly kind: LockedKind;
  /** Equal for two prints of the same thing: 1,234.50万元 and 1234.5 万元. */
  readonly key: string;
  readonly text: string;
  readonly span: TextSpan;
}

/**
 * changed: something else stands at the same place; moved: the same stands elsewhere, which may be a swap; meaning: the
 * figure is the same, but the words make it state something else.
 */
export interface LockChange {
  readonly kind: 'changed' | 'removed' | 'added' | 'moved' | 'meaning';
  readonly before?: Locked;
  readonly after?: Locked;
}

export interface LockResult {
  /** Nothing that is locked changed. */
  readonly same: boolean;
  readonly counts: { readonly before: number; readonly after: number; readonly kept: number };
  readonly changes: readonly LockChange[];
}

const number = /-?\d[\d,]*(?:\.\d+)?/g;
const units = /^(?:亿元|万元|元|%|个百分点|人次|批次|台（套）|[\u4e00-\u9fff])/;
const years = /^(?:19|20)\d\d$/;
const up = ['增加', '增长', '上升', '提高', '上涨', '增多'];
const down = ['减少', '下降', '降低', '压减', '缩减', '回落', '压缩'];
const others: Readonly<Record<string, string>> = {
  大于: '>',
  高于: '>',
  多于: '>',
  超过: '>',
  小于: '<',
  低于: '<',
  少于: '<',
  等于: '=',
  持平: '=',
  基本持平: '≈',
  盈余: '盈',
  亏损: '亏',
  净增: '↑',
  净减: '↓',
  上年: '上年',
  去年: '上年',
  本年: '本年',
  不足: '不足',
  约: '约',
};
const words = new RegExp([...up, ...down, ...Object.keys(others)].sort((a, b) => b.length - a.length).join('|'), 'g');
const keyOf = (word: string): string => (up.includes(word) ? '↑' : down.includes(word) ? '↓' : others[word]!);

/** Every figure with its unit, every year and every word of direction, in the order of the text. */
function lockedOf({ blocks }: ProofDocument): readonly (readonly Locked[])[] {
  return blocks.map((block) => lockedIn(block));
}

function lockedIn(block: ProofBlock): readonly Locked[] {
  const { text } = block.plain;
  const found: (Locked & { readonly at: number })[] = [];
  const add = (kind: LockedKind, key: string, at: number, end: number): void => {
    const span = { paragraph: block.index, ...placeIn(block.plain, at, end) };
    found.push({ kind, key, at, span, text: block.text.slice(span.start, span.end) });
  };
  for (const { index, 0: digits } of text.matchAll(number)) {
    const bare = digits.replace(/,+$/, '');
    // A hyphen between two numbers is a range, not a sign.
    const signed = bare.startsWith('-') && /\d$/.test(text.slice(0, index)) ? bare.slice(1) : bare;
    const start = index + (bare.length - signed.length);
    const end = start + signed.length;
    const unit = units.exec(text.slice(end))?.[0] ?? '';
    const value = canonical(signed);
    if (years.test(signed) && unit === '年') add('年', value, start, end);
    else add('数', `${value}${unit}`, start, end + unit.length);
  }
  for (const { index, 0: word } of text.matchAll(words)) add('方向', keyOf(word), index, index + word.length);
  return found.sort((a, b) => a.at - b.at).map(({ kind, key, text: printed, span }) => ({ kind, key, text: printed, span }));
}

/** 1,234.50 → 1234.5 */
function canonical(digits: string): string {
  const plain = digits.replace(/,/g, '');
  const short = plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain;
  return short.replace(/^(-?)0+(?=\d)/, '$1');
}

const keysOf = (tokens: readonly Locked[]): string => tokens.map(({ kind, key }) => `${kind}${key}`).join('|');

/**
 * 数字锁定: two versions of a text, before and after somebody polished it. Whole paragraphs may move if not a character of
 * them changed; everywhere else what is locked must stand in the same order.
 */
export function compareLocked(before: ProofDocument, after: ProofDocument): LockResult {
  const [old, now] = [lockedOf(before), lockedOf(after)];
  const aligned = withoutMovedParagraphs(before, after, old, now);
  const moved = differences(aligned.before.flat(), aligned.after.flat());
  const changes = moved.length > 0 ? moved : meanings(before, after);
  const total = (all: readonly (readonly Locked[])[]): number => all.reduce((sum, { length }) => sum + length, 0);
  const lost = changes.filter(({ before: one }) => one).length;
  return { same: changes.length === 0, counts: { before: total(old), after: total(now), kept: total(old) - lost }, changes };
}

/** 基本支出5万元 became 项目支出5万元: told where both are understood and the figures themselves are all the same. */
function meanings(before: ProofDocument, after: ProofDocument): readonly LockChange[] {
  // A paragraph of which not a character changed means what it meant, wherever it stands now.
  const rewritten = (document: ProofDocument, other: ProofDocument): readonly Figure[] => {
    const kept = new Set(other.blocks.map(({ plain }) => plain.text));
    return link(document).figures.filter(({ block }) => !kept.has(document.blocks[block]!.plain.text));
  };
  const [old, now] = [rewritten(before, after), rewritten(after, before)];
  if (old.length !== now.length) return [];
  return old.flatMap(({ claim, span, text }, i): readonly LockChange[] => {
    const other = now[i]!;
    if (!claim || !other.claim || (claim.measure.id === other.claim.measure.id && claim.kind === other.claim.kind)) return [];
    const one = { kind: '数' as const, key: claim.measure.id, text: `${claim.measure.name}${text}`, span };
    return [
      {
        kind: 'meaning',
        before: one,
        after: { ...one, key: other.claim.measure.id, text: `${other.claim.measure.name}${other.text}`, span: other.span },
      },
    ];
  });
}

/** Paragraphs that only changed places are no matter of the comparison. */
function withoutMovedParagraphs(
  before: ProofDocument,
  after: ProofDocument,
  old: readonly (readonly Locked[])[],
  now: readonly (readonly Locked[])[],
): { readonly before: readonly (readonly Locked[])[]; readonly after: readonly (readonly Locked[])[] } {
  if (keysOf(old.flat()) === keysOf(now.flat())) return { before: [], after: [] };
  const free = new Map<string, number[]>();
  after.blocks.forEach(({ plain }, i) => free.set(plain.text, [...(free.get(plain.text) ?? []), i]));
  const taken = new Set<number>();
  const left = before.blocks.flatMap(({ plain }, i): readonly (readonly Locked[])[] => {
    const same = free.get(plain.text)?.shift();
    if (same === undefined) return [old[i]!];
    taken.add(same);
    return [];
  });
  return { before: left, after: now.filter((_, i) => !taken.has(i)) };
}

/** The shortest list of differences between two sequences. */
function differences(a: readonly Locked[], b: readonly Locked[]): readonly LockChange[] {
  let start = 0;
  const same = (x: Locked | undefined, y: Locked | undefined): boolean =>
    x !== undefined && y !== undefined && x.kind === y.kind && x.key === y.key;
  while (same(a[start], b[start])) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && same(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const width = right.length + 1;
  const longest = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      longest[i * width + j] = same(left[i], right[j])
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const changes: LockChange[] = [];
  let gone: Locked[] = [];
  let come: Locked[] = [];
  const flush = (): void => {
    for (let k = 0; k < Math.max(gone.length, come.length); k++) {
      const [before, after] = [gone[k], come[k]];
      changes.push(
        before && after ? { kind: 'changed', before, after } : before ? { kind: 'removed', before } : { kind: 'added', after: after! },
      );
    }
    [gone, come] = [[], []];
  };
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    if (same(left[i], right[j])) {
      flush();
      i++;
      j++;
    } else if (j >= right.length || (i < left.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!))
      gone.push(left[i++]!);
    else come.push(right[j++]!);
  }
  flush();
  return moves(changes);
}

/** What went here and came there is one thing that moved: a swap of two figures looks like this. */
function moves(changes: readonly LockChange[]): readonly LockChange[] {
  const result: LockChange[] = [];
  const used = new Set<LockChange>();
  for (const change of changes) {
    if (used.has(change)) continue;
    const other =
      change.kind === 'removed'
        ? changes.find(
            (one) =>
              one.kind === 'added' && !used.has(one) && one.after!.kind === change.before!.kind && one.after!.key === change.before!.key,
          )
        : undefined;
    if (other) used.add(other);
    result.push(other ? { kind: 'moved', before: change.before!, after: other.after! } : change);
  }
  return result.filter((change) => !used.has(change));
}
