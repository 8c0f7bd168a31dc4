import {
  AlignmentType,
  HeightRule,
  LineRuleType,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
  type ISectionOptions,
} from 'docx';
import type { Annex, AnnexCell } from '../../narrative/annexes/annex';
import { speakable } from '../../ooxml/xml-text';
import { centimetres, fonts, page, size } from './styles';

/** A4 lying; room for tables of twelve columns. */
const margin = { top: 1.9, bottom: 1.7, left: 2, right: 2 } as const;
const LYING_ROOM = centimetres(29.7 - margin.left - margin.right);

export const lying: NonNullable<ISectionOptions['properties']>['page'] = {
  size: { ...page!.size, orientation: PageOrientation.LANDSCAPE },
  margin: {
    top: centimetres(margin.top),
    bottom: centimetres(margin.bottom),
    left: centimetres(margin.left),
    right: centimetres(margin.right),
    footer: centimetres(0.9),
    header: centimetres(0.9),
  },
};

/** Points of a row where there is room; a form of up to `most` rows is set as tight as keeps it on one page. */
const row = { usual: 15, room: 396, most: 33 } as const;
const heightOf = (rows: number): number => (rows <= row.most ? Math.min(row.usual, row.room / rows) : row.usual);
const text = { font: fonts.table, size: size.小五 } as const;
/** Nine points in a line of eleven and a half. */
const tight = { line: 230, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const sides = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** The 附表, each on its own page with its number, unit and head; the head repeats where a table goes on. */
export function annexBlocks(annexes: readonly Annex[], unit: string): readonly (Paragraph | Table)[] {
  return annexes.flatMap((annex, i) => [
    new Paragraph({ style: 'AnnexTitle', pageBreakBefore: i > 0, children: [new TextRun(`附表${i + 1}\u3000${annex.title}`)] }),
    ends(`编制单位：${unit}`, '金额单位：万元'),
    table(annex),
    note('注：由以元为单位的决算数换算，尾数可能有差异。'),
  ]);
}

/** The line above a table: one text at each end. */
export const ends = (left: string, right: string, room = LYING_ROOM): Paragraph =>
  new Paragraph({
    spacing: { ...tight, after: 60 },
    keepNext: true,
    tabStops: [{ type: TabStopType.RIGHT, position: room }],
    children: [new TextRun({ ...text, text: speakable(left) }), new TextRun({ ...text, children: [new Tab(), right] })],
  });

export const note = (words: string): Paragraph =>
  new Paragraph({ spacing: { ...tight, before: 60 }, children: [new TextRun({ ...text, text: speakable(words) })] });

export function table({ widths, head, body }: Pick<Annex, 'widths' | 'head' | 'body'>, room = LYING_ROOM): Table {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width / all) * room));
  const height = { value: Math.floor(heightOf(body.length) * 20), rule: HeightRule.ATLEAST };
  const line = (cells: readonly AnnexCell[], tableHeader: boolean): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      height,
      children: cells.map(cell),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: room, type: WidthType.DXA },
    columnWidths: columns,
    rows: [...head.map((cells) => line(cells, true)), ...body.map((cells) => line(cells, false))],
  });
}

const cell = ({ text: words, align, bold, waiting, columns = 1, rows = 1 }: AnnexCell): TableCell =>
  new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 0, bottom: 0 },
    children: [
      new Paragraph({
        alignment: sides[align],
        spacing: tight,
        children: [new TextRun({ ...text, text: speakable(words), bold: bold ?? false, highlight: waiting ? 'yellow' : undefined })],
      }),
    ],
  });
