import { cellNamed, exactly, printed, say } from '../../facts/phrase';
import { sum } from '../../facts/arithmetic';
import type { Fact } from '../../facts/traced';
import type { Reading } from '../../facts/fact-set';
import { functionalClassCodes, functionalClasses } from '../../layouts/codes/functional';
import type { Key } from '../../layouts/keys';
import { keyFigures, type KeyFigure } from '../../supplements/schema';
import type { Supplements } from '../../supplements/supplements';
import type { SpecialOutcome, SpecialRule } from '../rule';
import { derived } from '../sources';
import { apart, blocked, differs, notApplicable, passed, type SpecialInput } from './input';

const number = (reading: Reading): Fact | undefined => (reading.state === 'number' ? reading.fact : undefined);

/** Sum of what was supplied against one cell of 附03. */
function against(place: string, facts: readonly Fact[], stated: Reading, names: readonly [string, string], unit: string): SpecialOutcome {
  if (facts.length === 0) return notApplicable(place, '补充信息未填');
  const cell = number(stated);
  if (!cell) return blocked(place, `${names[1]}没有数字`);
  const total = sum(...facts);
  if (total.value.equals(cell.value)) return passed(place);
  const tail = printed(unit === '元' ? '' : ` ${unit}`);
  const said = say`补充信息的${printed(names[0])}合计 ${exactly(total)}${tail}`;
  const against = say`${printed(names[1])}（${cellNamed(cell.at.a1, cell.at)}，${exactly(cell)}${tail}）`;
  return differs(place, say`${said}，比${against}${apart(total, cell)}${tail}。`, total, cell, names);
}

/** 车型 on 补充信息 add up to 附03. */
export const vehicles: SpecialRule<SpecialInput> = {
  id: 'F03-N01',
  title: '补充信息的车型合计与财决附03表一致',
  severity: 'error',
  source: derived('财决附03表 公务用车购置数、购置费、保有量与说明中的车型'),
  words: '补充信息［Σ各车型］ ＝ 财决附03表［公务用车保有量、购置数、购置费·统计数］',
  example: '轿车 5、越野车 7、载客汽车 1，保有量 13：一致。',
  reads: ['F03', '补充信息'],
  hint: '改正补充信息中各车型的数量或金额，使其与附03表相等。',
  check: ({ years, supplements }) => [
    against(
      '保有量',
      supplements.vehiclesKept.map((v) => v.count),
      years.now.find('F03.公务用车保有量.统计数'),
      ['保有车型', '财决附03表公务用车保有量'],
      '辆',
    ),
    against(
      '购置数',
      supplements.vehiclesBought.map((v) => v.count),
      years.now.find('F03.公务用车购置数.统计数'),
      ['购置车型', '财决附03表公务用车购置数'],
      '辆',
    ),
    against(
      '购置费',
      supplements.vehiclesBought.map((v) => v.amount),
      years.now.find('F03.公务用车购置费.统计数'),
      ['购置车型金额', '财决附03表公务用车购置费'],
      '元',
    ),
  ],
};

const itemsOf = (supplements: Supplements, prefix: string): readonly Fact[] =>
  supplements.itemBudgetCodes.filter((code) => code.startsWith(prefix)).flatMap((code) => supplements.itemBudget(code) ?? []);

/** 项 budgets add up to the 类 of 财决01-1, before any 完成预算 % is written. */
export const itemBudgets: SpecialRule<SpecialInput> = {
  id: 'Z01_1-N01',
  title: '补充信息各项的预算数合计等于财决01-1表各类',
  severity: 'error',
  source: derived('财决01-1表 一般公共预算财政拨款全年预算数'),
  words: 'Σ补充信息［各项·全年预算数］ ＝ 财决01-1表［各类·全年预算数·一般公共］；Σ全部 ＝ 本年支出合计',
  example: '201 类下 2010301、2010302、2010350 三项预算 8,598,277.00 元，财决01-1表 201 类 8,598,277.00 元：一致。',
  reads: ['Z01_1', 'Z08', '补充信息'],
  hint: '补齐该类各项的预算数，或改正其中的数字。',
  check: ({ years, supplements, budget }) => {
    if (supplements.itemBudgetCodes.length === 0) return [notApplicable('全部', `补充信息未填各项${budget}`)];
    const items = years.now.tables.get('Z08')?.rows.filter((row) => /^\d{7}$/.test(row.key)) ?? [];
    const outcome = (place: string, prefix: string, key: Key, name: string): SpecialOutcome => {
      const cell = number(years.now.find(key));
      if (!cell) return blocked(place, `财决01-1表没有${name}的${budget}`);
      const lacking = items.filter((row) => row.key.startsWith(prefix) && !supplements.itemBudget(row.key));
      if (lacking.length > 0)
        return blocked(
          place,
          `补充信息缺 ${lacking
            .slice(0, 3)
            .map((row) => `${row.key} ${row.name}`)
            .join('、')} 的${budget}`,
        );
      const total = sum(...itemsOf(supplements, prefix));
      if (total.value.equals(cell.value)) return passed(place);
      const said = say`${printed(`补充信息中${name}各项${budget}合计`)} ${exactly(total)}`;
      const against = say`${cellNamed(`财决01-1表 ${cell.at.a1}`, cell.at)}（${exactly(cell)}）`;
      const message = say`${said}，比${against}${apart(total, cell)}。`;
      return differs(place, message, total, cell, [`${name}各项预算`, `财决01-1表${name}`]);
    };
    const classes = functionalClassCodes.filter(
      (code) => itemsOf(supplements, code).length > 0 || items.some((row) => row.key.startsWith(code)),
    );
    return [
      ...classes.map((code) => outcome(code, code, `Z01_1.${code}.${budget}·一般公共`, functionalClasses[code].name)),
      outcome('合计', '', `Z01_1.本年支出合计.${budget}·一般公共`, '一般公共预算财政拨款支出'),
    ];
  },
};

/** Last year's figures typed by hand that contradict last year's workbook. */
export const priorFigures: SpecialRule<SpecialInput> = {
  id: 'Z01-N01',
  title: '补充信息的上年数与上年工作簿一致',
  severity: 'error',
  source: derived('补充信息的上年数与上年工作簿'),
  words: '补充信息［上年数］ ＝ 上年工作簿的同一格',
  example: '手填上年收支总计 1196.00 万元，而上年财决01表为 1196.72 万元：报错。',
  reads: ['补充信息', '上年'],
  hint: '删去手填的上年数（有上年工作簿时自动取数），或换上正确的上年工作簿。',
  check: ({ years, supplements }) => {
    const typed = (Object.keys(keyFigures) as KeyFigure[]).filter((figure) => supplements.prior(figure));
    if (typed.length === 0) return [notApplicable('全部', '补充信息未填上年数')];
    if (!years.before) return [notApplicable('全部', '没有上年工作簿可比')];
    return typed.map((figure) => {
      const mine = supplements.prior(figure)!;
      const cell = number(years.before!.find(keyFigures[figure]));
      if (!cell) return blocked(figure, `上年工作簿没有${figure}`);
      if (mine.value.equals(cell.value)) return passed(figure);
      const message = say`补充信息的上年“${printed(figure)}”为 ${exactly(mine)}，上年工作簿 ${cellNamed(cell.at.a1, cell.at)} 为 ${exactly(cell)}。`;
      return differs(figure, message, mine, cell, ['补充信息', '上年工作簿']);
    });
  },
};
