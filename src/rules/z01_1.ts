import { columnsOf, rowsOf } from '../layouts/shape';
import { stages as allStages } from '../layouts/z01';
import type { Fund } from '../layouts/z01_1';
import type { Rule } from './rule';
import { derived, house } from './sources';
import { atMost, equal, adding, sumRows, yuanAmount } from './terms';

const stages = { columns: { only: allStages } } as const;
const perFund = { columns: { only: columnsOf('Z01_1', '功能') } };
const income = rowsOf('Z01_1', '收入');
const rowsWithoutTotal = rowsOf('Z01_1').filter((row) => !income.includes(row) && row !== '支出总计');
/** A total that the form leaves out per fund in the budget columns is not zero, it is not printed. */
const totals = ['支出总计'] as const;

const fundBalance = (
  id: string,
  income: '一般公共预算财政拨款' | '政府性基金预算财政拨款' | '国有资本经营预算财政拨款',
  fund: Exclude<Fund, '小计'>,
): Rule => ({
  id,
  title: `${income}收支平衡`,
  severity: 'error',
  each: stages,
  source: derived('财决01-1表：本年收入＋年初结转＝本年支出＋年末结转，分资金'),
  claim: equal(adding(`Z01_1.${income}.*`, `Z01_1.年初${fund}.*`), adding(`Z01_1.本年支出合计.*·${fund}`, `Z01_1.年末${fund}.*·小计`)),
  hint: '该项资金的收入、年初结转、支出、年末结转必有一处不对。',
});

