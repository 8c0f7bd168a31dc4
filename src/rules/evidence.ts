import { economicGroupCodes } from '../layouts/codes/economic';
import { functionalClassCodes } from '../layouts/codes/functional';
import type { FixedTable, RowOf } from '../layouts/keys';
import { countsOf, rowsOf } from '../layouts/shape';
import { stages } from '../layouts/z01';
import { funds } from '../layouts/z01_1';
import type { Each, Rule } from './rule';
import { house } from './sources';
import { equal, adding } from './terms';

type Side = Parameters<typeof equal>[0];

const usual = (id: string, title: string, each: Each, left: Side, right: Side): Rule => ({
  id,
  title,
  severity: 'info',
  evidence: true,
  each,
  source: house('旁证，不是核对要求'),
  claim: equal(left, right),
  hint: '只用于判断几个可疑单元格中哪一个更可疑。',
});

const only = (...rows: readonly RowOf<FixedTable>[]): Each => ({ rows: { only: rows } });
const perFund = { columns: { only: funds } };
const groups: readonly string[] = economicGroupCodes;
/** All rows of 财决01 and of the expenditure side of 财决01-1 but those by 经济分类, which have no budgets. */
const z01Rows = rowsOf('Z01').filter((row) => !groups.includes(row));
const z01_1Income = rowsOf('Z01_1', '收入');
const z01_1Spending = rowsOf('Z01_1').filter((row) => !groups.includes(row) && !z01_1Income.includes(row));
const counts = countsOf('F03');
const f03Amounts = rowsOf('F03').filter((row) => !counts.includes(row));

/**
 * What usually agrees without having to. When rules fail and several cells explain it equally well, these weigh one suspect
 * against the other; they are never reported and never counted.
 */
export const evidenceRules: readonly Rule[] = [
  usual('Z01-E01', '全年预算数通常等于年初预算数', only(...z01Rows), 'Z01.*.全年预算数', 'Z01.*.年初预算数'),
  usual('Z01-E02', '决算数通常等于全年预算数', only(...z01Rows), 'Z01.*.决算数', 'Z01.*.全年预算数'),
  usual(
    'Z01-E03',
    '没有其他资金的类，财决01表与01-1表相等',
    { ...only(...functionalClassCodes), columns: { only: stages } },
    'Z01.*.*',
    'Z01_1.*.*·小计',
  ),
  usual(
    'Z01-E04',
    '基本、项目支出通常与01-1表相等',
    { ...only('基本支出', '人员经费', '公用经费', '项目支出', '本年支出合计'), columns: { only: stages } },
    'Z01.*.*',
    'Z01_1.*.*·小计',
  ),
  usual('Z01_1-E01', '全年预算数通常等于年初预算数', only(...z01_1Income), 'Z01_1.*.全年预算数', 'Z01_1.*.年初预算数'),
  usual('Z01_1-E02', '决算数通常等于全年预算数', only(...z01_1Income), 'Z01_1.*.决算数', 'Z01_1.*.全年预算数'),
  usual(
    'Z01_1-E03',
    '全年预算数通常等于年初预算数',
    { ...only(...z01_1Spending), ...perFund },
    'Z01_1.*.全年预算数·*',
    'Z01_1.*.年初预算数·*',
  ),
  usual('Z01_1-E04', '决算数通常等于全年预算数', { ...only(...z01_1Spending), ...perFund }, 'Z01_1.*.决算数·*', 'Z01_1.*.全年预算数·*'),
  usual('Z01_1-E05', '经济分类通常与财决01表相等', only(...economicGroupCodes), 'Z01_1.*.决算数·小计', 'Z01.*.决算数'),
  usual(
    'Z02-E01',
    '年初结转通常都是财政拨款',
    { rows: { of: ['Z02', 'Z07'] } },
    'Z02.*.年初结转和结余·合计',
    adding('Z07.*.年初结转和结余·合计', 'Z09.*.年初结转和结余·合计', 'Z11.*.年初结转和结余·合计'),
  ),
  usual(
    'Z04-E01',
    '支出通常都是财政拨款',
    { rows: { of: ['Z04'] } },
    'Z04.*.本年支出合计',
    adding('Z07.*.本年支出·合计', 'Z09.*.本年支出·合计', 'Z11.*.本年支出·合计'),
  ),
  usual(
    'Z05-E01',
    '支出明细通常都是财政拨款',
    { rows: { of: ['Z05'] }, columns: { of: 'Z05', level: 'all' } },
    'Z05.*.*',
    adding('Z08.*.*', 'Z10.*.*'),
  ),
  usual(
    'Z05_1-E01',
    '基本支出明细通常都是财政拨款',
    { rows: { of: ['Z05_1'] }, columns: { of: 'Z05_1', level: 'all' } },
    'Z05_1.*.*',
    'Z08_1.*.*',
  ),
  usual(
    'Z05_2-E01',
    '项目支出明细通常都是财政拨款',
    { rows: { of: ['Z05_2'], level: 'all' }, columns: { of: 'Z05_2', level: 'all' } },
    'Z05_2.*.*',
    'Z08_2.*.*',
  ),
  usual('Z09-E01', '没有结转的基金，收入等于支出', { rows: { of: ['Z09'] } }, 'Z09.*.本年收入·合计', 'Z09.*.本年支出·合计'),
  usual('F03-E01', '全年预算数通常等于年初预算数', only(...f03Amounts), 'F03.*.全年预算数', 'F03.*.年初预算数'),
  usual('F03-E02', '统计数通常等于全年预算数', only(...f03Amounts), 'F03.*.统计数', 'F03.*.全年预算数'),
  usual('F03-E03', '行政单位的机关运行经费即公用经费', {}, 'F03.机关运行经费.统计数', 'Z07.合计.本年支出·公用经费'),
  usual('F03-E04', '政府采购货物通常即办公设备购置', {}, 'F03.政府采购货物支出.统计数', 'Z05.合计.31002'),
  usual('F03-E05', '政府采购通常都授予中小企业', {}, 'F03.政府采购支出合计.统计数', 'F03.授予中小企业合同金额.统计数'),
];
