import { section } from '../section';

/** A section whose words are all the profile's own (`closing`): 相关口径说明. */
export const textSection = section({
  name: 'text',
  id: 'text',
  source: { by: 'house', doc: '口径文件', clause: '固定文字' },
  write: () => [],
});
