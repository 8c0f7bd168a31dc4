import { excelHost } from '../../src/adapters/officejs/host';
import { product } from '../../src/product/index';
import { Session } from '../../taskpane/session/session';
import { installExcel } from '../excel-host/client';
import { ExcelHost } from '../excel-host/host';
import { clean, sheetOf } from '../kit/index';
import { until } from './desk';
import './soon';

// Whole checks of whole workbooks, after waiting for the hands to be still.
jest.setTimeout(60_000);

const name = sheetOf(clean(), 'Z01').name;
const other = sheetOf(clean(), 'Z04').name;

/** The pane over the genuine client, with marks shown. */
async function marked(api: string): Promise<{ host: ExcelHost; session: Session; marks: () => number }> {
  const host = new ExcelHost(clean(), { api, eventDelay: 5 });
  installExcel(host);
  const session = new Session(excelHost(), product);
  await session.listen();
  await session.open();
  await session.showMarks();
  return { host, session, marks: () => host.book.sheets.reduce((sum, sheet) => sum + sheet.conditions.length, 0) };
}
const checkedAgain = async (session: Session): Promise<void> => {
  await until(() => session.state().outdated);
  await until(() => !session.state().outdated && session.state().work === undefined);
};

test('below ExcelApi 1.19 a typed cell can be taken back after the check; the marks follow when the sheet is left', async () => {
  const { host, session, marks } = await marked('1.14');
  const before = marks();
  host.type(name, 'E33', 1);
  await checkedAgain(session);
  expect(session.state().checked!.report.counts.failed).toBeGreaterThan(0);
  expect([host.undoSteps, marks(), session.state().marksBehind]).toEqual([1, before, true]);
  host.select(name, 'B2');
  host.select(other, 'B2');
  await until(() => !session.state().marksBehind);
  expect(marks()).toBeGreaterThan(before);
});

test('below ExcelApi 1.19 the marks also follow when asked', async () => {
  const { host, session, marks } = await marked('1.14');
  host.type(name, 'E33', 1);
  await checkedAgain(session);
  const before = marks();
  await session.showMarks();
  expect([marks() > before, session.state().marksBehind]).toEqual([true, false]);
});

test('from ExcelApi 1.19 on the marks follow at once, and the typed cell can be taken back all the same', async () => {
  const { host, session, marks } = await marked('1.19');
  const before = marks();
  host.type(name, 'E33', 1);
  await checkedAgain(session);
  expect([host.undoSteps, session.state().marksBehind, marks() > before]).toEqual([1, false, true]);
});

test('where Excel tells no selection, the current cell is asked for', async () => {
  const { host, session } = await marked('1.14');
  host.book.active = host.book.sheets.findIndex((sheet) => sheet.name === other);
  host.book.selection = { sheet: host.book.sheet(other), area: { row: 6, column: 4, rows: 1, columns: 1 } };
  await session.lookHere();
  expect(session.state().selected).toEqual({ sheet: other, a1: 'E7' });
});
