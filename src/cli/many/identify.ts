import type { Identity, Left } from '../../app/pair';
import { likelyPairs } from './likely';
import { lostWords, type Crew, type Limits } from './pool';
import type { FolderProgress } from './progress';
import type { Identified, Task } from './tasks';

export interface AllIdentified {
  /** In the order of the paths, as `left` is. */
  readonly found: readonly Identity[];
  readonly left: readonly Left[];
  /** Hash of each file by its path. */
  readonly content: ReadonlyMap<string, string>;
  /** What was checked on the way, by this year's file. */
  readonly checked: ReadonlyMap<string, NonNullable<Identified['checked']>>;
}

type IdentifyTask = Extract<Task, { kind: 'identify' }>;

/** Whose each workbook is and of which year; what cannot be read takes no part. With `check` likely pairs are checked at once. */
export async function identifyAll(
  paths: readonly string[],
  crew: Crew,
  limits: Limits,
  progress: FolderProgress,
  check?: { readonly profile: string; readonly json: boolean },
): Promise<AllIdentified> {
  const groups = check ? likelyPairs(paths) : paths.map((path) => [path]);
  // Where no names hint at two years, this year's files stand alone.
  const alone = groups.every((group) => group.length === 1);
  const step = check ? '核对' : '识别工作簿';
  const found = new Map<string, Identity>();
  const left = new Map<string, Left>();
  const checked = new Map<string, NonNullable<Identified['checked']>>();
  let done = 0;
  const round = async (tasks: readonly IdentifyTask[]): Promise<readonly IdentifyTask[]> => {
    const again: IdentifyTask[] = [];
    await crew.run(tasks, (i, result) => {
      const task = tasks[i]!;
      if ('answer' in result) {
        for (const one of result.answer.found) found.set(one.path, one);
        for (const one of result.answer.left) left.set(one.path, one);
        if (result.answer.checked) checked.set(result.answer.checked.now, result.answer.checked);
        // Which of several is to blame shows when each is opened alone, and nothing but opened.
      } else if (task.paths.length > 1 || task.check)
        again.push(...task.paths.map((path): IdentifyTask => ({ kind: 'identify', paths: [path] })));
      else left.set(task.paths[0]!, { path: task.paths[0]!, why: lostWords(result, limits) });
      if ('answer' in result) done += task.paths.length;
      progress.show(step, done, paths.length);
    });
    return again;
  };
  progress.show(step, 0, paths.length);
  const again = await round(
    groups.map((group): IdentifyTask => ({ kind: 'identify', paths: group, ...(check ? { check: { ...check, alone } } : {}) })),
  );
  await round(again);
  const ordered = <T>(by: ReadonlyMap<string, T>): readonly T[] => paths.flatMap((path) => by.get(path) ?? []);
  return {
    found: ordered(found),
    left: ordered(left),
    content: new Map([...found.values()].map(({ path, content }) => [path, content])),
    checked,
  };
}
