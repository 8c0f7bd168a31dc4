import { formName } from '../layouts/keys';
import type { Rule } from './rule';
import { derived } from './sources';
import { equal, less, adding } from './terms';

const rows = { rows: { of: ['Z07'] } } as const;

/** 财决07 一般公共预算财政拨款收入支出决算表. */
export const z07Rules: readonly Rule[] = [
  {
    id: 'Z07-A02',
    title: '年初结转和结余等于基本、项目两部分之和',
    severity: 'error',
    each: rows,
    source: derived('财决07表 1栏＝2栏＋3栏'),
    claim: equal('Z07.*.年初结转和结余·合计', adding('Z07.*.年初结转和结余·基本支出结转', 'Z07.*.年初结转和结余·项目支出结转和结余')),
    hint: '核对该行 1～3 栏。',
  },
  {
    id: 'Z07-A03',
    title: '本年收入等于基本、项目两部分之和',
    severity: 'error',
    each: rows,
    source: derived('财决07表 4栏＝5栏＋6栏'),
    claim: equal('Z07.*.本年收入·合计', adding('Z07.*.本年收入·基本支出', 'Z07.*.本年收入·项目支出')),
    hint: '核对该行 4～6 栏。',
  },
  {
    id: 'Z07-A04',
    title: '本年支出等于基本、项目支出之和',
    severity: 'error',
    each: rows,
    source: derived('财决07表 7栏＝8栏＋11栏'),
    claim: equal('Z07.*.本年支出·合计', adding('Z07.*.本年支出·基本支出', 'Z07.*.本年支出·项目支出')),
    hint: '核对该行 7、8、11 栏。',
  },
  {
    id: 'Z07-A05',
    title: '基本支出等于人员经费与公用经费之和',
    severity: 'error',
    each: rows,
    source: derived('财决07表 8栏＝9栏＋10栏'),
    claim: equal('Z07.*.本年支出·基本支出', adding('Z07.*.本年支出·人员经费', 'Z07.*.本年支出·公用经费')),
    hint: '核对该行 8～10 栏。',
  },
  {
    id: 'Z07-A06',
    title: '年末结转和结余等于基本、项目两部分之和',
    severity: 'error',
    each: rows,
    source: derived('财决07表 12栏＝13栏＋14栏'),
    claim: equal('Z07.*.年末结转和结余·合计', adding('Z07.*.年末结转和结余·基本支出结转', 'Z07.*.年末结转和结余·项目支出结转和结余')),
    hint: '核对该行 12～14 栏。',
  },
  {
    id: 'Z07-A07',
    title: '年末项目支出结转和结余等于结转与结余之和',
    severity: 'error',
    each: rows,
    ifPrinted: true,
    source: derived('财决07表 14栏＝15栏＋16栏'),
    claim: equal(
      'Z07.*.年末结转和结余·项目支出结转和结余',
      adding('Z07.*.年末结转和结余·项目支出结转', 'Z07.*.年末结转和结余·项目支出结余'),
    ),
    hint: '核对该行 14～16 栏。',
  },
  {
    id: 'Z07-A08',
    title: '年末结转和结余等于年初加收入减支出',
    severity: 'error',
    each: rows,
    source: derived('财决07表 12栏＝1栏＋4栏－7栏'),
    claim: equal('Z07.*.年末结转和结余·合计', less(adding('Z07.*.年初结转和结余·合计', 'Z07.*.本年收入·合计'), 'Z07.*.本年支出·合计')),
    hint: '核对该行 1、4、7、12 栏。',
  },
  {
    id: 'Z07-A09',
    title: '年末基本支出结转等于年初加收入减支出',
    severity: 'warning',
    each: rows,
    source: derived('财决07表 13栏＝2栏＋5栏－8栏（结转调剂时可以不等）'),
    claim: equal(
      'Z07.*.年末结转和结余·基本支出结转',
      less(adding('Z07.*.年初结转和结余·基本支出结转', 'Z07.*.本年收入·基本支出'), 'Z07.*.本年支出·基本支出'),
    ),
    hint: '核对该行 2、5、8、13 栏；单位内部调剂结转的，在填报说明中写明。',
  },
  {
    id: 'Z07-A10',
    title: '年末项目支出结转和结余等于年初加收入减支出',
    severity: 'warning',
    each: rows,
    source: derived('财决07表 14栏＝3栏＋6栏－11栏（结转调剂时可以不等）'),
    claim: equal(
      'Z07.*.年末结转和结余·项目支出结转和结余',
      less(adding('Z07.*.年初结转和结余·项目支出结转和结余', 'Z07.*.本年收入·项目支出'), 'Z07.*.本年支出·项目支出'),
    ),
    hint: '核对该行 3、6、11、14 栏；单位内部调剂结转的，在填报说明中写明。',
  },
  {
    id: 'Z07-X01',
    title: '本年支出与财决08表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z07', 'Z08'] } },
    source: derived('财决07表 7栏＝财决08表合计，各科目'),
    claim: equal('Z07.*.本年支出·合计', 'Z08.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z07-X02',
    title: '基本支出与财决08-1表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z07', 'Z08_1'] } },
    source: derived('财决07表 8栏＝财决08-1表合计，各科目'),
    claim: equal('Z07.*.本年支出·基本支出', 'Z08_1.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z07-X03',
    title: '项目支出与财决08-2表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z07', 'Z08_2'] } },
    source: derived('财决07表 11栏＝财决08-2表合计，各科目'),
    claim: equal('Z07.*.本年支出·项目支出', 'Z08_2.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z07-X04',
    title: '人员经费与财决08-1表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z07', 'Z08_1'] } },
    source: derived('财决07表 9栏＝财决08-1表 301＋303，各科目'),
    claim: equal('Z07.*.本年支出·人员经费', adding('Z08_1.*.301', 'Z08_1.*.303')),
    hint: '人员经费＝工资福利支出＋对个人和家庭的补助。',
  },
  {
    id: 'Z07-X05',
    title: '公用经费与财决08-1表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z07', 'Z08_1'] } },
    source: derived('财决07表 10栏＝财决08-1表合计－301－303，各科目'),
    claim: equal('Z07.*.本年支出·公用经费', less('Z08_1.*.合计', adding('Z08_1.*.301', 'Z08_1.*.303'))),
    hint: '公用经费＝基本支出减人员经费。',
  },
  {
    id: 'Z07-X06',
    title: '本年收入与财决01表一致',
    severity: 'error',
    source: derived('财决07表合计行 4栏＝财决01表 1行 3栏'),
    claim: equal('Z07.合计.本年收入·合计', 'Z01.一般公共预算财政拨款收入.决算数'),
    hint: '核对财决07表合计行 4 栏与财决01表 1 行。',
  },
];

