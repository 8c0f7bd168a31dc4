import type { Desk } from '../../narrative/desk';
import { isKnown as isAmount, isZero } from '../../narrative/input';
import { heading, joined, nothing, paragraph, printed, say, sentence, type Phrase } from '../../narrative/say';
import type { EvaluationBlock } from './form';

/** 二、部门资金收支情况, from 财决01-1: budget of the beginning of the year and outturn, the carry-over of the end. */
export function money(desk: Desk): readonly EvaluationBlock[] {
  const { print } = desk;
  const income = (column: '年初预算数' | '决算数', words: readonly [string, string]): Phrase =>
    joined(
      [
        say`${printed(words[0])}${print.wan(desk.read(`Z01_1.收入总计.${column}`))}`,
        say`其中${printed(words[1])}${print.wan(desk.read(`Z01_1.本年收入合计.${column}`))}`,
        say`上年结转${print.wan(desk.read(`Z01_1.年初财政拨款结转和结余.${column}`))}`,
      ],
      '，',
    );
  const spent = (column: '年初预算数' | '决算数', words: readonly [string, string]): Phrase => {
    const left = desk.read(`Z01_1.年末财政拨款结转和结余.${column}·小计`);
    return joined(
      [
        say`${printed(words[0])}${print.wan(desk.read(`Z01_1.支出总计.${column}·小计`))}`,
        say`其中${printed(words[1])}${print.wan(desk.read(`Z01_1.本年支出合计.${column}·小计`))}`,
        // A budget plans no carry-over; its cell is blank.
        column === '决算数' || (isAmount(left) && !isZero(left)) ? say`年末结转${print.wan(left)}` : nothing,
      ],
      '，',
    );
  };
  const closing = desk.read('Z01_1.年末财政拨款结转和结余.决算数·小计');
  return [
    heading('E.2', 1, '二、部门资金收支情况'),
    heading('E.2.1', 2, '（一）收入情况'),
    paragraph('E.2.1.1', [
      sentence(
        joined(
          [
            say`${desk.unit}${desk.y}年${income('年初预算数', ['年初预算收入', '财政拨款收入'])}`,
            say`全年${income('决算数', ['财政拨款决算总收入为', '本年财政拨款收入'])}`,
          ].map((one, i) => (i === 0 ? [...one, printed('；')] : one)),
          '',
        ),
      ),
    ]),
    heading('E.2.2', 2, '（二）支出情况'),
    paragraph('E.2.2.1', [
      sentence([
        ...say`${desk.unit}${desk.y}年${spent('年初预算数', ['年初预算支出', '本年支出'])}；`,
        ...say`全年${spent('决算数', ['财政拨款决算总支出为', '本年支出'])}`,
      ]),
    ]),
    heading('E.2.3', 2, '（三）结余分配和结转结余情况'),
    paragraph('E.2.3.1', [sentence(say`${desk.unit}${desk.y}年财政拨款年末结转和结余${print.wan(closing)}`)]),
  ];
}
