import { proposedBudgets } from '../../src/app/budget-proposals';
import { cellsOf } from '../../src/facts/traced';
import { functionalClassCodes } from '../../src/layouts/codes/functional';
import { classBudget, itemFunds, items, itemTable } from '../../src/narrative/items';
import { isKnown } from '../../src/narrative/input';
import { product } from '../../src/product/index';
import { budgetsFromGrid, gridOfText, withBudgets } from '../../src/supplements/budgets';
import type { Workbook } from '../../src/kernel/workbook';
import { clean, withCell } from '../kit/index';

const [profile] = product.profiles;
const checked = (workbook: Workbook) => product.check({ workbook, profile });
const column = '全年预算数';

test('the budget of a 类 with a single 项 is proposed for that 项, with the cell of 财决01-1', async () => {
  const { years, supplements } = await checked(clean());
  const { single } = proposedBudgets({ years, supplements }, profile);
  expect(single.length).toBeGreaterThan(0);
  for (const { code, amount } of single) {
    expect(cellsOf(amount).map(({ sheet }) => sheet.slice(0, 5))).toEqual(['Z01_1']);
    const fund = Object.values(itemFunds).find((one) => itemTable(one, (id) => years.now.tables.get(id))?.row(code))!;
    const all = items(
      { years, supplements },
      fund,
      itemTable(fund, (id) => years.now.tables.get(id))!,
      column,
    );
    expect(all.filter((item) => item.code.slice(0, 3) === code.slice(0, 3))).toHaveLength(1);
  }
});

test('各项与决算数相同 is proposed only where every 类 has spent exactly its budget, and then fills every 项', async () => {
  let workbook = clean();
  const before = await checked(workbook);
  expect(proposedBudgets(before, profile).asSpent).toEqual([]);
  for (const fund of ['一般公共', '政府性基金', '国有资本'] as const) {
    for (const code of functionalClassCodes) {
      const [spent, budget] = (['决算数', column] as const).map((stage) => before.years.now.find(`Z01_1.${code}.${stage}·${fund}`));
      if (spent?.state === 'number' && budget?.state === 'number')
        workbook = withCell(workbook, 'Z01_1', cellsOf(budget.fact)[0]!.a1, spent.fact.value.toNumber());
    }
  }
  const { years, supplements } = await checked(workbook);
  const { asSpent } = proposedBudgets({ years, supplements }, profile);
  expect(asSpent.length).toBeGreaterThan(3);
  const lines = asSpent.map(({ code, amount }, row) => ({ code, amount: amount.value, row }));
  const filled = { years, supplements: withBudgets(supplements, lines) };
  for (const fund of Object.values(itemFunds)) {
    const table = itemTable(fund, (id) => years.now.tables.get(id));
    for (const item of table ? items(filled, fund, table, column) : []) expect([item.code, item.budget.kind]).toEqual([item.code, 'known']);
  }
  expect(proposedBudgets(filled, profile).asSpent).toEqual([]);
});

test('a pasted 项 that has a budget and no expenditure stays, and the text tells of it', async () => {
  const { years, supplements } = await checked(clean());
  const fund = itemFunds.一般公共;
  const table = itemTable(fund, (id) => years.now.tables.get(id))!;
  const { budgets } = budgetsFromGrid(gridOfText('2013199\t5000'));
  const filled = { years, supplements: withBudgets(supplements, budgets) };
  expect(items(filled, fund, table, column).map(({ code }) => code)).toContain('2013199');
  const known = classBudget(filled, fund, '201', column);
  expect(isKnown(known)).toBe(true);
});
