import { randomOf } from '../measure/slips';
import type { Base } from './base';
import { judgeCase, type Judged } from './judge';
import { kinds } from './kinds';
import { pastedKinds } from './pasted';
import { rowKinds, rowsOf, spoilRow, type Alone, type Deed, type Level } from './rows';
import { pick, type Kind } from './spoiled';

/** How one kind of mistake fared. */
export interface Tally {
  readonly name: string;
  cases: number;
  found: number;
  first: number;
  /** The first group names the pattern, or the row with its form. */
  named: number;
  /** Kinds of which a name is asked. */
  readonly asked: boolean;
  /** One group and no more. */
  one: number;
  groups: number;
  unended: number;
  readonly misses: string[];
}

const emptyTally = (name: string, asked: boolean): Tally => ({
  name,
  asked,
  cases: 0,
  found: 0,
  first: 0,
  named: 0,
  one: 0,
  groups: 0,
  unended: 0,
  misses: [],
});

function count(tally: Tally, judged: Judged, where: string): void {
  tally.cases += 1;
  if (judged.found) tally.found += 1;
  if (judged.first) tally.first += 1;
  if (judged.named) tally.named += 1;
  if (judged.groups === 1) tally.one += 1;
  if (!judged.ended) tally.unended += 1;
  tally.groups += judged.groups;
  if (!judged.found || (tally.asked ? !judged.named : !judged.first))
    tally.misses.push(`${where}：${judged.found ? '' : '没有找到；'}${judged.says}`);
}

/** Random places of one kind in all bases, the same for the same seed. */
async function runKind(kind: Kind, bases: readonly Base[], tries: number, seed: number): Promise<Tally> {
  const asked = kind.says !== undefined || rowKinds.includes(kind);
  const tally = emptyTally(kind.name, asked);
  const random = randomOf(seed + [...kind.name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  for (let attempt = 0; tally.cases < tries && attempt < tries * 20 + 100; attempt += 1) {
    const base = pick(bases, random);
    const spoiled = kind.spoil(base, random);
    if (!spoiled) continue;
    const where = spoiled.row
      ? `${base.name} ${spoiled.row.form} ${spoiled.row.code}`
      : `${base.name} ${[...spoiled.cells].slice(0, 3).join(' ')}`;
    count(tally, await judgeCase(base, spoiled, kind), where);
  }
  return tally;
}

export async function runKinds(
  bases: readonly Base[],
  tries: number,
  seed: number,
  only = '',
  told?: (t: Tally) => void,
): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const kind of [...kinds, ...pastedKinds]) {
    if (!kind.name.includes(only)) continue;
    const tally = await runKind(kind, bases, tries, seed);
    told?.(tally);
    tallies.push(tally);
  }
  return tallies;
}

const deeds: readonly Deed[] = ['deleted', 'doubled', 'recoded'];
const words = { deleted: '删去', doubled: '重复', recoded: '编码写错', only: '唯一', several: '几个之一' } as const;

/** Rows of every form × level × (only child, one of several) × deed: all of them, or the first few of each in each base. */
export async function runRows(bases: readonly Base[], most: number, seed: number, told?: (t: Tally) => void): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  for (const deed of deeds) {
    for (const level of ['类', '款', '项'] satisfies readonly Level[]) {
      for (const alone of ['only', 'several'] satisfies readonly Alone[]) {
        const tally = emptyTally(`${words[deed]}·${level}·${words[alone]}`, true);
        const random = randomOf(seed);
        for (const base of bases) {
          for (const form of base.forms) {
            const codes = [...rowsOf(form, level, alone)];
            while (codes.length > most) codes.splice(Math.floor(random() * codes.length), 1);
            for (const code of codes) {
              const spoiled = spoilRow(base, form, code, deed, random);
              if (spoiled) count(tally, await judgeCase(base, spoiled), `${base.name} ${form.form} ${code}`);
            }
          }
        }
        told?.(tally);
        tallies.push(tally);
      }
    }
  }
  return tallies;
}
