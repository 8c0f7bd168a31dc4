import type { Source } from '../../../kernel/source';

/** A clause of the official Shanghai form. */
export const shanghai = (clause: string): Source => ({
  by: 'official',
  doc: '上海市部门决算模板（2024年度）',
  clause: `第三部分 ${clause}`,
});
