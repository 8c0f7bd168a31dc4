import type { Consolidation } from '../../src/consolidate/model';
import { phraseText } from '../../src/facts/phrase';
import type { Workbook } from '../../src/kernel/workbook';
import { bookOfShare, shareOf, wholeOf, type Share } from '../kit/department';
import { cellOf, units as presets, valueAt, withCell, withoutSheet, type Unit } from '../kit/index';
import { consolidated, inTenThousands, NAME, withoutInternal } from './departments';

const members: readonly Unit[] = [presets.onlyGeneral, presets.withFund, presets.vehicleBought];
const shares = members.map(shareOf);
const books = shares.map((share) => [bookOfShare(share)]);
const told = ({ causes }: Consolidation): readonly string[] => causes.map(({ rule, likely }) => `${rule} ${likely}`);
const against = (whole: Workbook, units: readonly (readonly Workbook[])[] = books): Promise<Consolidation> => consolidated(whole, units);

test('a unit that was not given is in the 汇总', async () => {
  expect(told(await against(wholeOf(NAME, shares), books.slice(1)))).toEqual(['C-EXTRA 汇总表多出一份数，像是还有一个单位没有给出']);
});

test('nor is a school taken for a changed office', async () => {
  const whole = wholeOf(NAME, [...shares, shareOf(presets.institution)]);
  expect(told(await against(whole))).toEqual(['C-EXTRA 汇总表多出一份数，像是还有一个单位没有给出']);
});

test('one form of one unit did not go in', async () => {
  const whole = wholeOf(NAME, shares);
  const short = wholeOf(NAME, shares.slice(1)).sheets.find(({ id }) => id === 'Z05')!;
  const mixed = { ...whole, sheets: whole.sheets.map((sheet) => (sheet.id === 'Z05' ? short : sheet)) };
  expect(told(await against(mixed))).toEqual([`C-FORM “${members[0]!.name}”的财决05表没有汇入`]);
});

test('the whole 汇总 under the wrong money unit: every amount, and no count', async () => {
  const found = await against(inTenThousands(wholeOf(NAME, shares)));
  expect(told(found)).toEqual(['C-MONEY 汇总表的金额单位弄错（元、万元）']);
  expect(found.causes[0]!.places.some(({ whole }) => whole.unit === 'count')).toBe(false);
});

test('units of equal amounts are both named', async () => {
  const twin = shareOf({ ...members[0]!, name: '青川示例区档案二馆' });
  const found = await against(wholeOf(NAME, shares), [...books, [bookOfShare(twin)]]);
  expect(found.causes[0]!.rule).toBe('C-OMITTED');
  const words = phraseText(found.causes[0]!.message);
  for (const name of [members[0]!.name, twin.unit.name]) expect(words).toContain(name);
});

test('a form that the 汇总 lacks is no form of zeros', async () => {
  const found = await against(withoutSheet(wholeOf(NAME, shares), 'Z04'));
  expect(told(found)).toEqual(['C-ABSENT 汇总表缺财决04表']);
  expect(found.counts.different).toBe(0);
  expect(found.counts.unread).toBeGreaterThan(10);
});

test('a text in place of an amount is named where it stands, in the 汇总 and in a unit', async () => {
  const whole = wholeOf(NAME, shares);
  const at = cellOf(whole, 'Z04', '合计', '基本支出');
  const found = await against(withCell(whole, 'Z04', at.a1, '约5万'));
  expect(told(found)).toEqual(['C-TEXT 金额单元格不是数字']);
  expect(found.causes[0]!.cells).toMatchObject([{ sheet: at.sheet, a1: at.a1, book: { unit: NAME } }]);
  const [[first], ...others] = books as [[(typeof books)[0][0]], ...typeof books];
  const own = cellOf(first, 'Z04', '合计', '基本支出');
  const wrong = await against(whole, [[withCell(first, 'Z04', own.a1, '约5万')], ...others]);
  expect(wrong.causes[0]!.cells).toMatchObject([{ a1: own.a1, book: { unit: members[0]!.name } }]);
});

test('a few cells typed over are told one by one', async () => {
  const whole = wholeOf(NAME, shares);
  const wrong = (['Z04', 'Z05', 'Z07'] as const).reduce((book, id, i) => {
    const { a1 } = cellOf(book, id, '合计', id === 'Z04' ? '基本支出' : id === 'Z05' ? '合计' : '本年收入 > 合计');
    return withCell(book, id, a1, Number(valueAt(book, id, a1)) + 100 * (i + 1));
  }, whole);
  expect((await against(wrong)).causes.map(({ rule }) => rule)).toEqual(['C-CELL', 'C-CELL', 'C-CELL']);
});

