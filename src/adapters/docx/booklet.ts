import {
  AlignmentType,
  Document,
  HeadingLevel,
  NumberFormat,
  PageBreak,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import type { Booklet, BookletChapter } from '../../booklet/booklet';
import type { PublicForm } from '../../narrative/annexes/public';
import { packWord } from './pack';
import { textOf } from '../../narrative/document';
import { chineseNumeral } from '../../narrative/say';
import type { EvaluationBlock, FormPart } from '../../performance/write/form';
import { speakable } from '../../ooxml/xml-text';
import { chartsOf, type PlacedChart } from '../../sheets/chart-data';
import { blockParagraphs, run } from './blocks';
import { pageFooters } from './footer';
import { bookletStyles, centimetres, fonts, page, size } from './styles';
import { ends, lying, note, table } from './tables';

/** Room between the margins of a standing page. */
const STANDING = centimetres(21 - 2.8 - 2.6);

type Charts = ReadonlyMap<string, PlacedChart>;

/**
 * The whole document that is published: cover, a contents field that Word and WPS fill, and the parts. Parts are
 * headings of level 1, so that the contents and the navigation pane show them above the sections of the text.
 */
export async function bookletDocx(booklet: Booklet, day?: string): Promise<Uint8Array> {
  const charts = chartsOf(booklet.report);
  const word = new Document({
    title: `${booklet.unit}${booklet.title}`,
    creator: booklet.unit,
    lastModifiedBy: booklet.unit,
    styles: bookletStyles,
    evenAndOddHeaderAndFooters: true,
    features: { updateFields: true },
    sections: [{ properties: { page }, children: [...cover(booklet), ...contents()] }, ...bodySections(booklet, charts)],
  });
  return packWord(word, day);
}

const centred = (text: string, font: (typeof fonts)[keyof typeof fonts], halfPoints: number, before: number, waiting = false): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after: 0 },
    children: [new TextRun({ text: speakable(text), font, size: halfPoints, highlight: waiting ? 'yellow' : undefined })],
  });

const cover = ({ unit, title, published }: Booklet): readonly Paragraph[] => [
  centred(unit, fonts.title, size.二号, 3600),
  centred(title, fonts.title, 72, 700),
  centred(`公开时间：${textOf(published)}`, fonts.body, size.三号, 5200, published.kind === 'blank'),
  new Paragraph({ children: [new PageBreak()] }),
];

const contents = (): readonly FileChild[] => [
  centred('目\u3000录', fonts.title, size.二号, 0),
  new TableOfContents('目录', { hyperlink: true, headingStyleRange: '1-3' }),
];

/** Standing pages go on from part to part; the public forms lie. The first page of the text is page 1. */
function bodySections(booklet: Booklet, charts: Charts): readonly ISectionOptions[] {
  const footers = pageFooters();
  const sections: { standing: boolean; children: FileChild[] }[] = [];
  for (const part of booklet.parts) {
    const last = sections[sections.length - 1];
    const children = partBlocks(booklet, part, charts, last?.standing === true);
    if (last?.standing) last.children.push(...children);
    else sections.push({ standing: true, children: [...children] });
    if (part.content.kind === 'forms')
      sections.push({ standing: false, children: part.content.forms.flatMap((form, i) => formBlocks(form, booklet.unit, i > 0)) });
  }
  return sections.map(({ standing, children }, i) => ({
    properties: {
      page: { ...(standing ? page : lying), ...(i === 0 ? { pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } } : {}) },
    },
    footers,
    children,
  }));
}

function partBlocks(booklet: Booklet, { heading, content }: BookletChapter, charts: Charts, breaks: boolean): readonly FileChild[] {
  const head = new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: breaks, children: [run(heading)] });
  switch (content.kind) {
    case 'report':
      return [
        head,
        ...(content.preface ? booklet.report.preface : []).flatMap((block) => blockParagraphs(block, charts, 1)),
        ...content.sections
          .filter(({ blocks }) => blocks.length > 0)
          .flatMap((section) => [
            new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(section.heading)] }),
            ...section.blocks.flatMap((block) => blockParagraphs(block, charts, 1)),
          ]),
      ];
    case 'glossary':
      return [head, ...booklet.report.glossary.blocks.flatMap((block) => blockParagraphs(block, charts, 1))];
    case 'blocks':
      return [
        head,
        ...(content.title === undefined
          ? []
          : [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                keepNext: true,
                spacing: { before: 0, after: 240 },
                children: [new TextRun({ text: speakable(content.title), font: fonts.title, size: size.三号 })],
              }),
            ]),
        ...content.blocks.flatMap((block) => evaluationBlocks(block, charts)),
      ];
    case 'forms':
      // The forms lie on pages of their own; here they are listed.
      return [
        head,
        ...content.forms.map(({ title }, i) => new Paragraph({ style: 'Body', children: [run(`${chineseNumeral(i + 1)}、${title}`)] })),
      ];
  }
}

const evaluationBlocks = (block: EvaluationBlock, charts: Charts): readonly FileChild[] =>
  block.kind === 'form' ? selfEvaluationForm(block) : blockParagraphs(block, charts, 1);

/** A form of the self-evaluation begins a page; its tables stand one below the other. */
function selfEvaluationForm({ title, note: words, forms, flows }: FormPart): readonly FileChild[] {
  // The line behind keeps the text from sticking to the table.
  if (flows) return [...forms.map((form) => table(form, STANDING)), new Paragraph({ spacing: { line: 200, before: 0, after: 0 } })];
  const [left = '', right = ''] = words.split(' ');
  return [
    new Paragraph({ style: 'AnnexTitle', pageBreakBefore: true, children: [run(title)] }),
    ends(left, right, STANDING),
    ...forms.flatMap((form, i): readonly FileChild[] => [
      ...(i > 0 ? [new Paragraph({ spacing: { line: 40, before: 0, after: 0 }, keepNext: true })] : []),
      table(form, STANDING),
    ]),
  ];
}

function formBlocks({ number, title, parts, empty }: PublicForm, unit: string, breaks: boolean): readonly FileChild[] {
  return parts.flatMap((form, i): readonly FileChild[] => [
    new Paragraph({
      ...(i === 0 ? { heading: HeadingLevel.HEADING_2 } : {}),
      style: i === 0 ? undefined : 'AnnexTitle',
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0, firstLineChars: 0 },
      spacing: { line: 440, before: 0, after: 60 },
      pageBreakBefore: breaks || i > 0,
      children: [run(i === 0 ? title : form.title)],
    }),
    ends(`编制单位：${unit}`, `${number}\u3000金额单位：万元`),
    table(form),
    ...(i === parts.length - 1 ? [note(empty === undefined ? '注：本表由以元为单位的决算数换算，尾数可能有差异。' : `注：${empty}`)] : []),
  ]);
}
