import { lastYear, thisYear } from '../../kit/books';
import { excelHost } from '../../../src/adapters/officejs/host';
import { UserError } from '../../../src/kernel/errors';
import type { ExcelHost } from '../../excel-host/host';
import { bookOf, open } from './excel';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('excelNavigator', () => {
  const { navigator } = excelHost();
  const at = (host: ExcelHost): unknown => [host.book.sheets[host.book.active]!.name, host.book.selection?.area];

  test('brings the cell to the front', async () => {
    const host = open(bookOf('Z01', 'Z04'));
    await navigator.select({ book: thisYear, sheet: 'Z04', a1: 'F12' });
    expect(at(host)).toEqual(['Z04', { row: 11, column: 5, rows: 1, columns: 1 }]);
  });

  test('opens one of our sheets', async () => {
    const host = open(bookOf('Z01', '情况说明'));
    await navigator.open('情况说明');
    expect(at(host)).toEqual(['情况说明', undefined]);
  });

  test.each([
    ['Hidden', /“Z04”是隐藏的.*取消隐藏/],
    ['VeryHidden', /“Z04”是隐藏的.*深度隐藏/],
  ] as const)('does not show a sheet that the user has hidden (%s), but says how', async (visibility, words) => {
    const host = open(bookOf('Z01', 'Z04'));
    host.book.sheet('Z04').visibility = visibility;
    const failed = navigator.select({ book: thisYear, sheet: 'Z04', a1: 'F12' });
    await expect(failed).rejects.toBeInstanceOf(UserError);
    await expect(failed).rejects.toThrow(words);
    expect(host.book.sheet('Z04').visibility).toBe(visibility);
  });

  test('says that a sheet is gone, or that the cell is in the file of last year', async () => {
    const host = open(bookOf('Z01'));
    await expect(navigator.select({ book: thisYear, sheet: 'Z99', a1: 'A1' })).rejects.toThrow(/没有工作表“Z99”/);
    await expect(navigator.select({ book: lastYear, sheet: 'Z01', a1: 'A1' })).rejects.toThrow(/Z01 A1 在上年工作簿里/);
    expect(host.book.active).toBe(0);
  });

  test('says that another workbook is in front', async () => {
    const host = open(bookOf('Z01'));
    host.inactive = true;
    await expect(navigator.open('Z01')).rejects.toThrow(/另一个工作簿.*请点回本工作簿/);
  });
});

describe('excelSettings', () => {
  test('keeps a value with the workbook, apart from those of others', async () => {
    const host = open(bookOf('Z01'));
    host.book.settings.set('profile', 'of another add-in');
    const { settings } = excelHost();
    expect(await settings.get('profile')).toBeUndefined();
    await settings.set('profile', 'sichuan-2024');
    await settings.set('profile', 'shanghai-2024');
    expect(await settings.get('profile')).toBe('shanghai-2024');
    expect(host.book.settings.get('profile')).toBe('of another add-in');
  });

  test('a value that stands already is not written: what the user typed can still be taken back', async () => {
    const host = open(bookOf('Z01'), { api: '1.14' });
    const { settings } = excelHost();
    await settings.set('marks', 'on');
    host.type('Z01', 'A1', 2);
    await settings.set('marks', 'on');
    await settings.set('none', '');
    expect(host.undoSteps).toBe(1);
    await settings.set('marks', 'off');
    expect(host.undoSteps).toBe(0);
  });

  test('forgets a value that is set to nothing, also one that was never there', async () => {
    const host = open(bookOf('Z01'));
    const { settings } = excelHost();
    await settings.set('profile', 'x');
    await settings.set('profile', '');
    await settings.set('other', '');
    expect(await settings.get('profile')).toBeUndefined();
    expect(host.book.settings.size).toBe(0);
  });
});

describe('excelEvents', () => {
  const { events, sink } = excelHost();

  test('tells sheet and cell of what the user types, until told to stop', async () => {
    const host = open(bookOf('Z01', '财决04 支出'));
    const seen: unknown[] = [];
    const stop = await events.onChanged((at) => seen.push(at));
    host.type('财决04 支出', 'F12', 3);
    await settle();
    expect(seen).toEqual([{ sheet: '财决04 支出', a1: 'F12' }]);
    const before = host.roundTrips;
    stop();
    stop();
    await settle();
    expect(host.roundTrips - before).toBe(1);
    host.type('Z01', 'A1', 3);
    await settle();
    expect(seen).toHaveLength(1);
  });

  test('is silent about what we write ourselves', async () => {
    open(bookOf('Z01'));
    const seen: unknown[] = [];
    const stop = await events.onChanged((at) => seen.push(at));
    await sink.write([
      {
        name: '情况说明',
        columns: [{ width: 9 }],
        rowHeights: new Map(),
        cells: [{ row: 0, column: 0, value: 'x', style: 'body' }],
        merges: [],
        charts: [],
      },
    ]);
    await settle();
    expect(seen).toEqual([]);
    stop();
    await settle();
  });

  test('tells where the user is', async () => {
    const host = open(bookOf('Z01', 'Z04'));
    const seen: unknown[] = [];
    const { events: told } = excelHost();
    const stop = await told.onSelected((at) => seen.push(at));
    host.select('Z04', 'B2:C3');
    await settle();
    expect(seen).toEqual([{ sheet: 'Z04', a1: 'B2:C3' }]);
    stop();
    await settle();
  });

  test('a selection costs no round trip once the sheet is known, and a renamed sheet is known from reading', async () => {
    const host = open(bookOf('Z01', 'Z04'));
    const { events: told, source } = excelHost();
    const seen: { readonly sheet: string }[] = [];
    const stop = await told.onSelected((at) => seen.push(at));
    await source.read();
    const before = host.roundTrips;
    ['A1', 'B2', 'C3'].forEach((a1) => host.select('Z04', a1));
    await settle();
    expect([seen.length, host.roundTrips - before]).toEqual([3, 0]);
    host.book.sheet('Z04').name = '财决04';
    await source.read();
    host.select('财决04', 'A1');
    await settle();
    expect(seen[3]!.sheet).toBe('财决04');
    stop();
    await settle();
  });

  test('where the user is can be asked', async () => {
    const host = open(bookOf('Z01', "财决'04"));
    const sheet = host.book.sheet("财决'04");
    host.book.active = 1;
    host.book.selection = { sheet, area: { row: 1, column: 1, rows: 2, columns: 1 } };
    expect(await excelHost().navigator.here()).toEqual({ sheet: "财决'04", a1: 'B2:B3' });
  });
});
