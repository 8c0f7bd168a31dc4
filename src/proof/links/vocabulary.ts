import { f03, f03VehicleUses } from '../../layouts/f03';
import { economicName, itemsOf } from '../../layouts/codes/economic';
import { expenditureParts, otherIncomeParts } from '../../layouts/parts';
import { plainOf } from '../text/plain';
import { namingOf, type Measure, type Naming } from './measure';
import { counted, measures, moneyMeasure, outturn } from './measures';
import { officialCounts, officialNames } from './official-names';
import type { Topic } from './topics';

const m = measures;
const fundIncome = (fund: '政府性基金' | '国有资本经营'): Measure => outturn(`${fund}预算财政拨款收入`);

/** What 年初结转和结余, 本年收入 and 本年支出 mean in the section of a fund. */
const ownFund = (fund: '政府性基金' | '国有资本经营', spent: Measure, opening: Measure, closing: Measure): readonly Naming[] => [
  namingOf(opening, '年初结转和结余', '上年结转和结余', '年初结转结余'),
  namingOf(closing, '年末结转和结余', '结转下年', '年末结转结余'),
  namingOf(fundIncome(fund), '本年收入'),
  namingOf(spent, '本年支出'),
];

const incomeRows: readonly Naming[] = [
  namingOf(outturn('一般公共预算财政拨款收入'), '一般公共预算财政拨款收入', '一般公共预算拨款收入', '一般公共预算收入'),
  namingOf(fundIncome('政府性基金'), '政府性基金预算财政拨款收入', '政府性基金预算拨款收入', '政府性基金预算收入', '政府性基金收入'),
  namingOf(fundIncome('国有资本经营'), '国有资本经营预算财政拨款收入', '国有资本经营预算拨款收入', '国有资本经营预算收入'),
  namingOf(m.fiscalIncome, '财政拨款收入'),
  ...otherIncomeParts.map((row) => namingOf(outturn(row), row)),
];

const spendingParts: readonly Naming[] = expenditureParts.map((part) =>
  namingOf(moneyMeasure(`Z01.${part}.决算数`, part, { keys: [`Z04.合计.${part}`, `Z01.${part}.决算数`] }), part),
);

const wholes: readonly Naming[] = [
  namingOf(
    m.total,
    '收、支总计',
    '收入、支出总计',
    '收支总计',
    '收入支出总计',
    '收入总计、支出总计',
    '收入总计和支出总计',
    '收入和支出总计',
    '收、支决算总计',
    '收入、支出决算总计',
    '收入支出决算总计',
    '收支决算总计',
    '总收支',
  ),
  namingOf(m.totalIncome, '收入总计', '收入决算总计', '总收入'),
  namingOf(m.totalSpending, '支出总计', '支出决算总计', '总支出'),
  namingOf(m.income, '本年收入合计', '本年收入', '收入合计'),
  namingOf(m.spending, '本年支出合计', '本年支出', '支出合计'),
  namingOf(
    m.budget,
    '一般公共预算财政拨款支出合计',
    '一般公共预算财政拨款支出',
    '一般公共预算支出合计',
    '一般公共预算支出',
    '一般公共预算拨款支出',
  ),
  namingOf(m.fund, '政府性基金预算财政拨款支出', '政府性基金预算支出', '政府性基金预算拨款支出', '政府性基金支出'),
  namingOf(m.capital, '国有资本经营预算财政拨款支出', '国有资本经营预算支出', '国有资本经营预算拨款支出'),
  namingOf(m.basic, '一般公共预算财政拨款基本支出', '一般公共预算基本支出'),
  namingOf(m.opening, '年初结转和结余', '上年结转和结余', '年初结转结余'),
  namingOf(m.closing, '年末结转和结余', '结转下年', '年末结转结余'),
  namingOf(outturn('结余分配'), '结余分配'),
  namingOf(outturn('使用非财政拨款结余'), '使用非财政拨款结余（含专用结余）', '使用非财政拨款结余'),
];

const fiscalWholes: readonly Naming[] = [
  namingOf(
    m.fiscal,
    '财政拨款收、支总计',
    '财政拨款收入、支出总计',
    '财政拨款收支总计',
    '财政拨款收入支出总计',
    '财政拨款收入总计、支出总计',
    '财政拨款收、支决算总计',
    '财政拨款收入、支出决算总计',
    '财政拨款收支决算总计',
    '财政拨款收入总计',
  ),
  // 广西
  namingOf(m.fiscal, '财政拨款总收入'),
  namingOf(m.fiscalSpending, '财政拨款支出总计', '财政拨款总支出'),
  namingOf(m.fiscalOpening, '年初财政拨款结转和结余'),
  namingOf(m.fiscalClosing, '年末财政拨款结转和结余'),
];

