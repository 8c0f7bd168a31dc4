import { UserError } from '../kernel/errors';
import type { ProofDocument } from '../proof/text/document';
import type { Writing } from '../roll/own';
import { rollText } from '../roll/roll';
import type { RolledText } from '../roll/model';
import { emptySupplements } from '../supplements/merge';
import type { Checked } from './check';

/**
 * Last year's document as this year's (承上年), from a check that has both years' workbooks. Touches no host.
 * Throws UserError where a year is missing or the document is not last year's.
 */
export function roll(
  document: ProofDocument,
  { years, supplements, lastSupplements = emptySupplements }: Checked,
  writing: Writing,
): RolledText {
  const { now, before } = years;
  const file = document.file;
  if (now.year === undefined || !before || before.year === undefined) {
    const which = now.year === undefined ? now : before;
    throw new UserError(
      { code: 'noYear' },
      which
        ? `“${which.file}”的表头没有印年度（如“2024年度”），不能承上年。请补上年度后重试。`
        : '承上年要有上年的部门决算工作簿。请选择上年工作簿。',
      which ? { file: which.file } : {},
    );
  }
  const rolled = rollText({
    document,
    last: { years: { now: before }, supplements: lastSupplements },
    now: { years, supplements },
    writing,
  });
  const printed = yearPrinted(document);
  if (printed !== undefined && printed !== before.year) {
    throw new UserError(
      { code: 'wrongYear', found: printed, wanted: before.year },
      `${file} 写的是${printed}年度，不是${before.year}年度。承上年要用${before.year}年度的文档。`,
      { file },
    );
  }
  return rolled;
}

/** The year in the title that names the document. */
function yearPrinted({ blocks }: ProofDocument): number | undefined {
  for (const { kind, plain } of blocks) {
    const year = kind === 'heading' ? /((?:19|20)\d\d)年(?:度)?.{0,30}决算/.exec(plain.text)?.[1] : undefined;
    if (year) return Number(year);
  }
  return undefined;
}
