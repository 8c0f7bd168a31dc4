import { judge } from '../../src/checks/exact';
import type { Failure } from '../../src/checks/failure';
import { Grids } from '../../src/checks/grid';
import { withTheRest, type Mistake } from '../../src/checks/patterns/find';
import { phraseText } from '../../src/facts/phrase';
import { formName, type Key } from '../../src/layouts/keys';
import type { Scalar } from '../../src/kernel/workbook';
import { buildYears, clean, cleanYears, cellOf, valueAt, units, withCell, type KitWorkbook } from '../kit/index';
import { rules } from '../../src/rules/index';
import { isFormula, type Claim, type Rule } from '../../src/rules/rule';
import { atLeast, atMost, equal, type KeyPattern } from '../../src/rules/terms';
import { paper } from '../rules/paper';
import { said, spoiled, wan } from './spoiled';
import { cellNames, reportOf } from './support';

/** A row of a form without its amounts. */
function emptied(form: string, key: string): { readonly workbook: KitWorkbook; readonly name: string } {
  let name = '';
  const workbook = clean();
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.name.split(' ')[0] !== form) return sheet;
    const row = sheet.values.findIndex((cells, r) => r >= sheet.data[0] && cells.some((value) => String(value ?? '').trim() === key));
    name = String(sheet.values[row]!.filter((value) => typeof value === 'string' && value.trim() !== '').pop()).trim();
    const empty = (value: Scalar): Scalar => (typeof value === 'number' ? null : value);
    return { ...sheet, values: sheet.values.map((cells, r) => (r === row ? cells.map(empty) : cells)) };
  });
  return { workbook: { ...workbook, sheets }, name };
}

