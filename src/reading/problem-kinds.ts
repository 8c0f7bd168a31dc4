import type { Severity } from '../facts/outcome';
import type { Source } from '../kernel/source';

export interface ProblemKind {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  /** What to do; ends with 。 */
  readonly hint: string;
}

const source = (clause: string): Source => ({ by: 'house', doc: '本工具的读表规则', clause });
const kind = (id: string, severity: Severity, title: string, clause: string, hint: string): ProblemKind => ({
  id,
  title,
  severity,
  source: source(clause),
  hint,
});

/** Everything that reading can find wrong, for the findings and for the catalogue of rules. */
export const problemKinds = {
  text: kind('READ-F01', 'error', '金额单元格是文字', '金额栏只能是数字、空白或“—”', '改为数字；没有发生的留空，不适用的填“—”。'),
  errorValue: kind('READ-F02', 'error', '金额单元格是错误值', '金额栏不能是错误值', '修正公式或直接填入数字后重新检查。'),
  uncalculated: kind(
    'READ-F03',
    'error',
    '公式没有计算结果',
    '公式须带计算结果',
    '用 Excel 或 WPS 打开工作簿，等待计算完成并保存后再检查。',
  ),
  duplicate: kind(
    'READ-F04',
    'error',
    '同一张表有两份',
    '每张表只能有一份',
    '删除或改名多余的一份（工作表改名后须同时去掉表名和财决表号），或选定以哪一份为准。',
  ),
  identical: kind(
    'READ-F05',
    'warning',
    '同一张表有两份且内容相同',
    '每张表只能有一份',
    '内容完全相同，已按第一份读取；建议删去多余的一份。',
  ),
  year: kind('READ-F06', 'error', '各表年度不一致', '一个工作簿只含一个年度', '确认这张表是否误用了其他年度的表，更换后重新检查。'),
  unit: kind('READ-F07', 'error', '各表编制单位不一致', '一个工作簿只含一个单位', '确认这张表是否属于本单位，更正编制单位或更换该表。'),
  noUnit: kind('READ-F08', 'warning', '没有编制单位', '表头须有编制单位', '在任一张表的表头补填“编制单位：单位全称”。'),
  noYear: kind('READ-F09', 'warning', '没有年度', '表头须有年度', '在任一张表的表头补填年度，如“2024年度”。'),
  moneyUnit: kind(
    'READ-F10',
    'error',
    '金额单位无法使用',
    '金额单位为元或万元',
    '把金额单位改为“元”或“万元”，并核对数字是否按该单位填列。',
  ),
  mixedMoney: kind(
    'READ-F11',
    'warning',
    '各表金额单位不一致',
    '一个工作簿内金额单位一致',
    '已按各表自己的金额单位换算；请确认该表的金额单位印得对。',
  ),
  noMoney: kind('READ-F12', 'warning', '没有金额单位', '表头须有金额单位', '在该表表头补填“金额单位：元”或“金额单位：万元”。'),
  notProven: kind(
    'READ-F13',
    'warning',
    '表名相符但格式不符',
    '表内须有该表的栏目',
    '确认是否为其他年度或其他用途的表；是本年报表的，请从报表软件重新导出。',
  ),
  numberTitle: kind(
    'READ-F14',
    'warning',
    '表名与表号不一致',
    '表名与财决表号对应',
    '核对该表的标题和右上角的财决表号，更正其中写错的一处。',
  ),
  columnMissing: kind(
    'READ-F15',
    'warning',
    '找不到栏目',
    '栏目按表头文字查找',
    '检查表头文字是否被改动或删除，恢复为报表软件导出的栏目名称。',
  ),
  columnTwice: kind('READ-F16', 'error', '同一栏目出现两次', '栏目按表头文字查找', '检查表头，改正重复的栏目名称或删去多余的列。'),
  columnUnknown: kind(
    'READ-F17',
    'warning',
    '不认识的栏目',
    '经济分类款级栏目',
    '如为新增科目，该列金额已计入小计但未单独核对；如为误改，请恢复栏目名称。',
  ),
  rowMissing: kind('READ-F18', 'warning', '找不到行', '行按项目名称查找', '检查该行的项目名称是否被改动或删除，恢复为报表软件导出的名称。'),
  rowTwice: kind('READ-F19', 'error', '同一行出现两次', '行按项目名称查找', '检查并删去或更正重复的一行。'),
  rowUnknown: kind(
    'READ-F20',
    'warning',
    '不认识的行有金额',
    '行按项目名称或科目编码查找',
    '检查项目名称或科目编码是否写错；该行金额没有读入。',
  ),
  codeTwice: kind('READ-F21', 'error', '科目编码重复', '同一张表一个科目一行', '核对科目编码，合并或更正重复的一行。'),
  moneyUnlikely: kind(
    'READ-F22',
    'warning',
    '金额单位与金额大小不相称',
    '金额按表头的金额单位读取',
    '核对各表表头的金额单位；如金额是按元填列的，把“万元”改为“元”后重新核对，否则说明中的金额会大一万倍。',
  ),
  totalMissing: kind(
    'READ-F23',
    'error',
    '没有合计行',
    '分科目各表有合计行',
    '补上“合计”行，或把该行的名称改回“合计”；没有合计，这张表与其他表无法核对。',
  ),
  date: kind(
    'READ-F24',
    'error',
    '金额单元格是日期',
    '金额栏只能是数字、空白或“—”',
    '把单元格格式改为“数值”，重新填入金额；没有发生的留空。',
  ),
  tooLarge: kind(
    'READ-F25',
    'error',
    '金额过大',
    '金额小于 1,000 万亿元，Excel 只保留 15 位有效数字',
    '核对该金额，去掉多填的位数；没有读入的金额不参加核对。',
  ),
  unseen: kind(
    'READ-F26',
    'error',
    '金额里有看不见的字符',
    '金额栏只能是数字、空白或“—”',
    '选中该单元格，清除内容后重新键入数字（多半是从网页或聊天软件复制来的）。',
  ),
  decimals: kind(
    'READ-F27',
    'warning',
    '有多余小数',
    '以元为单位的金额保留两位小数',
    '金额只到分：改为两位小数（公式外面套 ROUND(…,2)），并核对合计。',
  ),
  textNumbers: kind(
    'READ-F28',
    'info',
    '数字是文本格式',
    '金额栏为数值格式',
    '已按数字读取。Excel 的求和公式不计算文本：选中这些单元格，点左上角的提示，选“转换为数字”。',
  ),
  codeWithName: kind(
    'READ-F29',
    'warning',
    '科目编码和名称在一个单元格',
    '科目编码和科目名称各占一栏',
    '已拆开读取。建议把编码和名称分别填在“科目编码”和“科目名称”两栏。',
  ),
  twoTables: kind(
    'READ-F30',
    'error',
    '一张工作表里有两张表',
    '一张工作表只有一张表',
    '把其中一张移到别的工作表（另一个单位的，移到别的工作簿），或删去多余的一张，然后重新核对。',
  ),
  sameTwice: kind(
    'READ-F31',
    'warning',
    '一张工作表里有两张相同的表',
    '一张工作表只有一张表',
    '内容完全相同，已按第一张读取；建议删去下面重复的一张。',
  ),
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof problemKinds;
