import type { Rule } from './rule';
import { functionalClassCodes } from '../layouts/codes/functional';
import { house, official, unverified } from './sources';
import { atLeast, atMost, cell, count, equal, adding, timesTerm, yuanAmount, type KeyPattern } from './terms';

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

/** 附03. */
export const operationRules: readonly Rule[] = [
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

/** The other forms. */
export const otherRules: readonly Rule[] = [
  {
    id: 'Z01-H03',
    title: '本年支出完成全年预算不足 90%',
    severity: 'info',
    source: house('财决01表 84行 9栏与8栏：完成不足九成须说明原因'),
    given: atLeast('Z01.本年支出合计.全年预算数', yuanAmount(0.01)),
    claim: atLeast(timesTerm(10, 'Z01.本年支出合计.决算数'), timesTerm(9, 'Z01.本年支出合计.全年预算数')),
    message: '{cell}为 {value}，全年预算数为 {otherValue}，完成不足 90%，说明中须写明原因。',
    hint: '在填报说明中写明原因。',
  },
  {
    id: 'Z01-H04',
    title: '本年支出超过全年预算 10% 以上',
    severity: 'info',
    source: house('财决01表 84行 9栏与8栏：超过一成须说明原因'),
    given: atLeast('Z01.本年支出合计.全年预算数', yuanAmount(0.01)),
    claim: atMost(timesTerm(10, 'Z01.本年支出合计.决算数'), timesTerm(11, 'Z01.本年支出合计.全年预算数')),
    message: '{cell}为 {value}，全年预算数为 {otherValue}，超过 110%，说明中须写明原因。',
    hint: '在填报说明中写明原因。',
  },
  {
    id: 'Z01-H05',
    title: '有决算数而没有预算数',
    severity: 'info',
    source: house('财决01表 32～57行 6栏与5栏：有决算数一般有预算数'),
    each: { rows: { only: functionalClassCodes } },
    given: atLeast('Z01.*.决算数', yuanAmount(0.01)),
    claim: atLeast('Z01.*.全年预算数', yuanAmount(0.01)),
    message: '{cell}{filled}，决算数却有 {givenValue}；说明中不能写完成预算的百分比。',
    hint: '核实该类的全年预算数；使用上年结转的，在说明中写明。',
  },
  {
    id: 'Z01-H06',
    title: '年末结转和结余超过本年支出的 20%',
    severity: 'warning',
    source: { ...official('核实性公式：年末结余过大'), unverified: true },
    given: atLeast('Z01.本年支出合计.决算数', yuanAmount(0.01)),
    claim: atMost(timesTerm(5, 'Z01.年末结转和结余.决算数'), 'Z01.本年支出合计.决算数'),
    message: '{cell}为 {value}，超过本年支出（{otherValue}）的 20%。',
    hint: '不必改表，但要在《填报说明》中写明原因。',
  },
  {
    id: 'Z04-H01',
    title: '养老保险与职业年金缴费之比不近 2:1（偏低）',
    severity: 'warning',
    source: house('财决04表：全年按 16% 和 8% 缴费'),
    given: atLeast('Z04.2080506.本年支出合计', yuanAmount(0.01)),
    claim: atLeast(timesTerm(10, 'Z04.2080505.本年支出合计'), timesTerm(13, 'Z04.2080506.本年支出合计')),
    message: '{cell}为 {value}，不到职业年金缴费（{otherValue}）的 1.3 倍，一般约为 2 倍。',
    hint: '核实两项缴费；补缴或做实职业年金的，在填报说明中写明。',
  },
  {
    id: 'Z04-H02',
    title: '养老保险与职业年金缴费之比不近 2:1（偏高）',
    severity: 'warning',
    source: house('财决04表：全年按 16% 和 8% 缴费'),
    given: atLeast('Z04.2080506.本年支出合计', yuanAmount(0.01)),
    claim: atMost('Z04.2080505.本年支出合计', timesTerm(3, 'Z04.2080506.本年支出合计')),
    message: '{cell}为 {value}，超过职业年金缴费（{otherValue}）的 3 倍，一般约为 2 倍。',
    hint: '核实两项缴费；部分年度未缴的，在填报说明中写明。',
  },
  {
    id: 'Z05-H01',
    title: '住房公积金的功能科目与经济分类不一致',
    severity: 'info',
    source: house('财决05表 2210201 住房公积金（功能科目）与 30113 住房公积金（经济分类）一般相等'),
    tolerance: { yuan: 1, why: '两处分别取整' },
    claim: equal('Z05.2210201.合计', 'Z05.合计.30113'),
    hint: '一般相等；有项目经费负担公积金等情况的，核实即可。',
  },
  {
    id: 'Z04-H03',
    title: '行政运行列有项目支出',
    severity: 'warning',
    source: house('行政运行反映基本支出，一般不列项目支出'),
    each: { rows: { of: ['Z04'], level: 'items', named: ['行政运行'] } },
    claim: atMost('Z04.*.项目支出', yuanAmount(0)),
    message: '{cell}为 {value}；行政运行一般只列基本支出。',
    hint: '核实该笔支出的科目和支出性质。',
  },
  {
    id: 'Z04-H04',
    title: '一般行政管理事务列有基本支出',
    severity: 'info',
    source: house('一般行政管理事务反映未单独设置项级科目的项目支出，一般不列基本支出'),
    each: { rows: { of: ['Z04'], level: 'items', named: ['一般行政管理事务'] } },
    claim: atMost('Z04.*.基本支出', yuanAmount(0)),
    message: '{cell}为 {value}；一般行政管理事务一般只列项目支出。',
    hint: '核实该笔支出的科目和支出性质。',
  },
  {
    id: 'Z05_1-H01',
    title: '基本支出列有基本建设支出',
    severity: 'warning',
    source: house('财决05-1表 309、311 属基本建设，不属于基本支出'),
    each: { rows: { of: ['Z05_1'] }, columns: { only: ['309', '311'] } },
    ifPrinted: true,
    claim: atMost('Z05_1.*.*', yuanAmount(0)),
    message: '{cell}为 {value}；基本建设支出属于项目支出。',
    hint: '核实支出性质。',
  },
  {
    id: 'Z08_1-H01',
    title: '基本支出列有基本建设支出',
    severity: 'warning',
    source: house('财决08-1表 309、311 属基本建设，不属于基本支出'),
    each: { rows: { of: ['Z08_1'] }, columns: { only: ['309', '311'] } },
    ifPrinted: true,
    claim: atMost('Z08_1.*.*', yuanAmount(0)),
    message: '{cell}为 {value}；基本建设支出属于项目支出。',
    hint: '核实支出性质。',
  },
  ...(
    [
      ['Z05-H11', '301', '30199'],
      ['Z05-H12', '302', '30299'],
      ['Z05-H13', '303', '30399'],
      ['Z05-H14', '310', '31099'],
    ] as const
  ).map(([id, group, other]): Rule => {
    return {
      id,
      title: '“其他”款占该类的三成以上',
      severity: 'info',
      source: house(`财决05表合计行 ${other}：“其他”款过大时，应看是否有具体款可列`),
      given: atLeast(cell(`Z05.合计.${group}`), yuanAmount(100000)),
      claim: atMost(timesTerm(10, `Z05.合计.${other}`), timesTerm(3, `Z05.合计.${group}`)),
      message: '{cell}为 {value}，占该类小计（{otherValue}）的三成以上。',
      hint: '“其他”款过大时，看是否应列入具体款。',
    };
  }),
];

const z06 = (id: string, title: string, claim: Rule['claim'], clause: string, each?: Rule['each']): Rule => ({
  id,
  title,
  severity: 'warning',
  each,
  claim,
  ifPrinted: true,
  source: unverified(`财决06表：${clause}`),
  hint: '财决06表的表式未经实例证实，请对照报表软件的公式核实。',
});

/** 财决06, whose layout no real workbook has confirmed. */
export const projectRules: readonly Rule[] = [
  z06(
    'Z06-A02',
    '资金来源合计等于年初结转与本年收入之和',
    equal('Z06.*.资金来源·合计', adding('Z06.*.资金来源·年初结转和结余', 'Z06.*.资金来源·本年收入')),
    '资金来源',
    { rows: { of: ['Z06'], level: 'all' } },
  ),
  z06(
    'Z06-A03',
    '年末结转和结余等于资金来源加使用结余减支出和分配',
    equal('Z06.*.年末结转和结余·合计', {
      op: 'minus',
      left: adding('Z06.*.资金来源·合计', 'Z06.*.使用非财政拨款结余'),
      right: adding('Z06.*.本年支出·合计', 'Z06.*.结余分配'),
    }),
    '收支平衡',
    { rows: { of: ['Z06'], level: 'all' } },
  ),
  z06('Z06-A04', '财政拨款支出不大于支出合计', atMost('Z06.*.本年支出·财政拨款', 'Z06.*.本年支出·合计'), '其中数', {
    rows: { of: ['Z06'], level: 'all' },
  }),
  z06('Z06-X01', '项目支出与财决04表一致', equal('Z06.*.本年支出·合计', 'Z04.*.项目支出'), '本年支出＝财决04表项目支出', {
    rows: { of: ['Z06', 'Z04'] },
  }),
  z06(
    'Z06-X02',
    '年初结转和结余与财决02表一致',
    equal('Z06.*.资金来源·年初结转和结余', 'Z02.*.年初结转和结余·项目支出结转和结余'),
    '年初＝财决02表 3栏',
    { rows: { of: ['Z06'] } },
  ),
  z06('Z06-X03', '财政拨款收入不大于财决03表', atMost('Z06.*.资金来源·财政拨款收入', 'Z03.*.财政拨款收入'), '资金来源≤财决03表', {
    rows: { of: ['Z06'] },
  }),
  z06('Z06-X04', '使用非财政拨款结余不大于财决02表', atMost('Z06.*.使用非财政拨款结余', 'Z02.*.使用非财政拨款结余'), '使用结余≤财决02表', {
    rows: { of: ['Z06'] },
  }),
];
