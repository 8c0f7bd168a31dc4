import { functionalClassCodes } from '../layouts/codes/functional';
import { economicGroupCodes } from '../layouts/codes/economic';
import { z01Cols, z01Rows } from '../layouts/keys';
import type { Rule } from './rule';
import { derived, house, official, unverified } from './sources';
import { atLeast, atMost, equal, minus, sum, sumRows, yuan } from './terms';

const stages = { columns: { only: z01Cols } } as const;
const budgets = { columns: { only: ['年初预算数', '全年预算数'] } } as const;

/** 财决01 收入支出决算总表: within the form. */
export const z01Rules: readonly Rule[] = [
  {
    id: 'Z01-A01',
    title: '本年收入合计等于八项收入之和',
    severity: 'error',
    each: stages,
    source: official('财决01表 27行＝1行＋2行＋…＋8行（Z01-B1）'),
    claim: equal(
      'Z01.本年收入合计.*',
      sum(
        'Z01.一般公共预算财政拨款收入.*',
        'Z01.政府性基金预算财政拨款收入.*',
        'Z01.国有资本经营预算财政拨款收入.*',
        'Z01.上级补助收入.*',
        'Z01.事业收入.*',
        'Z01.经营收入.*',
        'Z01.附属单位上缴收入.*',
        'Z01.其他收入.*',
      ),
    ),
    hint: '核对 1～8 行各项收入与 27 行本年收入合计。',
  },
  {
    id: 'Z01-A02',
    title: '收入总计等于本年收入、使用非财政拨款结余与年初结转和结余之和',
    severity: 'error',
    each: stages,
    source: official('财决01表 31行＝27行＋28行＋29行（Z01-B2）'),
    claim: equal('Z01.收入总计.*', sum('Z01.本年收入合计.*', 'Z01.使用非财政拨款结余.*', 'Z01.年初结转和结余.*')),
    hint: '核对 27、28、29 行与 31 行总计。',
  },
  {
    id: 'Z01-A03',
    title: '基本支出等于人员经费与公用经费之和',
    severity: 'error',
    each: stages,
    source: official('财决01表 58行＝59行＋60行（Z01-B3）'),
    claim: equal('Z01.基本支出.*', sum('Z01.人员经费.*', 'Z01.公用经费.*')),
    hint: '核对 58～60 行。',
  },
  {
    id: 'Z01-A04',
    title: '基本建设类项目不大于项目支出',
    severity: 'error',
    each: stages,
    source: official('财决01表 61行≥62行（Z01-B4）'),
    claim: atMost('Z01.基本建设类项目.*', 'Z01.项目支出.*'),
    hint: '62 行是 61 行的其中数。',
  },
  {
    id: 'Z01-A05',
    title: '经济分类支出合计等于各类之和',
    severity: 'error',
    each: stages,
    source: official('财决01表 68行＝69行＋…＋78行（Z01-B5）'),
    claim: equal('Z01.经济分类支出合计.*', sumRows('Z01', 'economic', '*')),
    hint: '核对 69～78 行与 68 行；数据来自财决05表合计行。',
  },
  {
    id: 'Z01-A06',
    title: '本年支出合计等于按功能分类各类之和',
    severity: 'error',
    each: stages,
    source: official('财决01表 84行＝32行＋…＋57行（Z01-B6）'),
    claim: equal('Z01.本年支出合计.*', sumRows('Z01', 'functional', '*')),
    hint: '核对 32～57 行与 84 行。',
  },
  {
    id: 'Z01-A07',
    title: '本年支出合计等于按支出性质各项之和',
    severity: 'error',
    each: stages,
    source: official('财决01表 84行＝58行＋61行＋63行＋64行＋65行（Z01-B6）'),
    claim: equal(
      'Z01.本年支出合计.*',
      sum('Z01.基本支出.*', 'Z01.项目支出.*', 'Z01.上缴上级支出.*', 'Z01.经营支出.*', 'Z01.对附属单位补助支出.*'),
    ),
    hint: '核对 58、61、63、64、65 行与 84 行。',
  },
  {
    id: 'Z01-A08',
    title: '预算栏的年末结转和结余等于收入总计减本年支出',
    severity: 'error',
    each: budgets,
    source: official('财决01表 86行7栏＝31行1栏－84行7栏，86行8栏＝31行2栏－84行8栏（Z01-B7）'),
    claim: equal('Z01.年末结转和结余.*', minus('Z01.收入总计.*', 'Z01.本年支出合计.*')),
    hint: '预算数收支须平衡：核对 31、84、86 行的年初、全年预算数。',
  },
  {
    id: 'Z01-A09',
    title: '支出总计等于本年支出、结余分配与年末结转和结余之和',
    severity: 'error',
    each: stages,
    source: official('财决01表 88行＝84行＋85行＋86行（Z01-B8）'),
    claim: equal('Z01.支出总计.*', sum('Z01.本年支出合计.*', 'Z01.结余分配.*', 'Z01.年末结转和结余.*')),
    hint: '核对 84、85、86 行与 88 行总计。',
  },
  {
    id: 'Z01-A10',
    title: '收入总计等于支出总计',
    severity: 'error',
    each: stages,
    source: official('财决01表 31行＝88行（Z01-B8）'),
    claim: equal('Z01.收入总计.*', 'Z01.支出总计.*'),
    hint: '收支总计须相等：先看哪一边的表内合计不平。',
  },
  {
    id: 'Z01-A11',
    title: '没有上缴和补助时，经济分类支出合计等于本年支出合计',
    severity: 'error',
    source: derived('财决01表 68行＝84行（Z01-B9，63行、65行为零时）'),
    given: equal(sum('Z01.上缴上级支出.决算数', 'Z01.对附属单位补助支出.决算数'), yuan(0)),
    claim: equal('Z01.经济分类支出合计.决算数', 'Z01.本年支出合计.决算数'),
    hint: '核对 68 行与 84 行的决算数。',
  },
  {
    id: 'Z01-A12',
    title: '经济分类支出合计等于基本、项目、经营支出之和',
    severity: 'warning',
    source: unverified('财决01表 68行＝84行－63行－65行（Z01-B9，经济分类是否含上缴、补助未经实例证实）'),
    claim: equal(
      'Z01.经济分类支出合计.决算数',
      minus('Z01.本年支出合计.决算数', sum('Z01.上缴上级支出.决算数', 'Z01.对附属单位补助支出.决算数')),
    ),
    hint: '有上缴上级或补助附属单位支出时，先确认本地口径。',
  },
  {
    id: 'Z01-F01',
    title: '收支各行不应为负数',
    severity: 'warning',
    each: {
      rows: {
        only: [...z01Rows, ...functionalClassCodes, ...economicGroupCodes].filter(
          (row) => row !== '年初结转和结余' && row !== '年末结转和结余' && row !== '收入总计' && row !== '支出总计',
        ),
      },
      columns: { only: z01Cols },
    },
    source: official('财决01表 核实性公式：除调整表外，1～8、28、32～85 行≥0（Z01-V1）'),
    claim: atLeast('Z01.*.*', yuan(0)),
    message: '{cell}为 {value}，是负数。',
    hint: '调整表可以为负；否则核实后在填报说明中写明原因。',
  },
  {
    id: 'Z01-H01',
    title: '行政单位没有非财政拨款结余可用',
    severity: 'warning',
    when: ['行政单位'],
    source: house('财决01表 28行（Z01-V3）'),
    claim: atMost('Z01.使用非财政拨款结余.决算数', yuan(0)),
    message: '{cell}为 {value}，而单位性质是行政单位。',
    hint: '使用非财政拨款结余只有事业单位才有；请核实单位性质或该行。',
  },
  {
    id: 'Z01-H02',
    title: '行政单位没有事业收入、经营收入和经营支出',
    severity: 'warning',
    when: ['行政单位'],
    each: { rows: { only: ['事业收入', '经营收入', '经营支出'] } },
    source: house('财决01表 5行、6行、64行（Z01-V4）'),
    claim: atMost('Z01.*.决算数', yuan(0)),
    message: '{cell}为 {value}，而单位性质是行政单位。',
    hint: '请核实单位性质或收入的列报科目。',
  },
];
