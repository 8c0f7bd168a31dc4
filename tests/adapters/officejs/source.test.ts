import { excelSource } from '../../../src/adapters/officejs/source';
import { UserError } from '../../../src/kernel/errors';
import { ExcelHost } from '../../excel-host/host';
import { BookModel } from '../../excel-host/model';
import { readWorkbook } from '../../../src/reading/read';
import { clean, withCell } from '../../kit';
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

  test('reads a complete 决算 workbook in four round trips, for some amounts are whole numbers, cell for cell', async () => {
    const seed = clean();
    const host = open(seed);
    const read = await excelSource().read();
    expect(host.roundTrips).toBe(4);
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

  describe('a number that is shown as a date is the text of that day, as in a file', () => {
    const day = 45658;
    const dated = (format: string, value = day): BookModel => {
      const made = book(2);
      const sheet = made.sheet('表2').set('C3', value);
      sheet.setFormat(2, 2, format);
      return made;
    };
    const read = async (made: BookModel): Promise<[unknown, number]> => {
      const host = open(made);
      return [(await excelSource().read()).sheets[1]!.values[1]![1], host.roundTrips];
    };

    test('five round trips where there is one, four where a whole number only might be one', async () => {
      expect(await read(dated('yyyy/m/d'))).toEqual(['2025-01-01', 5]);
      expect(await read(dated('#,##0.00_d'))).toEqual([day, 4]);
      // No day that anybody types: 1,200 元 under a date format is not asked about.
      expect(await read(dated('yyyy/m/d', 1200))).toEqual([1200, 3]);
    });

    test('with a time of day, and without a round trip for amounts in fen, whatever is left of a sum', async () => {
      expect(await read(dated('yyyy/m/d h:mm', day + 8.5 / 24))).toEqual(['2025-01-01', 5]);
      expect(await read(dated('yyyy/m/d h:mm:ss', day + 86_399 / 86_400))).toEqual(['2025-01-01', 5]);
      expect(await read(dated('0.00', 54600.84999999963))).toEqual([54600.84999999963, 3]);
      expect(await read(dated('0.00', 54600.5))).toEqual([54600.5, 3]);
      // Noon could be an amount: it is asked about where something else is asked.
      const noon = dated('yyyy/m/d h:mm', day + 0.5);
      noon.sheet('表2').set('C4', day);
      expect(await read(noon)).toEqual(['2025-01-01', 5]);
    });

    test('among many whole numbers, and in no sheet of ours', async () => {
      const made = dated('m/d');
      for (let row = 10; row < 200; row++) made.sheet('表2').put(row, 2, { value: day });
      made.add('数据溯源').set('A1', day).setFormat(0, 0, 'yyyy/m/d');
      const host = open(made);
      const { sheets } = await excelSource().read();
      expect(sheets[1]!.values[1]![1]).toBe('2025-01-01');
      expect(sheets[1]!.values.flat().filter((value) => value === day)).toHaveLength(190);
      expect(sheets[2]!.values).toEqual([[day]]);
      expect(host.roundTrips).toBe(5);
    });

    test.each([day, day + 0.6])('%d in an amount cell of a form is a finding that names the date', async (value) => {
      const host = new ExcelHost(withCell(clean(), 'Z01', 'E33', value));
      const of = host.book.sheets.find((sheet) => sheet.get('E33')?.value === value)!;
      of.setFormat(32, 4, 'yyyy/m/d h:mm');
      open(host.book);
      const { problems } = await readWorkbook(await excelSource().read());
      expect(problems.map(({ title, cells }) => [title, cells.map(({ sheet, a1 }) => `${sheet} ${a1}`)])).toEqual([
        ['金额单元格是日期', [`${of.name} E33`]],
      ]);
    });

    test('in a workbook that counts from 1904, as its cells show', async () => {
      const made = dated('yyyy"年"m"月"', 44196);
      open(made);
      expect((await excelSource().read()).sheets[1]!.values[1]![1]).toBe('2020-12-31');
      made.from1904 = true;
      open(made);
      expect((await excelSource().read()).sheets[1]!.values[1]![1]).toBe('2025-01-01');
    });
  });

  test('passes over cells that hold nothing but a format, however many', async () => {
    const made = book(1);
    made.sheet('表1').look([{ row: 0, column: 0, rows: 900_000, columns: 20 }], 'fill.color', '#FFFF00');
    open(made);
    expect((await excelSource().read()).sheets[0]).toMatchObject({ top: 1, left: 1, values: { length: 3 } });
  });

  test('fetches the values in groups only when there are too many for one answer', async () => {
    const made = new BookModel('x.xlsx');
    // Four sheets of 40,000 cells: two fit into one group.
    for (let i = 0; i < 4; i++)
      made
        .add(`大表${i}`)
        .set('A1', i)
        .set('T2000', 100 + i);
    const host = open(made);
    const steps: string[] = [];
    const read = await excelSource().read((step, done, total) => void steps.push(`${step} ${done}/${total}`));
    expect(host.roundTrips).toBe(4);
    expect(read.sheets.map(({ values }) => [values.length, values[0]![0], values[1999]![19]])).toEqual(
      [0, 1, 2, 3].map((i) => [2000, i, 100 + i]),
    );
    expect(steps).toEqual(['读取单元格 0/2', '读取单元格 1/2', '读取单元格 2/2', '整理数据 2/4', '整理数据 4/4']);
  });

  test('reads one sheet beyond the limit in bands of rows', async () => {
    const made = new BookModel('x.xlsx');
    const sheet = made.add('大表');
    for (let row = 0; row < 12_000; row++) sheet.put(row, 0, { value: -row });
    sheet.set('T12000', 'end');
    const host = open(made);
    const { values } = (await excelSource().read()).sheets[0]!;
    expect(values.map((line) => line[0])).toEqual(Array.from({ length: 12_000 }, (_, row) => -row));
    expect(values[11_999]![19]).toBe('end');
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
