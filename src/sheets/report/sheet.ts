import type { Sheet } from '../../kernel/workbook';
import type { ReportDocument } from '../../narrative/document';
import { published } from '../../narrative/published';
import { chartsOf } from '../chart-data';
import { Painter } from '../picture/painter';
import { ownSheets } from '../../kernel/own-sheets';
import { atOnce, SLICE_ROWS, type Slices } from '../../kernel/slices';
import type { PictureChart, SheetPicture, StyleName } from '../picture/picture';
import { INDENT, piecesOf, reportColumns as at } from './layout';
import { keptOf, withEdits } from './edits';
import type { Written } from './edits';
import { heightOf, MAX_ROW } from '../picture/text-size';
import { looks } from '../picture/looks';

/** 28 characters of 三号 to the line, as GB/T 9704 sets them: 15.6 cm between the margins. */
const columns: SheetPicture['columns'] = [
  { width: 82 },
  { width: 1 },
  { width: 20 },
  { width: 50 },
  { width: 12, hidden: true },
  { width: 14, hidden: true },
];
/** A chart stands in one row, which no page break can cut. */
const CHART_ROW = 205;
/** No line of body text is set tighter than this. */
const LEADING = 1.45;

const bodyStyles: readonly StyleName[] = ['body', 'bodyBlank', 'bodyEdited'];
const isBody = (style: StyleName): boolean => bodyStyles.includes(style);
const looksHeading = (style: StyleName): boolean => /^heading/.test(style);

function noteOf({ state, stale, piece }: Written): string {
  if (state === 'added') return '手工添加，重新生成时保留';
  if (state === 'generated' || piece?.kind !== 'text') return '';
  return `已手改${stale ? '，数据已变动' : ''}。自动生成的措辞：\n${piece.text}`;
}

function styleOf({ state, piece, text }: Written): StyleName {
  if (state === 'added') return 'bodyEdited';
  if (piece?.kind !== 'text') return 'body';
  if (state === 'edited' && isBody(piece.style)) return text.includes('【待补充：') ? 'bodyBlank' : 'bodyEdited';
  return piece.style;
}

/** Puts one text, over as many rows as Excel needs for its height, and moves on. */
function putText(painter: Painter, written: Written): void {
  const style = styleOf(written);
  const text = isBody(style) || looksHeading(style) ? INDENT + written.text : written.text;
  const size = looks[style].size;
  const source = written.piece?.kind === 'text' ? written.piece.source : '';
  const note = noteOf(written);
  const air = style === 'title' ? 40 : looksHeading(style) ? 12 : 4;
  const own = heightOf(text, columns[at.text]!.width, size * (LEADING / 1.45), air);
  const beside = Math.max(
    ...(
      [
        [source, at.source],
        [note, at.note],
      ] as const
    ).map(([t, c]) => (t ? heightOf(t, columns[c]!.width, 9) : 0)),
  );
  const height = Math.max(own, Math.min(beside, own + 120));
  const rows = Math.ceil(height / MAX_ROW);

  painter.put(at.text, text, style);
  painter.put(at.source, source, 'source');
  painter.put(at.note, note, note ? (written.stale ? 'warn' : 'source') : 'source');
  painter.put(at.id, written.id, 'muted');
  painter.put(at.mark, written.mark, 'muted');
  if (rows > 1) {
    for (const column of [at.text, at.source, at.note]) painter.merges.push({ row: painter.row, column, rows, columns: 1 });
  }
  for (let i = 0; i < rows; i += 1) {
    painter.raise(Math.ceil(height / rows));
    painter.next();
  }
}

/**
 * 情况说明 as a document on A4. `previous` is the sheet as it stands: what the user has edited in it is kept and marked,
 * with the generated wording offered beside it. Without changes the picture is the same as before.
 */
export const reportSheet = (document: ReportDocument, previous?: Sheet): SheetPicture => atOnce(reportSlices(document, previous));

/** The same, some paragraphs at a time. */
export function* reportSlices(document: ReportDocument, previous?: Sheet): Slices<SheetPicture> {
  const painter = new Painter(columns);
  const charts: PictureChart[] = [];
  const specs = chartsOf(published(document, keptOf(document, previous)));
  const lines = withEdits(piecesOf(document), previous);
  for (const [i, written] of lines.entries()) {
    if (i % SLICE_ROWS === 0) yield;
    if (written.piece?.kind !== 'chart') {
      putText(painter, written);
      continue;
    }
    const chart = specs.get(written.id.replace(/~\d+$/, ''));
    const shown = chart !== undefined && chart.empty === undefined;
    painter.put(at.id, written.id, 'muted');
    if (shown) {
      painter.put(at.source, '图的数据见“数据溯源”', 'source');
      const box = { row: painter.row, column: at.text, rows: 1, columns: 1 };
      charts.push({
        id: written.id,
        kind: chart.kind,
        title: chart.title,
        data: chart.data,
        cache: chart.cache,
        box,
        labelFormat: 'General',
      });
    } else if (chart) painter.put(at.source, `${chart.spec.title}：${chart.empty}`, 'source');
    painter.raise(shown ? CHART_ROW : 16);
    painter.next();
  }
  return painter.picture(ownSheets.report, {
    tabColor: '2F6FB2',
    charts,
    gridlines: false,
    page: {
      orientation: 'portrait',
      fitToWidth: true,
      margins: { top: 3.7, bottom: 3.5, left: 2.8, right: 2.6 },
      area: painter.area(at.gutter),
      footer: '— &P —',
    },
  });
}
