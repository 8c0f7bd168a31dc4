import { proposedBudgets } from '../../src/app/budget-proposals';
import { readinessOf } from '../../src/app/readiness';
import type { Dossier } from '../../src/app/dossier';
import type { Progress } from '../../src/kernel/progress';
import type { Kept } from '../../src/narrative/document';
import { published } from '../../src/narrative/published';
import { needsOf } from './needs';

/** The same work for the same things is done once: the last answer is kept as long as the first of them lives. */
function keptFor<A extends object, B extends readonly unknown[], R>(work: (first: A, ...rest: B) => R): (first: A, ...rest: B) => R {
  const known = new WeakMap<A, { readonly rest: B; readonly answer: R }>();
  return (first, ...rest) => {
    const before = known.get(first);
    if (before && before.rest.every((one, i) => one === rest[i])) return before.answer;
    const answer = work(first, ...rest);
    known.set(first, { rest, answer });
    return answer;
  };
}

type Part<K extends keyof Dossier> = Dossier[K];

/** What the pane shows of a dossier. For thousands of 项 each takes longer than a frame. */
export const textShown = keptFor(published);
export const readinessShown = keptFor((text: ReturnType<typeof published>, checked: Part<'checked'>) => readinessOf({ checked }, text));
export const needsShown = keptFor((checked: Part<'checked'>, draft: Part<'draft'>, profile: Part<'profile'>) =>
  needsOf(draft, checked, checked.lastSupplements, profile),
);
export const proposalsShown = keptFor((checked: Part<'checked'>, profile: Part<'profile'>) => proposedBudgets(checked, profile));

/** Works it out before it is shown, with pauses: drawing then finds it ready. */
export async function makeReady({ checked, draft, profile }: Dossier, kept: Kept | undefined, progress: Progress): Promise<void> {
  const steps = [
    () => proposalsShown(checked, profile),
    () => needsShown(checked, draft, profile),
    () => textShown(draft, kept),
    () => readinessShown(textShown(draft, kept), checked),
  ];
  for (const [i, step] of steps.entries()) {
    await progress('整理待填的内容', i, steps.length);
    step();
  }
  await progress('整理待填的内容', steps.length, steps.length);
}
