import { UserError } from '../kernel/errors';
import { chartSpecs } from './charts';
import { desk } from './desk';
import type { ReportDocument, ReportSection } from './document';
import { glossarySection } from './glossary/glossary';
import type { ReportInput } from './input';
import { missingOf } from './missing';
import type { Profile } from './profile';
import { chineseNumeral } from './say';
import type { Section } from './section';

/**
 * The 情况说明 of one unit. `sections` is the registry; the profile says which of them are written, in which order and
 * under which heading. Throws UserError when the workbook prints no year.
 */
export function writeReport(input: ReportInput, sections: readonly Section[], profile: Profile): ReportDocument {
  const steps = writeSteps(input, sections, profile);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same, a section at a time: a door lets its host breathe between two, as thousands of 项 take a while. */
export function* writeSteps(input: ReportInput, sections: readonly Section[], profile: Profile): Generator<string, ReportDocument> {
  const { now } = input.years;
  if (now.year === undefined) {
    throw new UserError(
      { code: 'noYear' },
      `“${now.file}”的表头没有印年度（如“2024年度”），无法写情况说明。请在任一张财决表的表头补上年度后重试。`,
      { file: now.file },
    );
  }
  const place = desk(input, profile, now.year);
  const shown = new Set<string>(profile.charts);
  const written: ReportSection[] = [];
  for (const [i, { use, heading }] of profile.sections.entries()) {
    yield heading;
    const section = sections.find((candidate) => candidate.name === use);
    if (!section) throw new Error(`profile ${profile.id} asks for an unknown section: ${use}`);
    written.push({
      id: section.id,
      heading: `${chineseNumeral(i + 1)}、${heading}`,
      source: section.source,
      asks: section.asks,
      blocks: section.write(place).filter((block) => block.kind !== 'chart' || shown.has(block.id)),
    });
  }
  yield '名词解释';
  const glossary = glossarySection(place);
  yield '图表';
  return {
    unit: input.supplements.unitShortName?.text.trim() || now.unitName.trim(),
    year: now.year,
    profile: profile.id,
    title: `${now.year}年度${input.supplements.documentKind ?? ''}决算情况说明`,
    sections: written,
    glossary,
    charts: chartSpecs(input, now.year, profile.charts),
    missing: missingOf([...written, glossary]),
  };
}
