import Decimal from 'decimal.js';
import type { Finding } from '../facts/outcome';
import type { FactSet } from '../facts/fact-set';
import { yuan } from '../facts/money';
import { printed, say, stating, type Inline } from '../facts/phrase';
import { problem } from './problems';

/** 100 亿元: no single unit's 总计 comes near; one in 元 under a heading in 万元 does. */
const UNLIKELY = new Decimal('1e10');
const YI = new Decimal('1e8');

/** A workbook under 万元 whose total would be beyond any unit's: its amounts most likely stand in 元. */
export function unlikelyMoney(facts: FactSet): readonly Finding[] {
  const total = facts.find('Z01.收入总计.决算数');
  if (total.state !== 'number' || total.fact.scale === 1 || total.fact.value.abs().lt(UNLIKELY)) return [];
  const { at, value, scale } = total.fact;
  const quoted = printed(`工作表“${at.sheet}”`);
  const inWan: Inline = { kind: 'figure', text: `${yuan(value.div(scale))} 万元`, of: total.fact, shown: { as: 'wan', decimals: 2 } };
  const inYi = stating(`${yuan(value.div(YI))} 亿元`, total.fact);
  return [
    problem(
      'moneyUnlikely',
      say`${quoted}的金额单位印的是“万元”，总计 ${inWan}合 ${inYi}；金额很可能是按元填列的。`,
      [at],
      [value.toString()],
    ),
  ];
}
