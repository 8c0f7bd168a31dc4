import { excelSink } from '../../../src/adapters/officejs/sheet-sink';
import { UserError } from '../../../src/kernel/errors';
import { UNFINISHED } from '../../../src/sheets/ours';
import type { SheetPicture } from '../../../src/sheets/picture/picture';
import { OfficeError } from '../../excel-host/errors';
import type { ExcelHost } from '../../excel-host/host';
import { bookOf, chart, open, picture, text, trace } from './excel';
import '../../taskpane/soon';

const old = [picture({ cells: [text(0, 0, '标题'), text(1, 0, '旧话')], charts: [chart('C01')] }), trace];
const full = [picture({ cells: [text(0, 0, '标题'), text(1, 0, '新话')], charts: [chart('C01')] }), trace];

/** From now on Excel refuses these of its steps. What the window and the printer need may fail anyway. */
function refuse(host: ExcelHost, code: string, refused: (n: number, type: string, name: string) => boolean): void {
  let n = 0;
  host.beforeAction = ({ type, name }) => {
    if (refused(++n, type, name) && !type.startsWith('Page') && !type.startsWith('Header')) throw new OfficeError(code, 'planted');
  };
}

const written = (pictures: readonly SheetPicture[], progress?: (step: string) => void): Promise<unknown> =>
  excelSink()
    .write(pictures, progress)
    .catch((thrown: unknown) => thrown);

const state = (host: ExcelHost): string => {
  const { cells, charts } = host.book.sheet('情况说明');
  return JSON.stringify([[...cells].sort(([a], [b]) => a - b), charts.map(({ name }) => name)]);
};

/** The workbook with the old sheets; how it looks with the new ones, and how many actions that takes. */
async function prepared() {
  const host = open(bookOf('Z01'));
  await excelSink().write(old);
  const before = state(host);
  let actions = 0;
  host.beforeAction = () => void actions++;
  await excelSink().write(full);
  const after = state(host);
  host.beforeAction = undefined;
  await excelSink().write(old);
  return { host, before, after, actions };
}

describe('excelSink, when Excel refuses half-way through sheets that stood there before', () => {
  test('once: they are as they were, or whole', async () => {
    const { host, before, after, actions } = await prepared();
    const seen = { refused: 0, whole: 0, again: 0 };
    for (let fail = 1; fail <= actions; fail += 5) {
      refuse(host, 'GeneralException', (n) => n === fail);
      const told: string[] = [];
      const error = await written(full, (step) => void told.push(step));
      host.beforeAction = undefined;
      expect(state(host)).toBe(error instanceof UserError ? before : after);
      seen[error instanceof UserError ? 'refused' : 'whole']++;
      if (told.some((step) => step.includes('再写一次'))) seen.again++;
      await excelSink().write(old);
    }
    expect(seen.refused).toBeGreaterThan(0);
    expect(seen.whole).toBeGreaterThan(0);
    expect(seen.again).toBeGreaterThan(0);
  });

  test('from then on: never looks finished, has every word old or new, and the next run repairs it', async () => {
    const { host, after, actions } = await prepared();
    for (let fail = 1; fail <= actions; fail += 29) {
      refuse(host, 'GeneralException', (n) => n >= fail);
      const error = await written(full);
      const sheet = host.book.sheet('情况说明');
      expect(['旧话', '新话']).toContain(sheet.get('A2')?.value);
      if (error instanceof UserError && sheet.charts.length === 0) {
        expect(sheet.get('A1')?.value).toBe(`${UNFINISHED}标题`);
        expect(error.message).toContain('“情况说明”');
      }
      host.beforeAction = undefined;
      await excelSink().write(full);
      expect(state(host)).toBe(after);
      await excelSink().write(old);
    }
  });

  test('it names the sheets that are unfinished and no others, and says so where it cannot know', async () => {
    const { host, before } = await prepared();
    // Every chart is refused: both sheets have their words, none its last one. Every range: nothing was written.
    refuse(host, 'GeneralException', (_, type, name) => type === 'ChartCollection' && name === 'Add');
    expect(await written(full)).toMatchObject({ message: expect.stringMatching(/“情况说明”、“数据溯源”只写了一部分，首格注明/) });
    host.beforeAction = undefined;
    await excelSink().write(old);

    refuse(host, 'GeneralException', (_, type, name) => type === 'Range' && name === 'Values');
    expect(await written(full)).toMatchObject({ message: expect.stringMatching(/工作簿和原来一样/) });
    expect(state(host)).toBe(before);

    refuse(host, 'GeneralException', (n) => n > 20);
    expect(await written(full)).toMatchObject({ message: expect.stringMatching(/看不出“情况说明”、“数据溯源”写到了哪里/) });
  });

  test('what stood far down on the old sheet goes only after the new words stand', async () => {
    const { host } = await prepared();
    await excelSink().write([picture({ cells: [text(0, 0, '标题'), text(1, 0, '旧话'), text(9, 0, '我改过的')] }), trace]);
    refuse(host, 'GeneralException', (_, type, name) => type === 'Range' && name === 'Formulas');
    expect(await written(full)).toBeInstanceOf(UserError);
    expect(host.book.sheet('情况说明').get('A10')?.value).toBe('我改过的');
    host.beforeAction = undefined;
    await excelSink().write(full);
    expect(host.book.sheet('情况说明').get('A10')).toBeUndefined();
  });

  test.each([
    ['that stood there before', true],
    ['that are new', false],
  ])('it waits for a user who is editing a cell, says so, and writes sheets %s whole', async (_, stood) => {
    const { host: known, after } = await prepared();
    const host = stood ? known : open(bookOf('Z01'));
    let asked = 0;
    refuse(host, 'InvalidOperationInCellEditMode', (n) => n > 60 && ++asked < 12);
    const told: string[] = [];
    expect(await written(full, (step) => void told.push(step))).toEqual([]);
    expect(state(host)).toBe(after);
    expect(told.filter((step) => step.includes('请按回车'))).toHaveLength(10);
  });

  test('a user who keeps editing is told to end that, and what is left', async () => {
    const { host } = await prepared();
    refuse(host, 'InvalidOperationInCellEditMode', (n) => n > 60);
    expect(await written(full)).toMatchObject({
      message: expect.stringMatching(/请先按回车.*“情况说明”.*再点一次“生成说明”/),
      fault: { code: 'typing' },
    });
  });
});
