import { chart, paragraph } from '../say';
import { section } from '../section';
import { totalsSentences } from './totals';

export const s04Fiscal = section({
  name: 'S04',
  id: 'S04',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 四' },
  charts: ['C04'],
  reads: () => ({
    income: 'Z01_1.收入总计.决算数',
    expenditure: 'Z01_1.支出总计.决算数·小计',
    received: 'Z01_1.本年收入合计.决算数',
    opening: 'Z01_1.年初财政拨款结转和结余.决算数',
    spent: 'Z01_1.本年支出合计.决算数·小计',
    closing: 'Z01_1.年末财政拨款结转和结余.决算数·小计',
  }),
  prior: ['财政拨款收支总计'],
  asks: { 'reasons.S04': 'S04.1' },
  write: ({ figures: { income, expenditure, ...made }, prior }, desk) => [
    paragraph(
      'S04.1',
      totalsSentences(desk, {
        income,
        expenditure,
        prior: prior('财政拨款收支总计'),
        prefix: '财政拨款',
        key: 'S04',
        made: [
          [
            { name: '本年收入', amount: made.received },
            { name: '年初财政拨款结转和结余', amount: made.opening },
          ],
          [
            { name: '本年支出', amount: made.spent },
            { name: '年末财政拨款结转和结余', amount: made.closing },
          ],
        ],
      }),
    ),
    chart('C04'),
  ],
});