test('with another cause beside it a cell typed over tells what is left for it', async () => {
  const short = wholeOf(NAME, shares.slice(1));
  const { a1, sheet } = cellOf(short, 'Z04', '合计', '基本支出');
  const found = await against(withCell(short, sheet, a1, Number(valueAt(short, sheet, a1)) + 7));
  expect(told(found)).toEqual([`C-OMITTED “${members[0]!.name}”没有汇入`, 'C-CELL 汇总表的一个单元格被改写']);
  expect(phraseText(found.causes[1]!.message)).toContain('扣除前面的原因，这一格还差 7.00 元。');
});

describe('部门与所属单位之间的往来', () => {
  const paid = 3_000_000;
  const entry = { code: '2010399', basic: { '30201': paid } } as const;
  const above: Unit = {
    ...members[0]!,
    before: undefined,
    now: { ...members[0]!.now, entries: [...members[0]!.now.entries, { source: '其他', code: entry.code, toSubordinate: paid }] },
  };
  const below: Unit = {
    ...members[1]!,
    before: undefined,
    now: { ...members[1]!.now, entries: [...members[1]!.now.entries, { source: '上级补助', ...entry }] },
  };
  const both: readonly Share[] = [above, below].map(shareOf);
  const own = both.map((share) => [bookOfShare(share)]);

  test('eliminated: told with its amount, and no difference', async () => {
    const found = await against(
      wholeOf(
        NAME,
        both.map((share) => withoutInternal(share, paid)),
      ),
      own,
    );
    expect(told(found)).toEqual([]);
    expect(found.eliminations).toMatchObject([{ name: '上级补助收入与对附属单位补助支出', state: 'eliminated' }]);
    expect(found.eliminations[0]!.amount.times(100).toNumber()).toBe(paid);
    expect(phraseText(found.eliminations[0]!.message)).toContain('已抵销 30,000.00 元');
    expect([found.counts.different, found.counts.eliminated > 10]).toEqual([0, true]);
  });

  test('not eliminated: equal all the same, and told', async () => {
    const found = await against(wholeOf(NAME, both), own);
    expect(told(found)).toEqual([]);
    expect(found.eliminations).toMatchObject([{ state: 'open' }]);
  });

  test('taken out on one side only: a difference', async () => {
    const half = both.map((share, i) => (i === 1 ? withoutInternal(share, paid) : share));
    const found = await against(wholeOf(NAME, half), own);
    expect(found.eliminations.map(({ state }) => state)).toEqual(['open']);
    expect(found.counts.eliminated).toBe(0);
    expect(found.causes.length).toBeGreaterThan(0);
  });
});

test('two versions of a unit that both went in', async () => {
  const later = shareOf({ ...members[0]!, now: { ...members[0]!.now, entries: members[0]!.now.entries.slice(0, -1) } });
  const given = [[bookOfShare(shares[0]!), bookOfShare(later, '新.xlsx')], ...books.slice(1)];
  const found = await against(wholeOf(NAME, [...shares, later]), given);
  expect(told(found)).toEqual([`C-TWICE “${members[0]!.name}”重复汇入`]);
  expect(phraseText(found.causes[0]!.message)).toContain('另一个版本“新.xlsx”都汇入了');
});

describe('a 汇总 in 万元 over units in 元', () => {
  /** Amounts to two decimals under 金额单位：万元, as a 汇总 is printed for publication. */
  const printed = (whole: ReturnType<typeof wholeOf>): Workbook => {
    const scaled = inTenThousands(whole);
    return {
      ...scaled,
      sheets: scaled.sheets.map((sheet) => {
        const counted = new Set((sheet.counts ?? []).map(({ row, column }) => `${row} ${column}`));
        return {
          ...sheet,
          values: sheet.values.map((row, r) =>
            row.map((value, c) => {
              if (value === '金额单位：元') return '金额单位：万元';
              return typeof value === 'number' && r >= sheet.data[0] && sheet.amounts.includes(c) && !counted.has(`${r} ${c}`)
                ? Math.round(value * 100) / 100
                : value;
            }),
          ),
        };
      }),
    };
  };

  test('rounding is rounding, counted by itself', async () => {
    const found = await against(printed(wholeOf(NAME, shares)));
    expect(told(found)).toEqual([]);
    expect(found.counts.rounding).toBeGreaterThan(50);
    expect(found.counts.equal + found.counts.rounding).toBe(found.counts.cells);
  });

  test('a unit that was left out is found all the same', async () => {
    const found = await against(printed(wholeOf(NAME, shares.slice(1))));
    expect(told(found)).toEqual([`C-OMITTED “${members[0]!.name}”没有汇入`]);
  });
});
