import type { CheckReport, Finding } from '../facts/outcome';
import { phraseText } from '../facts/phrase';
import type { CellRef } from '../kernel/workbook';
import type { Mark } from './ports';

const rank = { error: 0, warning: 1, rounding: 2 } as const;
/** Of what is neither wrong nor doubtful only 舍入差 is marked: a remark is for reading, not for looking up in the sheet. */
const kindOf = ({ severity, kind }: Finding): Mark['kind'] | undefined =>
  severity !== 'info' ? severity : kind === 'rounding' ? kind : undefined;

/**
 * Inline warnings for a check: the first cell of every cause in full, and the first cell of each of its findings.
 * One mark per cell, the gravest kind wins, all notes are kept. Remarks and findings set aside leave no mark.
 */
export function marksOf(check: CheckReport): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const open = check.findings.filter((finding) => !finding.aside);
  const byId = new Map(open.map((finding) => [finding.id, finding]));
  const put = (at: CellRef, of: Finding, note: string): void => {
    const kind = kindOf(of);
    if (kind === undefined) return;
    const mark: Mark = { at, kind, note };
    const key = `${mark.at.sheet}\u0000${mark.at.a1}`;
    const there = marks.get(key);
    if (!there) marks.set(key, mark);
    else {
      const gravest = rank[kind] < rank[there.kind] ? kind : there.kind;
      marks.set(key, { at: there.at, kind: gravest, note: there.note.includes(mark.note) ? there.note : `${there.note}\n${mark.note}` });
    }
  };

  for (const group of check.groups) {
    const first = group.cells[0];
    const finding = group.findings.map((id) => byId.get(id)).find((f) => f !== undefined);
    if (first?.book.role === '本年' && finding) put(first, finding, phraseText(group.title) + phraseText(group.why));
  }
  for (const finding of open) {
    const at = finding.cells.find((cell) => cell.book.role === '本年');
    if (at) put(at, finding, phraseText(finding.message));
  }
  return [...marks.values()];
}
