import { folderNames, stemOf } from '../../src/cli/files/names';

test('folders of several workbooks are told apart, also where only the case or the width of letters differs, and from each other', () => {
  expect(folderNames(['a/x.xlsx', 'b/x.xls', 'c/x-2.xlsx', 'd/X.xlsx', 'e/ｘ.xlsx'])).toEqual(['x', 'x-3', 'x-2', 'X-4', 'ｘ-5']);
});

test('a name never leads out of the folder, and none is longer than a file system takes', () => {
  expect(['...xlsx', '..xlsx', '. .xlsx', 'a. .xlsx', '/x/决算.2024.xlsx', '.xlsx'].map(stemOf)).toEqual([
    '工作簿',
    '工作簿',
    '工作簿',
    'a',
    '决算.2024',
    '.xlsx',
  ]);
  const long = stemOf(`${'决'.repeat(84)}.xlsx`);
  expect(new TextEncoder().encode(`${long}-情况说明.xlsx`).length).toBeLessThan(255);
  expect('决'.repeat(84).startsWith(long)).toBe(true);
});
