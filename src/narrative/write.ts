import { UserError } from '../kernel/errors';
import { about } from '../kernel/slices';
import { chartSpecs, type ChartId } from './charts';
import { desk } from './desk';
import type { ChartSpec, ReportDocument, ReportSection } from './document';
import { glossarySection } from './glossary/glossary';
import type { ReportInput } from './input';
import { missingOf } from './missing';
import type { Profile } from './profile';
import { hasTail } from './rounding';
import { settled } from './settings';
import { chineseNumeral, paragraph, printed } from './say';
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

/** The same in steps, each named by its section: a door lets its host breathe between two, as thousands of 项 take a while. */
export function* writeSteps(input: ReportInput, sections: readonly Section[], chosen: Profile): Generator<string, ReportDocument> {
  const { now } = input.years;
  if (now.year === undefined) {
    throw new UserError(
      { code: 'noYear' },
      `“${now.file}”的表头没有印年度（如“2024年度”），无法写情况说明。请在任一张财决表的表头补上年度后重试。`,
      { file: now.file },
    );
  }
  const profile = settled(chosen, input.supplements);
  const place = desk(input, profile, now.year);
  const shown = new Set<string>(profile.charts);
  const written: ReportSection[] = [];
  let number = 0;
  for (const [i, entry] of profile.sections.entries()) {
    if ('part' in entry) {
      written.push({
        id: `part.${i + 1}`,
        heading: entry.part.replace('{本年}', String(now.year)).replace('{部门}', input.supplements.documentKind ?? '单位'),
        part: true,
        source: profile.source,
        asks: [],
        blocks: [],
      });
      number = 0;
      continue;
    }
    const { use, heading, id, closing = [] } = entry;
    yield heading;
    const section = sections.find((candidate) => candidate.name === use);
    if (!section) throw new Error(`profile ${profile.id} asks for an unknown section: ${use}`);
    const blocks = yield* about(heading, section.write(place));
    written.push({
      id: id ?? section.id,
      heading: `${chineseNumeral((number += 1))}、${heading}`,
      source: section.source,
      asks: section.asks(profile),
      blocks: [
        ...blocks.filter((block) => block.kind !== 'chart' || shown.has(block.id)),
        ...closing.map((text, n) => paragraph(`${id ?? section.id}.closing.${n + 1}`, [place.filled(text)])),
      ],
    });
  }
  yield '名词解释';
  const glossary = yield* about('名词解释', glossarySection(place));
  yield '图表';
  const unit = input.supplements.unitShortName?.text.trim() || now.unitName.trim();
  const all = withTail(written, profile);
  return {
    stage: 'draft',
    unit,
    year: now.year,
    profile: profile.id,
    title: `${unit}${now.year}年度${input.supplements.documentKind ?? ''}决算情况说明`,
    sections: all,
    glossary,
    charts: charts(input, now.year, all, profile),
    missing: missingOf([...all, glossary]),
  };
}

/**
 * The charts in the order in which the text places them: their numbers follow the document, not a list beside it. A
 * chart with nothing to show, which a short section leaves out, is still named with the reason.
 */
function charts(input: ReportInput, year: number, sections: readonly ReportSection[], profile: Profile): readonly ChartSpec[] {
  const placed = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.id as ChartId] : [])));
  const rest = profile.charts.filter((id) => !placed.includes(id));
  return [...chartSpecs(input, year, placed), ...chartSpecs(input, year, rest).filter(({ empty }) => empty !== undefined)];
}

/** One note behind the last section, where parts that are printed do not add up to their printed whole. */
function withTail(sections: readonly ReportSection[], profile: Profile): readonly ReportSection[] {
  const has = ({ blocks }: ReportSection): boolean => blocks.some((block) => block.kind === 'paragraph' && hasTail(block.inlines));
  if (!sections.some(has)) return sections;
  const digits = profile.decimals.wan === 2 ? '两' : chineseNumeral(profile.decimals.wan);
  const words = `注：本说明金额以万元为单位，四舍五入保留${digits}位小数，部分合计数与分项数之和存在尾差，系四舍五入所致。`;
  const last = sections.length - 1;
  return sections.map((section, i) =>
    i === last ? { ...section, blocks: [...section.blocks, paragraph('tail', [[printed(words)]])] } : section,
  );
}
