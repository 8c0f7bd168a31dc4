import { excelHost } from '../../../src/adapters/officejs/host';
import { inOrder } from '../../../src/app/pictures';
import { product } from '../../../src/product/index';
import type { SheetModel } from '../../excel-host/model';
import { parseArea } from '../../excel-host/addresses';
import { cleanYears } from '../../kit/index';
import { open } from './excel';

/** Points of A4. */
const paper: Readonly<Record<string, number>> = { Portrait: 595.3, Landscape: 841.9 };

/** Points that the printed columns take on the paper, and those between the margins. */
function onPaper(sheet: SheetModel): readonly [width: number, room: number] {
  const { page } = sheet;
  const look = (column: number, property: string): unknown => sheet.lookAt(40, column, property);
  const { column: first, columns } = parseArea(String(page.printArea));
  const { scale = 100 } = (page.zoom ?? {}) as { scale?: number };
  let width = 0;
  for (let column = first; column < first + columns; column += 1)
    if (look(column, 'columnHidden') !== true) width += Number(look(column, 'columnWidth'));
  return [(width * scale) / 100, paper[String(page.orientation)]! - Number(page.leftMargin) - Number(page.rightMargin)];
}

test('the printed columns of each of our sheets fit on A4 as Excel is left after writing, at a size that can be read', async () => {
  const { now, before } = cleanYears();
  const host = open(now, { api: '1.14' });
  const dossier = await product.open({ workbook: now, prior: before, profile: product.profiles[0] });
  await excelHost().sink.write(inOrder((await product.report(dossier, { date: '2025-08-12' })).pictures));
  for (const name of ['情况说明', '数据溯源', '核对结果', '补充信息']) {
    const sheet = host.book.sheet(name);
    const [width, room] = onPaper(sheet);
    expect({ name, fits: width <= room }).toEqual({ name, fits: true });
    expect(sheet.page.paperSize).toBe('A4');
    expect((sheet.page.zoom as { scale: number }).scale).toBeGreaterThanOrEqual(70);
  }
});
