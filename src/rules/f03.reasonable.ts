import type { Rule } from './rule';
import { house } from './sources';
import { adding, atLeast, atMost, count, equal, timesTerm, yuanAmount, type KeyPattern } from './terms';

type Band = readonly [low: number, high: number];

/** F03.国内接待费.统计数 → 国内接待费 */
const rowOf = (pattern: KeyPattern): string => pattern.split('.')[1]!;
/** 每辆公务用车购置费 → 辆 */
const per = (what: string): string => /^每(辆|人次)/.exec(what)![1]!;

/** If one figure is there, the other must be. */
const implies = (id: string, title: string, given: KeyPattern, then: KeyPattern, unit: 'money' | 'count' = 'count'): Rule => ({
  id,
  title,
  severity: 'warning',
  source: house('财决附03表 同一事项的金额与数量、批次、人次一般并存'),
  given: atLeast(given, given.includes('费.') ? yuanAmount(0.01) : count(1)),
  claim: atLeast(then, unit === 'money' ? yuanAmount(0.01) : count(1)),
  message: `{place} ${rowOf(then)}{filled}，${rowOf(given)}却有 {givenValue}。`,
  hint: '核实两个数字；确实如此的，在填报说明中写明原因。',
});

/** Cost per head within what is usual. */
const perHead = (
  ids: readonly [high: string, low: string],
  what: string,
  money: KeyPattern,
  heads: KeyPattern,
  [low, high]: Band,
): readonly Rule[] => [
  {
    id: ids[0],
    title: `${what}偏高`,
    severity: 'warning',
    source: house(`财决附03表：一般不超过 ${high} 元`),
    given: atLeast(heads, count(1)),
    claim: atMost(money, timesTerm(high, heads)),
    message: `{place} ${what}约 {each}，偏高：{row}为 {value}，${rowOf(heads)}为 {otherValue}，一般每${per(what)}不超过 ${high} 元。`,
    hint: '核实金额和数量；属实的，在填报说明中写明原因。',
  },
  {
    id: ids[1],
    title: `${what}偏低`,
    severity: 'warning',
    source: house(`财决附03表：一般不低于 ${low} 元`),
    given: atLeast(money, yuanAmount(0.01)),
    claim: atLeast(money, timesTerm(low, heads)),
    message: `{place} ${what}偏低：{row}为 {value}，${rowOf(heads)}为 {otherValue}，一般每${per(what)}不低于 ${low} 元。`,
    hint: '核实金额和数量；属实的，在填报说明中写明原因。',
  },
];

const noMore = (id: string, title: string, part: KeyPattern, whole: KeyPattern): Rule => ({
  id,
  title,
  severity: 'warning',
  source: house('财决附03表 其中数不大于总数，批次、团组数不大于人次数'),
  claim: atMost(part, whole),
  message: `{place} ${rowOf(part)}为 {value}，大于${rowOf(whole)}（{otherValue}）。`,
  hint: '核实两个数字。',
});

