import { lastYear, thisYear } from '../../kit/books';
import { MARK_FORMULA, markFills } from '../../../src/app/mark-look';
import type { Mark } from '../../../src/app/ports';
import { excelMarker } from '../../../src/adapters/officejs/marker';
import { UserError } from '../../../src/kernel/errors';
import { OfficeError } from '../../excel-host/errors';
import type { SheetModel } from '../../excel-host/model';
import { localAddress } from '../../excel-host/addresses';
import { bookOf, open } from './excel';

const mark = (sheet: string, a1: string, kind: Mark['kind'] = 'error'): Mark => ({ at: { book: thisYear, sheet, a1 }, kind, note: '不平' });
const shown = (sheet: SheetModel): unknown =>
  sheet.conditions.map(({ areas, formula, look }) => [look['fill.color'], areas.map(localAddress).join(), formula]);
const FORMULA = `=${MARK_FORMULA}`;

/** A condition of the user's own, and one of another kind than ours. */
const own = (): SheetModel['conditions'] => [
  {
    id: '{own-1}',
    type: 'Custom',
    areas: [{ row: 0, column: 0, rows: 9, columns: 9 }],
    formula: '=A1>0',
    stopIfTrue: true,
    look: { 'fill.color': '#00FF00' },
  },
  { id: '{own-2}', type: 'DataBar', areas: [{ row: 0, column: 0, rows: 9, columns: 9 }], formula: '', stopIfTrue: false, look: {} },
];

