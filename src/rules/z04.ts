import type { Rule } from './rule';
import { derived } from './sources';
import { atLeast, equal, adding } from './terms';

/** 财决04 支出决算表. */
export const z04Rules: readonly Rule[] = [
  {
    id: 'Z04-A02',
    title: '本年支出合计等于各项支出之和',
    severity: 'error',
    each: { rows: { of: ['Z04'] } },
    source: derived('财决04表 1栏＝2栏＋3栏＋4栏＋5栏＋6栏'),
    claim: equal(
      'Z04.*.本年支出合计',
      adding('Z04.*.基本支出', 'Z04.*.项目支出', 'Z04.*.上缴上级支出', 'Z04.*.经营支出', 'Z04.*.对附属单位补助支出'),
    ),
    hint: '核对该行基本、项目、上缴、经营、补助各栏与合计。',
  },
  {
    id: 'Z04-X01',
    title: '基本支出与财决05-1表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z04', 'Z05_1'] } },
    source: derived('财决04表 2栏取自财决05-1表'),
    claim: equal('Z04.*.基本支出', 'Z05_1.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z04-X02',
    title: '项目支出与财决05-2表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z04', 'Z05_2'] } },
    source: derived('财决04表 3栏取自财决05-2表'),
    claim: equal('Z04.*.项目支出', 'Z05_2.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z04-X03',
    title: '经营支出与财决05-3表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z04', 'Z05_3'] } },
    source: derived('财决04表 5栏取自财决05-3表'),
    claim: equal('Z04.*.经营支出', 'Z05_3.*.合计'),
    hint: '请核对该科目在两表的数字。',
  },
  {
    id: 'Z04-X04',
    title: '基本、项目、经营支出之和与财决05表各行一致',
    severity: 'error',
    each: { rows: { of: ['Z04', 'Z05'] } },
    source: derived('财决04表 2栏＋3栏＋5栏＝财决05表合计，各科目'),
    claim: equal(adding('Z04.*.基本支出', 'Z04.*.项目支出', 'Z04.*.经营支出'), 'Z05.*.合计'),
    hint: '请核对该科目在财决04、05表的数字。',
  },
  {
    id: 'Z04-X05',
    title: '本年支出不小于其中的财政拨款支出',
    severity: 'error',
    each: { rows: { of: ['Z04', 'Z07', 'Z09', 'Z11'] } },
    source: derived('财决07表＋09表＋11表本年支出≤财决04表，各科目'),
    unlessNegative: true,
    claim: atLeast('Z04.*.本年支出合计', adding('Z07.*.本年支出·合计', 'Z09.*.本年支出·合计', 'Z11.*.本年支出·合计')),
    hint: '财政拨款支出是全部支出的一部分；请核对该科目。',
  },
];
