import { formName } from '../layouts/keys';
import type { Claim, Rule } from './rule';
import { derived, house } from './sources';
import { atLeast, atMost, equal, last, timesTerm, yuanAmount, type KeyPattern } from './terms';

const adjusted =
  '上年决算批复后有会计差错更正、收回以前年度支出、归集调入调出、上缴缴回、单位内部调剂的，应在年初结转和结余调整情况表中列明，核实后可以搁置；否则应与上年年末数一致。';

const opening = (id: string, title: string, severity: 'error' | 'warning', claim: Claim, clause: string): Rule => ({
  id,
  title,
  severity,
  claim,
  hint: adjusted,
  source: derived(`${clause} 年初数＝上年年末数`),
});

/** What last year closed with is what this year opens with. */
export const openingRules: readonly Rule[] = [
  opening(
    'Z01-Y01',
    '年初结转和结余等于上年年末数',
    'error',
    equal('Z01.年初结转和结余.决算数', last('Z01.年末结转和结余.决算数')),
    '财决01表 29行',
  ),
  opening(
    'Z01_1-Y01',
    '一般公共预算年初结转等于上年年末数',
    'error',
    equal('Z01_1.年初一般公共.决算数', last('Z01_1.年末一般公共.决算数·小计')),
    '财决01-1表 29行',
  ),
  opening(
    'Z01_1-Y02',
    '政府性基金年初结转等于上年年末数',
    'error',
    equal('Z01_1.年初政府性基金.决算数', last('Z01_1.年末政府性基金.决算数·小计')),
    '财决01-1表 30行',
  ),
  opening(
    'Z01_1-Y03',
    '国有资本经营年初结转等于上年年末数',
    'error',
    equal('Z01_1.年初国有资本.决算数', last('Z01_1.年末国有资本.决算数·小计')),
    '财决01-1表 31行',
  ),
  opening(
    'Z02-Y01',
    '年初结转和结余等于上年年末数',
    'error',
    equal('Z02.合计.年初结转和结余·合计', last('Z02.合计.年末结转和结余·合计')),
    '财决02表 1栏',
  ),
  opening(
    'Z02-Y02',
    '年初基本支出结转等于上年年末数',
    'warning',
    equal('Z02.合计.年初结转和结余·基本支出结转', last('Z02.合计.年末结转和结余·基本支出结转')),
    '财决02表 2栏',
  ),
  opening(
    'Z02-Y03',
    '年初项目支出结转和结余等于上年年末数',
    'warning',
    equal('Z02.合计.年初结转和结余·项目支出结转和结余', last('Z02.合计.年末结转和结余·项目支出结转和结余')),
    '财决02表 3栏',
  ),
  opening(
    'Z02-Y04',
    '年初经营结余等于上年年末数',
    'warning',
    equal('Z02.合计.年初结转和结余·经营结余', last('Z02.合计.年末结转和结余·经营结余')),
    '财决02表 4栏',
  ),
  ...(
    [
      ['Z07-Y01', 'Z07'],
      ['Z09-Y01', 'Z09'],
      ['Z11-Y01', 'Z11'],
    ] as const
  ).map(([id, form]) =>
    opening(
      id,
      '年初结转和结余等于上年年末数',
      'error',
      equal(`${form}.合计.年初结转和结余·合计`, last(`${form}.合计.年末结转和结余·合计`)),
      `${formName(form)}合计行`,
    ),
  ),
];

const figures = [
  ['Z01-H81', 'Z01-H91', '收、支总计', 'Z01.收入总计.决算数'],
  ['Z01_1-H82', 'Z01_1-H92', '财政拨款收、支总计', 'Z01_1.收入总计.决算数'],
  ['Z01_1-H83', 'Z01_1-H93', '一般公共预算财政拨款支出', 'Z01_1.本年支出合计.决算数·一般公共'],
  ['F03-H84', 'F03-H94', '“三公”经费', 'F03.三公经费支出合计.统计数'],
  ['F03-H85', 'F03-H95', '机关运行经费', 'F03.机关运行经费.统计数'],
] as const satisfies readonly (readonly [up: string, down: string, name: string, KeyPattern])[];

/** A change of more than a tenth needs a reason in the text. Remarks, not faults. */
export const changeRules: readonly Rule[] = figures.flatMap(([up, down, name, key]): Rule[] => [
  {
    id: up,
    title: `${name}比上年增长超过 10%`,
    severity: 'info',
    source: house(`${name}与上年比较`),
    given: atLeast(last(key), yuanAmount(0.01)),
    claim: atMost(timesTerm(10, key), timesTerm(11, last(key))),
    message: `{place} ${name}为 {value}，上年为 {otherValue}，增长超过 10%，说明中须写明原因。`,
    hint: '在补充信息中填写变动原因。',
  },
  {
    id: down,
    title: `${name}比上年下降超过 10%`,
    severity: 'info',
    source: house(`${name}与上年比较`),
    given: atLeast(last(key), yuanAmount(0.01)),
    claim: atLeast(timesTerm(10, key), timesTerm(9, last(key))),
    message: `{place} ${name}为 {value}，上年为 {otherValue}，下降超过 10%，说明中须写明原因。`,
    hint: '在补充信息中填写变动原因。',
  },
]);
