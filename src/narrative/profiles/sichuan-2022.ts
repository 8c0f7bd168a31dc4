import type { Profile } from '../profile';
import { sichuan2024 } from './sichuan-2024';

/** 四川省 2022 年度格式: the same ten sections, with the wording and the five car types of that year. */
export const sichuan2022: Profile = {
  ...sichuan2024,
  id: 'sichuan-2022',
  name: '四川（2022年度格式）',
  source: { by: 'official', doc: '四川省部门决算公开格式（2021、2022年度）', clause: '第二部分 部门（单位）决算情况说明' },
  phrases: {
    ...sichuan2024.phrases,
    totalIs: '',
    comparedWith: '与{上年}年相比',
    than: '比{上年}年',
    thanLastYear: '较上年',
    lastYear: '{上年}年',
    yearEnd: '截至{本年}年12月底',
  },
  carTypes: ['轿车', '越野车', '小型载客汽车', '大中型载客汽车', '其他车型'],
};
