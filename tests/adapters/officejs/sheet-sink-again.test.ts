import { excelSink } from '../../../src/adapters/officejs/sheet-sink';
import { UserError } from '../../../src/kernel/errors';
import type { SheetPicture } from '../../../src/sheets/picture/picture';
import { OfficeError } from '../../excel-host/errors';
import type { SheetModel } from '../../excel-host/model';
import { bookOf, chart, open, picture, text, trace } from './excel';

const values = (sheet: SheetModel): unknown => [...sheet.cells.values()].map((cell) => cell.value);

describe('excelSink, a second time', () => {
  const first = picture({
    cells: [
      text(0, 0, '标题'),
      text(1, 0, '旧', { link: { sheet: 'Z01', a1: 'A1' } }),
      text(8, 1, '多余'),
      text(1, 4, '更右', { style: 'bodyBlank' }),
      text(1, 1, '标出', { style: 'bodyBlank' }),
    ],
    merges: [{ row: 3, column: 0, rows: 2, columns: 2 }],
    lists: [{ range: 'B2', options: ['甲'] }],
    conditions: [{ range: 'A2', formula: '=TRUE', style: 'good' }],
    charts: [chart('C01')],
    prompts: [{ range: 'A2', title: '项目', message: '填这里' }],
    rowHeights: new Map([[7, 99]]),
    freezeRows: 3,
  });

  test('rewrites the sheet in place and leaves nothing of the first run', async () => {
    const host = open(bookOf('Z01'));
    await excelSink().write([first, trace]);
    const { id } = host.book.sheet('情况说明');
    await excelSink().write([picture({ cells: [text(0, 0, '标题'), text(1, 0, '新')] }), trace]);
    const sheet = host.book.sheet('情况说明');
    expect([sheet.id, host.book.sheets.length]).toEqual([id, 3]);
    expect(values(sheet)).toEqual(['标题', '新']);
    expect([sheet.frozenRows, sheet.lookAt(1, 1, 'fill.color'), sheet.lookAt(1, 4, 'fill.color')]).toEqual([0, '#FFFFFF', '#FFFFFF']);
    expect([
      sheet.links.size,
      sheet.merges,
      sheet.validations,
      sheet.conditions,
      sheet.charts,
      sheet.protection.on,
      sheet.lookAt(7, 0, 'rowHeight'),
    ]).toEqual([0, [], [], [], [], false, 13.5]);
  });

  test('changes nothing when nothing has changed', async () => {
    const host = open(bookOf('Z01'));
    const show = (): unknown => {
      const { cells, links, merges, validations, conditions, charts, protection, page } = host.book.sheet('情况说明');
      const plain = {
        cells: [...cells].sort(([a], [b]) => a - b),
        links: [...links],
        merges,
        validations,
        conditions,
        charts,
        protection,
        page,
      };
      return JSON.parse(JSON.stringify(plain).replace(/"id":"[^"]*"/g, '"id":""'));
    };
    await excelSink().write([first, trace]);
    const before = show();
    await excelSink().write([first, trace]);
    expect(show()).toEqual(before);
  });

  test('leaves a chart that the user has added where it is', async () => {
    const host = open(bookOf('Z01'));
    await excelSink().write([first, trace]);
    host.book.sheet('情况说明').charts.push({ id: 'own', name: '图表 1', type: 'Line', series: [], look: {} });
    await excelSink().write([first, trace]);
    expect(host.book.sheet('情况说明').charts.map(({ name }) => name)).toEqual(['图表 1', '决算说明助手 C01']);
  });
});

describe('excelSink costs', () => {
  const many = (sheets: number, rows: number): SheetPicture[] =>
    Array.from({ length: sheets }, (_, i) =>
      picture({
        name: `表${i}`,
        page: { orientation: 'portrait', fitToWidth: true, margins: { top: 1, bottom: 1, left: 1, right: 1 } },
        cells: Array.from({ length: rows }, (__, row) => text(row, 0, `第${row}段`, row % 3 ? {} : { link: { sheet: '表0', a1: 'A1' } })),
      }),
    );
  test.each([
    [1, 1],
    [4, 40],
    [6, 900],
  ])('six round trips for %i sheets of %i rows', async (sheets, rows) => {
    const host = open(bookOf('Z01'));
    await excelSink().write(many(sheets, rows));
    // The first time the sheets are added, and there is nothing of an earlier run to ask about.
    expect(host.roundTrips).toBe(6);
    await excelSink().write(many(sheets, rows));
    expect(host.roundTrips).toBe(12);
  });

  test('splits only what Excel on the web could not take in one request', async () => {
    const host = open(bookOf('Z01'), { platform: 'web' });
    const long = many(3, 700).map((one) => ({ ...one, cells: one.cells.map((cell) => ({ ...cell, value: '长'.repeat(1200) })) }));
    await excelSink().write(long);
    expect(host.roundTrips).toBe(8);
    expect(host.book.sheet('表2').cells.size).toBe(700);
  });
});

describe('excelSink, when Excel refuses', () => {
  test('writes nothing when the structure of the workbook is protected', async () => {
    const host = open(bookOf('Z01'));
    host.book.structureProtected = true;
    const failed = excelSink().write([picture()]);
    await expect(failed).rejects.toBeInstanceOf(UserError);
    await expect(failed).rejects.toThrow(/结构受保护，不能新增工作表“情况说明”.*工作簿未改动/);
    expect(host.book.sheets).toHaveLength(1);
  });

  test('says so when one of our sheets is protected with a password', async () => {
    const host = open(bookOf('Z01', '情况说明'));
    host.book.sheet('情况说明').protection = { on: true, password: 'x', options: {} };
    await expect(excelSink().write([picture()])).rejects.toThrow(/受保护.*撤销保护/);
    expect(values(host.book.sheet('情况说明'))).toEqual([1]);
  });

  test('finishes without page settings where Excel refuses them, and says so', async () => {
    const host = open(bookOf('Z01'));
    host.beforeAction = ({ type }) => {
      if (type === 'PageLayout') throw new OfficeError('GeneralException', 'no printer');
    };
    const page: SheetPicture['page'] = { orientation: 'portrait', fitToWidth: true, margins: { top: 1, bottom: 1, left: 1, right: 1 } };
    expect(await excelSink().write([picture({ page })])).toEqual(['页面设置没有生效（本机可能没有打印机），打印前请检查。']);
    expect(host.book.sheet('情况说明').get('A1')?.value).toBe('2024年度单位决算情况说明');
  });

  test('with another workbook in front it asks to come back before anything is written', async () => {
    const host = open(bookOf('Z01'));
    host.inactive = true;
    const failed = excelSink().write([picture()]);
    await expect(failed).rejects.toThrow(/新增工作表“情况说明”没有完成：.*请点回本工作簿.*工作簿和原来一样/);
    expect(host.book.sheets).toHaveLength(1);
    host.inactive = false;
    expect(await excelSink().write([picture()])).toEqual([]);
  });

  test('when another workbook comes in front later, everything but the window is written, and it says so', async () => {
    const host = open(bookOf('Z01'));
    await excelSink().write([picture()]);
    host.inactive = true;
    const left = await excelSink().write([picture({ freezeRows: 2, cells: [text(0, 0, '新'), text(1, 0, 'x')] })]);
    expect(left).toEqual([expect.stringMatching(/冻结窗格.*请点回本工作簿/)]);
    expect(host.book.sheet('情况说明').get('A1')?.value).toBe('新');
  });

  test('a protection of an earlier version that does not come off is named before anything is written', async () => {
    const host = open(bookOf('Z01', '情况说明'));
    const sheet = host.book.sheet('情况说明').set('A1', '旧');
    sheet.protection = { on: true, options: {}, stuck: true };
    await expect(excelSink().write([picture(), trace])).rejects.toThrow(/“情况说明”受保护.*撤销保护.*工作簿未改动/);
    expect([sheet.get('A1')?.value, host.book.sheets.length]).toEqual(['旧', 2]);
    sheet.protection = { on: true, options: {} };
    await excelSink().write([picture(), trace]);
    expect(sheet.protection.on).toBe(false);
  });

  test('a formula may name a sheet that is written in the same run', async () => {
    const host = open(bookOf('Z01'));
    const asking = picture({ cells: [text(0, 0, '标题'), text(1, 0, 2, { formula: "='数据溯源'!B2*2" })] });
    await excelSink().write([asking, trace]);
    expect(host.book.sheet('情况说明').get('A2')?.formula).toBe("='数据溯源'!B2*2");
  });

  test('does not take a mistake of ours for a missing printer', async () => {
    open(bookOf('Z01'));
    const wrong = Object.defineProperty(picture(), 'page', {
      get: () => {
        throw new TypeError('ours');
      },
    });
    await expect(excelSink().write([wrong])).rejects.toThrow(TypeError);
  });
});
