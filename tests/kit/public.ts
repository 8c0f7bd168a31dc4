import type { KitWorkbook } from './build';
import type { Unit } from './description';
import type { KitSheet } from './forms/grid';
import { matrix } from './forms/matrices';
import { publicExpenditure, publicFund, publicIncome, publicProjects, publicSpending, type PublicHeading } from './forms/public-flows';
import { publicBasicList, publicFiscalTotals, publicThreePublic, publicTotals } from './forms/public-totals';
import { resolve } from './ledger';

export type PublicFamily = 'sichuan' | 'central';

/** The forms published with the 说明, in 万元 with two decimals: thirteen in Sichuan, nine in the central form. */
export function buildPublic(unit: Unit, family: PublicFamily): KitWorkbook {
  const { now } = unit;
  const lines = resolve(now, unit.before && resolve(unit.before));
  const heading = (n: number): PublicHeading => ({
    id: 'public',
    money: '万元',
    number: `公开${String(n).padStart(2, '0')}表`,
    unitName: unit.name,
    year: now.year,
  });
  const general = '一般公共预算财政拨款';
  const fund = '政府性基金预算财政拨款收入支出决算表';
  const capital = '国有资本经营预算财政拨款';
  const operation = now.operation ?? {};
  const first = [
    publicTotals(heading(1), lines),
    publicIncome(heading(2), lines),
    publicExpenditure(heading(3), lines),
    publicFiscalTotals(heading(4), lines),
  ];
  const sichuan = (): readonly KitSheet[] => [
    ...first,
    matrix(
      heading(5),
      lines.filter((l) => l.fund),
      { id: 'public', title: '财政拨款支出决算明细表', number: '公开05表', parts: ['basic', 'project'], note: '' },
    ),
    publicSpending(heading(6), lines, `${general}支出决算表`, '一般公共'),
    matrix(heading(7), lines, {
      id: 'public',
      title: `${general}支出决算明细表`,
      number: '公开07表',
      fund: '一般公共',
      parts: ['basic', 'project'],
      note: '',
    }),
    publicBasicList(heading(8), lines),
    publicProjects(heading(9), lines),
    publicFund(heading(10), lines, fund, '政府性基金'),
    publicFund(heading(11), lines, `${capital}收入支出决算表`, '国有资本'),
    publicSpending(heading(12), lines, `${capital}支出决算表`, '国有资本'),
    publicThreePublic(heading(13), lines, operation),
  ];
  const central = (): readonly KitSheet[] => [
    ...first,
    publicSpending(heading(5), lines, `${general}支出决算表`, '一般公共'),
    publicBasicList(heading(6), lines),
    publicThreePublic(heading(7), lines, operation),
    publicFund(heading(8), lines, fund, '政府性基金'),
    publicFund(heading(9), lines, `${capital}收入支出决算表`, '国有资本'),
  ];
  return { role: '本年', file: `${unit.name}${now.year}公开表.xlsx`, sheets: family === 'sichuan' ? sichuan() : central() };
}
