import type { FactSet } from '../../facts/fact-set';
import { formName } from '../../layouts/keys';
import type { Layout } from '../../layouts/layout';
import { formPage } from '../form-page';
import { Painter } from '../picture/painter';
import type { SheetPicture } from '../picture/picture';

/** Z01 收入支出决算总表(财决01表): as the reporting software names it, cut where Excel cuts. */
const formSheetName = (layout: Layout): string => `${layout.id} ${layout.titles[0]!}(${formName(layout.id)})`.slice(0, 31);

/** Title, number, unit, year and money unit over the columns of a form. */
export function beginForm(layout: Layout, whole: FactSet, widths: readonly number[]): Painter {
  const painter = new Painter(widths.map((width) => ({ width })));
  const last = widths.length - 1;
  painter.wide(layout.titles[0]!, 'title', 0, last);
  painter.next();
  painter.put(last, layout.numbers[0]!, 'plain');
  painter.next();
  painter.put(0, `编制单位：${whole.unitName}`, 'plain');
  if (whole.year !== undefined) painter.put(Math.max(1, Math.floor(last / 2)), `${whole.year}年度`, 'plain');
  painter.put(last, '金额单位：元', 'plain');
  painter.next();
  return painter;
}

export function endForm(layout: Layout, painter: Painter, heads: number): SheetPicture {
  const width = painter.columns.length;
  return painter.picture(formSheetName(layout), {
    freezeRows: heads,
    page: formPage(width > 6 ? 'landscape' : 'portrait', painter.area(width - 1), heads),
  });
}
