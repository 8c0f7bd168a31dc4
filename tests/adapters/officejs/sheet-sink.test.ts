import { excelSink } from '../../../src/adapters/officejs/sheet-sink';
import { UNFINISHED } from '../../../src/adapters/officejs/sheet-cells';
import { UserError } from '../../../src/kernel/user-error';
import type { PictureCell, PictureChart, SheetPicture } from '../../../src/sheets/picture';
import { OfficeError } from '../../excel-host/errors';
import type { ExcelHost } from '../../excel-host/host';
import type { SheetModel } from '../../excel-host/model';
import { bookOf, open, picture } from './excel';

const text = (row: number, column: number, value: string | number, more: Partial<PictureCell> = {}): PictureCell => ({
  row,
  column,
  value,
  style: 'tableText',
  ...more,
});
const chart = (id: string, part: Partial<PictureChart> = {}): PictureChart => ({
  id,
  kind: 'column',
  title: `图：${id}`,
  data: { sheet: '数据溯源', categories: 'A2:A3', series: [{ name: '2024年', values: 'B2:B3' }] },
  cache: { categories: ['收入', '支出'], series: [[1, 2]] },
  box: { row: 3, column: 0, rows: 5, columns: 2 },
  labelFormat: '0.00',
  ...part,
});
const trace: SheetPicture = picture({
  name: '数据溯源',
  cells: [text(0, 0, '名称'), text(0, 1, '万元'), text(1, 0, '收入'), text(1, 1, 1), text(2, 0, '支出'), text(2, 1, 2)],
});

async function drawn(part: Partial<SheetPicture>, host: ExcelHost = open(bookOf('Z01'))): Promise<SheetModel> {
  const made = picture(part);
  await excelSink().write([made]);
  return host.book.sheet(made.name);
}
const values = (sheet: SheetModel): unknown => [...sheet.cells.values()].map((cell) => cell.value);