/** 附03: amounts beside what they were spent for, and what one of it usually costs. */
export const f03ReasonableRules: readonly Rule[] = [
  implies('F03-H02', '填了国内公务接待批次而没有国内接待费', 'F03.国内公务接待批次.统计数', 'F03.国内接待费.统计数', 'money'),
  noMore('F03-H03', '国内公务接待批次大于人次', 'F03.国内公务接待批次.统计数', 'F03.国内公务接待人次.统计数'),
  implies('F03-H04', '有外事接待费而没有外事接待批次', 'F03.外事接待费.统计数', 'F03.外事接待批次.统计数'),
  implies('F03-H05', '有外事接待批次而没有外事接待费', 'F03.外事接待批次.统计数', 'F03.外事接待费.统计数', 'money'),
  implies('F03-H06', '有因公出国（境）费而没有团组数', 'F03.因公出国（境）费.统计数', 'F03.因公出国（境）团组数.统计数'),
  implies('F03-H07', '有因公出国（境）费而没有人次数', 'F03.因公出国（境）费.统计数', 'F03.因公出国（境）人次数.统计数'),
  noMore('F03-H08', '因公出国（境）团组数大于人次数', 'F03.因公出国（境）团组数.统计数', 'F03.因公出国（境）人次数.统计数'),
  implies('F03-H09', '有公务用车购置费而没有购置数', 'F03.公务用车购置费.统计数', 'F03.公务用车购置数.统计数'),
  ...perHead(['F03-H11', 'F03-H12'], '每辆公务用车购置费', 'F03.公务用车购置费.统计数', 'F03.公务用车购置数.统计数', [50000, 500000]),
  implies('F03-H13', '有公务用车运行维护费而没有保有量', 'F03.公务用车运行维护费.统计数', 'F03.公务用车保有量.统计数'),
  implies('F03-H14', '有公务用车保有量而没有运行维护费', 'F03.公务用车保有量.统计数', 'F03.公务用车运行维护费.统计数', 'money'),
  ...perHead(['F03-H21', 'F03-H22'], '每辆公务用车运行维护费', 'F03.公务用车运行维护费.统计数', 'F03.公务用车保有量.统计数', [3000, 80000]),
  {
    id: 'F03-H15',
    title: '公务用车保有量与车辆数合计不同',
    severity: 'info',
    source: house('财决附03表：前者只计财政拨款负担的车辆，后者计全部车辆'),
    claim: equal('F03.公务用车保有量.统计数', 'F03.车辆数合计.统计数'),
    message: '{place} 公务用车保有量为 {value}，车辆数合计为 {otherValue}，两者口径不同，请核实差异。',
    hint: '保有量只计财政拨款负担费用的公务用车，车辆数合计计全部车辆。',
  },
  noMore('F03-H16', '公务用车购置数大于保有量', 'F03.公务用车购置数.统计数', 'F03.公务用车保有量.统计数'),
  {
    id: 'F03-H17',
    title: '事业单位填列了机关运行经费',
    severity: 'warning',
    when: ['事业单位'],
    source: house('财决附03表 机关运行经费只计行政单位和参照公务员法管理的事业单位'),
    claim: atMost('F03.机关运行经费.统计数', yuanAmount(0)),
    message: '{cell}为 {value}，而单位性质是事业单位。',
    hint: '机关运行经费只有行政单位和参公事业单位才有。',
  },
  ...perHead(['F03-H31', 'F03-H32'], '每人次国内公务接待费', 'F03.国内接待费.统计数', 'F03.国内公务接待人次.统计数', [10, 300]),
  {
    id: 'F03-H18',
    title: '“三公”经费超过全年预算数',
    severity: 'warning',
    ifPrinted: true,
    source: house('财决附03表 “三公”经费决算数一般不超过全年预算数'),
    each: {
      rows: {
        only: ['三公经费支出合计', '因公出国（境）费', '公务用车购置及运行维护费', '公务用车购置费', '公务用车运行维护费', '公务接待费'],
      },
    },
    claim: atMost('F03.*.统计数', 'F03.*.全年预算数'),
    message: '{cell}为 {value}，超过全年预算数（{otherValue}）。',
    hint: '“三公”经费一般不得超预算；核实后在说明中写明原因。',
  },
  {
    id: 'F03-H19',
    title: '有较大资本性支出而没有政府采购支出',
    severity: 'warning',
    source: house('财决附03表政府采购支出合计与财决05表 31002、31003、31007、31013：设备购置一般经过政府采购'),
    given: equal('F03.政府采购支出合计.统计数', yuanAmount(0)),
    claim: atMost(adding('Z05.合计.31002', 'Z05.合计.31003', 'Z05.合计.31007', 'Z05.合计.31013'), yuanAmount(100000)),
    message: '财决附03表政府采购支出合计为零，财决05表的设备、信息网络和公务用车购置却有 {left}。',
    hint: '核实是否漏填政府采购支出。',
  },
];
