import { paragraph, say, sentence } from '../../say';
import { section } from '../../section';
import { shanghai } from './source';

/** 一: the unit and the year stand in front, the total is one word. */
export const s01Shanghai = section({
  name: 'S01-shanghai',
  id: 'S01',
  source: shanghai('一'),
  reads: () => ({ income: 'Z01.收入总计.决算数' }),
  prior: ['收支总计'],
  asks: { 'reasons.S01': 'S01.1' },
  write: ({ figures: { income }, prior }, desk) => [
    paragraph('S01.1', [
      desk.words.compared([say`${desk.unit}${desk.y}年度收入支出总计${desk.print.wan(income)}`], '收入支出总计', income, prior('收支总计')),
      sentence(desk.changeReason(income, prior('收支总计'), 'S01', desk.profile.phrases.changeReason, '收入支出总计')),
      desk.foundedThisYear,
    ]),
  ],
});

export const s04Shanghai = section({
  name: 'S04-shanghai',
  id: 'S04',
  source: shanghai('四'),
  reads: () => ({ income: 'Z01_1.收入总计.决算数' }),
  prior: ['财政拨款收支总计'],
  asks: { 'reasons.S04': 'S04.1' },
  write: ({ figures: { income }, prior }, desk) => {
    const subject = '财政拨款收入支出总计';
    const before = prior('财政拨款收支总计');
    return [
      paragraph('S04.1', [
        desk.words.compared([say`${desk.unit}${desk.y}年度财政拨款收入支出总计${desk.print.wan(income)}`], subject, income, before),
        sentence(desk.changeReason(income, before, 'S04', desk.profile.phrases.changeReason, subject)),
      ]),
    ];
  },
});
