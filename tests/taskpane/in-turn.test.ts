import { layoutOf } from '../../taskpane/bench/picture-layout';
import { allParts } from '../../taskpane/session/state';
import { clean } from '../kit/index';
import { Desk } from './desk';
import './soon';

test('the parts of the report are drawn one after the other, each in a task of its own, and none is taken away again', async () => {
  const desk = new Desk(clean());
  const { session } = desk;
  let task = 0;
  const count = (): void => {
    task++;
    if (session.state().work || session.state().phase !== 'ready') setTimeout(count);
  };
  const drawn: { readonly parts: number; readonly task: number }[] = [];
  session.subscribe(() => {
    const { parts, work } = session.state();
    if (parts > 0 && parts !== drawn.at(-1)?.parts) drawn.push({ parts, task });
    // A part that is still to come is part of the job: whoever waits for its end finds all of them.
    if (parts < allParts && parts > 0) expect(work).toBeDefined();
  });
  setTimeout(count);
  await desk.open();
  expect(drawn.map(({ parts }) => parts)).toEqual([1, 2, 3]);
  expect(new Set(drawn.map((one) => one.task)).size).toBe(3);
  await session.recheck();
  await session.enter([['reasons.S01', '项目支出减少']]);
  expect(drawn).toHaveLength(3);
});

test('of a long sheet of ours only the rows that are looked at are drawn, with the area that reaches into them from above', () => {
  const cells = Array.from({ length: 1000 }, (_, row) => ({ row, column: 0, value: `第${row}行`, style: 'tableText' as const }));
  const columns = [{ width: 20 }];
  const picture = { name: '数据溯源', columns, rowHeights: new Map([[0, 30]]), cells, merges: [], charts: [] };
  const { between, height, cellBox } = layoutOf(picture);
  const rows = (top: number, bottom: number): readonly number[] => between(top, bottom).map(({ row }) => row);
  // 30 points and 15 points are 40 and 20 px.
  expect(height).toBe(40 + 999 * 20);
  expect(rows(0, 50)).toEqual([0, 1]);
  expect(rows(110, 150)).toEqual([4, 5, 6]);
  expect(rows(height - 10, height + 500)).toEqual([999]);
  expect(cellBox(4, 0)).toMatchObject({ top: 100, height: 20 });
  const merged = layoutOf({ ...picture, merges: [{ row: 2, column: 0, rows: 5, columns: 1 }] });
  expect(merged.between(110, 150).map(({ row }) => row)).toContain(2);
  expect(merged.cellBox(2, 0)).toMatchObject({ top: 60, height: 100 });
});
