/** @jest-environment jsdom */
import { Handover } from '../../taskpane/session/handover';

const typed = (): Handover<string> => new Handover<string>('juesuan.typed', 'localStorage');

afterEach(() => {
  localStorage.clear();
  jest.useRealTimers();
});

test('what is left of one workbook does not take the place of what is left of another, and each is given out once', () => {
  typed().keep('甲.xlsx', '人员变动');
  typed().keep('乙.xlsx', '31.50');
  expect(typed().take('甲.xlsx')).toBe('人员变动');
  expect(typed().take('甲.xlsx')).toBeUndefined();
  typed().forget('丙.xlsx');
  expect(typed().take('乙.xlsx')).toBe('31.50');
  expect(localStorage).toHaveLength(0);
});

test('after ten minutes it is of another moment, and goes with the next that is kept', () => {
  jest.useFakeTimers();
  typed().keep('甲.xlsx', '人员变动');
  localStorage.setItem('juesuan.profile', 'sichuan-2024');
  jest.advanceTimersByTime(601_000);
  typed().keep('乙.xlsx', '31.50');
  expect(Object.keys(localStorage).sort()).toEqual(['juesuan.profile', 'juesuan.typed/乙.xlsx']);
  expect(typed().take('甲.xlsx')).toBeUndefined();
});
