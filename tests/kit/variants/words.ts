import type { KitSheet } from '../forms/grid';
import { chance, mapCells, perSheet, type Random, type Variant } from './variant';

const changeWords =
  (change: (text: string, random: Random) => string) =>
  (sheet: KitSheet, random: Random): KitSheet =>
    mapCells(sheet, (value, row) => {
      // Heads and labels; a dash is no label, and the name of the unit is not ours to change.
      if (typeof value !== 'string' || value === '—' || /^\d+$/.test(value) || row < sheet.head[0]) return value;
      return change(value, random);
    });

const somewhere = (text: string, what: string, random: Random): string => {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 1));
  return text.slice(0, at) + what + text.slice(at);
};

const wide = (text: string): string => text.replace(/[()0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const narrow = (text: string): string => text.replace(/[（）：，．％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

const captionWords =
  (change: (text: string) => string) =>
  (sheet: KitSheet): KitSheet =>
    mapCells(sheet, (value, row) => (typeof value === 'string' && row < sheet.head[0] ? change(value) : value));

export const wordVariants: readonly Variant[] = [
  perSheet(
    'words: line breaks inside',
    changeWords((text, random) => (chance(random, 0.3) ? somewhere(text, '\n', random) : text)),
  ),
  perSheet(
    'words: spaces inside and around',
    changeWords((text, random) => (chance(random, 0.5) ? ` ${somewhere(text, '　', random)}  ` : text)),
  ),
  perSheet('words: full-width brackets and digits', changeWords(wide)),
  perSheet('words: half-width brackets and colons', changeWords(narrow)),
  perSheet(
    'words: straight quotes',
    changeWords((text) => text.replace(/[“”]/g, '"')),
  ),
  perSheet(
    'caption: spaces',
    captionWords((text) => text.replace('：', '： ').replace('年度', ' 年度')),
  ),
  perSheet(
    'caption: half-width colons',
    captionWords((text) => text.replace('：', ':')),
  ),
  perSheet(
    'caption: 单位：元, 部门：',
    captionWords((text) => text.replace('金额单位：', '单位：').replace('编制单位：', '部门：')),
  ),
  perSheet('caption: unit name in the next cell', (sheet) => {
    const row = sheet.head[0] - 1;
    const text = String(sheet.values[row]?.[0] ?? '');
    const [label, name] = text.split(/(?<=[：:])/);
    if (!name || sheet.values[row]![1] !== null) return sheet;
    return mapCells(sheet, (value, r, c) => (r === row && c === 0 ? label! : r === row && c === 1 ? name : value));
  }),
];
