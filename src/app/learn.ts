import { UserError } from '../kernel/errors';
import { noProgress, type Progress } from '../kernel/progress';
import type { ReportInput } from '../narrative/input';
import type { ProofDocument } from '../proof/text/document';
import { learnStepCount, learnSteps, type LearnedProfile } from '../roll/learn/learn';
import type { Writing } from '../roll/own';
import { yearPrinted } from './roll';

/**
 * The profile that a unit's own document shows. `input` is of the year that the document reports.
 * Throws UserError where the years differ or the document has no sentences to learn from.
 */
export async function learnProfile(
  document: ProofDocument,
  input: ReportInput,
  writing: Writing,
  progress: Progress = noProgress,
): Promise<LearnedProfile> {
  const { now } = input.years;
  const { file } = document;
  const printed = yearPrinted(document);
  if (now.year === undefined)
    throw new UserError({ code: 'noYear' }, `“${now.file}”的表头没有印年度（如“2024年度”），不能从中学口径。请补上年度后重试。`, {
      file: now.file,
    });
  if (printed !== undefined && printed !== now.year)
    throw new UserError(
      { code: 'wrongYear', found: printed, wanted: now.year },
      `${file} 写的是${printed}年度，报表“${now.file}”是${now.year}年度。学口径要用同一年度的文档和报表。`,
      { file },
    );
  const steps = learnSteps({ document, input, writing });
  for (let done = 1, step = steps.next(); ; done++, step = steps.next()) {
    if (!step.done) await progress(step.value, done, learnStepCount);
    else if (step.value.sentences > 0) return step.value;
    else
      throw new UserError({ code: 'noText' }, `${file} 里没有找到情况说明的章节（一、收入支出决算总体情况说明……），学不到口径。`, { file });
  }
}
