import { paragraph, sentence } from '../say';
import { section } from '../section';
import { given } from './s07-parts';

/** 其他重要事项情况说明: whatever else the unit has to say. */
export const notesSection = section({
  name: 'notes',
  id: 'S10.5',
  source: { by: 'derived', doc: '云南省部门决算公开文本（2024年度）', clause: '第四部分 五', unverified: true },
  asks: { 'notes.other': 'S10.5.1' },
  write: (_given, desk) => [
    paragraph('S10.5.1', [sentence(given(desk.supplements.text('notes.other'), '其他需要说明的事项（没有的写“无”）', 'notes.other'))]),
  ],
});
