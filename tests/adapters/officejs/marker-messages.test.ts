import { excelMarker } from '../../../src/adapters/officejs/marker';
import type { Mark } from '../../../src/app/ports';
import { localAddress } from '../../excel-host/addresses';
import { OfficeError } from '../../excel-host/errors';
import type { ExcelHost } from '../../excel-host/host';
import type { SheetModel } from '../../excel-host/model';
import { thisYear } from '../../kit/books';
import { bookOf, open } from './excel';

const mark = (sheet: string, a1: string, note = '少 20,000.00 元。', kind: Mark['kind'] = 'error'): Mark => ({
  at: { book: thisYear, sheet, a1 },
  kind,
  note,
});
/** What shows at the cells of a sheet: `B2 title|text`. */
const said = (sheet: SheetModel): readonly string[] =>
  sheet.validations.flatMap(({ areas, look }) => {
    const prompt = look.prompt as { title: string; message: string } | undefined;
    return prompt ? [`${areas.map(localAddress).join()} ${prompt.title}|${prompt.message}`] : [];
  });
const list = { list: { inCellDropDown: true, source: '甲,乙' } };
/** Requests that change anything: those that empty the list of undo steps below ExcelApi 1.19. */
const keepsUndo = async (host: ExcelHost, job: () => Promise<unknown>): Promise<boolean> => {
  host.type('Z01', 'H9', 1);
  await job();
  return host.undoSteps > 0;
};

describe('the explanation at a marked cell', () => {
  test('comes with the mark, says what is wrong, and goes with it', async () => {
    const { book } = open(bookOf('Z01'));
    const sheet = book.sheet('Z01');
    await excelMarker().mark([mark('Z01', 'E7'), mark('Z01', 'E8', '支出过大。', 'warning')]);
    expect(said(sheet)).toEqual(['E7 决算说明助手·不平|少 20,000.00 元。', 'E8 决算说明助手·提示|支出过大。']);
    await excelMarker().clear();
    expect([sheet.validations, sheet.conditions]).toEqual([[], []]);
  });

  test('a long one is cut to what Excel takes and says where the rest is', async () => {
    const { book } = open(bookOf('Z01'));
    await excelMarker().mark([mark('Z01', 'E7', '长'.repeat(400))]);
    const { message } = book.sheet('Z01').validations[0]!.look.prompt as { message: string };
    expect(message).toHaveLength(255);
    expect(message.endsWith('…（全文见窗格）')).toBe(true);
  });

  test('a cell with a validation of its own keeps it untouched and is only coloured', async () => {
    const { book } = open(bookOf('Z01'));
    const sheet = book.sheet('Z01');
    sheet.validations = [
      { areas: [{ row: 0, column: 0, rows: 900, columns: 2 }], rule: list, look: { ignoreBlanks: true } },
      {
        areas: [{ row: 6, column: 4, rows: 1, columns: 1 }],
        rule: {},
        look: { prompt: { title: '财务科', message: '已核', showPrompt: true } },
      },
    ];
    const before = JSON.stringify(sheet.validations);
    await excelMarker().mark([mark('Z01', 'B9'), mark('Z01', 'E7'), mark('Z01', 'F9')]);
    expect(said(sheet)).toEqual(['E7 财务科|已核', 'F9 决算说明助手·不平|少 20,000.00 元。']);
    expect(sheet.conditions.flatMap(({ areas }) => areas.map(localAddress)).sort()).toEqual(['B9', 'E7', 'F9']);
    await excelMarker().clear();
    expect(JSON.stringify(sheet.validations)).toBe(before);
  });

  test('a list that the user puts on the cell afterwards stays when our words go', async () => {
    const { book } = open(bookOf('Z01'));
    const sheet = book.sheet('Z01');
    await excelMarker().mark([mark('Z01', 'E7')]);
    const [ours] = sheet.validations;
    sheet.validations = [{ ...ours!, rule: list }];
    await excelMarker().clear();
    expect([sheet.validations[0]!.rule, said(sheet)]).toEqual([list, ['E7 |']]);
  });

  test('those of neighbours, and of an earlier session, are found again one by one', async () => {
    const { book } = open(bookOf('Z01'));
    const sheet = book.sheet('Z01');
    const block = ['E7', 'E8', 'F7', 'F8'].map((a1, i) => mark('Z01', a1, `第${i}处`));
    await excelMarker().mark(block);
    await excelMarker().mark(block.slice(1));
    expect([...said(sheet)].sort()).toEqual(['E8 决算说明助手·不平|第1处', 'F7 决算说明助手·不平|第2处', 'F8 决算说明助手·不平|第3处']);
  });
});

