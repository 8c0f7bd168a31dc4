import { hostOf, refusal, sheetOf } from './batch';
import type { ExcelHost } from './host';

/** The numbers are those of BEHAVIOURS.md. */
let host: ExcelHost;
const start = (...of: Parameters<typeof hostOf>): void => void (host = hostOf(...of));
const plain = (): void => start();
const write = (address: string, values: unknown, format?: string): Promise<unknown> =>
  refusal((context) => {
    const range = sheetOf(context).getRange(address);
    if (format) range.numberFormat = [[format]];
    range.values = values as string[][];
  });

describe('sheets', () => {
  test('1 an unknown sheet is ItemNotFound, or a null object; names ignore case, ids work as well', async () => {
    start((book) => book.add('Z01'));
    expect(await refusal((context) => context.workbook.worksheets.getItem('Z99').load('name'))).toBe('ItemNotFound');
    const { id } = host.book.sheet('Z01');
    const names = await Excel.run(async (context) => {
      const found = ['Z99', 'z01', id].map((key) => context.workbook.worksheets.getItemOrNullObject(key));
      found.forEach((sheet) => sheet.load('name'));
      await context.sync();
      return found.map((sheet) => (sheet.isNullObject ? null : sheet.name));
    });
    expect(names).toEqual([null, 'Z01', 'Z01']);
  });

  test('2 a name that is taken is ItemAlreadyExists, one that Excel does not allow InvalidArgument', async () => {
    plain();
    expect(await refusal((context) => context.workbook.worksheets.add('表1'))).toBe('ItemAlreadyExists');
    for (const name of ['长'.repeat(32), 'a/b', 'a:b', 'a[b]', "'a", 'History']) {
      expect([name, await refusal((context) => context.workbook.worksheets.add(name))]).toEqual([name, 'InvalidArgument']);
    }
  });

  test('11 what has been deleted since is InvalidReference', async () => {
    start((book) => book.add('表2'));
    const code = await refusal((context) => {
      const sheet = sheetOf(context, '表2');
      sheet.load('name');
      sheet.delete();
      sheet.load('name');
    });
    expect(code).toBe('InvalidReference');
  });

  test('12 a protected sheet is AccessDenied for words, formats and conditions, but not where a cell is unlocked', async () => {
    plain();
    const { protection } = host.book.sheet('表1');
    host.book.sheet('表1').look([{ row: 1, column: 0, rows: 1, columns: 1 }], 'protection.locked', false);
    expect(await refusal((context) => sheetOf(context).protection.unprotect())).toBe('AccessDenied');
    protection.on = true;
    expect(await refusal((context) => sheetOf(context).protection.protect())).toBe('AccessDenied');
    expect(await write('A1', [[1]])).toBe('AccessDenied');
    expect(await write('A2', [[1]])).toBe('done');
    expect(await refusal((context) => (sheetOf(context).getRange('A2').format.font.bold = true))).toBe('AccessDenied');
    expect(await refusal((context) => sheetOf(context).getRange('A2').conditionalFormats.add('Custom'))).toBe('AccessDenied');
  });

  test('13 a very hidden sheet is listed, but neither activated nor deleted; the last visible one stays', async () => {
    start((book) => (book.add('深').visibility = 'VeryHidden'));
    expect(await refusal((context) => sheetOf(context, '深').activate())).toBe('InvalidOperation');
    expect(await refusal((context) => sheetOf(context, '深').delete())).toBe('InvalidOperation');
    expect(await refusal((context) => sheetOf(context).delete())).toBe('InvalidOperation');
    expect(await refusal((context) => (sheetOf(context).visibility = 'Hidden'))).toBe('InvalidOperation');
    expect(host.book.sheets).toHaveLength(2);
  });

  test('15 addresses quote a name that is no plain word, with inner quotes doubled', async () => {
    start((book) => ["表1 收'支", 'Z01'].forEach((name) => book.add(name)));
    const addresses = await Excel.run(async (context) => {
      const ranges = ['表1', "表1 收'支", 'Z01'].map((name) => sheetOf(context, name).getRange('$A$1:B2'));
      ranges.forEach((range) => range.load('address'));
      await context.sync();
      return ranges.map((range) => range.address);
    });
    expect(addresses).toEqual(['表1!A1:B2', "'表1 收''支'!A1:B2", "'Z01'!A1:B2"]);
  });
});

describe('everything else', () => {
  test('16 comments, and whatever nobody has written, fail loudly instead of passing silently', async () => {
    plain();
    expect(await refusal((context) => context.workbook.comments.add('表1!A1', 'x'))).toBe('ApiNotFound');
    expect(await refusal((context) => sheetOf(context).getRange('A1').load('style'))).toBe('ApiNotFound');
    expect(await refusal((context) => sheetOf(context).pivotTables.load('items/name'))).toBe('ApiNotFound');
  });

  test('17 events come only to who listens, with the id of the sheet', async () => {
    plain();
    const seen: unknown[] = [];
    const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));
    host.type('表1', 'A1', 1);
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add((event) =>
        Promise.resolve(void seen.push([event.worksheetId, event.address])),
      );
      await context.sync();
      return added;
    });
    host.type('表1', 'B2', 1);
    await settle();
    expect(seen).toEqual([[host.book.sheet('表1').id, 'B2']]);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.type('表1', 'B3', 1);
    await settle();
    expect(seen).toHaveLength(1);
  });

  test('19 while another workbook is in front, whatever needs the window is refused', async () => {
    plain();
    host.inactive = true;
    expect(await refusal((context) => sheetOf(context).activate())).toBe('GeneralException');
    expect(await refusal((context) => sheetOf(context).getRange('A1').select())).toBe('GeneralException');
    expect(await refusal((context) => context.workbook.worksheets.add('新'))).toBe('GeneralException');
    expect(await refusal((context) => sheetOf(context).freezePanes.freezeRows(1))).toBe('GeneralException');
    expect(await refusal((context) => sheetOf(context).freezePanes.unfreeze())).toBe('GeneralException');
    expect(await refusal((context) => (sheetOf(context).showGridlines = false))).toBe('GeneralException');
    expect(await write('A1', [[1]])).toBe('done');
  });

  test('20 conditions, charts, names and settings can be seen behind the host; a dump gives the book back', async () => {
    start((book) => book.sheet('表1').set('B2', '总计').set('C3', 5));
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRanges('A1,C3').conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
      sheet.charts.add('Pie', sheet.getRange('C3'), 'Columns').name = '图';
      context.workbook.names.add('合计', '=表1!$C$3');
      context.workbook.settings.add('键', '值');
      await context.sync();
    });
    const { conditions, charts } = host.book.sheet('表1');
    expect([conditions[0]!.areas.length, charts[0]!.name, host.book.names.get('合计'), host.book.settings.get('键')]).toEqual([
      2,
      '图',
      '=表1!$C$3',
      '值',
    ]);
    expect(host.book.snapshot().sheets[0]).toEqual({
      name: '表1',
      visibility: 'visible',
      top: 1,
      left: 1,
      values: [
        ['总计', null],
        [null, 5],
      ],
    });
  });

  test('21 the client asks for the requirement set of a member, and every round trip is recorded with its size', async () => {
    start(() => undefined, { api: '1.9' });
    expect(await refusal((context) => context.workbook.comments.load('items/id'))).toBe('ApiNotFound');
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
    await write('A1', [[1]]);
    expect(host.roundTrips).toBe(1);
    expect(host.trips[0]).toMatchObject({ cleanup: false, error: undefined });
    expect(host.trips[0]!.requestBytes).toBeGreaterThan(100);
  });
});