describe('excelMarker', () => {
  test('lays one condition for each kind over the cells, errors on top, and nothing else', async () => {
    const book = bookOf('Z01', 'Z04');
    const host = open(book);
    const before = JSON.stringify([...book.sheet('Z01').cells]);
    const done = await excelMarker().mark([
      mark('Z01', 'E7'),
      mark('Z01', 'E8'),
      mark('Z01', 'B2', 'warning'),
      mark('Z04', 'F12', 'rounding'),
    ]);
    expect(done).toEqual({ marked: 4, refused: [] });
    expect(shown(book.sheet('Z01'))).toEqual([
      [`#${markFills.error}`, 'E7:E8', FORMULA],
      [`#${markFills.warning}`, 'B2', FORMULA],
    ]);
    expect(shown(book.sheet('Z04'))).toEqual([[`#${markFills.rounding}`, 'F12', FORMULA]]);
    expect(JSON.stringify([...book.sheet('Z01').cells])).toBe(before);
    expect(book.sheet('Z01').lookAt(6, 4, 'fill.color')).toBe('#FFFFFF');
    expect(host.roundTrips).toBe(3);
  });

  test('replaces all earlier marks, wherever they are', async () => {
    const book = bookOf('Z01', 'Z04');
    open(book);
    await excelMarker().mark([mark('Z01', 'E7'), mark('Z04', 'F12')]);
    await excelMarker().mark([mark('Z04', 'F13')]);
    expect([shown(book.sheet('Z01')), shown(book.sheet('Z04'))]).toEqual([[], [[`#${markFills.error}`, 'F13', FORMULA]]]);
  });

  test('takes off exactly its own, even those of an earlier session in the form a file keeps them', async () => {
    const book = bookOf('Z01');
    const host = open(book);
    book.sheet('Z01').conditions = own();
    const before = JSON.stringify(book.sheet('Z01').conditions);
    await excelMarker().mark([mark('Z01', 'A1'), mark('Z01', 'A2', 'warning')]);
    expect(book.sheet('Z01').conditions).toHaveLength(4);
    for (const condition of book.sheet('Z01').conditions)
      if (condition.formula === FORMULA) condition.formula = `= n( "决算说明助手" ) = 0`;
    await excelMarker().clear();
    expect(JSON.stringify(book.sheet('Z01').conditions)).toBe(before);
    // Conditions of another kind are never asked for a formula.
    expect(host.trips.filter(({ error }) => error)).toEqual([]);
  });

  test('names a protected sheet, and marks the others', async () => {
    const book = bookOf('Z01', 'Z04');
    open(book);
    book.sheet('Z01').protection.on = true;
    const done = await excelMarker().mark([mark('Z01', 'E7'), mark('Z04', 'F12')]);
    expect(done).toEqual({ marked: 1, refused: [{ sheet: 'Z01', why: '工作表受保护，无法标记' }] });
    expect(shown(book.sheet('Z04'))).toHaveLength(1);
  });

  test('says which sheets keep their marks because they have been protected since, and clears the others', async () => {
    const book = bookOf('Z01', 'Z04');
    open(book);
    await excelMarker().mark([mark('Z01', 'E7'), mark('Z04', 'F12')]);
    book.sheet('Z01').protection.on = true;
    const failed = excelMarker().clear();
    await expect(failed).rejects.toBeInstanceOf(UserError);
    await expect(failed).rejects.toThrow(/“Z01”受保护.*其余标记已清除/);
    expect([shown(book.sheet('Z01')), shown(book.sheet('Z04'))]).toEqual([expect.anything(), []]);
  });

  test('names a sheet that is no longer there; passes over the cells of last year', async () => {
    const book = bookOf('Z01');
    open(book);
    const past: Mark = { ...mark('Z01', 'A1'), at: { book: lastYear, sheet: 'Z01', a1: 'A1' } };
    expect(await excelMarker().mark([mark('Z99', 'A1'), mark('Z99', 'A2'), past])).toEqual({
      marked: 0,
      refused: [{ sheet: 'Z99', why: '工作簿里没有这张工作表，可能已改名或删除' }],
    });
    expect(shown(book.sheet('Z01'))).toEqual([]);
  });

  test('takes its own off even where Excel cannot read a rule of the user, and leaves that rule', async () => {
    const book = bookOf('Z01', 'Z04');
    const host = open(book);
    const [rule] = own();
    const twice = [1, 2].map((n) => ({ ...rule!, id: `{twice-${n}}`, unreadable: true }));
    book.sheet('Z01').conditions = [...twice];
    await excelMarker().mark([mark('Z01', 'E7'), mark('Z01', 'E9', 'warning'), mark('Z04', 'F12')]);
    expect(book.sheet('Z01').conditions).toHaveLength(4);
    await excelMarker().clear();
    expect([book.sheet('Z01').conditions, book.sheet('Z04').conditions]).toEqual([twice, []]);
    expect(host.trips.some(({ error }) => error === 'GeneralException')).toBe(true);
  });

  test.each(['GeneralException', 'Timeout'])(
    'one %s while rules are read does not let our marks pass for rules of the user',
    async (code) => {
      const host = open(bookOf('Z01'));
      await excelMarker().mark([mark('Z01', 'E7')]);
      let once = true;
      host.beforeAction = ({ name }) => {
        if (name !== 'GetRangeOrNullObject' || !once) return;
        once = false;
        throw new OfficeError(code, 'planted');
      };
      await excelMarker().clear();
      expect(once).toBe(false);
      expect(shown(host.book.sheet('Z01'))).toEqual([]);
    },
  );

  test('where Excel answers nothing about the rules it does not say that all marks are gone, and says why once', async () => {
    const host = open(bookOf('Z01', 'Z04'));
    await excelMarker().mark([mark('Z01', 'E7'), mark('Z04', 'F12')]);
    host.beforeAction = ({ name }) => {
      if (name === 'GetRangeOrNullObject') throw new OfficeError('Timeout', 'planted');
    };
    await expect(excelMarker().clear()).rejects.toThrow(/^标记没有全部清除：“Z01”、“Z04”，Excel 没有接受这一步。[^“]*$/);
  });

  test('a sheet whose marks should go and stay because Excel refuses is named, one that never had any is not', async () => {
    const host = open(bookOf('Z01', 'Z04'));
    const marker = excelMarker();
    await marker.mark([mark('Z01', 'E7')]);
    host.beforeAction = ({ name }) => {
      if (name === 'GetRange') throw new OfficeError('Timeout', 'planted');
    };
    expect((await marker.mark([])).refused).toEqual([{ sheet: 'Z01', why: expect.stringMatching(/没有接受/) as string }]);
    host.beforeAction = undefined;
    expect(await marker.mark([])).toEqual({ marked: 0, refused: [] });
    expect(shown(host.book.sheet('Z01'))).toEqual([]);
  });

  test('costs four round trips at most, however many sheets carry marks', async () => {
    const names = Array.from({ length: 24 }, (_, i) => `Z${i}`);
    const host = open(bookOf(...names));
    await excelMarker().mark(names.map((name) => mark(name, 'A1')));
    expect(host.roundTrips).toBe(3);
    await excelMarker().mark(names.map((name) => mark(name, 'A2')));
    expect(host.roundTrips).toBe(7);
  });

  test('marks thousands of scattered cells in four round trips, no address longer than Excel takes', async () => {
    const book = bookOf('Z01', 'Z02');
    const host = open(book);
    const many = ['Z01', 'Z02'].flatMap((sheet) =>
      Array.from({ length: 2000 }, (_, i) => mark(sheet, `${'ABCDEFGH'[i % 8]!}${2 * i + 1}`)),
    );
    expect((await excelMarker().mark(many)).marked).toBe(4000);
    expect(host.roundTrips).toBe(4);
    expect(book.sheet('Z01').conditions.length).toBeLessThan(5);
    expect(book.sheet('Z01').conditions.flatMap(({ areas }) => areas)).toHaveLength(2000);
    await excelMarker().clear();
    expect(book.sheets.map(({ conditions }) => conditions)).toEqual([[], []]);
  });
});
