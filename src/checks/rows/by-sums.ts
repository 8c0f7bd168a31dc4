import type { Fact } from '../../facts/traced';
import { exactly, printed, say } from '../../facts/phrase';
import { formName } from '../../layouts/keys';
import type { Failure } from '../failure';
import type { FenGrid, Grids } from '../grid';
import type { FailedSums } from './evidence';
import { codeName, factIn, fault, formsWords, labelOf, type RowFault } from './fault';
import { rowKinds } from './kinds';

const isBelow = (parent: string, code: string): boolean =>
  parent === '合计' ? code.length === 3 : code.length === parent.length + 2 && code.startsWith(parent);

const formsByCode = (grids: Grids): readonly FenGrid[] => grids.all().filter((grid) => grid.role === '本年' && grid.byCode);

/** Rows of other forms that stand directly below this one, but not in its own form. */
function lackingBelow(grid: FenGrid, parent: string, grids: Grids): readonly string[] {
  const codes = formsByCode(grids).flatMap((other) => other.table.rows.map(({ key }) => String(key)));
  return [...new Set(codes)].filter((code) => isBelow(parent, code) && !grid.rows.has(code) && grid.lists.has(code.length));
}

/** What other forms print for a 科目 in the same columns, where it is just what the sums lack. */
function witnesses(code: string, failed: readonly Failure[], grids: Grids): readonly (readonly [string, Fact])[] {
  return formsByCode(grids).flatMap((other): readonly (readonly [string, Fact])[] => {
    const facts = failed.flatMap(({ place, verdict }) => {
      const fact = factIn(other, code, place.column ?? '');
      return fact ? [{ fact, fits: fact.value.equals(verdict.difference) }] : [];
    });
    return facts.length > 0 && facts.every(({ fits }) => fits) ? [[other.table.id, facts[0]!.fact]] : [];
  });
}

/** A row of which no formula between forms speaks, as one with a balance only: its sums lack just what another form prints for it. */
export function missingBySums(hierarchy: FailedSums, explained: ReadonlySet<Failure>, grids: Grids): readonly RowFault[] {
  return [...hierarchy].flatMap(([key, list]): readonly RowFault[] => {
    const [form, parent] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
    const grid = grids.find(form)!;
    const failed = list.filter((failure) => !explained.has(failure));
    if (failed.length === 0) return [];
    const found = lackingBelow(grid, parent, grids)
      .map((code) => ({ code, seen: witnesses(code, failed, grids) }))
      .filter(({ seen }) => seen.length > 0);
    const [only] = found;
    if (!only || found.length > 1) return [];
    const [first] = only.seen;
    const words = printed(
      `${formName(form)}缺少科目 ${only.code}${codeName(only.code, grids)}，${formsWords(only.seen.map(([id]) => id))}有 `,
    );
    return [
      fault(
        rowKinds.missing,
        `${form}·${only.code}`,
        say`${words}${exactly(first![1])}。`,
        [labelOf(grid, parent), ...only.seen.map(([, fact]) => fact.at)],
        new Set(failed),
        [first![1].value.toString()],
      ),
    ];
  });
}
