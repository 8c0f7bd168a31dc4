import { bookTypes, isBookName } from '../../../src/kernel/book-names';

test('a dialog offers what is taken when it is dropped', () => {
  for (const ending of bookTypes.split(',')) expect(isBookName(`本年${ending}`)).toBe(true);
  expect(isBookName('财决.XLS')).toBe(true);
  for (const other of ['说明.docx', '说明.txt', '补充.json', 'xlsx', '本年.xlsx.zip']) expect(isBookName(other)).toBe(false);
});
