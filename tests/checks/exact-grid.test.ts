import { isExact } from '../../src/checks/grid';

test('a sum is added up in binary only as long as that is exact', () => {
  expect(isExact(2, 2 ** 52)).toBe(true);
  expect(isExact(3, 2 ** 52)).toBe(false);
});