/** 财决01-1 财政拨款收入支出决算总表: within the form. */
export const z01_1Rules: readonly Rule[] = [
  {
    id: 'Z01_1-A01',
    title: '本年收入合计等于三项财政拨款之和',
    severity: 'error',
    each: stages,
    source: derived('财决01-1表 27行＝1行＋2行＋3行'),
    claim: equal(
      'Z01_1.本年收入合计.*',
      adding('Z01_1.一般公共预算财政拨款.*', 'Z01_1.政府性基金预算财政拨款.*', 'Z01_1.国有资本经营预算财政拨款.*'),
    ),
    hint: '核对 1～3 行与 27 行。',
  },
  {
    id: 'Z01_1-A02',
    title: '年初财政拨款结转和结余等于三项资金之和',
    severity: 'error',
    each: stages,
    source: derived('财决01-1表 28行＝29行＋30行＋31行'),
    claim: equal('Z01_1.年初财政拨款结转和结余.*', adding('Z01_1.年初一般公共.*', 'Z01_1.年初政府性基金.*', 'Z01_1.年初国有资本.*')),
    hint: '核对 28～31 行。',
  },
  {
    id: 'Z01_1-A03',
    title: '收入总计等于本年收入与年初结转之和',
    severity: 'error',
    each: stages,
    source: derived('财决01-1表 32行＝27行＋28行'),
    claim: equal('Z01_1.收入总计.*', adding('Z01_1.本年收入合计.*', 'Z01_1.年初财政拨款结转和结余.*')),
    hint: '核对 27、28 行与 32 行总计。',
  },
  {
    id: 'Z01_1-A04',
    title: '小计等于三项资金之和',
    severity: 'error',
    each: { rows: { only: rowsWithoutTotal }, ...stages },
    source: derived('财决01-1表 各支出行：小计＝一般公共预算＋政府性基金＋国有资本经营'),
    claim: equal('Z01_1.*.*·小计', adding('Z01_1.*.*·一般公共', 'Z01_1.*.*·政府性基金', 'Z01_1.*.*·国有资本')),
    hint: '核对该行小计与一般公共预算、政府性基金、国有资本经营三栏。',
  },
  {
    id: 'Z01_1-A05',
    title: '支出总计的小计等于三项资金之和',
    severity: 'error',
    each: { rows: { only: totals }, ...stages },
    source: derived('财决01-1表 支出总计行：小计＝一般公共预算＋政府性基金＋国有资本经营'),
    skipBlank: 'right',
    claim: equal('Z01_1.*.*·小计', adding('Z01_1.*.*·一般公共', 'Z01_1.*.*·政府性基金', 'Z01_1.*.*·国有资本')),
    hint: '核对总计行。',
  },
  {
    id: 'Z01_1-A06',
    title: '本年支出合计等于按功能分类各类之和',
    severity: 'error',
    each: perFund,
    source: derived('财决01-1表 本年支出合计＝功能分类各类之和，各栏'),
    claim: equal('Z01_1.本年支出合计.*', sumRows('Z01_1', 'functional', '*')),
    hint: '核对各类支出与本年支出合计。',
  },
  {
    id: 'Z01_1-A07',
    title: '本年支出合计等于基本支出与项目支出之和',
    severity: 'error',
    each: perFund,
    source: derived('财决01-1表 本年支出合计＝基本支出＋项目支出，各栏'),
    claim: equal('Z01_1.本年支出合计.*', adding('Z01_1.基本支出.*', 'Z01_1.项目支出.*')),
    hint: '核对基本支出、项目支出与本年支出合计。',
  },
  {
    id: 'Z01_1-A08',
    title: '基本支出等于人员经费与公用经费之和',
    severity: 'error',
    each: perFund,
    source: derived('财决01-1表 基本支出＝人员经费＋公用经费，各栏（同财决01表 58行）'),
    claim: equal('Z01_1.基本支出.*', adding('Z01_1.人员经费.*', 'Z01_1.公用经费.*')),
    hint: '核对基本支出与人员、公用经费。',
  },
  {
    id: 'Z01_1-A09',
    title: '基本建设类项目不大于项目支出',
    severity: 'error',
    each: perFund,
    source: derived('财决01-1表 项目支出≥其中：基本建设类项目，各栏（同财决01表 61行）'),
    unlessNegative: true,
    claim: atMost('Z01_1.基本建设类项目.*', 'Z01_1.项目支出.*'),
    hint: '基本建设类项目是项目支出的其中数。',
  },
  {
    id: 'Z01_1-A10',
    title: '经济分类支出合计等于各类之和',
    severity: 'error',
    each: perFund,
    source: derived('财决01-1表 经济分类支出合计＝各类之和，各栏（同财决01表 68行）'),
    claim: equal('Z01_1.经济分类支出合计.*', sumRows('Z01_1', 'economic', '*')),
    hint: '核对经济分类各类与合计。',
  },
  {
    id: 'Z01_1-A11',
    title: '经济分类支出合计等于本年支出合计',
    severity: 'error',
    each: perFund,
    source: derived('财决01-1表 经济分类支出合计＝本年支出合计，各栏'),
    claim: equal('Z01_1.经济分类支出合计.*', 'Z01_1.本年支出合计.*'),
    hint: '财政拨款支出按功能、按经济分类的合计须相等。',
  },
  {
    id: 'Z01_1-A12',
    title: '年末财政拨款结转和结余等于三项资金之和',
    severity: 'error',
    each: perFund,
    source: derived('财决01-1表 年末财政拨款结转和结余＝三项资金之和，各栏'),
    claim: equal('Z01_1.年末财政拨款结转和结余.*', adding('Z01_1.年末一般公共.*', 'Z01_1.年末政府性基金.*', 'Z01_1.年末国有资本.*')),
    hint: '核对年末结转和结余四行。',
  },
  {
    id: 'Z01_1-A13',
    title: '支出总计等于本年支出与年末结转之和',
    severity: 'error',
    each: perFund,
    source: derived('财决01-1表 支出总计＝本年支出合计＋年末财政拨款结转和结余，各栏'),
    skipBlank: 'left',
    claim: equal('Z01_1.支出总计.*', adding('Z01_1.本年支出合计.*', 'Z01_1.年末财政拨款结转和结余.*')),
    hint: '核对本年支出合计、年末结转与总计。',
  },
  {
    id: 'Z01_1-A14',
    title: '收入总计等于支出总计',
    severity: 'error',
    each: stages,
    source: derived('财决01-1表 收入总计＝支出总计'),
    claim: equal('Z01_1.收入总计.*', 'Z01_1.支出总计.*·小计'),
    hint: '财政拨款收支总计须相等。',
  },
  fundBalance('Z01_1-A15', '一般公共预算财政拨款', '一般公共'),
  fundBalance('Z01_1-A16', '政府性基金预算财政拨款', '政府性基金'),
  fundBalance('Z01_1-A17', '国有资本经营预算财政拨款', '国有资本'),
  {
    id: 'Z01_1-H01',
    title: '政府性基金一般不列入这些类',
    severity: 'warning',
    each: { rows: { only: ['201', '202', '203', '204', '205'] } },
    source: house('政府性基金按规定用途使用，一般不列201～205类'),
    claim: atMost('Z01_1.*.决算数·政府性基金', yuanAmount(0)),
    message: '{cell}为 {value}，而政府性基金预算一般没有这一类支出。',
    hint: '核对资金性质；确有依据的可以不改。',
  },
];