describe('excelSink', () => {
  test('adds the sheet behind the others and writes words and numbers where they belong', async () => {
    const host = open(bookOf('Z01'));
    const sheet = await drawn({ cells: [text(0, 0, '标题'), text(2, 1, 730.39)] }, host);
    expect(host.book.sheets.map(({ name }) => name)).toEqual(['Z01', '情况说明']);
    expect([sheet.get('A1')?.value, sheet.get('B3')?.value, sheet.cells.size]).toEqual(['标题', 730.39, 2]);
    expect(host.book.sheet('Z01').get('A1')?.value).toBe(1);
  });

  test.each(['=cmd|x', '+1', '-1', '@SUM(A1)', '1-2', '50%', '007', 'TRUE', '2024/1/1', '1,234.50'])(
    'keeps the text %s a text',
    async (value) => {
      const sheet = await drawn({ cells: [text(0, 0, value), text(4, 0, value)] });
      expect([sheet.get('A1'), sheet.get('A5')]).toEqual([{ value }, { value }]);
    },
  );

  test('makes a formula only of what the picture calls one', async () => {
    const sheet = await drawn({
      cells: [
        text(0, 0, '=1+1'),
        text(1, 0, 2, { formula: "=ROUND('Z01'!A1/10000,2)" }),
        text(2, 0, '✓', { formula: '=IF(A2=2,"✓","✗")' }),
      ],
    });
    expect([sheet.get('A1')?.formula, sheet.get('A2')?.formula, sheet.get('A3')?.formula]).toEqual([
      undefined,
      "=ROUND('Z01'!A1/10000,2)",
      '=IF(A2=2,"✓","✗")',
    ]);
    expect(sheet.format(2, 0)).not.toBe('@');
  });

  test('gives every cell the look of its style, merged areas whole', async () => {
    const sheet = await drawn({
      cells: [text(0, 0, '标题', { style: 'title' }), text(1, 0, 1, { style: 'tableNumber' }), text(3, 1, 2, { style: 'tableNumber' })],
      merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
    });
    expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
    expect(sheet.lookAt(0, 1, 'font.name')).toBe('方正小标宋简体');
    expect([
      sheet.lookAt(1, 0, 'horizontalAlignment'),
      sheet.lookAt(3, 1, 'horizontalAlignment'),
      sheet.lookAt(2, 1, 'horizontalAlignment'),
    ]).toEqual(['Right', 'Right', 'General']);
    expect([sheet.format(1, 0), sheet.format(3, 1), sheet.format(2, 0)]).toEqual(['#,##0.00', '#,##0.00', 'General']);
    expect(sheet.lookAt(1, 0, 'borders.EdgeBottom.style')).toBe('Continuous');
  });

  test('sets widths, hidden columns, heights, frozen rows, tab, gridlines and page', async () => {
    const sheet = await drawn({
      columns: [{ width: 10 }, { width: 3, hidden: true }],
      rowHeights: new Map([
        [0, 30],
        [2, 30],
        [3, 600],
      ]),
      freezeRows: 2,
      tabColor: '1F5FA8',
      gridlines: false,
      page: {
        orientation: 'landscape',
        fitToWidth: true,
        margins: { top: 2.54, bottom: 2, left: 1, right: 1 },
        area: 'A1:B9',
        repeatRows: 2,
        footer: '第 &P 页',
      },
    });
    expect([sheet.lookAt(5, 0, 'columnWidth'), sheet.lookAt(5, 1, 'columnHidden')]).toEqual([56.25, true]);
    expect([0, 1, 2, 3].map((row) => sheet.lookAt(row, 0, 'rowHeight'))).toEqual([30, 13.5, 30, 409]);
    expect(sheet.frozenRows).toBe(2);
    expect(sheet.settings).toEqual({ tabColor: '#1F5FA8', showGridlines: false });
    expect(sheet.page).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      topMargin: 72,
      printArea: 'A1:B9',
      printTitleRows: '$1:$2',
      'footers.centerFooter': '第 &P 页',
    });
  });

  test('links cells without giving them another look than their style', async () => {
    const link = { sheet: "财决01 收入'支出", a1: 'E7' };
    const sheet = await drawn({
      cells: [
        text(0, 0, 'x'),
        text(1, 0, 'E7', { style: 'tableLink', link }),
        text(2, 0, 'E8', { style: 'tableLink', link: { ...link, a1: 'E8' } }),
        text(4, 0, 'E9', { link }),
      ],
    });
    expect([...sheet.links.values()]).toEqual(
      ["'财决01 收入''支出'!E7", "'财决01 收入''支出'!E8", "'财决01 收入''支出'!E7"].map((documentReference) => ({ documentReference })),
    );
    expect([
      sheet.get('A2')?.value,
      sheet.lookAt(1, 0, 'font.color'),
      sheet.lookAt(4, 0, 'font.color'),
      sheet.lookAt(4, 0, 'font.underline'),
    ]).toEqual(['E7', '#1F5FA8', '#1F2328', 'None']);
  });

  test('puts drop-down lists, conditions and protection with unlocked cells', async () => {
    const sheet = await drawn({
      lists: [{ range: 'B2:B4', options: ['行政', '参公', '事业'] }],
      conditions: [{ range: 'A2:A4', formula: '=$B2="✗"', style: 'bad' }],
      unlocked: ['B2:B4'],
    });
    expect(sheet.validations[0]).toMatchObject({
      areas: [{ row: 1, column: 1, rows: 3, columns: 1 }],
      rule: { list: { inCellDropDown: true, source: '行政,参公,事业' } },
    });
    expect(sheet.conditions.map(({ formula, look }) => [formula, look['fill.color']])).toEqual([['=$B2="✗"', '#FBE3E1']]);
    expect([sheet.protection.on, sheet.lookAt(1, 1, 'protection.locked'), sheet.lookAt(1, 0, 'protection.locked')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('draws native charts from cells of another picture, with labels as the text prints them', async () => {
    const host = open(bookOf('Z01'));
    const pie = chart('C02', { kind: 'pie', box: { row: 9, column: 0, rows: 5, columns: 2 } });
    await excelSink().write([picture({ charts: [chart('C01'), pie] }), trace]);
    const [column, round] = host.book.sheet('情况说明').charts;
    expect(column).toMatchObject({
      name: '决算说明助手 C01',
      type: 'ColumnClustered',
      box: { row: 3, column: 0, rows: 5, columns: 2 },
      look: { 'title.text': '图：C01', 'valueAxis.minimum': 0, 'legend.visible': false },
    });
    expect(column!.series).toMatchObject([
      {
        name: '2024年',
        values: { sheet: '数据溯源', area: { row: 1, column: 1, rows: 2 } },
        categories: { sheet: '数据溯源', area: { column: 0 } },
        look: { 'labels.numberFormat': '0.00', 'labels.showValue': true },
      },
    ]);
    expect(round).toMatchObject({ type: 'Pie', series: [{ look: { 'labels.showCategoryName': true } }] });
  });
});

describe('excelSink, a second time', () => {
  const first = picture({
    cells: [text(0, 0, '标题'), text(1, 0, '旧', { link: { sheet: 'Z01', a1: 'A1' } }), text(8, 1, '多余')],
    merges: [{ row: 3, column: 0, rows: 2, columns: 2 }],
    lists: [{ range: 'B2', options: ['甲'] }],
    conditions: [{ range: 'A2', formula: '=TRUE', style: 'good' }],
    charts: [chart('C01')],
    unlocked: ['A2'],
    rowHeights: new Map([[7, 99]]),
  });

  test('rewrites the sheet in place and leaves nothing of the first run', async () => {
    const host = open(bookOf('Z01'));
    await excelSink().write([first, trace]);
    const { id } = host.book.sheet('情况说明');
    await excelSink().write([picture({ cells: [text(0, 0, '标题'), text(1, 0, '新')] }), trace]);
    const sheet = host.book.sheet('情况说明');
    expect([sheet.id, host.book.sheets.length]).toEqual([id, 3]);
    expect(values(sheet)).toEqual(['标题', '新']);
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
  ])('five round trips for %i sheets of %i rows', async (sheets, rows) => {
    const host = open(bookOf('Z01'));
    await excelSink().write(many(sheets, rows));
    // The first time there is nothing of an earlier run to ask about.
    expect(host.roundTrips).toBe(4);
    await excelSink().write(many(sheets, rows));
    expect(host.roundTrips).toBe(9);
  });

  test('splits only what Excel on the web could not take in one request', async () => {
    const host = open(bookOf('Z01'), { platform: 'web' });
    const long = many(3, 700).map((one) => ({ ...one, cells: one.cells.map((cell) => ({ ...cell, value: '长'.repeat(1200) })) }));
    await excelSink().write(long);
    expect(host.roundTrips).toBe(6);
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

  test('never looks finished after a failure, keeps what a person wrote, and the next run repairs it', async () => {
    const host = open(bookOf('Z01'));
    const full = [picture({ cells: [text(0, 0, '标题'), text(1, 0, '人工改过的话')], charts: [chart('C01')], unlocked: ['A2'] }), trace];
    await excelSink().write(full);
    const whole = JSON.stringify([...host.book.sheet('情况说明').cells]);

    let actions = 0;
    host.beforeAction = () => void actions++;
    await excelSink().write(full);
    const all = actions;
    for (let fail = 1; fail <= all; fail += 7) {
      let n = 0;
      host.beforeAction = ({ type }) => {
        if (++n === fail && !type.startsWith('Page') && !type.startsWith('Header')) throw new OfficeError('GeneralException', 'planted');
      };
      const error: unknown = await excelSink()
        .write(full)
        .catch((thrown: unknown) => thrown);
      const sheet = host.book.sheet('情况说明');
      // Every word is there at any moment: the old one or the new one.
      expect(sheet.get('A2')?.value).toBe('人工改过的话');
      if (error instanceof UserError && sheet.charts.length === 0) expect(sheet.get('A1')?.value).toBe(UNFINISHED);
      host.beforeAction = undefined;
      await excelSink().write(full);
      expect(JSON.stringify([...host.book.sheet('情况说明').cells])).toBe(whole);
    }
  });

  test('finishes without page settings where Excel refuses them, and says so', async () => {
    const host = open(bookOf('Z01'));
    host.beforeAction = ({ type }) => {
      if (type === 'PageLayout') throw new OfficeError('GeneralException', 'no printer');
    };
    const steps: string[] = [];
    const page: SheetPicture['page'] = { orientation: 'portrait', fitToWidth: true, margins: { top: 1, bottom: 1, left: 1, right: 1 } };
    await excelSink().write([picture({ page })], (step) => void steps.push(step));
    expect(host.book.sheet('情况说明').get('A1')?.value).toBe('2024年度单位决算情况说明');
    expect(steps[steps.length - 1]).toMatch(/页面设置未生效/);
  });
});
