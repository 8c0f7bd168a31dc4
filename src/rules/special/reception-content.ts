import Decimal from 'decimal.js';
import { sum } from '../../facts/arithmetic';
import { cellNamed, exactly, say } from '../../facts/phrase';
import type { Fact } from '../../facts/traced';
import type { Supplied } from '../../supplements/supplements';
import type { SpecialRule } from '../rule';
import { derived } from '../sources';
import { apart, blocked, differs, notApplicable, passed, type SpecialInput } from './input';

const amount = /(\d[\d,]*(?:\.\d+)?)\s*(万元|元)(?![/每])/g;
/** A price is no expenditure, and a total written behind its list would count twice. */
const price = /(?:人均|每人|每批|每次|标准|不超过)[^，；。、,;]*$/;
const total = /(?:共计|合计|总计|累计)[^，；。、,;]*$/;

/** The amounts written in a text, as facts in 元: 万元 is printed to two decimals, 元 to the digit. */
function amountsIn({ text, at }: Supplied): readonly Fact[] {
  const plain = text.normalize('NFKC');
  const found = [...plain.matchAll(amount)].filter(({ index }) => !price.test(plain.slice(0, index)));
  const parts = found.filter(({ index }) => !total.test(plain.slice(0, index)));
  return (parts.length > 0 ? parts : found).map(([words, digits, unit], i): Fact => {
    const written = new Decimal(digits!.replace(/,/g, ''));
    const scale = unit === '万元' ? 10000 : 1;
    return {
      kind: 'fact',
      key: `补充.reception.content.${i + 1}`,
      value: written.times(scale),
      half: unit === '万元' ? new Decimal(10).pow(-Math.max(2, written.decimalPlaces())).times(scale).div(2) : new Decimal(0),
      unit: '元',
      scale,
      at,
      label: words,
    };
  });
}

/** Amounts that the 接待内容 lists make up the expenditure of 附03. The text itself stays as it was written. */
export const receptionContent: SpecialRule<SpecialInput> = {
  id: 'F03-N02',
  title: '接待内容中写明的金额合计与国内接待费一致',
  severity: 'warning',
  source: derived('财决附03表 国内接待费与说明中的接待内容'),
  words: '补充信息［接待内容·Σ写明的金额］ ＝ 财决附03表［国内接待费·统计数］，以万元写的各按所写位数允许舍入差',
  example: '接待内容写“接待省检查组2.1万元；接待考察团0.9万元”，国内接待费 30,000.00 元：一致。',
  reads: ['F03', '补充信息'],
  hint: '核对接待内容中各项金额，补齐遗漏的项目，或改正附03表。',
  check: ({ years, supplements }) => {
    const place = '国内接待费';
    const listed = supplements.receptionContent ? amountsIn(supplements.receptionContent) : [];
    if (listed.length === 0) return [notApplicable(place, '接待内容没有写金额')];
    const stated = years.now.find('F03.国内接待费.统计数');
    if (stated.state !== 'number') return [blocked(place, '财决附03表国内接待费没有数字')];
    const all = sum(...listed);
    const excess = all.value.minus(stated.fact.value);
    if (excess.abs().lte(all.half.plus(stated.fact.half))) return [passed(place)];
    const cell = cellNamed(stated.fact.at.a1, stated.fact.at);
    const message = say`接待内容中写明的金额合计 ${exactly(all)}，比财决附03表国内接待费（${cell}，${exactly(stated.fact)}）${apart(all, stated.fact)}。`;
    return [differs(place, message, all, stated.fact, ['接待内容合计', '财决附03表国内接待费'])];
  },
};
