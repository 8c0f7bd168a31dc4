import type { Rule } from './rule';
import { derived } from './sources';
import { atMost, equal, adding } from './terms';

const rows = { rows: { of: ['Z03'] } } as const;

/** 财决03 收入决算表. */
export const z03Rules: readonly Rule[] = [
  {
    id: 'Z03-A02',
    title: '本年收入合计等于各项收入之和',
    severity: 'error',
    each: rows,
    source: derived('财决03表 1栏＝2栏＋3栏＋4栏＋6栏＋7栏＋8栏'),
    claim: equal(
      'Z03.*.本年收入合计',
      adding('Z03.*.财政拨款收入', 'Z03.*.上级补助收入', 'Z03.*.事业收入', 'Z03.*.经营收入', 'Z03.*.附属单位上缴收入', 'Z03.*.其他收入'),
    ),
    hint: '核对该行各项收入与合计。',
  },
  {
    id: 'Z03-A03',
    title: '教育收费不大于事业收入',
    severity: 'error',
    each: rows,
    ifPrinted: true,
    source: derived('财决03表 5栏≤4栏'),
    unlessNegative: true,
    claim: atMost('Z03.*.教育收费', 'Z03.*.事业收入'),
    hint: '教育收费是事业收入的其中数。',
  },
  {
    id: 'Z03-X01',
    title: '财政拨款收入等于三项资金的本年收入之和',
    severity: 'error',
    each: { rows: { of: ['Z03', 'Z07', 'Z09', 'Z11'] } },
    source: derived('财决03表 2栏＝财决07表＋09表＋11表本年收入，各科目'),
    claim: equal('Z03.*.财政拨款收入', adding('Z07.*.本年收入·合计', 'Z09.*.本年收入·合计', 'Z11.*.本年收入·合计')),
    hint: '核对该科目在财决03表与财决07、09、11表的财政拨款收入。',
  },
];
