import { f03VehicleUses } from '../layouts/f03';
import { columnsOf } from '../layouts/shape';
import type { Rule } from './rule';
import { derived, house, unverified } from './sources';
import { atLeast, atMost, count, equal, adding, yuanAmount, type KeyPattern } from './terms';

const stages = { columns: { only: columnsOf('F03') } } as const;
const disclosed = (id: string, money: '国内接待费', counted: '国内公务接待批次' | '国内公务接待人次'): Rule => ({
  id,
  title: `有${money}就要填${counted}`,
  severity: 'error',
  source: derived('财决附03表 相关统计数：有金额就有批次、人次'),
  given: atLeast(`F03.${money}.统计数`, yuanAmount(0.01)),
  claim: atLeast(`F03.${counted}.统计数`, count(1)),
  message: `{place} ${counted}{filled}，${money}却有 {givenValue}。`,
  hint: '按实际补填相关统计数，情况说明要公开这一数字。',
});

/** 附03 机构运行信息表: within the form. */
export const f03Rules: readonly Rule[] = [
  {
    id: 'F03-A01',
    title: '“三公”经费支出合计等于三项之和',
    severity: 'error',
    each: stages,
    ifPrinted: true,
    source: derived('财决附03表 2行＝3行＋4行＋7行'),
    claim: equal('F03.三公经费支出合计.*', adding('F03.因公出国（境）费.*', 'F03.公务用车购置及运行维护费.*', 'F03.公务接待费.*')),
    hint: '核对 2、3、4、7 行。',
  },
  {
    id: 'F03-A02',
    title: '公务用车购置及运行维护费等于两项之和',
    severity: 'error',
    each: stages,
    ifPrinted: true,
    source: derived('财决附03表 4行＝5行＋6行'),
    claim: equal('F03.公务用车购置及运行维护费.*', adding('F03.公务用车购置费.*', 'F03.公务用车运行维护费.*')),
    hint: '核对 4、5、6 行。',
  },
  {
    id: 'F03-A03',
    title: '公务接待费等于国内与国（境）外接待费之和',
    severity: 'error',
    each: stages,
    ifPrinted: true,
    source: derived('财决附03表 7行＝8行＋10行'),
    claim: equal('F03.公务接待费.*', adding('F03.国内接待费.*', 'F03.国（境）外接待费.*')),
    hint: '核对 7、8、10 行。',
  },
  {
    id: 'F03-A04',
    title: '外事接待费不大于国内接待费',
    severity: 'error',
    source: derived('财决附03表 9行≤8行'),
    claim: atMost('F03.外事接待费.统计数', 'F03.国内接待费.统计数'),
    hint: '外事接待是国内接待的其中数。',
  },
  {
    id: 'F03-A05',
    title: '外事接待批次不大于国内公务接待批次',
    severity: 'error',
    source: derived('财决附03表 17行≤16行'),
    claim: atMost('F03.外事接待批次.统计数', 'F03.国内公务接待批次.统计数'),
    hint: '外事接待是国内接待的其中数。',
  },
  {
    id: 'F03-A06',
    title: '外事接待人次不大于国内公务接待人次',
    severity: 'error',
    source: derived('财决附03表 19行≤18行'),
    claim: atMost('F03.外事接待人次.统计数', 'F03.国内公务接待人次.统计数'),
    hint: '外事接待是国内接待的其中数。',
  },
  {
    id: 'F03-A07',
    title: '机关运行经费等于行政单位与参公单位之和',
    severity: 'error',
    source: derived('财决附03表 机关运行经费＝行政单位＋参照公务员法管理事业单位'),
    claim: equal('F03.机关运行经费.统计数', adding('F03.行政单位.统计数', 'F03.参照公务员法管理事业单位.统计数')),
    hint: '核对机关运行经费三行。',
  },
  {
    id: 'F03-A08',
    title: '车辆数合计等于各类用车之和',
    severity: 'error',
    source: derived('财决附03表 车辆数合计＝各类用车之和'),
    claim: equal('F03.车辆数合计.统计数', adding(...f03VehicleUses.map((use): KeyPattern => `F03.${use}.统计数`))),
    hint: '核对车辆数合计与各类用车。',
  },
  {
    id: 'F03-A09',
    title: '政府采购支出合计等于货物、工程、服务之和',
    severity: 'error',
    source: derived('财决附03表 政府采购支出合计＝货物＋工程＋服务'),
    claim: equal(
      'F03.政府采购支出合计.统计数',
      adding('F03.政府采购货物支出.统计数', 'F03.政府采购工程支出.统计数', 'F03.政府采购服务支出.统计数'),
    ),
    hint: '核对政府采购支出各行。',
  },
  {
    id: 'F03-A10',
    title: '授予小微企业合同金额不大于授予中小企业合同金额',
    severity: 'error',
    source: derived('财决附03表 授予小微企业合同金额≤授予中小企业合同金额'),
    claim: atMost('F03.授予小微企业合同金额.统计数', 'F03.授予中小企业合同金额.统计数'),
    hint: '小微企业是中小企业的其中数。',
  },
  {
    id: 'F03-H01',
    title: '授予中小企业合同金额大于政府采购支出合计',
    severity: 'warning',
    source: house('财决附03表 政府采购：合同可以跨年，故只提示'),
    claim: atMost('F03.授予中小企业合同金额.统计数', 'F03.政府采购支出合计.统计数'),
    hint: '合同金额可以跨年支付；请核实。',
  },
  disclosed('F03-F01', '国内接待费', '国内公务接待批次'),
  disclosed('F03-F02', '国内接待费', '国内公务接待人次'),
];

