import type { Severity } from '../../facts/outcome';
import type { FaultKind } from '../kind-finding';

const kind = (id: string, title: string, clause: string, hint: string, severity: Severity = 'error'): FaultKind => ({
  id,
  title,
  severity,
  source: { by: 'derived', doc: '部门决算报表表式及编制说明', clause },
  hint,
});

/** What can be wrong with a whole row of a form by 功能分类, or with a form that is not there. */
export const rowKinds = {
  missing: kind(
    'ROW-F01',
    '缺少科目行',
    '分科目各表 列示全部有发生额的科目，同一科目在各表都有一行',
    '补上这一行及其金额；确实没有发生的，更正其他各表。',
  ),
  extra: kind(
    'ROW-F02',
    '多出科目行',
    '分科目各表 列示全部有发生额的科目，同一科目在各表都有一行',
    '核对科目编码；编码写错的改正，不该有的删去并更正合计。',
  ),
  recoded: kind('ROW-F03', '科目编码疑有误', '分科目各表 同一科目在各表编码相同', '核对这一行的科目编码，改正后重新核对。'),
  childless: kind(
    'ROW-F04',
    '科目没有列出下级',
    '分科目各表 列到款、项的，各类、款都列到款、项',
    '补上该科目的下级各行，或改正该科目的金额。',
  ),
  absentForm: kind('ROW-F05', '缺少报表', '部门决算报表 有该项收支的，须编报该表', '从报表软件导出该表，放进同一个工作簿后重新核对。'),
  foreign: kind(
    'ROW-F06',
    '整张表不是本单位本年的',
    '一个工作簿只含一个单位、一个年度的各表',
    '对照报表软件，看这张表是否误用了别的单位或别的年度的表，换成本单位本年的表后重新核对。',
  ),
  lastYears: kind(
    'ROW-F07',
    '整本是上年的数',
    '本年的年初结转是上年的年末结转，两年各表的金额不会处处相同',
    '看打开的是不是上年的工作簿，“上年决算”选的是不是本年的另一份；换成正确的文件后重新核对。',
  ),
  absentDetail: kind(
    'ROW-H01',
    '缺少明细表',
    '部门决算报表 有政府性基金、国有资本经营预算支出或者经营支出的，另有支出决算明细表',
    '需要核对经济分类的，从报表软件导出该表，放进同一个工作簿后重新核对。',
    'warning',
  ),
} as const satisfies Record<string, FaultKind>;
