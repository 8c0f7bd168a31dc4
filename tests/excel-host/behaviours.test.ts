import { installExcel } from './client';
import { ExcelHost, type HostOptions } from './host';
import { BookModel } from './model';

/** The numbers are those of BEHAVIOURS.md. */
let host: ExcelHost;
const start = (fill: (book: BookModel) => void, options?: HostOptions): void => {
  const book = new BookModel('决算.xlsx');
  book.add('表1');
  fill(book);
  host = new ExcelHost(book, options);
  installExcel(host);
};
const plain = (): void => start(() => undefined);
const sheetOf = (context: Excel.RequestContext, name = '表1'): Excel.Worksheet => context.workbook.worksheets.getItem(name);

/** Code with which Excel refuses what the batch asks for. */
const refusal = (batch: (context: Excel.RequestContext) => void): Promise<unknown> =>
  Excel.run(async (context) => {
    batch(context);
    await context.sync();
  }).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

/** Loads properties of one range. */
const load = async <Key extends keyof Excel.Range>(address: string, ...keys: Key[]): Promise<Pick<Excel.Range, Key>> =>
  Excel.run(async (context) => {
    const range = sheetOf(context).getRange(address);
    range.load(keys as string[]);
    await context.sync();
    return Object.fromEntries(keys.map((key) => [key, range[key]])) as Pick<Excel.Range, Key>;
  });
const write = (address: string, values: unknown, format?: string): Promise<unknown> =>
  refusal((context) => {
    const range = sheetOf(context).getRange(address);
    if (format) range.numberFormat = [[format]];
    range.values = values as string[][];
  });
const at = (address: string): unknown => host.book.sheet('表1').get(address);

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

describe('reading cells', () => {
  test('3 a blank is an empty text; a blank sheet uses A1 or nothing; formats count only when asked', async () => {
    plain();
    expect(await load('A1', 'values', 'formulas', 'text', 'valueTypes')).toEqual({
      values: [['']],
      formulas: [['']],
      text: [['']],
      valueTypes: [['Empty']],
    });
    host.book.sheet('表1').look([{ row: 4, column: 4, rows: 1, columns: 1 }], 'fill.color', '#FF0000');
    const used = await Excel.run(async (context) => {
      const all = sheetOf(context).getUsedRange(true);
      const none = sheetOf(context).getUsedRangeOrNullObject(true);
      const formatted = sheetOf(context).getUsedRangeOrNullObject(false);
      [all, none, formatted].forEach((range) => range.load('address'));
      await context.sync();
      return [all.address, none.isNullObject, formatted.address];
    });
    expect(used).toEqual(['表1!A1', true, '表1!E5']);
    expect(await refusal((context) => sheetOf(context).getRange('B2:C3').getUsedRange(true).load('address'))).toBe('ItemNotFound');
  });

  test('4 a date is a serial number, a truth value a boolean, an error a text of type Error', async () => {
    start((book) => book.sheet('表1').set('A1', 45292).set('B1', true).set('C1', '#REF!').setFormat(0, 0, 'yyyy/m/d'));
    expect(await load('A1:C1', 'values', 'valueTypes', 'numberFormat')).toEqual({
      values: [[45292, true, '#REF!']],
      valueTypes: [['Double', 'Boolean', 'Error']],
      numberFormat: [['yyyy/m/d', 'General', 'General']],
    });
  });

  test('5 a number stored as text stays a text, with full-width figures and spaces as they are', async () => {
    start((book) => book.sheet('表1').set('A1', '123.40').set('B1', '１２３ '));
    expect(await load('A1:B1', 'values', 'valueTypes')).toEqual({ values: [['123.40', '１２３ ']], valueTypes: [['String', 'String']] });
  });

  test('6 text is the value in its format whatever the width; values are the raw doubles', async () => {
    start((book) => {
      book
        .sheet('表1')
        .set('A1', 0.1 + 0.2)
        .set('B1', 1234.5)
        .setFormat(0, 1, '#,##0.00');
      book.sheet('表1').look([{ row: 0, column: 1, rows: 1, columns: 1 }], 'columnWidth', 1);
    });
    expect(await load('A1:B1', 'values', 'text')).toEqual({ values: [[0.30000000000000004, 1234.5]], text: [['0.3', '1,234.50']] });
  });

  test('7 a merged area holds its value in the first cell; writing the others has no effect', async () => {
    start((book) => book.sheet('表1').set('A1', '头').set('B1', '丢'));
    await refusal((context) => sheetOf(context).getRange('A1:B1').merge());
    expect(await load('A1:B1', 'values')).toEqual({ values: [['头', '']] });
    await write('B1', [['x']]);
    expect(at('B1')).toBeUndefined();
    expect(await refusal((context) => sheetOf(context).getRange('B1:C1').merge())).toBe('MergedRangeConflict');
  });

  test('8 formulas give the formula or the constant; values the stored result, never a calculation of the host', async () => {
    start((book) => book.sheet('表1').set('A1', 30, '=SUM(B1:B2)').set('B1', 1));
    expect(await load('A1:B1', 'formulas', 'values')).toEqual({ formulas: [['=SUM(B1:B2)', 1]], values: [[30, 1]] });
    await write('B1', [[99]]);
    expect(await load('A1', 'values')).toEqual({ values: [[30]] });
    start(() => undefined, { calculate: (formula) => (formula === '=1+1' ? 2 : undefined) });
    await write('A1:B1', [['=1+1', '=1+2']]);
    expect(await load('A1:B1', 'values')).toEqual({ values: [[2, '#未计算']] });
  });

  test('14 more than five million cells, or whole columns, come back as null; the web refuses large answers', async () => {
    plain();
    expect(await load('A1:E1000001', 'values')).toEqual({ values: null });
    expect(await load('A:B', 'values')).toEqual({ values: null });
    expect(await refusal((context) => (sheetOf(context).getRange('A:A').values = 1 as never))).toBe('InvalidArgument');
    start((book) => Array.from({ length: 200 }, (_, i) => book.sheet('表1').set(`A${i + 1}`, '长'.repeat(9000))), { platform: 'web' });
    expect(await refusal((context) => sheetOf(context).getRange('A1:A200').load('values'))).toBe('ResponsePayloadSizeLimitExceeded');
    expect(
      await refusal((context) => (sheetOf(context).getRange('A1:A200').values = Array.from({ length: 200 }, () => ['长'.repeat(9000)]))),
    ).toBe('RequestPayloadSizeLimitExceeded');
  });
});