const procurement: readonly Naming[] = [
  namingOf(
    m.purchases,
    '政府采购支出总额',
    '政府采购支出合计',
    '政府采购金额（以合同签订为准）',
    '政府采购金额',
    '政府采购支出',
    '政府采购总额',
    '政府采购决算支出',
  ),
  namingOf(m.goods, '政府采购货物支出', '货物采购金额', '货物支出', '采购货物支出', '货物类采购支出', '货物采购支出'),
  namingOf(m.works, '政府采购工程支出', '工程采购金额', '工程支出', '采购工程支出', '工程类采购支出', '工程采购支出'),
  namingOf(m.services, '政府采购服务支出', '服务采购金额', '服务支出', '采购服务支出', '服务类采购支出', '服务采购支出'),
  namingOf(m.small, '授予中小企业合同金额', '授予中小企业的合同金额'),
  namingOf(m.micro, '授予小微企业合同金额', '授予小微企业的合同金额'),
];

/** The uses of vehicles by every printing of 附03. */
const uses: readonly Naming[] = f03VehicleUses.map((use) => {
  const rows = f03.body.kind === 'fixed' ? f03.body.rows : [];
  const words = rows.find(({ key }) => key === use)?.words.split('|') ?? [use];
  // 陕西: 副部（省）级以上领导用车
  const all = [use, ...words].flatMap((word) => [word, word.replace('级及以上', '级以上')]);
  return namingOf(counted(`F03.${use}.统计数`, use), ...new Set(all.map((word) => plainOf(word).text)));
});

const equipment: readonly Naming[] = [
  namingOf(
    m.equipment,
    '单价100万元（含）以上设备（不含车辆）',
    '单价100万元以上设备（不含车辆）',
    '单价100万元以上的设备（不含车辆）',
    '单价100万元（含）以上设备',
    '单价100万元以上设备',
    '单位价值100万元以上设备（不含车辆）',
    '单位价值100万元（含）以上设备（不含车辆）',
  ),
  namingOf(
    m.equipment50,
    '单价50万元以上通用设备',
    '单价50万元（含）以上通用设备',
    '单位价值50万元以上通用设备',
    '单位价值50万元以上的通用设备',
  ),
  namingOf(
    m.equipment100,
    '单价100万元以上专用设备',
    '单价100万元（含）以上专用设备',
    '单位价值100万元以上专用设备',
    '单位价值100万元以上的专用设备',
  ),
];

const agency: readonly Naming[] = [namingOf(m.agency, '机关运行经费支出', '机关运行经费')];
const general: readonly Naming[] = [...wholes, ...fiscalWholes, ...incomeRows];
/** （其中：一般公共预算支出…） behind the 三公经费 is a part of these, not the whole of that fund. */
const withoutFunds = general.filter(({ measure }) => ![m.budget, m.fund, m.capital].some(({ id }) => id === measure.id));
const basicParts: readonly Naming[] = [
  namingOf(m.basic, '财政拨款基本支出', '基本支出'),
  namingOf(m.staff, '人员经费支出', '人员经费', '人员支出'),
  namingOf(m.running, '日常公用经费支出', '日常公用经费', '公用经费支出', '公用经费', '公用支出'),
  namingOf(m.wages, '工资福利支出'),
  namingOf(m.goodsAndServices, '商品和服务支出'),
  namingOf(m.allowances, '对个人和家庭的补助支出', '对个人和家庭的补助', '对个人和家庭补助支出', '对个人和家庭补助'),
];
/** 人员经费…主要包括：基本工资…万元、津贴补贴…万元 (湖北、陕西): the lines of 财决08-1 by the names that one code alone has. */
const economic: readonly Naming[] = (['301', '302', '303'] as const).flatMap((group) =>
  itemsOf(group).map((code): Naming => {
    const name = economicName(code)!;
    return { ...namingOf(moneyMeasure(`Z08_1.合计.${code}`, name), plainOf(name).text), bounded: true };
  }),
);

/** 福建: 基本支出 of all money, by what it is for; 重庆: 收支较上年…; 福建: 2024年度收入…万元. */
const overall: readonly Naming[] = [
  namingOf(m.allStaff, '人员经费支出', '人员经费', '人员支出'),
  namingOf(m.allRunning, '公用经费支出', '公用经费', '公用支出'),
  namingOf(m.total, '收支'),
  namingOf(m.income, '年度收入'),
  namingOf(m.spending, '年度支出'),
];

