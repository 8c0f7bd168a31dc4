import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/** What may be a workbook by its name; ours from an earlier run, and the locks of programs that have a file open, are none. */
const mayBe = (name: string): boolean =>
  /\.(xlsx|xls|xlsm|xlsb|ods|et)$/i.test(name) && !/^(~\$|\.)/.test(name) && !/-情况说明\.xlsx$/i.test(name);

const MOST_DEPTH = 8;

export const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The workbooks in these folders and below, sorted by path; files stand for themselves. `except` is a folder to pass over. */
export async function workbooksIn(paths: readonly string[], except?: string): Promise<readonly string[]> {
  const skipped = except === undefined ? undefined : resolve(except) + sep;
  const visit = async (path: string, depth: number): Promise<readonly string[]> => {
    if (skipped?.startsWith(resolve(path) + sep) && resolve(path) + sep === skipped) return [];
    const entries = await readdir(path, { withFileTypes: true });
    const all = await Promise.all(
      entries.map(async (entry): Promise<readonly string[]> => {
        const inner = join(path, entry.name);
        if (entry.isDirectory()) return entry.name.startsWith('.') || depth >= MOST_DEPTH ? [] : visit(inner, depth + 1);
        return entry.isFile() && mayBe(entry.name) ? [inner] : [];
      }),
    );
    return all.flat();
  };
  const found = await Promise.all(paths.map(async (path) => ((await isFolder(path)) ? visit(path, 0) : [path])));
  return [...new Set(found.flat())].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