describe('one mistake that spoils many cells is one cause, named for what it is', () => {
  test('a form in 万元 under a heading in 元', async () => {
    const workbook = spoiled(clean(), 'Z04', (rows) => rows.map((row) => row.map(wan)));
    expect(await said(workbook)).toEqual({ first: '财决04表整表可能以万元填列，表头的金额单位是元。', groups: 1, kind: 'pattern' });
  });

  test('a column in 万元, a block of rows in 万元', async () => {
    const column = spoiled(clean(), 'Z04', (rows) => rows.map(([a, b, ...more]) => [a!, wan(b), ...more]));
    expect(await said(column)).toMatchObject({ first: '财决04表“基本支出”整列可能以万元填列，表头的金额单位是元。', groups: 1 });
    const block = spoiled(clean(), 'Z04', (rows) => rows.map((row, r) => (r >= 4 && r < 8 ? row.map(wan) : row)));
    const found = await said(block);
    expect(found.first).toMatch(/^财决04表第 \d+ 至 \d+ 行整块可能以万元填列/);
    expect(found.groups).toBe(1);
  });

  test('a column in 万元 beside one that is empty by right: what stands there is the likelier, not what could stand in the other', async () => {
    for (const [form, at, name] of [
      ['Z02', 2, '年初结转和结余中的项目支出结转和结余'],
      ['Z02', 14, '年末结转和结余中的项目支出结转和结余'],
    ] as const) {
      const column = spoiled(clean(), form, (rows) => rows.map((row) => row.map((value, c) => (c === at ? wan(value) : value))));
      const first = `财决02表“${name}”整列可能以万元填列，表头的金额单位是元。`;
      expect(await said(column)).toMatchObject({ first, groups: 1 });
    }
  });

  test.each([
    ['Z08_1', '合计'],
    ['Z05_1', '合计'],
    ['Z04', '208'],
  ])('a row of %s that was left empty: %s; cells of it that are empty by right do not hide it', async (form, key) => {
    const { workbook, name } = emptied(form, key);
    expect(await said(workbook)).toMatchObject({ first: `${formName(form)}“${name}”行没有填金额，其他各行各表有。`, groups: 1 });
  });

  test('two columns exchanged', async () => {
    const workbook = spoiled(clean(), 'Z04', (rows) => rows.map(([a, b, c, ...more]) => [a!, c!, b!, ...more]));
    expect(await said(workbook)).toMatchObject({ first: '财决04表“基本支出”与“项目支出”两栏可能互换了。', groups: 1 });
  });

  test('two rows exchanged', async () => {
    const workbook = spoiled(clean(), 'Z04', (rows) =>
      rows.map((row, r) => rows[r === 6 ? 7 : r === 7 ? 6 : r]!.map((v, c) => v ?? row[c]!)),
    );
    const found = await said(workbook);
    expect(found.first).toMatch(/^财决04表“.+”与“.+”两行可能互换了。$/);
    expect(found.groups).toBe(1);
  });

  test('a block of rows one row too low', async () => {
    const workbook = spoiled(clean(), 'Z05', (rows) =>
      rows.map((row, r) => (r === 3 ? row.map(() => null) : r > 3 && r < 8 ? rows[r - 1]! : row)),
    );
    const found = await said(workbook);
    expect(found.first).toMatch(/^财决05表第 \d+ 至 \d+ 行的金额可能下移了一行。$/);
    expect(found.groups).toBeLessThanOrEqual(2);
  });

  test('a row one column too far right', async () => {
    const workbook = spoiled(clean(), 'Z03', (rows) => rows.map((row, r) => (r === 5 ? [null, ...row.slice(0, -1)] : row)));
    expect((await said(workbook)).first).toMatch(/^财决03表“.+”行的金额可能右移了一栏。$|可能应填在/);
    const several = spoiled(clean(), 'Z04', (rows) => rows.map((row, r) => (r === 1 ? [null, ...row.slice(0, -1)] : row)));
    expect(await said(several)).toMatchObject({ first: '财决04表“一般公共服务支出”行的金额可能右移了一栏。', groups: 1 });
  });

  test('an amount one row too low: both cells are named, the wrong one first', async () => {
    const at = cellOf(clean(), 'Z04', '2010301', '基本支出').a1;
    const below = at.replace(/\d+/, (n) => String(Number(n) + 1));
    const workbook = spoiled(clean(), 'Z04', (rows) => rows);
    const value = workbook.sheets.find(({ name }) => name.startsWith('Z04'))!;
    const row = Number(/\d+/.exec(at)![0]) - 1 - value.top;
    const column = at.charCodeAt(0) - 65 - value.left;
    const moved = withCell(withCell(workbook, 'Z04', below, value.values[row]![column]!), 'Z04', at, null);
    const [group] = (await reportOf(moved)).groups;
    expect(phraseText(group!.title)).toContain('的金额可能应填在');
    expect([...cellNames(group!.cells.slice(0, 2))].sort()).toEqual([`Z04!${at}`, `Z04!${below}`].sort());
  });

  test('an amount written over the one below: the formulas tell what stood there, and it is still one cause', async () => {
    const workbook = spoiled(clean(), 'Z04', (rows) =>
      rows.map((row, r) => row.map((value, c) => (c === 1 ? (r === 0 ? null : r === 1 ? rows[0]![1]! : value) : value))),
    );
    const found = await said(workbook);
    expect(found.first).toMatch(/^财决04表 F10“.+”基本支出的金额可能应填在 F9（串行）。$/);
    expect([found.kind, found.groups]).toEqual(['pattern', 1]);
  });

  test('a column, a row and a form with nothing in them', async () => {
    const column = spoiled(clean(), 'Z04', (rows) => rows.map(([a, , ...more]) => [a!, null, ...more]));
    expect(await said(column)).toEqual({ first: '财决04表“基本支出”整列没有填金额，其他各表有。', groups: 1, kind: 'pattern' });
    const row = spoiled(clean(), 'Z05', (rows) => rows.map((one, r) => (r === 0 ? one.map(() => null) : one)));
    expect(await said(row)).toMatchObject({ first: '财决05表“合计”行没有填金额，其他各行各表有。', groups: 1 });
    const form = spoiled(clean(), 'Z05_2', (rows) => rows.map((one) => one.map((value) => (typeof value === 'number' ? null : value))));
    expect(await said(form)).toMatchObject({ first: '财决05-2表整表没有填金额，其他各表有。', groups: 1 });
  });

  test('opening balances of basic and project expenditure exchanged in 财决02', async () => {
    const { now, before } = buildYears(units.carryOver);
    const workbook = spoiled(now, 'Z02', (rows) => rows.map(([a, b, c, ...more]) => [a!, c!, b!, ...more]));
    expect(await said(workbook, before)).toMatchObject({
      first: '财决02表“年初结转和结余中的基本支出结转”与“年初结转和结余中的项目支出结转和结余”两栏可能互换了。',
      groups: 1,
    });
  });

  test('a column and a form of last year', async () => {
    const { now, before } = cleanYears();
    const last = before.sheets.find(({ name }) => name.startsWith('Z04'))!;
    const lastRow = (code: Scalar): readonly Scalar[] | undefined => last.values.find((row) => row.some((v) => v === code));
    const paste = (columns: (c: number) => boolean): KitWorkbook => ({
      ...now,
      sheets: now.sheets.map((sheet) =>
        sheet.name.startsWith('Z04')
          ? {
              ...sheet,
              values: sheet.values.map((row) => {
                const key = row.find((v) => v === '合计' || /^2\d{2}(\d{2}){0,2}$/.test(String(v ?? '')));
                if (key === undefined || !row.some((v) => typeof v === 'number' && v > 100)) return row;
                const there = lastRow(key);
                return row.map((v, c) => (c >= 4 && columns(c) ? (there?.[c] ?? null) : v));
              }),
            }
          : sheet,
      ),
    });
    expect(
      (
        await said(
          paste((c) => c === 5),
          before,
        )
      ).first,
    ).toBe('财决04表“基本支出”整列与上年相同，可能贴成了上年的数。');
    const whole = await said(
      paste(() => true),
      before,
    );
    expect(whole.first).toBe('财决04表整表与上年相同，可能贴成了上年的数。');
    // Only cells in which something stands are marked.
    const all = paste(() => true);
    const [group] = (await reportOf(all, before)).groups;
    const blank = group!.cells.filter(({ sheet, a1 }) => sheet.startsWith('Z04') && (valueAt(all, 'Z04', a1) ?? null) === null);
    expect(blank).toEqual([]);
    expect(whole.groups).toBeLessThanOrEqual(3);
  });
});

