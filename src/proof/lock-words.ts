import type { LockChange } from './lock';

/** What became of a locked figure or word, as screen and page print it. */
export const lockWords: Readonly<Record<LockChange['kind'], string>> = {
  changed: '改变',
  removed: '缺少',
  added: '多出',
  moved: '移动',
  meaning: '所指改变',
};
