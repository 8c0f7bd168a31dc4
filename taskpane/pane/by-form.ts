import type { CauseGroup, TableStatus } from '../../src/facts/outcome';
import { formOf } from '../ui/words';

/** The form in which a cause is to be put right: that of its most likely cell. */
export const formOfGroup = ({ cells: [first] }: Pick<CauseGroup, 'cells'>, tables: readonly TableStatus[]): string =>
  first ? `${first.book.role === '上年' ? '上年 ' : ''}${formOf(first, tables)}` : '工作簿';

/** How many causes stand in each form, in the order in which the forms come first. */
export function formsOfGroups(groups: readonly CauseGroup[], tables: readonly TableStatus[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const form = formOfGroup(group, tables);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return counts;
}
