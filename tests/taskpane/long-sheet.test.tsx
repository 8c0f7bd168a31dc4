/** @jest-environment jsdom */
import './browser';
import { fireEvent, render, screen } from '@testing-library/react';
import { PictureView } from '../../taskpane/bench/PictureView';
import type { SheetPicture } from '../../src/sheets/picture/picture';

const rows = 1000;
const picture: SheetPicture = {
  name: '数据溯源',
  columns: [{ width: 20 }],
  rowHeights: new Map(),
  cells: Array.from({ length: rows }, (_, row) => ({ row, column: 0, value: `第${row + 1}行`, style: 'tableText' as const })),
  merges: [],
  charts: [],
};

test('a long sheet of ours shows each row once it is scrolled to, and a click on it tells its cell', () => {
  const follow = jest.fn();
  render(<PictureView picture={picture} follow={follow} />);
  const sheet = screen.getByRole('region', { name: '数据溯源' });
  expect(screen.getByText('第1行')).toBeTruthy();
  expect(screen.queryByText(`第${rows}行`)).toBeNull();
  sheet.scrollTop = rows * 20;
  fireEvent.scroll(sheet);
  expect(screen.queryByText('第1行')).toBeNull();
  fireEvent.click(screen.getByText(`第${rows}行`));
  expect(follow).toHaveBeenCalledWith({ sheet: '数据溯源', a1: `A${rows}` });
});

test('a cell far down that is to be shown is scrolled to', () => {
  // The window has no width here: the sheet is made as small as it may be, and the cell lies higher than on a large one.
  render(<PictureView picture={picture} selected={`A${rows}`} follow={() => undefined} />);
  const sheet = screen.getByRole('region', { name: '数据溯源' });
  fireEvent.scroll(sheet);
  expect(screen.getByText(`第${rows}行`)).toBeTruthy();
  expect(sheet.querySelector('[data-selected]')).not.toBeNull();
});