describe('what is one wrong cell stays one wrong cell', () => {
  // The rows below one repeat what it should say; of the other, a project, too few formulas speak.
  test.each([
    ['Z04', 13, ['财决04表 E22“城乡社区支出”本年支出合计', '财决04表 G22“城乡社区支出”项目支出']],
    ['Z05_2', 5, ['财决05-2表 K14“信息化运维经费”合计数', '财决05-2表 Z14“信息化运维经费”商品和服务支出小计']],
  ] as const)('two wrong amounts in one row of %s are two cells, not a block that moved', async (form, row, cells) => {
    const workbook = spoiled(clean(), form, (rows) => {
      const filled = rows[row]!.flatMap((value, c) => (typeof value === 'number' && value !== 0 ? [c] : [])).slice(0, 2);
      return rows.map((one, r) => (r === row ? one.map((value, c) => (filled.includes(c) ? Number(value) + 1234.56 : value)) : one));
    });
    const errors = (await reportOf(workbook)).groups.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ title }) => phraseText(title)).sort()).toEqual(cells.map((cell) => `${cell}可能多 1,234.56 元。`));
  });

  test.each(['合计', '2010301', '2080505'])('%s, ten thousand times too small or doubled', async (row) => {
    const at = cellOf(clean(), 'Z04', row, '基本支出').a1;
    for (const change of [12.34, 1e7]) {
      const found = await said(withCell(clean(), 'Z04', at, change));
      expect([found.kind, found.first.includes(at)]).toEqual(['cell', true]);
    }
  });
});

test('of the failures beyond those that are searched a mistake explains what it would mend, and what hangs on lost amounts', () => {
  const amounts = { 合计: 10, '201': 5, '208': 200_000, '221': 100_000, '20103': 7, '20805': 8 };
  const [sum, a201, a208, a221, a20103, lost] = ['合计', '201', '208', '221', '20103', '20805'].map(
    (row) => `Z04.${row}.基本支出` as 'Z04.合计.基本支出',
  ) as [KeyPattern, KeyPattern, KeyPattern, KeyPattern, KeyPattern, KeyPattern];
  const facts = paper(Object.fromEntries(Object.entries(amounts).map(([row, value]) => [`Z04.${row}.基本支出`, value])));
  const grids = new Grids({ now: facts });
  const idOf = (key: KeyPattern): number => {
    const reading = facts.find(key as Key);
    return reading.state === 'number' ? grids.idOf(reading.fact)! : -1;
  };
  const model = rules.find((rule): rule is Rule => isFormula(rule) && rule.id === 'Z04-A01')!;
  const failed = (id: string, claim: Claim): Failure => {
    const rule: Rule = { ...model, each: {}, id, claim };
    const verdict = judge(rule, grids, {});
    if (verdict.kind !== 'failed') throw new Error(`${id}: ${verdict.kind}`);
    return { rule, place: {}, verdict };
  };
  const known = failed('known', equal(a201, a20103));
  const left = [
    // 合计 stands in 万元 and should be 100,000.
    failed('=', equal(sum, a221)),
    failed('≤', atMost(a221, sum)),
    failed('≥', atLeast(sum, a221)),
    // Still wrong then.
    failed('still =', equal(sum, a201)),
    failed('still ≤', atMost(a208, sum)),
    failed('still ≥', atLeast(sum, a208)),
    failed('lost', equal(lost, a201)),
    failed('lost too', equal(lost, sum)),
    failed('elsewhere', equal(a201, a20103)),
  ];
  const mistake: Mistake = {
    name: 'inWan',
    grid: grids.find('Z04')!,
    rows: [0],
    columns: [1],
    excess: new Map([[idOf(sum), 1_000 - 10_000_000]]),
    unknown: new Set([idOf(lost)]),
    loose: 0,
    cells: [],
    failures: [known],
  };
  const explained = withTheRest([mistake, mistake], left, 0.001, grids).map(({ failures }) => failures.map(({ rule }) => rule.id));
  expect(explained).toEqual([['known', '=', '≤', '≥', 'lost', 'lost too'], ['known']]);
});
