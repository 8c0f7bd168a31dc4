import { suppliedBook } from '../src/kernel/workbook';
import { check } from '../src/app/check';
import { reportSteps } from '../src/app/report';
import { marksOf } from '../src/app/marks';
import { writeReport, writeSteps } from '../src/narrative/write';
import { sections } from '../src/narrative/sections';
import { defaultProfile } from '../src/narrative/profiles';
import { rules } from '../src/rules';
import { withKept } from '../src/sheets/report-edits';
import { reportSheet } from '../src/sheets/report-sheet';
import { traceSheet } from '../src/sheets/trace-sheet';
import { supplementSheet } from '../src/sheets/supplement-sheet';
import { cellIn, snapshotOf } from '../src/sheets/snapshot';
import { ownSheets } from '../src/sheets/picture';
import { findOwnSheet, refuseForeignSheets } from '../src/app/own-sheets';
import { mergeSupplements, withEntry } from '../src/supplements/merge';
import type { Engine } from './session/engine';

const place = { book: suppliedBook, sheet: ownSheets.supplement, a1: 'A1' } as const;

const stepsOfReport = 6;

/** The date on the user's clock, 2025-08-12. */
export const today = (now = new Date()): string =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;

/** The use cases of the core, with the rules and the sections of this product. */
export const engine: Engine = {
  check: (request, progress) => check(request, rules, progress),
  async draft({ years, supplements }, progress) {
    const steps = writeSteps({ years, supplements }, sections, defaultProfile);
    const total = defaultProfile.sections.length + 2;
    let step = steps.next();
    for (let done = 1; !step.done; done++) {
      await progress(`拟写 ${step.value}`, done, total);
      step = steps.next();
    }
    return step.value;
  },
  async report(checked, progress, document) {
    const steps = reportSteps(checked, { sections, profile: defaultProfile, date: today() });
    let step = steps.next();
    for (let done = 1; !step.done; done++) {
      await progress(step.value, done, stepsOfReport);
      step = steps.next();
    }
    const output = step.value;
    if (!document) return output;
    const [, , ...others] = output.pictures;
    const previous = findOwnSheet(checked.workbook, ownSheets.report);
    return {
      ...output,
      document,
      pictures: [
        reportSheet(document, previous),
        traceSheet(withKept(document, previous), { priorFile: checked.years.before?.file, raw: (at) => cellIn(checked.workbook, at) }),
        ...others,
      ],
    };
  },
  supplementSheet(checked, supplements, asides) {
    refuseForeignSheets(checked.workbook, [ownSheets.supplement]);
    return supplementSheet({
      document: writeReport({ years: checked.years, supplements }, sections, defaultProfile),
      profile: defaultProfile,
      years: checked.years,
      supplements,
      asides,
      last: checked.lastSupplements,
      previous: findOwnSheet(checked.workbook, ownSheets.supplement),
    });
  },
  marks: ({ report: found }) => marksOf(found),
  withKept,
  snapshot: snapshotOf,
  withEntry: (supplements, key, value) => withEntry(supplements, key, value, place),
  merge: mergeSupplements,
  today,
};
