import { basename, dirname, extname } from 'node:path';

/**
 * Files whose names differ in nothing but the year are likely to be the years of one unit: a guess that saves opening them
 * twice, never more than that. Groups of one or two, in the order of the paths.
 */
export function likelyPairs(paths: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const name = basename(path, extname(path)).replace(/(?:19|20)\d\d(?:年度?)?|本年|上年|今年|去年/g, '');
    const key = name === '' ? dirname(path) : name;
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].flatMap((group) => (group.length <= 2 ? [group] : group.map((path) => [path])));
}
