import { supplementsIn } from '../../src/supplements/file';

const refused = (text: string): string => {
  try {
    supplementsIn(text, '补充.json');
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

test.each([
  [
    '{"unitShortName":"甲",\n "unitShortName":"乙"}',
    '补充信息 补充.json 的“unitShortName”写了两次（第 2 行第 2 个字符）。请只留一个后重试。',
  ],
  ['{"reasons":{"S01":"a","S04":"b","S01":"c"}}', '补充信息 补充.json 的“reasons.S01”写了两次（第 1 行第 33 个字符）。请只留一个后重试。'],
  ['{"reasons":{"S01":"a"},"performance":{"projects":["甲"]}}', ''],
])('a key that stands twice is refused by name and place: %s', (text, message) => expect(refused(text)).toBe(message));
