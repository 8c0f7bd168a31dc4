import { column, defineForm, form, needed, type RowWords } from './layout';

type Side = '左' | '右';
const both: readonly Side[] = ['左', '右'];
const amount = <Key extends string>(key: Key, words: string, more: { readonly required?: true } = {}): RowWords<Key, Side> => ({
  key,
  words,
  in: both,
  ...more,
});
/** 数, 量, 批次, 人次, 用车 and 设备 rows are counts; the others are amounts in 元. */
const count = <Key extends string>(key: Key, words: string): RowWords<Key, Side> & { readonly count: true } => ({
  key,
  words,
  in: both,
  count: true,
});

/** The eight uses whose sum is 车辆数合计. */
export const f03VehicleUses = [
  '副部（省）级及以上领导用车',
  '主要负责人用车',
  '机要通信用车',
  '应急保障用车',
  '执法执勤用车',
  '特种专业技术用车',
  '离退休干部用车',
  '其他用车',
] as const;

/** Vehicle uses and equipment changed their names in 2018 and 2022; every printing names the same thing. */
const rows = [
  amount('三公经费支出合计', '支出合计|三公经费支出合计|三公经费合计|三公经费支出', { required: true }),
  amount('因公出国（境）费', '因公出国(境)费|因公出国(境)费用', { required: true }),
  amount('公务用车购置及运行维护费', '公务用车购置及运行维护费|公务用车购置及运行费|公务用车购置和运行维护费', { required: true }),
  amount('公务用车购置费', '公务用车购置费'),
  amount('公务用车运行维护费', '公务用车运行维护费|公务用车运行费'),
  amount('公务接待费', '公务接待费', { required: true }),
  amount('国内接待费', '国内接待费|国内公务接待费'),
  amount('外事接待费', '外事接待费'),
  amount('国（境）外接待费', '国(境)外接待费|国(境)外公务接待费'),
  count('因公出国（境）团组数', '因公出国(境)团组数|因公出国(境)团组'),
  count('因公出国（境）人次数', '因公出国(境)人次数|因公出国(境)人次|因公出国(境)人数'),
  count('公务用车购置数', '公务用车购置数|公务用车购置量'),
  count('公务用车保有量', '公务用车保有量|公务用车保有数'),
  count('国内公务接待批次', '国内公务接待批次|国内公务接待批次数'),
  count('外事接待批次', '外事接待批次|外事接待批次数'),
  count('国内公务接待人次', '国内公务接待人次|国内公务接待人数'),
  count('外事接待人次', '外事接待人次|外事接待人数'),
  count('国（境）外公务接待批次', '国(境)外公务接待批次|国(境)外接待批次'),
  count('国（境）外公务接待人次', '国(境)外公务接待人次|国(境)外接待人次'),
  amount('机关运行经费', '机关运行经费|机关运行经费支出|机关运行经费合计', { required: true }),
  amount('行政单位', '行政单位'),
  amount('参照公务员法管理事业单位', '参照公务员法管理事业单位|参照公务员法管理的事业单位|参公事业单位|参公管理事业单位'),
  count('车辆数合计', '车辆数合计|车辆合计'),
  count('副部（省）级及以上领导用车', '副部(省)级及以上领导用车|部级领导干部用车|部(省)级及以上领导用车'),
  count('主要负责人用车', '主要负责人用车|主要领导干部用车'),
  count('机要通信用车', '机要通信用车|机要通讯用车'),
  count('应急保障用车', '应急保障用车'),
  count('执法执勤用车', '执法执勤用车|一般执法执勤用车'),
  count('特种专业技术用车', '特种专业技术用车'),
  count('离退休干部用车', '离退休干部用车|离退休干部服务用车'),
  count('其他用车', '其他用车'),
  count(
    '单价100万元以上设备',
    '单价100万元(含)以上设备(不含车辆)|单价100万元以上设备(不含车辆)|单价100万元(含)以上设备|单价100万元以上设备',
  ),
  count('单价50万元以上通用设备', '单价50万元以上通用设备|单价50万元(含)以上通用设备|单位价值50万元以上通用设备'),
  count('单价100万元以上专用设备', '单价100万元以上专用设备|单价100万元(含)以上专用设备|单位价值100万元以上专用设备'),
  amount('政府采购支出合计', '政府采购支出合计'),
  amount('政府采购货物支出', '政府采购货物支出'),
  amount('政府采购工程支出', '政府采购工程支出'),
  amount('政府采购服务支出', '政府采购服务支出'),
  amount('授予中小企业合同金额', '政府采购授予中小企业合同金额|授予中小企业合同金额'),
  amount('授予小微企业合同金额', '授予小微企业合同金额|政府采购授予小微企业合同金额'),
];

const counted = '统计数|决算数|决算统计数|支出统计数';
/** The 2017 form prints one 预算数 and says that it is the 年初预算数. */
const columns = [
  column('年初预算数', '年初预算数|年初预算|预算数', '年初预算数|预算数 > 小计|合计'),
  column('全年预算数', '全年预算数|全年预算|调整预算数', '全年预算数 > 小计|合计'),
  needed('统计数', counted, `${counted} > 小计|合计`),
];

export const f03 = defineForm({
  id: 'F03',
  table: 'F03',
  family: '财决',
  titles: ['机构运行信息表', '部门决算相关信息统计表'],
  numbers: ['财决附03表'],
  source: form('财决附03表', true),
  unit: '元',
  blankMeansNone: true,
  proof: ['统计数|决算数', '三公经费支出|三公经费支出合计|支出合计', '因公出国(境)费', '公务接待费', '机关运行经费'],
  body: {
    kind: 'fixed',
    blocks: [
      { name: '左', head: '', columns },
      { name: '右', head: '', columns },
    ],
    rows,
  },
  absence: '“三公”经费、机关运行经费、政府采购和国有资产情况（说明第七、十部分）无法编写和核对。',
});