describe('writing cells', () => {
  test('9 the shape must fit; one value fills all; null leaves, an empty text clears', async () => {
    start((book) => book.sheet('表1').set('A1', 1).set('B1', 2));
    expect(await write('A1:B2', [[1, 2]])).toBe('InvalidArgument');
    await write('A1:B1', [[null, '']]);
    expect([at('A1'), at('B1')]).toEqual([{ value: 1 }, undefined]);
    await refusal((context) => (sheetOf(context).getRange('A1:B2').values = 7 as never));
    expect([at('A1'), at('B2')]).toEqual([{ value: 7 }, { value: 7 }]);
    expect(await write('A1', [['x'.repeat(32_768)]])).toBe('InvalidArgument');
  });

  test.each([
    ['123.40', { value: 123.4 }],
    ['1,234.50', { value: 1234.5 }],
    ['12%', { value: 0.12 }],
    ['2024-1-1', { value: 45292 }],
    ['true', { value: true }],
    ["'007", { value: '007' }],
    ["'=1+1", { value: '=1+1' }],
    ['=1+1', { value: '#未计算', formula: '=1+1' }],
    ['-A1', { value: '#未计算', formula: '=-A1' }],
    ['—', { value: '—' }],
    ['一、收入', { value: '一、收入' }],
  ])('9 %s is taken as if it were typed', async (typed, cell) => {
    plain();
    await write('A1', [[typed]]);
    expect(at('A1')).toEqual(cell);
  });

  test.each(['=cmd|x', '+1', '-1', '@SUM(1)', '007', '1,234.50', '2024-1-1'])('9 %s stays a text in a cell of format @', async (typed) => {
    plain();
    await write('A1', [[typed]], '@');
    expect(at('A1')).toEqual({ value: typed });
  });

  test('10 the batch stops at the first action that fails; what came before stays', async () => {
    plain();
    const code = await refusal((context) => {
      sheetOf(context).getRange('A1').values = [['vorher']];
      sheetOf(context, '没有').getRange('A1').values = [['x']];
      sheetOf(context).getRange('A2').values = [['nachher']];
    });
    expect([code, at('A1'), at('A2')]).toEqual(['ItemNotFound', { value: 'vorher' }, undefined]);
  });

  test('18 while a cell is being edited every batch is refused', async () => {
    plain();
    host.editing = true;
    expect(await write('A1', [[1]])).toBe('InvalidOperationInCellEditMode');
    expect(at('A1')).toBeUndefined();
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
