import { excelSink } from '../../../src/adapters/officejs/sheet-sink';
import type { PictureCell, SheetPicture } from '../../../src/sheets/picture/picture';
import type { ExcelHost } from '../../excel-host/host';
import type { SheetModel } from '../../excel-host/model';
import { bookOf, chart, open, picture, text, trace } from './excel';

async function drawn(part: Partial<SheetPicture>, host: ExcelHost = open(bookOf('Z01'))): Promise<SheetModel> {
  const made = picture(part);
  await excelSink().write([made]);
  return host.book.sheet(made.name);
}
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

  test('only a text that could be taken for something else stands in a cell of the format of text', async () => {
    const words = ['2024年度单位决算情况说明', '一、收入', '第 3 页', '“三公”经费 12.5 万元'];
    const doubtful = ['=1', "'x", '１２３', '3月5日', '12:30', '1/2', 'Mar 5', '#N/A', ' 007 '];
    const sheet = await drawn({ cells: [...words, ...doubtful].map((value, i) => text(i, 0, value)) });
    expect(words.map((_, i) => sheet.format(i, 0))).toEqual(words.map(() => 'General'));
    expect(doubtful.map((_, i) => sheet.format(words.length + i, 0))).toEqual(doubtful.map(() => '@'));
    expect(doubtful.map((_, i) => sheet.at(words.length + i, 0))).toEqual(doubtful.map((value) => ({ value })));
  });

  test('draws lines inside a block only where there is an inside', async () => {
    const block = [2, 3].flatMap((row) => [0, 1].map((column) => text(row, column, 1, { style: 'tableNumber' })));
    const sheet = await drawn({ cells: [text(0, 0, '标题'), ...block, text(6, 0, 1, { style: 'tableNumber' })] });
    const line = (row: number, edge: string): unknown => sheet.lookAt(row, 0, `borders.${edge}.style`);
    expect([line(2, 'InsideHorizontal'), line(2, 'InsideVertical'), line(6, 'EdgeRight')]).toEqual([
      'Continuous',
      'Continuous',
      'Continuous',
    ]);
    expect([line(6, 'InsideHorizontal'), line(6, 'InsideVertical')]).toEqual([undefined, undefined]);
  });

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
      zoom: { scale: 100 },
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
    expect([1, 2, 4].map((row) => sheet.at(row, 0)?.value)).toEqual(['E7', 'E8', 'E9']);
    expect([
      sheet.get('A2')?.value,
      sheet.lookAt(1, 0, 'font.color'),
      sheet.lookAt(4, 0, 'font.color'),
      sheet.lookAt(4, 0, 'font.underline'),
    ]).toEqual(['E7', '#1F5FA8', '#1F2328', 'None']);
  });

  test('links neighbours of different styles and cells apart from each other each to their own place', async () => {
    const to = (a1: string, style: 'tableLink' | 'tableText'): Partial<PictureCell> => ({ style, link: { sheet: 'Z01', a1 } });
    const sheet = await drawn({
      cells: [
        text(1, 0, 'a', to('A1', 'tableLink')),
        text(2, 0, 'b', to('A2', 'tableText')),
        text(5, 0, 'c', to('A3', 'tableText')),
        text(5, 1, 'd', to('A4', 'tableText')),
      ],
    });
    const where = Object.fromEntries(
      [...sheet.links].map(([key, { documentReference }]) => [sheet.cells.get(key)?.value, documentReference]),
    );
    expect(where).toEqual({ a: "'Z01'!A1", b: "'Z01'!A2", c: "'Z01'!A3", d: "'Z01'!A4" });
    expect([1, 2, 5].map((row) => sheet.lookAt(row, 0, 'font.underline'))).toEqual(['Single', 'None', 'None']);
    expect(sheet.lookAt(3, 0, 'font.underline')).toBe('None');
    expect(sheet.lookAt(3, 0, 'font.name')).toBe('宋体');
  });

  test('keeps the order of conditions: the first has the say', async () => {
    const sheet = await drawn({
      conditions: [
        { range: 'A2', formula: '=$A2="✗"', style: 'bad' },
        { range: 'A2', formula: '=$A2<>""', style: 'good' },
      ],
    });
    expect(sheet.conditions.map(({ formula }) => formula)).toEqual(['=$A2="✗"', '=$A2<>""']);
  });

  test('puts drop-down lists, messages and conditions, and leaves the sheet open', async () => {
    const sheet = await drawn({
      lists: [{ range: 'B2:B4', options: ['行政', '参公', '事业'] }],
      conditions: [{ range: 'A2:A4', formula: '=$B2="✗"', style: 'bad' }],
      prompts: [
        { range: 'B2:B4', title: '单位性质', message: '选一项' },
        { range: 'C2', title: '批次', message: '没有的填 0' },
      ],
    });
    expect(sheet.validations[1]).toMatchObject({ rule: {}, look: { prompt: { showPrompt: true, title: '批次', message: '没有的填 0' } } });
    expect(sheet.validations[0]).toMatchObject({
      areas: [{ row: 1, column: 1, rows: 3, columns: 1 }],
      rule: { list: { inCellDropDown: true, source: '行政,参公,事业' } },
      look: { prompt: { title: '单位性质' } },
    });
    expect(sheet.conditions.map(({ formula, look }) => [formula, look['fill.color']])).toEqual([['=$B2="✗"', '#FBE3E1']]);
    expect(sheet.protection.on).toBe(false);
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

  test('draws every series of a chart with a legend, even from hidden cells', async () => {
    const host = open(bookOf('Z01'));
    const series = [
      { name: '2023年', values: 'B2:B3' },
      { name: '2024年', values: 'C2:C3' },
    ];
    const two = chart('C03', {
      data: { sheet: '数据溯源', categories: 'A2:A3', series },
      cache: {
        categories: ['收入', '支出'],
        series: [
          [1, 2],
          [3, -4],
        ],
      },
    });
    await excelSink().write([picture({ charts: [two] }), trace]);
    const [drawnChart] = host.book.sheet('情况说明').charts;
    expect(drawnChart!.series.map(({ name, values }) => [name, values!.area.column])).toEqual([
      ['2023年', 1],
      ['2024年', 2],
    ]);
    expect(drawnChart!.look).toMatchObject({ plotVisibleOnly: false, 'legend.visible': true, 'legend.position': 'Bottom' });
    // With a value below zero the axis is left to Excel.
    expect(drawnChart!.look['valueAxis.minimum']).toBeUndefined();
  });
});
