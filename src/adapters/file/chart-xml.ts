import { quoteSheet } from '../../kernel/address';
import { CHART_FONT, CHART_TEXT, chartColor, chartName } from '../../sheets/picture/chart-look';
import type { PictureChart } from '../../sheets/picture/picture';
import { absolute } from './sheet-xml';
import { escapeAttribute, escapeText } from '../../ooxml/xml-text';

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const solid = (rgb: string): string => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`;

function textProperties(size: number, bold = false): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', size, bold)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}
function runProperties(tag: 'defRPr' | 'rPr', size: number, bold: boolean): string {
  const language = tag === 'rPr' ? ' lang="zh-CN"' : '';
  return `<a:${tag}${language} sz="${size * 100}" b="${bold ? 1 : 0}">${solid(CHART_TEXT)}<a:latin typeface="${CHART_FONT}"/><a:ea typeface="${CHART_FONT}"/></a:${tag}>`;
}

/** The chart part: data from cells, with the values known now as cache. */
export function chartXml(chart: PictureChart): string {
  const plot = chart.kind === 'pie' ? pie(chart) : column(chart);
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', 12, true)}</a:pPr><a:r>${runProperties('rPr', 12, true)}<a:t>${escapeText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const legend =
    chart.kind === 'column' && chart.data.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(10)}</c:legend>`
      : '';
  return (
    `${head}<c:chartSpace ${namespaces}><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}</c:plotArea>${legend}` +
    `<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${solid('FFFFFF')}<a:ln w="9525">${solid('D0D0D0')}</a:ln></c:spPr>${textProperties(10)}</c:chartSpace>`
  );
}

function column(chart: PictureChart): string {
  const single = chart.data.series.length === 1;
  const series = chart.data.series.map((_, i) => {
    const points = single ? chart.cache.categories.map((__, p) => point(p, chartColor(p), '<c:invertIfNegative val="0"/>')).join('') : '';
    return `<c:ser>${seriesHead(chart, i)}<c:spPr>${solid(chartColor(i))}</c:spPr><c:invertIfNegative val="0"/>${points}${labels(chart, 'outEnd')}${data(chart, i)}</c:ser>`;
  });
  // Without this Excel cuts the axis off when the values lie close together, and a small change looks large.
  const fromZero = chart.cache.series.every((values) => values.every((value) => value >= 0)) ? '<c:min val="0"/>' : '';
  return (
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="${single ? 120 : 80}"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>` +
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525">${solid('A0A0A0')}</a:ln></c:spPr>${textProperties(10)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${fromZero}</c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350">${solid('E4E4E4')}</a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(9)}<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function pie(chart: PictureChart): string {
  const points = chart.cache.categories.map((_, p) => point(p, chartColor(p), '<c:bubble3D val="0"/>', true)).join('');
  return `<c:pieChart><c:varyColors val="1"/><c:ser>${seriesHead(chart, 0)}${points}${labels(chart, 'bestFit')}${data(chart, 0)}</c:ser><c:firstSliceAng val="0"/></c:pieChart>`;
}

const point = (index: number, rgb: string, flag: string, edge = false): string =>
  `<c:dPt><c:idx val="${index}"/>${flag}<c:spPr>${solid(rgb)}${edge ? `<a:ln w="12700">${solid('FFFFFF')}</a:ln>` : ''}</c:spPr></c:dPt>`;

function seriesHead(chart: PictureChart, i: number): string {
  const { name, nameCell } = chart.data.series[i]!;
  const text = nameCell
    ? `<c:strRef><c:f>${reference(chart, nameCell)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeText(name)}</c:v></c:pt></c:strCache></c:strRef>`
    : `<c:v>${escapeText(name)}</c:v>`;
  return `<c:idx val="${i}"/><c:order val="${i}"/><c:tx>${text}</c:tx>`;
}

function labels(chart: PictureChart, place: string): string {
  const named = chart.kind === 'pie';
  return (
    `<c:dLbls><c:numFmt formatCode="${escapeAttribute(chart.labelFormat)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(10)}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/>` +
    `<c:showVal val="1"/><c:showCatName val="${named ? 1 : 0}"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>${named ? '<c:separator>\n</c:separator><c:showLeaderLines val="1"/>' : ''}</c:dLbls>`
  );
}

function data(chart: PictureChart, i: number): string {
  const categories = chart.cache.categories.map((name, p) => `<c:pt idx="${p}"><c:v>${escapeText(name)}</c:v></c:pt>`);
  const values = chart.cache.series[i]!.map((value, p) => `<c:pt idx="${p}"><c:v>${value}</c:v></c:pt>`);
  return (
    `<c:cat><c:strRef><c:f>${reference(chart, chart.data.categories)}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${categories.join('')}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${reference(chart, chart.data.series[i]!.values)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.join('')}</c:numCache></c:numRef></c:val>`
  );
}

const reference = (chart: PictureChart, range: string): string => escapeText(`${quoteSheet(chart.data.sheet)}!${absolute(range)}`);

/** The drawing part that places a sheet's charts; `ids` are their relationship ids. */
export function drawingXml(charts: readonly PictureChart[], ids: readonly string[]): string {
  const anchors = charts.map(({ id, box, title }, i) => {
    const corner = (tag: string, column: number, row: number): string =>
      `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${corner('from', box.column, box.row)}${corner('to', box.column + box.columns, box.row + box.rows)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${escapeAttribute(chartName(id))}" descr="${escapeAttribute(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
      `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${ids[i]}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    );
  });
  return `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`;
}
