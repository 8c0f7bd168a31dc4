import type { Key, RowOf } from '../../layouts/keys';
import type { Measure } from './measure';

export const moneyMeasure = (id: Key, name: string, more: Partial<Measure> = {}): Measure => ({
  id,
  name,
  unit: '元',
  keys: [id],
  ...more,
});
export const counted = (id: Key, name: string, more: Partial<Measure> = {}): Measure => ({ id, name, unit: 'count', keys: [id], ...more });
export const outturn = (row: RowOf<'Z01'>, more: Partial<Measure> = {}): Measure => moneyMeasure(`Z01.${row}.决算数`, row, more);

export const measures = {
  total: moneyMeasure('Z01.收入总计.决算数', '收、支总计', { prior: '收支总计' }),
  totalIncome: moneyMeasure('Z01.收入总计.决算数', '收入总计', { prior: '收支总计' }),
  totalSpending: moneyMeasure('Z01.支出总计.决算数', '支出总计', { prior: '收支总计' }),
  income: outturn('本年收入合计'),
  spending: moneyMeasure('Z01.本年支出合计.决算数', '本年支出合计', {
    keys: ['Z04.合计.本年支出合计', 'Z01.本年支出合计.决算数'],
    budget: { table: 'Z01', row: '本年支出合计' },
  }),
  fiscal: moneyMeasure('Z01_1.收入总计.决算数', '财政拨款收、支总计', { prior: '财政拨款收支总计' }),
  fiscalSpending: moneyMeasure('Z01_1.支出总计.决算数·小计', '财政拨款支出总计', { prior: '财政拨款收支总计' }),
  fiscalIncome: {
    id: '文字.财政拨款收入',
    name: '财政拨款收入',
    unit: '元',
    keys: [
      ['Z01.一般公共预算财政拨款收入.决算数', 'Z01.政府性基金预算财政拨款收入.决算数', 'Z01.国有资本经营预算财政拨款收入.决算数'],
      'Z03.合计.财政拨款收入',
    ],
  },
  fiscalYearIncome: moneyMeasure('Z01_1.本年收入合计.决算数', '财政拨款本年收入合计'),
  fiscalYearSpending: moneyMeasure('Z01_1.本年支出合计.决算数·小计', '财政拨款本年支出合计'),
  fiscalOpening: moneyMeasure('Z01_1.年初财政拨款结转和结余.决算数', '年初财政拨款结转和结余'),
  fiscalClosing: moneyMeasure('Z01_1.年末财政拨款结转和结余.决算数·小计', '年末财政拨款结转和结余'),
  opening: outturn('年初结转和结余'),
  closing: outturn('年末结转和结余'),
  budget: moneyMeasure('Z01_1.本年支出合计.决算数·一般公共', '一般公共预算财政拨款支出', {
    keys: ['Z01_1.本年支出合计.决算数·一般公共', 'Z07.合计.本年支出·合计'],
    prior: '一般公共预算支出',
    budget: { table: 'Z01_1', row: '本年支出合计', fund: '一般公共' },
  }),
  fund: moneyMeasure('Z01_1.本年支出合计.决算数·政府性基金', '政府性基金预算财政拨款支出', {
    keys: ['Z01_1.本年支出合计.决算数·政府性基金', 'Z09.合计.本年支出·合计'],
    prior: '政府性基金支出',
    budget: { table: 'Z01_1', row: '本年支出合计', fund: '政府性基金' },
  }),
  capital: moneyMeasure('Z01_1.本年支出合计.决算数·国有资本', '国有资本经营预算财政拨款支出', {
    keys: ['Z01_1.本年支出合计.决算数·国有资本', 'Z11.合计.本年支出·合计'],
    prior: '国有资本经营支出',
    budget: { table: 'Z01_1', row: '本年支出合计', fund: '国有资本' },
  }),
  fundOpening: moneyMeasure('Z09.合计.年初结转和结余·合计', '政府性基金年初结转和结余'),
  fundClosing: moneyMeasure('Z09.合计.年末结转和结余·合计', '政府性基金年末结转和结余'),
  capitalOpening: moneyMeasure('Z11.合计.年初结转和结余·合计', '国有资本经营预算年初结转和结余'),
  capitalClosing: moneyMeasure('Z11.合计.年末结转和结余·合计', '国有资本经营预算年末结转和结余'),
  budgetOpening: moneyMeasure('Z07.合计.年初结转和结余·合计', '一般公共预算财政拨款年初结转和结余'),
  budgetClosing: moneyMeasure('Z07.合计.年末结转和结余·合计', '一般公共预算财政拨款年末结转和结余'),
  allStaff: moneyMeasure('Z01.人员经费.决算数', '人员经费'),
  allRunning: moneyMeasure('Z01.公用经费.决算数', '公用经费'),
  wages: moneyMeasure('Z08_1.合计.301', '工资福利支出'),
  goodsAndServices: moneyMeasure('Z08_1.合计.302', '商品和服务支出'),
  allowances: moneyMeasure('Z08_1.合计.303', '对个人和家庭的补助'),
  basic: moneyMeasure('Z07.合计.本年支出·基本支出', '一般公共预算财政拨款基本支出', {
    keys: ['Z07.合计.本年支出·基本支出', 'Z08_1.合计.合计'],
  }),
  staff: moneyMeasure('Z07.合计.本年支出·人员经费', '人员经费', {
    keys: ['Z07.合计.本年支出·人员经费', 'Z01_1.人员经费.决算数·一般公共', ['Z08_1.合计.301', 'Z08_1.合计.303']],
  }),
  running: moneyMeasure('Z07.合计.本年支出·公用经费', '公用经费', {
    keys: ['Z07.合计.本年支出·公用经费', 'Z01_1.公用经费.决算数·一般公共'],
  }),
  official: moneyMeasure('F03.三公经费支出合计.统计数', '“三公”经费支出', {
    prior: '三公.合计',
    budget: { table: 'F03', row: '三公经费支出合计' },
  }),
  abroad: moneyMeasure('F03.因公出国（境）费.统计数', '因公出国（境）费', {
    prior: '三公.出国',
    budget: { table: 'F03', row: '因公出国（境）费' },
  }),
  vehicles: moneyMeasure('F03.公务用车购置及运行维护费.统计数', '公务用车购置及运行维护费', {
    prior: '三公.用车',
    budget: { table: 'F03', row: '公务用车购置及运行维护费' },
  }),
  purchase: moneyMeasure('F03.公务用车购置费.统计数', '公务用车购置费', { budget: { table: 'F03', row: '公务用车购置费' } }),
  upkeep: moneyMeasure('F03.公务用车运行维护费.统计数', '公务用车运行维护费', { budget: { table: 'F03', row: '公务用车运行维护费' } }),
  reception: moneyMeasure('F03.公务接待费.统计数', '公务接待费', { prior: '三公.接待', budget: { table: 'F03', row: '公务接待费' } }),
  domestic: moneyMeasure('F03.国内接待费.统计数', '国内公务接待支出'),
  foreign: moneyMeasure('F03.外事接待费.统计数', '外事接待支出'),
  foreignPlace: moneyMeasure('F03.国（境）外接待费.统计数', '国（境）外公务接待支出'),
  groups: counted('F03.因公出国（境）团组数.统计数', '因公出国（境）团组数'),
  travellers: counted('F03.因公出国（境）人次数.统计数', '因公出国（境）人次数'),
  bought: counted('F03.公务用车购置数.统计数', '公务用车购置数'),
  kept: counted('F03.公务用车保有量.统计数', '公务用车保有量'),
  domesticBatches: counted('F03.国内公务接待批次.统计数', '国内公务接待批次'),
  domesticPersons: counted('F03.国内公务接待人次.统计数', '国内公务接待人次'),
  foreignBatches: counted('F03.外事接待批次.统计数', '外事接待批次'),
  foreignPersons: counted('F03.外事接待人次.统计数', '外事接待人次'),
  foreignPlaceBatches: counted('F03.国（境）外公务接待批次.统计数', '国（境）外公务接待批次'),
  foreignPlacePersons: counted('F03.国（境）外公务接待人次.统计数', '国（境）外公务接待人次'),
  agency: moneyMeasure('F03.机关运行经费.统计数', '机关运行经费', { prior: '机关运行经费', budget: { table: 'F03', row: '机关运行经费' } }),
  purchases: moneyMeasure('F03.政府采购支出合计.统计数', '政府采购支出总额'),
  goods: moneyMeasure('F03.政府采购货物支出.统计数', '政府采购货物支出'),
  works: moneyMeasure('F03.政府采购工程支出.统计数', '政府采购工程支出'),
  services: moneyMeasure('F03.政府采购服务支出.统计数', '政府采购服务支出'),
  small: moneyMeasure('F03.授予中小企业合同金额.统计数', '授予中小企业合同金额'),
  micro: moneyMeasure('F03.授予小微企业合同金额.统计数', '授予小微企业合同金额'),
  cars: counted('F03.车辆数合计.统计数', '车辆数合计'),
  equipment: counted('F03.单价100万元以上设备.统计数', '单价100万元以上设备'),
  equipment50: counted('F03.单价50万元以上通用设备.统计数', '单价50万元以上通用设备'),
  equipment100: counted('F03.单价100万元以上专用设备.统计数', '单价100万元以上专用设备'),
} satisfies Readonly<Record<string, Measure>>;
