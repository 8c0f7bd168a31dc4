import { localAddress } from './addresses';
import { hostOf, refusal, sheetOf } from './batch';
import type { ExcelHost, HostOptions } from './host';
import type { SheetModel } from './model';

/** Where Excel is less kind than one would like. The numbers are those of BEHAVIOURS.md. */
let host: ExcelHost;
const start = (options?: HostOptions): SheetModel => {
  host = hostOf(undefined, options);
  return host.book.sheet('表1');
};
const areas = (sheet: SheetModel): unknown => sheet.conditions.map((one) => one.areas.map(localAddress).join());

describe('formulas', () => {
  test.each(['=数据溯源!A1', "='数据 溯源'!A1", "=SUM('[别的.xlsx]表1'!A1:A2)", '=[1]表1!A1'])(
    '22 %s names a sheet that is not there: refused',
    async (formula) => {
      start();
      expect(await refusal((context) => (sheetOf(context).getRange('A1').formulas = [[formula]]))).toBe('InvalidArgument');
      expect(
        await refusal((context) => (sheetOf(context).getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = formula)),
      ).toBe('InvalidArgument');
    },
  );
  test.each(["='表1'!A1", '=表1!A1+B2', '=IF(A2="不是!表",#REF!,1)', '=SUM(A1:B2)'])('22 %s is taken', async (formula) => {
    start();
    expect(await refusal((context) => (sheetOf(context).getRange('C1').formulas = [[formula]]))).toBe('done');
  });
});

describe('undo', () => {
  const typed = (options?: HostOptions): SheetModel => {
    const sheet = start(options);
    host.type('表1', 'A1', 1);
    host.type('表1', 'A1', 2);
    return sheet;
  };
  test('23 Ctrl+Z takes back what the user typed; reading, selecting and activating leave the list alone', async () => {
    const sheet = typed();
    await refusal((context) => {
      sheetOf(context).getRange('A1').load('values');
      sheetOf(context).activate();
      sheetOf(context).getRange('B2').select();
    });
    expect(host.undoSteps).toBe(2);
    host.ctrlZ();
    expect(sheet.get('A1')).toEqual({ value: 1 });
  });
  test.each<[string, (context: Excel.RequestContext) => void]>([
    ['a value', (context) => (sheetOf(context).getRange('B2').values = [[1]])],
    ['a look', (context) => (sheetOf(context).getRange('B2').format.fill.color = '#FF0000')],
    ['a condition', (context) => sheetOf(context).getRange('B2').conditionalFormats.add('Custom')],
    ['a setting of the document', (context) => context.workbook.settings.add('键', '值')],
  ])('23 below ExcelApi 1.19 writing %s empties the list; from 1.19 on it stays', async (_what, write) => {
    typed({ api: '1.14' });
    expect(await refusal(write)).toBe('done');
    expect(host.undoSteps).toBe(0);
    typed({ api: '1.19' });
    expect(await refusal(write)).toBe('done');
    expect(host.undoSteps).toBe(2);
  });
  test('23 protecting a sheet empties the list in every version', async () => {
    typed({ api: '1.19' });
    await refusal((context) => sheetOf(context).protection.protect());
    expect(host.undoSteps).toBe(0);
  });
});

describe('conditional formats', () => {
  test('24 clearAll and clearing formats trim a condition that reaches farther', async () => {
    const sheet = start();
    const lay = (): Promise<unknown> => refusal((context) => sheetOf(context).getRange('A1:B4').conditionalFormats.add('Custom'));
    await lay();
    await refusal((context) => sheetOf(context).getRange('A1:B2').conditionalFormats.clearAll());
    expect(areas(sheet)).toEqual(['A3:B4']);
    await refusal((context) => sheetOf(context).getRange('A3').clear('Formats'));
    expect(areas(sheet)).toEqual(['A4:B4,B3']);
    await refusal((context) => sheetOf(context).getRange().conditionalFormats.clearAll());
    expect(areas(sheet)).toEqual([]);
  });

  test('25 after Ctrl+Z of a deletion nothing can be read of the conditions of that sheet', async () => {
    const sheet = start();
    host.book.add('表2');
    await refusal((context) => sheetOf(context).getRange('A1').conditionalFormats.add('Custom'));
    host.deleteConditionAndUndo('表1');
    expect(await refusal((context) => sheetOf(context).getRange().conditionalFormats.load('items/id'))).toBe('ItemNotFound');
    expect(await refusal((context) => context.workbook.worksheets.getItem('表2').getRange().conditionalFormats.load('items/id'))).toBe(
      'done',
    );
    expect(areas(sheet)).toEqual(['A1']);
  });

  test('26 where two rules of the dialog lie on one cell, a condition comes off only through a range beside them', async () => {
    const sheet = start();
    const hand = { type: 'Custom', formula: '=A1>0', stopIfTrue: false, look: {}, byUser: true };
    await refusal((context) => sheetOf(context).getRange('D4').conditionalFormats.add('Custom'));
    const [mark] = sheet.conditions;
    sheet.conditions.push(
      { ...hand, id: '1', areas: [{ row: 0, column: 0, rows: 2, columns: 2 }] },
      { ...hand, id: '2', areas: [{ row: 1, column: 1, rows: 1, columns: 1 }] },
    );
    const off = (address?: string): Promise<unknown> =>
      refusal((context) => sheetOf(context).getRange(address).conditionalFormats.getItem(mark!.id).delete());
    expect(await off()).toBe('GeneralException');
    expect(await off('D4')).toBe('done');
    expect(sheet.conditions).toHaveLength(2);
  });
});

