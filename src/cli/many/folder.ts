import { isBookName } from '../../kernel/book-names';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/** What may be a workbook by its name; ours from an earlier run, and the locks of programs that have a file open, are none. */
const mayBe = (name: string): boolean => isBookName(name) && !/^(~\$|\.)/.test(name) && !/-情况说明\.xlsx$/i.test(name);

const MOST_DEPTH = 8;

export const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** What may be a written text; what 校对 and 承上年 made of one is none. */
const mayBeText = (name: string): boolean =>
  /\.(docx|txt)$/i.test(name) && !/^(~\$|\.)/.test(name) && !/(-校对|-承上年)\.\w+$|^校对汇总\.txt$/.test(name);

/** The workbooks in these folders and below, sorted by path; files stand for themselves. `except` is a folder to pass over. */
export const workbooksIn = (paths: readonly string[], except?: string): Promise<readonly string[]> => filesIn(paths, mayBe, except);

/** The texts, in the same way; of files that stand for themselves only those that are no workbooks. */
export const textsIn = async (paths: readonly string[], except?: string): Promise<readonly string[]> =>
  (await filesIn(paths, mayBeText, except)).filter((path) => !mayBe(path));

async function filesIn(paths: readonly string[], fits: (name: string) => boolean, except?: string): Promise<readonly string[]> {
  const skipped = except === undefined ? undefined : resolve(except) + sep;
  const visit = async (path: string, depth: number): Promise<readonly string[]> => {
    if (skipped?.startsWith(resolve(path) + sep) && resolve(path) + sep === skipped) return [];
    const entries = await readdir(path, { withFileTypes: true });
    const all = await Promise.all(
      entries.map(async (entry): Promise<readonly string[]> => {
        const inner = join(path, entry.name);
        if (entry.isDirectory()) return entry.name.startsWith('.') || depth >= MOST_DEPTH ? [] : visit(inner, depth + 1);
        return entry.isFile() && fits(entry.name) ? [inner] : [];
      }),
    );
    return all.flat();
  };
  const found = await Promise.all(paths.map(async (path) => ((await isFolder(path)) ? visit(path, 0) : [path])));
  return [...new Set(found.flat())].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