/** 附03 against the other forms. */
export const f03CrossRules: readonly Rule[] = [
  ...(
    [
      ['F03-X01', '因公出国（境）费', '30212'],
      ['F03-X02', '公务接待费', '30217'],
      ['F03-X03', '公务用车运行维护费', '30231'],
    ] as const
  ).map(([id, row, item]): Rule => ({
    id,
    title: `${row}与财决08、10表一致`,
    severity: 'warning',
    source: unverified(`财决附03表＝财决08表＋10表 ${item}（2017年表注明与财决08表衔接，2019年后待实例证实）`),
    claim: equal(`F03.${row}.统计数`, adding(`Z08.合计.${item}`, `Z10.合计.${item}`)),
    hint: '“三公”经费统计一般公共预算和政府性基金预算财政拨款开支的金额。',
  })),
  {
    id: 'F03-X04',
    title: '公务用车购置费与财决08、10表一致',
    severity: 'warning',
    source: unverified('财决附03表＝财决08表＋10表 31013＋30913'),
    claim: equal('F03.公务用车购置费.统计数', adding('Z08.合计.31013', 'Z08.合计.30913', 'Z10.合计.31013', 'Z10.合计.30913')),
    hint: '不要漏掉资本性支出（基本建设）中的公务用车购置 30913。',
  },
  ...(
    [
      ['F03-X05', '因公出国（境）费', '30212'],
      ['F03-X06', '公务接待费', '30217'],
      ['F03-X07', '公务用车运行维护费', '30231'],
      ['F03-X08', '公务用车购置费', '31013'],
    ] as const
  ).map(([id, row, item]): Rule => ({
    id,
    title: `基本支出中的${row}不大于“三公”经费`,
    severity: 'error',
    source: derived(`财决08-1表 ${item}≤财决附03表`),
    claim: atMost(`Z08_1.合计.${item}`, `F03.${row}.统计数`),
    hint: '基本支出只是其中一部分；附03表少填或08-1表多列。',
  })),
  {
    id: 'F03-X09',
    title: '机关运行经费等于一般公共预算公用经费',
    severity: 'error',
    when: ['行政或参公', '单位'],
    source: derived('财决附03表 机关运行经费＝财决07表 10栏'),
    claim: equal('F03.机关运行经费.统计数', 'Z07.合计.本年支出·公用经费'),
    hint: '行政单位、参公单位的机关运行经费即一般公共预算基本支出中的公用经费。',
  },
  {
    id: 'F03-X10',
    title: '机关运行经费不大于一般公共预算公用经费',
    severity: 'error',
    source: derived('财决附03表 机关运行经费≤财决07表 10栏（含汇总）'),
    unlessNegative: true,
    claim: atMost('F03.机关运行经费.统计数', 'Z07.合计.本年支出·公用经费'),
    hint: '机关运行经费只统计行政、参公单位的公用经费。',
  },
];
