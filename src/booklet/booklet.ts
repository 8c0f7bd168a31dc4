import type { CellRef } from '../kernel/workbook';
import type { Severity } from '../facts/outcome';
import { defaultScheme, schemeById } from '../layouts/evaluation/index';
import { formsToPublish, type PublicForm } from '../narrative/annexes/public';
import { desk } from '../narrative/desk';
import type { Inline, Missing, PublishedDocument, ReportSection } from '../narrative/document';
import type { ReportInput } from '../narrative/input';
import { blank, chineseNumeral, supplied } from '../narrative/say';
import type { Profile } from '../narrative/profile';
import { checkSelfEvaluation } from '../performance/check';
import { selfEvaluationOf } from '../performance/evaluation';
import type { TextBlock } from '../performance/text/blocks';
import { textBlocks, type EvaluationBlock } from '../performance/write/form';
import { writeEvaluation } from '../performance/write/report';
import { suppliedText } from '../supplements/rows';
import { overviewBlocks, overviewOf } from './overview';
import { checkOverview } from './overview-check';
import { bookletParts, type BookletPart } from './parts';
import { takeOver } from './takeover';

/** A part of the published document: paragraphs and forms, the 情况说明 itself, or the public forms. */
export type PartContent =
  | { readonly kind: 'blocks'; readonly title?: string; readonly blocks: readonly EvaluationBlock[] }
  | { readonly kind: 'report'; readonly preface: boolean; readonly sections: readonly ReportSection[] }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'forms'; readonly forms: readonly PublicForm[] };

export interface BookletChapter {
  readonly part: BookletPart;
  /** 第一部分 单位概况 */
  readonly heading: string;
  readonly content: PartContent;
}

/** Something of the parts around the 情况说明 that a person should look at. */
export interface BookletFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly part: BookletPart;
  readonly message: string;
  readonly hint: string;
  readonly cells: readonly CellRef[];
}

/** The whole document that is published. Writers print it and compute nothing. */
export interface Booklet {
  /** In full, as 编制单位 is printed. */
  readonly unit: string;
  readonly year: number;
  /** 2024年度单位决算 */
  readonly title: string;
  readonly published: Inline;
  readonly parts: readonly BookletChapter[];
  readonly report: PublishedDocument;
  readonly missing: readonly Missing[];
  readonly findings: readonly BookletFinding[];
}

export interface BookletRequest {
  readonly input: ReportInput;
  readonly profile: Profile;
  readonly report: PublishedDocument;
  readonly leaveOut?: readonly BookletPart[];
  /** Last year's whole document, to take over what does not change. */
  readonly last?: { readonly file: string; readonly blocks: readonly TextBlock[] };
}

const nameOf: Readonly<Record<BookletPart, (kind: string, year: number) => string>> = {
  概况: (kind) => `${kind}概况`,
  情况说明: (kind, year) => `${year}年度${kind}决算情况说明`,
  名词解释: () => '名词解释',
  绩效自评: () => '附件',
  附表: () => '附表',
};

interface Chapter {
  readonly part: BookletPart;
  readonly name: string;
  readonly content: PartContent;
}

/** The 情况说明 is one part, or as many as its profile has parts (云南: two). */
function reportChapters(report: PublishedDocument, name: string): readonly Chapter[] {
  const chapters: { name: string; sections: ReportSection[] }[] = [{ name, sections: [] }];
  for (const section of report.sections) {
    const last = chapters[chapters.length - 1]!;
    if (!section.part) last.sections.push(section);
    else if (last.sections.length === 0) last.name = unnumbered(section.heading);
    else chapters.push({ name: unnumbered(section.heading), sections: [] });
  }
  return chapters.map((one, i) => ({
    part: '情况说明',
    name: one.name,
    content: { kind: 'report', preface: i === 0, sections: one.sections },
  }));
}
const unnumbered = (heading: string): string => heading.replace(/^第[一二三四五六七八九十]+部分\s*/, '');

