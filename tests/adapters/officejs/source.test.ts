import { excelSource } from '../../../src/adapters/officejs/source';
import { UserError } from '../../../src/kernel/errors';
import { ExcelHost } from '../../excel-host/host';
import { BookModel } from '../../excel-host/model';
import { clean } from '../../kit';
import { open } from './excel';

/** A book of `count` sheets of 3 × 2 cells. */
function book(count: number): BookModel {
  const made = new BookModel('决算.xlsx');
  for (let i = 1; i <= count; i++) made.add(`表${i}`).set('B2', '项目').set('C2', 10.5).set('B4', '合计').set('C4', i);
  return made;
}

describe('excelSource', () => {
  test('gives the values of every sheet with their place, a blank as null', async () => {
    const made = book(1);
    made.add('空表').visibility = 'VeryHidden';
    open(made);
    expect(await excelSource().read()).toEqual({
      role: '本年',
      file: '决算.xlsx',
      sheets: [
        {
          name: '表1',
          visibility: 'visible',
          top: 1,
          left: 1,
          values: [
            ['项目', 10.5],
            [null, null],
            ['合计', 1],
          ],
        },
        { name: '空表', visibility: 'veryHidden', top: 0, left: 0, values: [] },
      ],
    });
  });

  test.each([1, 5, 60])('reads %i sheets in three round trips', async (sheets) => {
    const host = open(book(sheets));
    expect((await excelSource().read()).sheets).toHaveLength(sheets);
    expect(host.roundTrips).toBe(3);
  });

  test('reads a complete 决算 workbook in three round trips, cell for cell', async () => {
    const seed = clean();
    const host = open(seed);
    const read = await excelSource().read();
    expect(host.roundTrips).toBe(3);
    expect(read).toEqual(new ExcelHost(seed).book.snapshot());
    expect(Math.max(...host.trips.map((trip) => trip.responseBytes))).toBeLessThan(5 * 1024 * 1024);
  });

  test('keeps number, text that looks like a number, error and truth value apart', async () => {
    const made = new BookModel('x.xlsx');
    made
      .add('表')
      .set('A1', '123.40')
      .set('B1', 123.4)
      .set('C1', '#REF!')
      .set('D1', true)
      .set('E1', 0)
      .set('F1', '—')
      .set('G1', 0.1 + 0.2);
    open(made);
    expect((await excelSource().read()).sheets[0]!.values).toEqual([['123.40', 123.4, '#REF!', true, 0, '—', 0.30000000000000004]]);
  });

  test('takes the stored result of a formula, and one that shows nothing for a blank', async () => {
    const made = new BookModel('x.xlsx');
    made.add('表').set('B2', 30, '=SUM(B3:B4)').set('D9', '', '=IF(B2>0,"","x")');
    open(made);
    expect((await excelSource().read()).sheets[0]).toMatchObject({ top: 1, left: 1, values: [[30]] });
  });

  test('passes over cells that hold nothing but a format, however many', async () => {
    const made = book(1);
    made.sheet('表1').look([{ row: 0, column: 0, rows: 900_000, columns: 20 }], 'fill.color', '#FFFF00');
    open(made);
    expect((await excelSource().read()).sheets[0]).toMatchObject({ top: 1, left: 1, values: { length: 3 } });
  });

  test('fetches the values in groups only when there are too many for one answer', async () => {
    const made = new BookModel('x.xlsx');
    // Four sheets of 150,000 cells: two fit into one group.
    for (let i = 0; i < 4; i++)
      made
        .add(`大表${i}`)
        .set('A1', i)
        .set('O10000', 100 + i);
    const host = open(made);
    const steps: string[] = [];
    const read = await excelSource().read((step, done, total) => void steps.push(`${step} ${done}/${total}`));
    expect(host.roundTrips).toBe(4);
    expect(read.sheets.map(({ values }) => [values.length, values[0]![0], values[9999]![14]])).toEqual(
      [0, 1, 2, 3].map((i) => [10000, i, 100 + i]),
    );
    expect(steps).toEqual(['读取单元格 0/2', '读取单元格 1/2', '读取单元格 2/2', ...[1, 2, 3, 4].map((n) => `整理数据 ${n}/4`)]);
  });

  test('reads one sheet beyond the limit in bands of rows', async () => {
    const made = new BookModel('x.xlsx');
    const sheet = made.add('大表');
    for (let row = 0; row < 50_000; row++) sheet.put(row, 0, { value: row });
    sheet.set('T50000', 'end');
    const host = open(made);
    const { values } = (await excelSource().read()).sheets[0]!;
    expect(values.map((line) => line[0])).toEqual(Array.from({ length: 50_000 }, (_, row) => row));
    expect(values[49_999]![19]).toBe('end');
    expect(host.roundTrips).toBe(5);
  });

  test('halves a group whose answer Excel on the web finds too large', async () => {
    const made = new BookModel('x.xlsx');
    for (let i = 0; i < 3; i++) {
      const sheet = made.add(`表${i}`);
      for (let row = 0; row < 900; row++) sheet.put(row, 0, { value: `${row}${'长'.repeat(1000)}` });
    }
    const host = open(made, { platform: 'web' });
    const read = await excelSource().read();
    expect(read.sheets.map(({ values }) => values.length)).toEqual([900, 900, 900]);
    expect(host.trips.filter((trip) => trip.error === 'ResponsePayloadSizeLimitExceeded')).not.toHaveLength(0);
  });

  test('refuses a sheet with a stray entry at its far end, by name', async () => {
    const made = book(1);
    made.add('草稿').set('A1', 1).set('XFD1048576', 1);
    open(made);
    const refused = excelSource().read();
    await expect(refused).rejects.toBeInstanceOf(UserError);
    await expect(refused).rejects.toThrow(/“草稿”.*1048576 行 × 16384 列.*Ctrl\+End/);
  });

  test('says that a cell is being edited, and what to do', async () => {
    const host = open(book(1));
    host.editing = true;
    const refused = excelSource().read();
    await expect(refused).rejects.toBeInstanceOf(UserError);
    await expect(refused).rejects.toThrow('请先按回车（或 Esc）结束单元格编辑，再重试。工作簿未改动。');
  });
});
