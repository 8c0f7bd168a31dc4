import type { Finding } from '../facts/outcome';
import type { Book, CellRef, Role } from '../kernel/workbook';
import { plainText } from '../kernel/plain';
import type { GridPlace } from './body';
import { nameOfForm } from './form-reader';
import type { Frame } from './frame';
import { problem } from './problems';
import type { SheetOf } from './sheets';

/** The value most sheets print; the first one where two are equally frequent. */
function majority<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | undefined;
  for (const [value, count] of counts) if (best === undefined || count > counts.get(best)!) best = value;
  return best;
}

/** Whose workbook it is, by what most of its forms print. */
export function readBook(role: Role, frames: readonly Frame[]): Book {
  const names = frames.flatMap(({ unitName }) => (unitName ? [unitName.value] : []));
  const plain = majority(names.map(plainText));
  const unit = majority(names.filter((name) => plainText(name) === plain)) ?? '';
  const year = majority(frames.flatMap((frame) => (frame.year ? [frame.year.value] : [])));
  return { role, unit, ...(year === undefined ? {} : { year }) };
}

const at = (form: SheetOf, { row, column }: GridPlace): CellRef => form.grid.at(row, column);

/** What the forms of one workbook must agree on: unit, year, and within a family the money unit. */
export function disagreements(forms: readonly SheetOf[], { unit, year }: Book): readonly Finding[] {
  const problems: Finding[] = [];
  const where = (form: SheetOf): string => `工作表“${form.grid.sheet.name}”（${nameOfForm(form.layout!)}）`;
  for (const form of forms) {
    const { frame } = form;
    if (frame.unitName && plainText(frame.unitName.value) !== plainText(unit)) {
      problems.push(
        problem(
          'unit',
          `${where(form)}的编制单位是“${frame.unitName.value}”，其他表是“${unit}”。`,
          [at(form, frame.unitName.at)],
          [frame.unitName.value, unit],
        ),
      );
    }
    if (frame.year && frame.year.value !== year) {
      problems.push(
        problem(
          'year',
          `${where(form)}是${frame.year.value}年度，其他表是${year}年度。`,
          [at(form, frame.year.at)],
          [String(frame.year.value), String(year)],
        ),
      );
    }
  }
  for (const family of ['财决', '公开'] as const) {
    const printed = forms.filter((form) => form.layout!.family === family && form.frame.money);
    const money = majority(printed.map((form) => form.frame.money!.value));
    for (const form of printed) {
      const own = form.frame.money!;
      if (own.value !== money && (own.value === '元' || own.value === '万元')) {
        problems.push(
          problem('mixedMoney', `${where(form)}的金额单位是“${own.value}”，其他表是“${money}”。`, [at(form, own.at)], [own.value, money!]),
        );
      }
    }
  }
  const corner: readonly CellRef[] = forms[0] ? [forms[0].grid.at(0, 0)] : [];
  if (forms.length > 0 && unit === '') problems.push(problem('noUnit', '各表都没有印编制单位，说明中的单位名称无法填写。', corner));
  if (forms.length > 0 && year === undefined) problems.push(problem('noYear', '各表都没有印年度，说明中的年度无法填写。', corner));
  return problems;
}