const blanksOf = (blocks: readonly EvaluationBlock[]): readonly Missing[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.inlines.flatMap((inline) => (inline.kind === 'blank' ? [{ ask: inline.ask, key: inline.key, paragraph: block.id }] : []))
      : block.kind === 'form'
        ? block.forms.flatMap(({ body }) =>
            body.flatMap((row) =>
              row.flatMap(({ text, waiting }) =>
                waiting ? [{ ask: text.replace(/^【待补充：|】$/g, ''), key: 'selfEvaluation', paragraph: block.id }] : [],
              ),
            ),
          )
        : [],
  );

/** Cover, contents and the five parts of one unit's published document, checked among themselves. */
export function bookletOf({ input, profile, report, leaveOut = [], last }: BookletRequest): Booklet {
  const { years, supplements } = input;
  const place = desk(input, profile, report.year);
  const unit = years.now.unitName.trim() || report.unit;
  const kind = supplements.documentKind ?? '单位';
  const overview = overviewOf(supplements, last && takeOver(last.blocks, last.file));
  const evaluation = selfEvaluationOf(supplements);
  const scheme = (evaluation?.scheme && schemeById(evaluation.scheme)) || defaultScheme;

  const first = overviewBlocks(place, overview);
  const fourth = writeEvaluation(place, { scheme, input: evaluation, structure: overview.structure, duties: overview.duties });
  const contents: Readonly<Record<Exclude<BookletPart, '情况说明'>, () => PartContent>> = {
    概况: () => ({ kind: 'blocks', blocks: first }),
    名词解释: () => ({ kind: 'glossary' }),
    绩效自评: () => ({ kind: 'blocks', title: `${unit}${report.year}年度${kind}整体绩效自评报告`, blocks: fourth }),
    附表: () => ({ kind: 'forms', forms: formsToPublish(years.now, profile, unit, report.year) }),
  };
  const kept = bookletParts.filter((part) => !leaveOut.includes(part));
  const parts = kept
    .flatMap((part): readonly Chapter[] => {
      const name = nameOf[part](kind, report.year);
      return part === '情况说明' ? reportChapters(report, name) : [{ part, name, content: contents[part]() }];
    })
    .map(({ part, name, content }, i): BookletChapter => ({ part, heading: `第${chineseNumeral(i + 1)}部分 ${name}`, content }));
  const date = suppliedText(supplements.entries, 'overview.published');
  const published = date ? supplied(date) : blank('公开时间', 'overview.published');

  return {
    unit,
    year: report.year,
    title: `${report.year}年度${kind}决算`,
    published,
    parts,
    report,
    missing: [
      ...(date ? [] : [{ ask: '公开时间', key: 'overview.published', paragraph: 'cover' }]),
      ...(kept.includes('概况') ? blanksOf(first) : []),
      ...(kept.includes('绩效自评') ? blanksOf(fourth) : []),
    ],
    findings: [
      ...(kept.includes('概况')
        ? checkOverview(textBlocks(first), unit).map(({ rule, message }): BookletFinding => ({
            rule: rule.id,
            severity: rule.severity,
            part: '概况',
            message,
            hint: rule.hint,
            cells: [],
          }))
        : []),
      ...(kept.includes('绩效自评')
        ? checkSelfEvaluation(textBlocks(fourth), {
            scheme,
            years,
            input: evaluation,
            year: report.year,
            unit,
            explanation: explanationOf(report),
            draft: true,
          }).findings.map(({ rule, severity, message, hint, cells }): BookletFinding => ({
            rule,
            severity,
            part: '绩效自评',
            message,
            hint,
            cells,
          }))
        : []),
    ],
  };
}

/** The 情况说明 as a text, for the comparison of the two parts. */
const explanationOf = (report: PublishedDocument): readonly TextBlock[] => textBlocks(report.sections.flatMap(({ blocks }) => blocks));
