import { chart, paragraph } from '../say';
import { section } from '../section';
import { totalsSentences } from './totals';

export const s01Overall = section({
  name: 'S01',
  id: 'S01',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 一' },
  charts: ['C01'],
  reads: () => ({
    income: 'Z01.收入总计.决算数',
    expenditure: 'Z01.支出总计.决算数',
    received: 'Z01.本年收入合计.决算数',
    used: 'Z01.使用非财政拨款结余.决算数',
    opening: 'Z01.年初结转和结余.决算数',
    spent: 'Z01.本年支出合计.决算数',
    shared: 'Z01.结余分配.决算数',
    closing: 'Z01.年末结转和结余.决算数',
  }),
  prior: ['收支总计'],
  asks: { 'reasons.S01': 'S01.1' },
  write: ({ figures: { income, expenditure, ...made }, prior }, desk) => [
    paragraph(
      'S01.1',
      totalsSentences(desk, {
        income,
        expenditure,
        prior: prior('收支总计'),
        prefix: '',
        key: 'S01',
        made: [
          [
            { name: '本年收入', amount: made.received },
            { name: '使用非财政拨款结余', amount: made.used },
            { name: '年初结转和结余', amount: made.opening },
          ],
          [
            { name: '本年支出', amount: made.spent },
            { name: '结余分配', amount: made.shared },
            { name: '年末结转和结余', amount: made.closing },
          ],
        ],
      }),
    ),
    chart('C01'),
  ],
});
