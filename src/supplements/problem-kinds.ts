import { printed } from '../facts/phrase';
import type { Finding, Severity } from '../facts/outcome';
import type { Source } from '../kernel/source';
import { placeKey, type CellRef, type Scalar } from '../kernel/workbook';

interface SupplementProblem {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  /** What to do; ends with 。 */
  readonly hint: string;
}

const source: Source = { by: 'house', doc: '本工具的补充信息表', clause: '填写要求' };
const kind = (id: string, severity: Severity, title: string, hint: string): SupplementProblem => ({ id, severity, title, hint, source });

/** Everything that can be wrong in 补充信息, for the findings and for the catalogue of rules. */
export const supplementProblems = {
  notNumber: kind('SUP-F01', 'error', '补充信息的金额不是数', '改为以元为单位的数字，如 1234.50，不带单位文字。'),
  negative: kind('SUP-F02', 'error', '补充信息的数不能是负数', '核对后改为不小于 0 的数。'),
  notCount: kind('SUP-F03', 'error', '补充信息的数量不是整数', '改为不小于 0 的整数。'),
  notOption: kind('SUP-F04', 'error', '补充信息的选项无效', '在单元格的下拉列表中选择。'),
  notCode: kind('SUP-F05', 'error', '补充信息的科目编码无效', '改为7位支出功能分类科目编码（项级），如 2010301。'),
  notVehicle: kind('SUP-F06', 'error', '补充信息的车型无效', '在单元格的下拉列表中选择车型。'),
  notProject: kind('SUP-F15', 'error', '补充信息的项目名称无效', '写项目的全称，不换行，不超过100字。'),
  twice: kind('SUP-F07', 'error', '补充信息重复填写', '只保留其中一行，重复的一行没有采用。'),
  half: kind('SUP-F08', 'error', '购置车辆的数量和金额没有成对填写', '数量和金额要同时填写。'),
  errorValue: kind('SUP-F09', 'error', '补充信息的单元格是错误值', '修正公式，或直接填入数字和文字。'),
  layout: kind('SUP-F10', 'error', '补充信息表的格式无法识别', '不要删除表中隐藏的 A 列。重新生成时会另起表格，现有内容原样保留在表末。'),
  tooLong: kind('SUP-F12', 'error', '补充信息的文字太长', '压缩文字后重新填写。'),
  control: kind('SUP-F13', 'error', '补充信息的文字含有控制字符', '删去看不见的字符，或重新输入。'),
  notScore: kind('SUP-F14', 'error', '补充信息的得分无效', '改为 0 到 100 之间的得分，如 95.5。'),
  aside: kind('SUP-F11', 'warning', '已核实的记录不完整', '这条记录没有采用，请在面板中重新标为已核实。'),
} as const;

/** One finding at one cell of the sheet. `message` ends with 。 */
export function supplementFinding(name: keyof typeof supplementProblems, message: string, at: CellRef, value: Scalar): Finding {
  const { id, title, severity, source: from, hint } = supplementProblems[name];
  const place = `${id}@${placeKey(at)}`;
  return {
    id: place,
    rule: id,
    kind: 'supplied',
    severity,
    title,
    message: [printed(message)],
    hint,
    source: from,
    cells: [at],
    group: place,
    fingerprint: [place, String(value)].join('\u0001'),
  };
}
