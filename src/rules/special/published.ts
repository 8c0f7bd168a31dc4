import { cellWords } from '../../facts/cell-words';
import type { Reading, Table } from '../../facts/fact-set';
import { yuan } from '../../facts/money';
import { abs, minus } from '../../facts/arithmetic';
import { cellNamed, exactly, printed, say, stating, type Inline, type Phrase } from '../../facts/phrase';
import type { Fact, Traced } from '../../facts/traced';
import { formName } from '../../layouts/keys';
import type { SpecialOutcome, SpecialRule } from '../rule';
import { unverified } from '../sources';
import { differs, notApplicable, passed, type SpecialInput } from './input';

const inWan = (of: Traced, decimals = Math.max(2, of.value.div(10000).decimalPlaces())): Inline => ({
  kind: 'figure',
  text: `${yuan(of.value.div(10000), decimals)} 万元`,
  of,
  shown: { as: 'wan', decimals },
});
const shown = (fact: Fact): Inline => (fact.blank ? stating('空白', fact) : fact.scale === 10000 ? inWan(fact) : exactly(fact));

const factOf = (reading: Reading): Fact | undefined => (reading.state === 'number' ? reading.fact : undefined);

/** Columns of a published form that surely mean the same as those of its source: budgets are named differently from year to year. */
const isComparable = (table: Table, column: string): boolean => table.id !== 'F03' || column === '统计数';

function compare(table: Table, source: Table): readonly SpecialOutcome[] {
  const columns = table.columns.filter((column) => isComparable(table, column));
  return table.rows
    .filter((row) => !row.key.includes('#'))
    .flatMap((row) =>
      columns.flatMap((column): readonly SpecialOutcome[] => {
        const [mine, theirs] = [factOf(table.at(row.key, column)), factOf(source.at(row.key, column))];
        if (!mine || !theirs || (isBare(mine) && isBare(theirs))) return [];
        const place = `${table.sheet}·${row.key}·${column}`;
        const excess = mine.value.minus(theirs.value);
        const half = mine.half.plus(theirs.half);
        if (excess.abs().lte(half)) return [passed(place)];
        const where = theirs.noRow
          ? say`${stating(`${formName(source.id)}没有这一行`, theirs)}`
          : say`${cellNamed(`${formName(source.id)} ${theirs.at.a1}`, theirs.at)} 为${gap(theirs)}`;
        const size = abs(minus(mine, theirs));
        const by = say`${printed(excess.isNegative() ? '少' : '多')} ${mine.scale === 10000 ? inWan(size, 2) : exactly(size)}`;
        // A published total may be made to fit its rounded parts by the last digit.
        const tail = half.gt(0) && excess.abs().lte(half.times(3)) ? '，可能是凑整调整的尾差' : '';
        const own = say`${printed(`公开表“${table.sheet}”`)}${cellNamed(mine.at.a1, mine.at)}${stating(cellWords(mine), mine)}`;
        const message = say`${own}为${gap(mine)}，${where}，${by}${printed(tail)}。`;
        return [differs(place, message, mine, theirs, ['公开表', formName(source.id)])];
      }),
    );
}

const gap = (fact: Fact): Phrase => (fact.blank ? [shown(fact)] : say` ${shown(fact)}`);
const isBare = (fact: Fact): boolean => fact.blank === true || fact.noRow === true;

/** A form that is published says what its 财决 form says, rounded to its last printed digit. */
export const publishedForms: SpecialRule<SpecialInput> = {
  id: 'Z01-N02',
  title: '公开表各格与财决表一致',
  severity: 'warning',
  source: unverified('公开表＝对应财决表÷10000，四舍五入'),
  words: '公开各表［各格］ ＝ 对应财决表［同一格］ ÷ 10000，允许差公开表末位的半个单位',
  example: '财决01表收入总计 12,345,678.90 元，公开01表 1,234.57 万元：一致；1,234.67 万元：提示多 1,021.10 元。',
  reads: ['Z01', 'Z01_1', 'Z03', 'Z04', 'Z07', 'Z08', 'Z08_1', 'Z08_2', 'Z09', 'Z11', 'F03'],
  hint: '改正公开表，使其与财决表相符；确为凑整调整尾差的，核实即可。',
  check: ({ years }) => {
    const forms = years.now.published ?? [];
    const outcomes = forms.flatMap((table) => {
      const source = years.now.tables.get(table.id);
      return source ? compare(table, source) : [];
    });
    return outcomes.length > 0 ? outcomes : [notApplicable('全部', '工作簿里没有与财决表并存的公开表')];
  },
};
