import type { Rule } from './rule';
import { unverified } from './sources';
import { adding, atMost, equal } from './terms';

const z06 = (id: string, title: string, claim: Rule['claim'], clause: string, each?: Rule['each']): Rule => ({
  id,
  title,
  severity: 'warning',
  each,
  claim,
  ifPrinted: true,
  source: unverified(`财决06表：${clause}`),
  hint: '财决06表的表式未经实例证实，请对照报表软件的公式核实。',
});

/** 财决06, whose layout no real workbook has confirmed. */
export const z06Rules: readonly Rule[] = [
  z06(
    'Z06-A02',
    '资金来源合计等于年初结转与本年收入之和',
    equal('Z06.*.资金来源·合计', adding('Z06.*.资金来源·年初结转和结余', 'Z06.*.资金来源·本年收入')),
    '资金来源',
    { rows: { of: ['Z06'], level: 'all' } },
  ),
  z06(
    'Z06-A03',
    '年末结转和结余等于资金来源加使用结余减支出和分配',
    equal('Z06.*.年末结转和结余·合计', {
      op: 'minus',
      left: adding('Z06.*.资金来源·合计', 'Z06.*.使用非财政拨款结余'),
      right: adding('Z06.*.本年支出·合计', 'Z06.*.结余分配'),
    }),
    '收支平衡',
    { rows: { of: ['Z06'], level: 'all' } },
  ),
  z06('Z06-A04', '财政拨款支出不大于支出合计', atMost('Z06.*.本年支出·财政拨款', 'Z06.*.本年支出·合计'), '其中数', {
    rows: { of: ['Z06'], level: 'all' },
  }),
  z06('Z06-X01', '项目支出与财决04表一致', equal('Z06.*.本年支出·合计', 'Z04.*.项目支出'), '本年支出＝财决04表项目支出', {
    rows: { of: ['Z06', 'Z04'] },
  }),
  z06(
    'Z06-X02',
    '年初结转和结余与财决02表一致',
    equal('Z06.*.资金来源·年初结转和结余', 'Z02.*.年初结转和结余·项目支出结转和结余'),
    '年初＝财决02表 3栏',
    { rows: { of: ['Z06'] } },
  ),
  z06('Z06-X03', '财政拨款收入不大于财决03表', atMost('Z06.*.资金来源·财政拨款收入', 'Z03.*.财政拨款收入'), '资金来源≤财决03表', {
    rows: { of: ['Z06'] },
  }),
  z06('Z06-X04', '使用非财政拨款结余不大于财决02表', atMost('Z06.*.使用非财政拨款结余', 'Z02.*.使用非财政拨款结余'), '使用结余≤财决02表', {
    rows: { of: ['Z06'] },
  }),
];
