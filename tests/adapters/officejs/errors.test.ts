import { explain } from '../../../src/adapters/officejs/errors';
import { excelSource } from '../../../src/adapters/officejs/source';
import { inExcel } from '../../../src/adapters/officejs/run';
import { Cancelled } from '../../../src/kernel/progress';
import { UserError } from '../../../src/kernel/errors';
import { OfficeError } from '../../excel-host/errors';
import { bookOf, open } from './excel';

const job = { what: '读取工作簿', left: '工作簿未改动。' };

/** What the user reads when Excel answers with this code. */
async function told(code: string): Promise<unknown> {
  const host = open(bookOf('Z01'));
  host.beforeAction = () => {
    throw new OfficeError(code, 'planted');
  };
  return inExcel({ ...job, sheet: 'Z01' }, async (context) => {
    context.workbook.worksheets.getItem('Z01').getRange('A1').values = [[1]];
    await context.sync();
  }).catch((error: unknown) => error);
}

describe('explain', () => {
  test.each([
    ['InvalidOperationInCellEditMode', /按回车（或 Esc）结束单元格编辑/],
    ['AccessDenied', /“Z01”受保护.*撤销保护/],
    ['InactiveWorkbook', /另一个工作簿/],
    ['ItemNotFound', /找不到工作表“Z01”/],
    ['InvalidReference', /刚被删除/],
    ['ApiNotFound', /太旧.*离线工作台/],
    ['NotImplemented', /Excel 2021/],
    ['UnsupportedSheet', /图表工作表/],
    ['MergedRangeConflict', /合并单元格/],
    ['RequestPayloadSizeLimitExceeded', /5 MB/],
    ['GeneralException', /Excel 正忙/],
    ['SomethingNew', /Excel 正忙/],
  ])('%s is a sentence with what happened, what was left alone, without the English name of the error', async (code, words) => {
    const error = await told(code);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(words);
    expect((error as UserError).message).toMatch(/^读取工作簿没有完成：.*工作簿未改动。/);
    expect((error as UserError).message).not.toContain(code);
    expect((error as UserError).where).toEqual({ sheet: 'Z01' });
  });

  test.each([
    ['InvalidOperationInCellEditMode', { code: 'typing' }],
    ['InactiveWorkbook', { code: 'otherWorkbookInFront' }],
    ['AccessDenied', { code: 'protected', what: 'sheet', sheets: ['Z01'] }],
    ['ApiNotFound', { code: 'hostTooOld', told: 'ApiNotFound' }],
    ['UnsupportedSheet', { code: 'hostRefused', told: 'UnsupportedSheet' }],
    ['Timeout', { code: 'hostBusy', told: 'Timeout' }],
    ['SomethingNew', { code: 'hostBusy', told: 'SomethingNew' }],
  ])('%s is told apart by its code, not by its words', async (code, fault) => {
    expect(await told(code)).toMatchObject({ fault });
  });

  test('leaves our own mistakes, and what is no error of Excel, as they are', async () => {
    const error = await told('InvalidArgument');
    expect(error).not.toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'InvalidArgument' });
    for (const other of [new TypeError('x'), new Cancelled(), new UserError({ code: 'nothingOpen' }, 'x'), 'text'])
      expect(explain(other, job)).toBe(other);
  });

  test('says that the add-in needs a newer Excel when Excel does not know a member', async () => {
    open(bookOf('Z01'), { api: '1.3' });
    await expect(excelSource().read()).rejects.toThrow(/版本的 Excel 太旧/);
  });
});