describe('cells', () => {
  test('27 a range without an inside has no inside borders', async () => {
    start();
    const border = (address: string, edge: 'InsideHorizontal' | 'InsideVertical' | 'EdgeTop'): Promise<unknown> =>
      refusal((context) => (sheetOf(context).getRanges(address).format.borders.getItem(edge).style = 'Continuous'));
    expect([
      await border('A1', 'InsideHorizontal'),
      await border('A1:A3', 'InsideVertical'),
      await border('B1:C2,A1:C1', 'InsideHorizontal'),
    ]).toEqual(['InvalidArgument', 'InvalidArgument', 'InvalidArgument']);
    expect([await border('A1:A3', 'InsideHorizontal'), await border('A1', 'EdgeTop')]).toEqual(['done', 'done']);
  });

  test('28 a message needs no rule, has a title of 32 and a text of 255 characters, and is found again by its cell', async () => {
    const sheet = start();
    const say = (title: string, message: string): Promise<unknown> =>
      refusal((context) => (sheetOf(context).getRange('B2').dataValidation.prompt = { title, message, showPrompt: true }));
    expect([await say('长'.repeat(33), ''), await say('', '长'.repeat(256))]).toEqual(['InvalidArgument', 'InvalidArgument']);
    expect(await say('标题', '长'.repeat(255))).toBe('done');
    const found = await Excel.run(async (context) => {
      const { dataValidation } = sheetOf(context).getRange('B2');
      const cells = sheetOf(context).getRange().getSpecialCellsOrNullObject('DataValidations');
      const mixed = sheetOf(context).getRange('B2:B3').dataValidation;
      dataValidation.load('type,prompt');
      mixed.load('type,prompt');
      cells.load('address');
      await context.sync();
      return [dataValidation.type, dataValidation.prompt.title, cells.address, mixed.type, mixed.prompt];
    });
    expect(found).toEqual(['None', '标题', '表1!B2', 'MixedCriteria', null]);
    await refusal((context) => sheetOf(context).getRange('A1:C9').dataValidation.clear());
    expect(sheet.validations).toEqual([]);
  });

  test('28 a message on one cell of a list leaves the other cells their list', async () => {
    const sheet = start();
    await refusal(
      (context) => (sheetOf(context).getRange('A1:A3').dataValidation.rule = { list: { inCellDropDown: true, source: '甲,乙' } }),
    );
    await refusal((context) => (sheetOf(context).getRange('A2').dataValidation.prompt = { title: 't', message: 'm', showPrompt: true }));
    expect(sheet.validations.map((one) => [one.areas.map(localAddress).join(), 'list' in one.rule, 'prompt' in one.look])).toEqual([
      ['A1,A3', true, false],
      ['A2', true, true],
    ]);
  });

  test('29 a link without words of its own shows where it leads', async () => {
    const sheet = start();
    sheet.set('A1', '财决01 E7').set('A2', '财决01 E8');
    await refusal((context) => (sheetOf(context).getRange('A1').hyperlink = { documentReference: "'表1'!E7" }));
    await refusal((context) => (sheetOf(context).getRange('A2').hyperlink = { documentReference: "'表1'!E8", textToDisplay: '财决01 E8' }));
    expect([sheet.get('A1')?.value, sheet.get('A2')?.value]).toEqual(["'表1'!E7", '财决01 E8']);
  });

  test('30 some builds refuse to take a protection without password off', async () => {
    const sheet = start();
    sheet.protection = { on: true, options: {}, stuck: true };
    expect(await refusal((context) => sheetOf(context).protection.unprotect())).toBe('AccessDenied');
  });
});

describe('printing', () => {
  test('33 fitting to a width is forgotten unless 页面布局 is in front; a scale is taken at any time', async () => {
    const sheet = start();
    const zoom = (value: Excel.PageLayoutZoomOptions): Promise<unknown> => refusal((context) => (sheetOf(context).pageLayout.zoom = value));
    expect([await zoom({ horizontalFitToPages: 1 }), sheet.page.zoom]).toEqual(['done', undefined]);
    expect([await zoom({ scale: 70 }), sheet.page.zoom]).toEqual(['done', { scale: 70 }]);
    sheet.layoutTab = true;
    expect([await zoom({ horizontalFitToPages: 1 }), sheet.page.zoom]).toEqual(['done', { horizontalFitToPages: 1 }]);
  });
});

describe('events', () => {
  const listen = async (seen: unknown[]): Promise<void> => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address }) => void seen.push(address));
      context.workbook.worksheets.onSelectionChanged.add(async ({ address }) => void seen.push(address));
      await context.sync();
    });
  };
  const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  test('31 an event comes later, when the batch that caused it is long over', async () => {
    start({ eventDelay: 30 });
    const seen: unknown[] = [];
    await listen(seen);
    host.type('表1', 'A1', 1);
    await after(5);
    expect(seen).toEqual([]);
    await after(60);
    expect(seen).toEqual(['A1']);
  });
  test('32 some builds tell no selection; changes they do tell', async () => {
    start({ selectionEvents: false });
    const seen: unknown[] = [];
    await listen(seen);
    host.select('表1', 'B2');
    host.type('表1', 'A1', 1);
    await after(10);
    expect(seen).toEqual(['A1']);
  });
});
