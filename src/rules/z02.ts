import type { Rule } from './rule';
import { derived } from './sources';
import { equal, less, adding } from './terms';

const rows = { rows: { of: ['Z02'] } } as const;

/** 财决02 收入支出决算表, 财决03 收入决算表, 财决04 支出决算表: within the forms and with each other. */
export const z02Rules: readonly Rule[] = [
  {
    id: 'Z02-A02',
    title: '年初结转和结余等于三部分之和',
    severity: 'error',
    each: rows,
    source: derived('财决02表 1栏＝2栏＋3栏＋4栏'),
    claim: equal(
      'Z02.*.年初结转和结余·合计',
      adding('Z02.*.年初结转和结余·基本支出结转', 'Z02.*.年初结转和结余·项目支出结转和结余', 'Z02.*.年初结转和结余·经营结余'),
    ),
    hint: '核对该行 1～4 栏。',
  },
  {
    id: 'Z02-A03',
    title: '结余分配等于四部分之和',
    severity: 'error',
    each: rows,
    source: derived('财决02表 8栏＝9栏＋10栏＋11栏＋12栏'),
    claim: equal(
      'Z02.*.结余分配·合计',
      adding('Z02.*.结余分配·交纳所得税', 'Z02.*.结余分配·提取专用结余', 'Z02.*.结余分配·转入非财政拨款结余', 'Z02.*.结余分配·其他'),
    ),
    hint: '核对该行 8～12 栏。',
  },
  {
    id: 'Z02-A04',
    title: '年末结转和结余等于三部分之和',
    severity: 'error',
    each: rows,
    source: derived('财决02表 13栏＝14栏＋15栏＋16栏'),
    claim: equal(
      'Z02.*.年末结转和结余·合计',
      adding('Z02.*.年末结转和结余·基本支出结转', 'Z02.*.年末结转和结余·项目支出结转和结余', 'Z02.*.年末结转和结余·经营结余'),
    ),
    hint: '核对该行 13～16 栏。',
  },
  {
    id: 'Z02-A05',
    title: '年末结转和结余等于年初加收入减支出和分配',
    severity: 'error',
    each: rows,
    source: derived('财决02表 13栏＝1栏＋5栏＋7栏－6栏－8栏'),
    claim: equal(
      'Z02.*.年末结转和结余·合计',
      less(
        adding('Z02.*.年初结转和结余·合计', 'Z02.*.本年收入', 'Z02.*.使用非财政拨款结余'),
        adding('Z02.*.本年支出', 'Z02.*.结余分配·合计'),
      ),
    ),
    hint: '核对该行年初、收入、支出、分配、年末各栏。',
  },
  {
    id: 'Z02-X01',
    title: '年初结转和结余与财决01表一致',
    severity: 'error',
    source: derived('财决02表合计行 1栏＝财决01表 29行 3栏'),
    claim: equal('Z02.合计.年初结转和结余·合计', 'Z01.年初结转和结余.决算数'),
    hint: '核对财决02表合计行 1 栏与财决01表 29 行。',
  },
  {
    id: 'Z02-X02',
    title: '年末结转和结余与财决01表一致',
    severity: 'error',
    source: derived('财决02表合计行 13栏＝财决01表 86行 9栏'),
    claim: equal('Z02.合计.年末结转和结余·合计', 'Z01.年末结转和结余.决算数'),
    hint: '核对财决02表合计行 13 栏与财决01表 86 行。',
  },
  {
    id: 'Z02-X03',
    title: '使用非财政拨款结余与财决01表一致',
    severity: 'error',
    source: derived('财决02表合计行 7栏＝财决01表 28行 3栏'),
    claim: equal('Z02.合计.使用非财政拨款结余', 'Z01.使用非财政拨款结余.决算数'),
    hint: '核对财决02表合计行 7 栏与财决01表 28 行。',
  },
  {
    id: 'Z02-X04',
    title: '结余分配与财决01表一致',
    severity: 'error',
    source: derived('财决02表合计行 8栏＝财决01表 85行 9栏'),
    claim: equal('Z02.合计.结余分配·合计', 'Z01.结余分配.决算数'),
    hint: '核对财决02表合计行 8 栏与财决01表 85 行。',
  },
  {
    id: 'Z02-X05',
    title: '本年收入与财决03表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z02', 'Z03'] } },
    source: derived('财决02表 5栏＝财决03表 1栏，各科目'),
    claim: equal('Z02.*.本年收入', 'Z03.*.本年收入合计'),
    hint: '核对该科目在财决02、03表的本年收入。',
  },
  {
    id: 'Z02-X06',
    title: '本年支出与财决04表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z02', 'Z04'] } },
    source: derived('财决02表 6栏＝财决04表 1栏，各科目'),
    claim: equal('Z02.*.本年支出', 'Z04.*.本年支出合计'),
    hint: '核对该科目在财决02、04表的本年支出。',
  },
  {
    id: 'Z02-X07',
    title: '本年收入与财决01表一致',
    severity: 'error',
    source: derived('财决02表合计行 5栏＝财决01表 27行 3栏'),
    claim: equal('Z02.合计.本年收入', 'Z01.本年收入合计.决算数'),
    hint: '核对财决02表合计行 5 栏与财决01表 27 行。',
  },
  {
    id: 'Z02-X08',
    title: '本年支出与财决01表一致',
    severity: 'error',
    source: derived('财决02表合计行 6栏＝财决01表 84行 9栏'),
    claim: equal('Z02.合计.本年支出', 'Z01.本年支出合计.决算数'),
    hint: '核对财决02表合计行 6 栏与财决01表 84 行。',
  },
  ...(
    [
      ['Z02-X09', '年初', '2栏', '1栏'],
      ['Z02-X10', '年末', '14栏', '13栏'],
    ] as const
  ).map(([id, when, column, total]): Rule => ({
    id,
    title: `${when}结转和结余都是一般公共预算财政拨款的，基本支出结转与财决07表一致`,
    severity: 'error',
    each: { rows: { of: ['Z02', 'Z07'] } },
    ifPrinted: true,
    source: derived(`财决02表 ${total}＝财决07表${when}结转和结余合计的科目，${column}＝财决07表${when}基本支出结转`),
    given: equal(`Z02.*.${when}结转和结余·合计`, `Z07.*.${when}结转和结余·合计`),
    claim: equal(`Z02.*.${when}结转和结余·基本支出结转`, `Z07.*.${when}结转和结余·基本支出结转`),
    hint: `核对该科目在财决02、07表的${when}基本支出结转、项目支出结转和结余：是否填错了栏。`,
  })),
];
