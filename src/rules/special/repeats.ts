import type { Table, TableRow } from '../../facts/fact-set';
import type { Fact } from '../../facts/traced';
import { cellWords } from '../../facts/cell-words';
import { cellNamed, exactly, say, stating, type Phrase } from '../../facts/phrase';
import type { SpecialRule } from '../rule';
import { house } from '../sources';
import { blocked, differs, passed, type SpecialInput } from './input';

const named = (fact: Fact): Phrase => say`${cellNamed(`财决04表 ${fact.at.a1}`, fact.at)}${stating(cellWords(fact), fact)}`;

/** Amounts below this, or in whole thousands, are often equal by plan. */
const isTelling = (fact: Fact): boolean => fact.value.gte(10000) && !fact.value.mod(1000).isZero();

/** The same amount to the fen in two years is more often a copied cell than a coincidence. */
export const repeatedYears: SpecialRule<SpecialInput> = {
  id: 'Z04-Y01',
  title: '项级支出与上年分毫不差',
  severity: 'info',
  source: house('财决04表各项 1栏与上年同一项比较'),
  words: '财决04表［各项·本年支出合计］ ≠ 上年同一项（一万元以上、非整千元）',
  example: '2080505 本年、上年都是 644,063.00 元：请核实是否沿用了上年数。',
  reads: ['Z04', '上年'],
  hint: '核实是否误用上年数字；确实相同的不必改。',
  check: ({ years }) => {
    const now = years.now.tables.get('Z04');
    const before = years.before?.tables.get('Z04');
    if (!now || !before) return [blocked('全部', now ? '缺上年工作簿' : '缺财决04表')];
    return now.rows
      .filter((row) => /^\d{7}$/.test(row.key))
      .flatMap((row) => {
        const a = now.at(row.key, '本年支出合计');
        const b = before.row(row.key) && before.at(row.key, '本年支出合计');
        if (a.state !== 'number' || b?.state !== 'number' || !isTelling(a.fact)) return [];
        if (!a.fact.value.equals(b.fact.value)) return [passed(row.key)];
        return [
          differs(
            row.key,
            say`${named(a.fact)}为 ${exactly(a.fact)}，与上年 ${cellNamed(b.fact.at.a1, b.fact.at)} 分毫不差。`,
            a.fact,
            b.fact,
            ['本年', '上年'],
          ),
        ];
      });
  },
};

/** Plain amounts in 元 that no other row has: nothing more need be known of them, and a large form has thousands. */
function singleAmounts(table: Table, rows: readonly TableRow[]): ReadonlyMap<string, number> {
  if (!table.plain || table.unit !== '元') return new Map();
  const owner = new Map<number, string | undefined>();
  for (const row of rows) {
    const value = table.plain(row, '本年支出合计');
    if (typeof value === 'number') owner.set(value, owner.has(value) ? undefined : row.key);
  }
  return new Map([...owner].flatMap(([value, key]) => (key === undefined ? [] : [[key, value] as const])));
}

/** Two 项 with the same telling amount. */
export const repeatedRows: SpecialRule<SpecialInput> = {
  id: 'Z04-H05',
  title: '两个项级科目的支出分毫不差',
  severity: 'info',
  source: house('财决04表各项 1栏互相比较'),
  words: '财决04表［各项·本年支出合计］两两不等（一万元以上、非整千元）',
  example: '2010301、2010302 都是 123,456.00 元：请核实是否重复填列。',
  reads: ['Z04'],
  hint: '核实是否把一个科目的数字填了两次；确实相同的不必改。',
  check: ({ years }) => {
    const table = years.now.tables.get('Z04');
    if (!table) return [blocked('全部', '缺财决04表')];
    const seen = new Map<string, Fact>();
    const rows = table.rows.filter((row) => /^\d{7}$/.test(row.key));
    const single = singleAmounts(table, rows);
    return rows.flatMap((row) => {
      const lone = single.get(row.key);
      if (lone !== undefined) return lone >= 10000 && lone % 1000 !== 0 ? [passed(row.key)] : [];
      const found = table.at(row.key, '本年支出合计');
      if (found.state !== 'number' || !isTelling(found.fact)) return [];
      const value = found.fact.value.toString();
      const first = seen.get(value);
      seen.set(value, first ?? found.fact);
      if (!first) return [passed(row.key)];
      return [
        differs(
          row.key,
          say`${named(found.fact)}与 ${cellNamed(first.at.a1, first.at)}${stating(cellWords(first), first)}都是 ${exactly(first)}。`,
          found.fact,
          first,
          ['一项', '另一项'],
        ),
      ];
    });
  },
};
