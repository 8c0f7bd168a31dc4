import { itemFunds } from '../items';
import { fundSection } from './s08-fund';

export const s09Capital = fundSection({
  id: 'S09',
  clause: '第二部分 九',
  name: '国有资本经营预算',
  spent: 'Z01_1.本年支出合计.决算数·国有资本',
  spentForm: 'Z11.合计.本年支出·合计',
  figure: '国有资本经营支出',
  fund: itemFunds.国有资本,
});