/** 浙江: 财政拨款收入…万元（其中，一般公共预算…万元，政府性基金预算…万元）. */
const funds: readonly Naming[] = [
  namingOf(outturn('一般公共预算财政拨款收入'), '一般公共预算'),
  namingOf(fundIncome('政府性基金'), '政府性基金预算'),
  namingOf(fundIncome('国有资本经营'), '国有资本经营预算'),
];

/** Which names a part of the document may use for its amounts. A name that means something else elsewhere stands only where it is meant. */
export function amountNames(topic: Topic): readonly Naming[] {
  switch (topic) {
    // Of two names that are alike the first counts: shares of 总收入 are of what the section is about (云南).
    case 'income':
      return [namingOf(m.income, '总收入', '本单位收入', '本部门收入'), ...funds, ...general];
    case 'total':
      return [...general, ...spendingParts, ...overall];
    case 'spending':
      return [namingOf(m.spending, '总支出', '本单位支出', '本部门支出'), ...general, ...spendingParts];
    case 'fiscal':
      // Here 本年收入 is that of the 财政拨款.
      return [
        namingOf(m.fiscal, '收、支总计', '收入、支出总计', '收支总计', '收入支出总计', '收入、支出决算总计', '收支决算总计', '收入总计'),
        namingOf(m.fiscalSpending, '支出总计'),
        namingOf(m.fiscalYearIncome, '本年收入合计', '本年收入', '收入合计'),
        namingOf(m.fiscalYearSpending, '本年支出合计', '本年支出', '支出合计', '财政拨款支出'),
        namingOf(m.fiscalOpening, '年初结转和结余'),
        namingOf(m.fiscalClosing, '年末结转和结余'),
        ...general,
      ];
    case 'budget':
    case 'budget.overall':
    case 'budget.structure':
    case 'budget.items':
      // 湖南 calls it 财政拨款支出, 云南 its total 总支出.
      return [
        // 四川 says 一般公共预算财政拨款 alone, 甘肃 …支出总计 of the section's own whole.
        namingOf(m.budget, '财政拨款支出', '一般公共预算财政拨款总支出', '一般公共预算财政拨款支出总计', '一般公共预算财政拨款'),
        // 重庆
        namingOf(m.budgetOpening, '年初财政拨款结转和结余', '年初一般公共预算财政拨款结转和结余'),
        namingOf(m.budgetClosing, '年末财政拨款结转和结余', '年末一般公共预算财政拨款结转和结余'),
        ...general,
      ];
    case 'fund':
      return [...ownFund('政府性基金', m.fund, m.fundOpening, m.fundClosing), ...general];
    case 'capital':
      return [...ownFund('国有资本经营', m.capital, m.capitalOpening, m.capitalClosing), ...general];
    case 'basic':
      return [...general, ...economic, ...basicParts];
    case 'official':
    case 'official.overall':
    case 'official.parts':
      return [namingOf(m.official, '总支出决算', '总支出'), ...withoutFunds, ...officialNames];
    case 'agency':
      return [...general, ...agency];
    case 'procurement':
      return [...general, ...procurement];
    case 'assets':
      return general;
    case 'annex.money':
      return [...general, ...officialNames, ...agency];
    default:
      return [];
  }
}

/** Names of things that are counted. */
export function countNames(topic: Topic): readonly Naming[] {
  switch (topic) {
    case 'official':
    case 'official.overall':
    case 'official.parts':
      return officialCounts;
    case 'assets':
      return [namingOf(m.cars, '共有车辆', '车辆数合计', '车辆共计', '共有公务用车', '车辆合计', '实有车辆'), ...uses, ...equipment];
    default:
      return [];
  }
}

/** Batches that ，接待…批次 behind an amount means. */
export const batchesOf: Readonly<Record<string, Measure>> = {
  [m.domestic.id]: m.domesticBatches,
  [m.foreign.id]: m.foreignBatches,
  [m.foreignPlace.id]: m.foreignPlaceBatches,
  [m.reception.id]: m.domesticBatches,
};
/** Batches and the persons of the same guests. */
export const personsOf: Readonly<Record<string, Measure>> = {
  [m.domesticBatches.id]: m.domesticPersons,
  [m.foreignBatches.id]: m.foreignPersons,
  [m.foreignPlaceBatches.id]: m.foreignPlacePersons,
  [m.groups.id]: m.travellers,
};
/** The amount that 共计支出 behind the persons means. */
export const amountOfGuests: Readonly<Record<string, Measure>> = {
  [m.domesticPersons.id]: m.domestic,
  [m.foreignPersons.id]: m.foreign,
};
