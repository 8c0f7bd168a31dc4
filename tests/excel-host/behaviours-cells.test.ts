import { hostOf, refusal, sheetOf } from './batch';
import type { ExcelHost } from './host';

/** The numbers are those of BEHAVIOURS.md. */
let host: ExcelHost;
const start = (...of: Parameters<typeof hostOf>): void => void (host = hostOf(...of));
const plain = (): void => start();
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