const fundForm = (
  form: 'Z09' | 'Z11',
  ids: readonly [closing: string, spending: string, income: string],
  income: '政府性基金预算财政拨款收入' | '国有资本经营预算财政拨款收入',
): readonly Rule[] => {
  const name = formName(form);
  const each = { rows: { of: [form] } } as const;
  return [
    {
      id: ids[0],
      title: '年末结转和结余等于年初加收入减支出',
      severity: 'error',
      each,
      source: derived(`${name} 年初＋收入－支出＝年末`),
      claim: equal(
        `${form}.*.年末结转和结余·合计`,
        less(adding(`${form}.*.年初结转和结余·合计`, `${form}.*.本年收入·合计`), `${form}.*.本年支出·合计`),
      ),
      hint: '核对该行年初、收入、支出、年末。',
    },
    {
      id: ids[1],
      title: '本年支出等于基本、项目支出之和',
      severity: 'error',
      each,
      ifPrinted: true,
      source: derived(`${name} 本年支出＝基本支出＋项目支出`),
      claim: equal(`${form}.*.本年支出·合计`, adding(`${form}.*.本年支出·基本支出`, `${form}.*.本年支出·项目支出`)),
      hint: '核对该行本年支出各栏。',
    },
    {
      id: ids[2],
      title: '本年收入与财决01表一致',
      severity: 'error',
      source: derived(`${name}合计行本年收入＝财决01表 ${form === 'Z09' ? 2 : 3}行 3栏`),
      claim: equal(`${form}.合计.本年收入·合计`, `Z01.${income}.决算数`),
      hint: '核对合计行本年收入与财决01表。',
    },
  ];
};

/** 财决09 政府性基金, 财决11 国有资本经营, with 财决10 and 财决12. */
export const fundRules: readonly Rule[] = [
  ...fundForm('Z09', ['Z09-A02', 'Z09-A03', 'Z09-X01'], '政府性基金预算财政拨款收入'),
  ...fundForm('Z11', ['Z11-A02', 'Z11-A03', 'Z11-X01'], '国有资本经营预算财政拨款收入'),
  {
    id: 'Z09-X02',
    title: '本年支出与财决10表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z09', 'Z10'] } },
    source: derived('财决09表本年支出＝财决10表合计，各科目'),
    claim: equal('Z09.*.本年支出·合计', 'Z10.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z09-X03',
    title: '基本支出与财决10-1表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z09', 'Z10_1'] } },
    ifPrinted: true,
    source: derived('财决09表基本支出＝财决10-1表合计，各科目'),
    claim: equal('Z09.*.本年支出·基本支出', 'Z10_1.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z09-X04',
    title: '项目支出与财决10-2表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z09', 'Z10_2'] } },
    ifPrinted: true,
    source: derived('财决09表项目支出＝财决10-2表合计，各科目'),
    claim: equal('Z09.*.本年支出·项目支出', 'Z10_2.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z11-X02',
    title: '本年支出与财决12表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z11', 'Z12'] } },
    source: derived('财决11表本年支出＝财决12表合计，各科目'),
    claim: equal('Z11.*.本年支出·合计', 'Z12.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
];
