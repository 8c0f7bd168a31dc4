import { plainText } from '../kernel/plain';
import { remembered } from '../kernel/remembered';
import type { Scalar } from '../kernel/workbook';

/** Text of a cell as it stands; '' for a blank. */
export const scalarText = (value: Scalar | undefined): string => (value === null || value === undefined ? '' : String(value));
export const isBlank = (value: Scalar | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && !/\S/.test(value));

/** A printed word as it is compared. */
export const bare = (text: string): string => (plainDigits.test(text) ? text : plainText(text));

const plainDigits = /^\d*$/;
const ordinal = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\d+[.、](?!\d)|\(\d+\)|[①-⑳]|其中[::]?|加[::]|减[::])/;
const counter = /\((?:辆|个|人|台|套|次|批|台[,、/]套|台\(套\)|批次|人次|元|万元)\)$/;

/** A bare word without ordinal, 其中： and counting unit: `（一）车辆数合计（辆）` → `车辆数合计`. */
export const label = remembered((text) => {
  let word = bare(text);
  for (let next = word.replace(ordinal, ''); next !== word; next = word.replace(ordinal, '')) word = next;
  return word.replace(counter, '');
});

/** Printed name for people: ends, ordinals and 其中 gone, spaces between Chinese characters closed. */
export const printedName = (text: string): string => {
  const name = text.trim();
  return /\s|^其中/.test(name) ? closed(name) : name;
};

const closed = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, '')
    .replace(/(?<=[^\x20-\x7e\s])\s+|\s+(?=[^\x20-\x7e\s])/g, '')
    .replace(/^其中[：:]/, '');

const known = new Map<string, readonly string[]>();
/** Alternatives `a|b`, each as a label. */
export function alternatives(words: string): readonly string[] {
  let list = known.get(words);
  if (!list) known.set(words, (list = words.split('|').map((word) => label(word))));
  return list;
}

const knownPaths = new Map<string, readonly (readonly string[])[]>();
/** `a|b > c` as levels of alternatives. */
export function levels(path: string): readonly (readonly string[])[] {
  let list = knownPaths.get(path);
  if (!list) knownPaths.set(path, (list = path.split(' > ').map(alternatives)));
  return list;
}

/** A column head as a label: 2024年决算数 is 决算数. */
export const headLabel = (text: string): string => label(text).replace(/^20\d{2}年度?(?=.)/, '');
