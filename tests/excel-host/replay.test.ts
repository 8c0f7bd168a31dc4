import fs from 'node:fs';
import path from 'node:path';
import { selfCheck, selfCheckText, type SelfCheck } from '../../src/adapters/officejs/self-check/run';
import { probes, SHEET } from '../../src/adapters/officejs/self-check/probes';
import { UserError } from '../../src/kernel/errors';
import { installExcel } from './client';
import { OfficeError } from './errors';
import { ExcelHost } from './host';
import { BookModel } from './model';

/** What 环境自检 wrote down in an Excel, one file each. Whoever has an Excel adds one: the host must then answer as it does. */
const folder = path.join(__dirname, 'seen');
const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));

function start(api: string): ExcelHost {
  const book = new BookModel('决算.xlsx');
  book.add('Z01').set('A1', 1);
  const host = new ExcelHost(book, { api });
  installExcel(host);
  return host;
}

test('there is at least one file to hold the host against', () => expect(files.length).toBeGreaterThan(0));

test.each(files)('the host answers as %s says', async (name) => {
  const seen = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as SelfCheck;
  start(seen.host.excelApi ?? '1.14');
  const now = await selfCheck();
  expect(now.answers.map(({ no, actual, code }) => [no, actual, code])).toEqual(
    seen.answers.map(({ no, actual, code }) => [no, actual, code]),
  );
});

test('every answer of our own host is what the product expects, and the sheet of the check is gone again', async () => {
  const host = start('1.14');
  const check = await selfCheck();
  expect(check.answers.filter(({ expected, actual, code }) => code !== undefined || expected !== actual)).toEqual([]);
  expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Z01']);
  expect(host.book.sheet('Z01').get('A1')).toEqual({ value: 1 });
  expect(selfCheckText(check).split('\n')).toHaveLength(probes.length + 7);
  expect(selfCheckText(check)).not.toContain('Z01');
});

test('a question that Excel answers with an error is an answer, and nothing is left behind', async () => {
  const host = start('1.14');
  host.beforeAction = ({ type, name }) => {
    if (type === 'Range' && name === 'Merge') throw new OfficeError('GeneralException', 'planted');
  };
  const { answers } = await selfCheck();
  expect(answers.filter(({ code }) => code !== undefined).map(({ no, code }) => [no, code])).toEqual([['7', 'GeneralException']]);
  expect(host.book.sheets.filter((sheet) => sheet.name === SHEET)).toEqual([]);
});

test('with another workbook in front it says so, and nothing is added', async () => {
  const host = start('1.14');
  host.inactive = true;
  await expect(selfCheck()).rejects.toThrow(/请点回本工作簿/);
  await expect(selfCheck()).rejects.toThrow(UserError);
  expect(host.book.sheets).toHaveLength(1);
});
