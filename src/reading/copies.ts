import type { Finding } from '../facts/outcome';
import { UserError } from '../kernel/errors';
import { nameOfForm } from './form-reader';
import { problem } from './problems';
import { sameCells, type SheetOf } from './sheets';

interface Chosen {
  /** One sheet per form, in the order of the workbook. */
  readonly sheets: readonly SheetOf[];
  /** Forms of which two different copies stand in the workbook. */
  readonly undecided: readonly (readonly SheetOf[])[];
  readonly problems: readonly Finding[];
}

/** Which sheet counts where a form stands twice. Nothing is guessed: the user chooses, or the copies are the same. */
export function chooseSheets(forms: readonly SheetOf[], choose: Readonly<Record<string, string>>): Chosen {
  const byForm = new Map<string, SheetOf[]>();
  for (const form of forms) byForm.set(form.layout!.id, [...(byForm.get(form.layout!.id) ?? []), form]);
  const sheets = new Set<SheetOf>();
  const undecided: (readonly SheetOf[])[] = [];
  const problems: Finding[] = [];
  for (const [id, copies] of byForm) {
    const first = copies[0]!;
    const wanted = choose[id] === undefined ? undefined : copies.find((copy) => copy.grid.sheet.name === choose[id]);
    if (choose[id] !== undefined && !wanted) {
      throw new UserError(
        { code: 'notACopy', form: id, sheet: choose[id], copies: copies.map((copy) => copy.grid.sheet.name) },
        `指定的工作表“${choose[id]}”不是${nameOfForm(first.layout!)}，请在${quoted(copies)}中选一张。`,
        { sheet: choose[id] },
      );
    }
    if (copies.length === 1 || wanted) {
      sheets.add(wanted ?? first);
      continue;
    }
    const cells = copies.map((copy) => copy.grid.at(0, 0));
    if (copies.every((copy) => sameCells(first.grid.sheet, copy.grid.sheet))) {
      sheets.add(first);
      problems.push(
        problem(
          'identical',
          `${nameOfForm(first.layout!)}有 ${copies.length} 份（${quoted(copies)}），内容完全相同，已读取第一份。`,
          cells,
        ),
      );
    } else {
      undecided.push(copies);
      problems.push(
        problem(
          'duplicate',
          `${nameOfForm(first.layout!)}有 ${copies.length} 份（${quoted(copies)}），内容不同，无法确定以哪一份为准，两份都没有读取。`,
          cells,
        ),
      );
    }
  }
  // The forms of the reporting software come first: where both families hold a figure, theirs is exact.
  const ordered = forms.filter((form) => sheets.has(form));
  // 公开12 prints a part of 公开11: in printed order the fuller form is the one that counts, wherever its sheet stands.
  const published = ordered.filter((f) => f.layout!.family === '公开').sort((a, b) => (a.layout!.id < b.layout!.id ? -1 : 1));
  return {
    sheets: [...ordered.filter((f) => f.layout!.family === '财决'), ...published],
    undecided,
    problems,
  };
}

const quoted = (copies: readonly SheetOf[]): string => copies.map((copy) => `“${copy.grid.sheet.name}”`).join('、');
