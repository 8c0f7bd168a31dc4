import { chart, paragraph } from '../say';
import { section } from '../section';
import { totalsSentences } from './totals';

export const s01Overall = section({
  name: 'S01',
  id: 'S01',
  source: { by: 'official', doc: '四川省部门决算公开格式', clause: '第二部分 一' },
  charts: ['C01'],
  reads: () => ({ income: 'Z01.收入总计.决算数', expenditure: 'Z01.支出总计.决算数' }),
  prior: ['收支总计'],
  asks: { 'reasons.S01': 'S01.1' },
  write: ({ figures: { income, expenditure }, prior }, desk) => [
    paragraph('S01.1', totalsSentences(desk, { income, expenditure, prior: prior('收支总计'), prefix: '', key: 'S01' })),
    chart('C01'),
  ],
});
