import { basename, extname } from 'node:path';

/** Bytes that a name may have on every usual file system, less what is put behind it (-情况说明.xlsx and the like). */
const MOST_BYTES = 200;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The name of a file without folder and extension, such that it can name a folder inside another and files in it. */
export function stemOf(path: string): string {
  const name = basename(path);
  let stem = basename(name, extname(name));
  while (bytesOf(stem) > MOST_BYTES) stem = [...stem].slice(0, -1).join('');
  // `...xlsx` would lead out of the folder, and a name must not end in a dot or blank where Windows may read it.
  stem = stem.replace(/[. ]+$/, '');
  return stem === '' ? '工作簿' : stem;
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** One folder per workbook, named after it; names that some file system takes for the same get a number. */
export function folderNames(paths: readonly string[]): readonly string[] {
  const stems = paths.map(stemOf);
  const own = new Set(stems.map(folded));
  const taken = new Set<string>();
  return stems.map((stem) => {
    let name = stem;
    for (let n = 2; taken.has(folded(name)) || (name !== stem && own.has(folded(name))); n++) name = `${stem}-${n}`;
    taken.add(folded(name));
    return name;
  });
}
