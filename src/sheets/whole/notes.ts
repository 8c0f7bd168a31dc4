import type { FactSet, Reading } from '../../facts/fact-set';
import type { Key } from '../../layouts/keys';
import { formPage } from '../form-page';
import { Painter } from '../picture/painter';
import type { SheetPicture, StyleName } from '../picture/picture';
import { amountCell } from './amounts';

/** The sheet that says which units a 汇总 was made of. */
export const WHOLE_NOTES = '汇总说明';

/** What is told of each unit. */
export const unitMeasures: readonly { readonly name: string; readonly key: Key }[] = [
  { name: '收入总计', key: 'Z01.收入总计.决算数' },
  { name: '本年收入合计', key: 'Z01.本年收入合计.决算数' },
  { name: '本年支出合计', key: 'Z01.本年支出合计.决算数' },
  { name: '基本支出', key: 'Z01.基本支出.决算数' },
  { name: '项目支出', key: 'Z01.项目支出.决算数' },
  { name: '年末结转和结余', key: 'Z01.年末结转和结余.决算数' },
  { name: '“三公”经费支出', key: 'F03.三公经费支出合计.统计数' },
  { name: '机关运行经费', key: 'F03.机关运行经费.统计数' },
];

interface UnitPart {
  readonly facts: FactSet;
  readonly file: string;
  /** 行政单位 …; '' where nothing tells it. */
  readonly kind: string;
}

/** The columns before the amounts. */
export const notesHead = ['序号', '单位', '单位性质', '工作簿'] as const;

/** Units × measures, with their sum, and how the 汇总 was made. `remarks` are whole sentences. */
export function notesSheet(whole: FactSet, parts: readonly UnitPart[], remarks: readonly string[]): SheetPicture {
  const widths = [6, 34, 24, 30, ...unitMeasures.map(() => 17)];
  const painter = new Painter(widths.map((width) => ({ width })));
  const last = widths.length - 1;
  const year = whole.year === undefined ? '' : `${whole.year}年度`;
  painter.wide(`${whole.unitName}${year}部门决算汇总说明`, 'title', 0, last);
  painter.raise(34);
  painter.next();
  painter.wide(
    `由 ${parts.length} 个单位的决算报表逐格相加得出，金额单位：元。各表单元格里的公式是各单位的数，次序与下表相同。单位性质空白的请填写，生成说明时用。`,
    'plain',
    0,
    last,
  );
  painter.next();
  painter.line([...notesHead, ...unitMeasures.map(({ name }) => name)], 'tableHead');
  const heads = painter.row;
  const amounts = (read: (key: Key) => Reading): void => {
    unitMeasures.forEach(({ key }, i) => painter.cells.push({ row: painter.row, column: notesHead.length + i, ...amountCell(read(key)) }));
    painter.next();
  };
  parts.forEach(({ facts, file, kind }, i) => {
    const styles: readonly StyleName[] = ['tableCount', 'tableWrap', kind === '' ? 'input' : 'tableWrap', 'tableWrap'];
    [i + 1, facts.unitName, kind === '' ? undefined : kind, file].forEach((value, column) => painter.put(column, value, styles[column]!));
    painter.fit();
    amounts((key) => facts.find(key));
  });
  [undefined, '合计', undefined, undefined].forEach((value, column) => painter.put(column, value, 'tableText'));
  amounts((key) => whole.find(key));
  painter.next();
  for (const remark of remarks) {
    painter.wide(remark, 'source', 0, last);
    painter.next();
  }
  return painter.picture(WHOLE_NOTES, {
    freezeRows: heads,
    gridlines: false,
    page: formPage('landscape', painter.area(last)),
  });
}
