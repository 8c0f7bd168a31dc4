import type { Navigator } from '../../app/ports';
import { UserError } from '../../kernel/errors';
import type { CellRef } from '../../kernel/workbook';
import { inExcel } from './run';

/** Brings a cell or one of our sheets to the front. Throws UserError where the sheet cannot be shown. */
export const excelNavigator = (): Navigator => ({ here, select, open: (sheet) => show(sheet) });

/** Asked when the user wants to know: some builds of Excel tell no selection by themselves (office-js 6311). */
const here: Navigator['here'] = () =>
  inExcel({ what: '查看当前单元格', left: '' }, async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address,worksheet/name');
    await context.sync();
    return { sheet: range.worksheet.name, a1: range.address.slice(range.address.lastIndexOf('!') + 1).replace(/\$/g, '') };
  });

async function select({ book, sheet, a1 }: CellRef): Promise<void> {
  if (book.role === '上年') {
    throw new UserError(
      { code: 'cellElsewhere', book },
      `单元格 ${sheet} ${a1} 在上年工作簿里，不在当前工作簿中。请另行打开上年工作簿查看。`,
      { sheet, a1 },
    );
  }
  await show(sheet, a1);
}

const show = (name: string, address?: string): Promise<void> =>
  inExcel({ what: `打开工作表“${name}”`, left: '', sheet: name, window: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('visibility');
    await context.sync();
    if (sheet.isNullObject) {
      throw new UserError(
        { code: 'noSuchSheet', sheet: name },
        `工作簿里没有工作表“${name}”，它可能已改名、删除或尚未生成。请用“更多”里的“重新核对”再读一次工作簿。`,
        { sheet: name },
      );
    }
    if (sheet.visibility !== 'Visible') {
      const how =
        sheet.visibility === 'Hidden'
          ? '请右击任一工作表标签，选“取消隐藏”，再点这里。'
          : '它被设为深度隐藏，需由设置者在 VBA 属性中改为可见后才能打开。';
      throw new UserError(
        { code: 'hiddenSheet', sheet: name, deeply: sheet.visibility !== 'Hidden' },
        `工作表“${name}”是隐藏的，无法打开。${how}`,
        { sheet: name },
      );
    }
    sheet.activate();
    if (address !== undefined) sheet.getRange(address).select();
    await context.sync();
  });
