import { phraseText } from '../../src/facts/phrase';
import { buildYears, cellOf, clean, units, withCell, type KitWorkbook } from '../kit/index';
import { cellNames, reportOf } from './support';

const isZ04 = ({ name }: { readonly name: string }): boolean => name.startsWith('Z04 ');

/** The workbook with 财决04 of another one; `heads`: with the heading of the one that was there. */
function withForm(now: KitWorkbook, other: KitWorkbook, heads: boolean): KitWorkbook {
  const theirs = other.sheets.find(isZ04)!;
  return {
    ...now,
    sheets: now.sheets.map((sheet) =>
      isZ04(sheet)
        ? { ...sheet, values: [...(heads ? sheet : theirs).values.slice(0, 3), ...theirs.values.slice(3)], merges: theirs.merges }
        : sheet,
    ),
  };
}

async function said(now: KitWorkbook, before?: KitWorkbook) {
  const { groups } = await reportOf(now, before);
  const [first, ...others] = groups.filter(({ severity }) => severity === 'error');
  return { title: phraseText(first!.title), why: phraseText(first!.why), at: cellNames(first!.cells)[0], others: others.length };
}

describe('a form of another unit or another year is one cause', () => {
  const ours = buildYears(units.withFund);
  const theirs = buildYears(units.institution).now;

  test('by its heading', async () => {
    const { title, why, at, others } = await said(withForm(ours.now, theirs, false), ours.before);
    expect(title).toMatch(/^工作表“Z04 .+”（财决04表）的编制单位是“.+”，其他表是“.+”。$/);
    expect(why).toMatch(/^涉及这张表的不平和提示有 \d+ 处，多半是整张表用错了，不是逐格填错。/);
    expect([at, others]).toEqual(['Z04!A3', 0]);
  });

  test('by its 科目, where the heading was put right', async () => {
    const { title, at, others } = await said(withForm(ours.now, theirs, true), ours.before);
    expect(title).toMatch(
      /^财决04表可能是别的单位或别的年度的表：有 \d+ 个科目其他各表都没有（如 \d+ \S+），其他各表的 \d+ 个科目它没有（如 \d+ \S+）。$/,
    );
    expect([at!.startsWith('Z04!A'), others]).toEqual([true, 0]);
  });

  test('last year’s, under the heading of this year and its own', async () => {
    const { now, before } = buildYears(units.carryOver);
    const pasted = await said(withForm(now, before!, true), before);
    expect([pasted.title, pasted.others]).toEqual(['财决04表整表与上年相同，可能贴成了上年的数。', 0]);
    const whole = await said(withForm(now, before!, false), before);
    expect(whole.title).toMatch(/^工作表“Z04 .+”（财决04表）是2023年度，其他表是2024年度。$/);
    expect(whole.others).toBe(0);
  });

  test('a unit that is only misspelt over one form, and a slip in that form, stay two causes', async () => {
    const workbook = clean();
    const misspelt = {
      ...workbook,
      sheets: workbook.sheets.map((sheet) =>
        isZ04(sheet)
          ? {
              ...sheet,
              values: sheet.values.map((row) => row.map((v) => (typeof v === 'string' ? v.replace(/^(编制单位：.+)局/, '$1句') : v))),
            }
          : sheet,
      ),
    };
    const { a1 } = cellOf(workbook, 'Z04', '2010301', '基本支出');
    const { groups } = await reportOf(withCell(misspelt as KitWorkbook, 'Z04', a1, 1));
    const titles = groups.filter(({ severity }) => severity === 'error').map(({ title }) => phraseText(title));
    expect(titles).toHaveLength(2);
    expect(titles.join()).toContain('编制单位是');
    expect(titles.join()).toContain(`财决04表 ${a1}“行政运行”基本支出可能少`);
  });
});

test('a workbook that is last year’s under the headings of this year is one cause, unless a cell differs', async () => {
  const { before } = buildYears(units.carryOver);
  const titled = {
    ...before!,
    role: '本年' as const,
    sheets: before!.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) => row.map((v) => (typeof v === 'string' ? v.replace('2023', '2024') : v))),
    })),
  } as KitWorkbook;
  const { title, why, others } = await said(titled, before);
  expect(title).toBe('本年各表的金额与上年工作簿处处相同，可能打开的是上年的数，或者上年决算选错了文件。');
  expect(why).toMatch(/^与上年对不上的 \d+ 处由此而来，不是逐格填错。/);
  expect(others).toBe(0);
  const { a1 } = cellOf(titled, 'Z04', '2010301', '基本支出');
  const { groups } = await reportOf(withCell(titled, 'Z04', a1, 1), before);
  expect(groups.map((group) => phraseText(group.title)).join()).not.toContain('处处相同');
});

test('a form whose rows have lost their codes is one cause, not as many missing rows', async () => {
  const workbook = clean();
  const sheets = workbook.sheets.map((sheet) =>
    isZ04(sheet)
      ? { ...sheet, values: sheet.values.map((row) => (/^\d{3,7}$/.test(String(row[0])) ? [null, ...row.slice(1)] : row)) }
      : sheet,
  );
  const { title, why, others } = await said({ ...workbook, sheets } as KitWorkbook);
  expect(title).toMatch(/^财决04表第 10 至 \d+ 行中有 \d+ 行有金额但没有科目编码，没有读入。$/);
  expect(why).toContain('请补上科目编码');
  expect(others).toBe(0);
});