describe('only differences are written', () => {
  const some = [mark('Z01', 'E7'), mark('Z01', 'B2'), mark('Z01', 'C3', '提示', 'warning')];

  test('nothing at all when nothing has changed: what the user typed can still be taken back', async () => {
    const host = open(bookOf('Z01', 'Z04'), { api: '1.14' });
    const marker = excelMarker();
    await marker.mark(some);
    expect(await keepsUndo(host, () => marker.mark([...some].reverse()))).toBe(true);
    expect(await keepsUndo(host, () => marker.mark([...some, mark('Z04', 'A1')]))).toBe(false);
  });

  test('nothing when the marks of an earlier session are the same', async () => {
    const host = open(bookOf('Z01'), { api: '1.14' });
    await excelMarker().mark(some);
    expect(await keepsUndo(host, () => excelMarker().mark(some))).toBe(true);
  });

  test('nothing when there is nothing to clear', async () => {
    const host = open(bookOf('Z01'), { api: '1.14' });
    expect(await keepsUndo(host, () => excelMarker().clear())).toBe(true);
  });

  test('one kind changes: the formats of the others are the same objects as before', async () => {
    const { book } = open(bookOf('Z01'));
    const marker = excelMarker();
    await marker.mark(some);
    const warning = book.sheet('Z01').conditions.find(({ areas }) => localAddress(areas[0]!) === 'C3');
    await marker.mark([mark('Z01', 'E9'), some[2]!]);
    expect(book.sheet('Z01').conditions).toContain(warning);
    expect(book.sheet('Z01').conditions).toHaveLength(2);
  });
});

describe('one bad sheet never stops the rest', () => {
  test('conditions that cannot be read after Ctrl+Z: that sheet is named with what to do, the others are marked', async () => {
    const host = open(bookOf('Z01', 'Z02', 'Z04'));
    host.deleteConditionAndUndo('Z02');
    const done = await excelMarker().mark(['Z01', 'Z02', 'Z04'].map((name) => mark(name, 'A1')));
    expect(done).toEqual({ marked: 2, refused: [{ sheet: 'Z02', why: expect.stringMatching(/撤销过删除.*重新打开工作簿/) as string }] });
    expect(['Z01', 'Z04'].map((name) => host.book.sheet(name).conditions.length)).toEqual([1, 1]);
    await expect(excelMarker().clear()).rejects.toThrow(/标记没有全部清除，其余标记已清除：“Z02”，.*重新打开/);
    expect(['Z01', 'Z04'].map((name) => host.book.sheet(name).conditions.length)).toEqual([0, 0]);
  });

  test.each([
    ['Timeout', /没有接受.*再做一次/],
    ['AccessDenied', /^工作表受保护/],
  ])('a sheet that Excel refuses with %s is named with what is in the way there, the others are marked', async (code, why) => {
    const host = open(bookOf('Z01', 'Z02'));
    host.beforeAction = ({ type, args }) => {
      if (type === 'Worksheet' && args.includes('B2')) throw new OfficeError(code, 'planted');
    };
    const done = await excelMarker().mark([mark('Z01', 'A1'), mark('Z02', 'B2')]);
    expect(done).toEqual({ marked: 1, refused: [{ sheet: 'Z02', why: expect.stringMatching(why) as string }] });
  });

  test('two rules of the dialog on one cell elsewhere on the sheet do not keep our marks from coming off', async () => {
    const { book } = open(bookOf('Z01'));
    const sheet = book.sheet('Z01');
    const hand = {
      type: 'Custom',
      formula: '=A1>0',
      stopIfTrue: false,
      look: {},
      byUser: true,
      areas: [{ row: 0, column: 0, rows: 2, columns: 2 }],
    };
    sheet.conditions = [
      { ...hand, id: '1' },
      { ...hand, id: '2' },
    ];
    const marker = excelMarker();
    await marker.mark([mark('Z01', 'E7'), mark('Z01', 'G9')]);
    await marker.clear();
    expect(sheet.conditions.map(({ id }) => id)).toEqual(['1', '2']);
  });
});
