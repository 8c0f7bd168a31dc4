import { biffText, recordType, substream } from './biff';
import { escapeAttribute } from '../../ooxml/xml-text';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const lineStyles =
  'none thin medium dashed dotted thick double hair mediumDashed dashDot mediumDashDot dashDotDot mediumDashDotDot slantDashDot'.split(' ');
const patterns =
  'none solid mediumGray darkGray lightGray darkHorizontal darkVertical darkDown darkUp darkGrid darkTrellis lightHorizontal lightVertical lightDown lightUp lightGrid lightTrellis gray125 gray0625'.split(
    ' ',
  );
const horizontals = ['general', 'left', 'center', 'right', 'fill', 'justify', 'centerContinuous', 'distributed'];
const verticals = ['top', 'center', 'bottom', 'justify', 'distributed'];
/** The colours that no palette changes. */
const fixedColors = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];

/** A list whose entries are written once each. */
class Pool {
  readonly items: string[] = [];
  index(item: string): number {
    const there = this.items.indexOf(item);
    return there >= 0 ? there : this.items.push(item) - 1;
  }
}

/** Colour numbers mean the same in both formats; 64 and above stand for “automatic”. */
const color = (tag: string, index: number): string => (index < 64 ? `<${tag} indexed="${index}"/>` : '');

/** The styles part for the workbook stream of an .xls: entry n of cellXfs is style n of the stream. */
export function stylesOfXls(view: DataView): string {
  const fonts: string[] = [];
  const formats: string[] = [];
  const xfs: string[] = [];
  const fills = new Pool();
  const borders = new Pool();
  fills.index('<fill><patternFill patternType="none"/></fill>');
  fills.index('<fill><patternFill patternType="gray125"/></fill>');
  borders.index('<border><left/><right/><top/><bottom/><diagonal/></border>');
  let palette = '';
  for (const { type, at } of substream(view, 0)) {
    if (type === recordType.font) fonts.push(fontXml(view, at));
    else if (type === recordType.format) formats.push(formatXml(view, at));
    else if (type === recordType.palette) palette = paletteXml(view, at);
    else if (type === recordType.xf) xfs.push(xfXml(view, at, fonts.length, fills, borders));
  }
  const list = (name: string, items: readonly string[]): string => `<${name} count="${items.length}">${items.join('')}</${name}>`;
  const custom = formats.filter(Boolean);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main}">${custom.length > 0 ? list('numFmts', custom) : ''}` +
    `${list('fonts', fonts)}${list('fills', fills.items)}${list('borders', borders.items)}` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', xfs)}` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${palette}</styleSheet>`
  );
}

function fontXml(view: DataView, at: number): string {
  const flags = view.getUint16(at + 2, true);
  const underline = view.getUint8(at + 10);
  const marks = [
    view.getUint16(at + 6, true) >= 600 && '<b/>',
    flags & 2 && '<i/>',
    flags & 8 && '<strike/>',
    underline && `<u${underline === 2 ? ' val="double"' : ''}/>`,
  ];
  const name = escapeAttribute(biffText(view, at + 14, 1)) || '宋体';
  const charset = view.getUint8(at + 12);
  return `<font>${marks.filter(Boolean).join('')}<sz val="${view.getUint16(at, true) / 20}"/>${color('color', view.getUint16(at + 4, true))}<name val="${name}"/>${charset ? `<charset val="${charset}"/>` : ''}</font>`;
}

/** Formats below 164 are built in. */
function formatXml(view: DataView, at: number): string {
  const id = view.getUint16(at, true);
  return id < 164 ? '' : `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(biffText(view, at + 2, 2))}"/>`;
}

function paletteXml(view: DataView, at: number): string {
  const own = Array.from({ length: Math.min(56, view.getUint16(at, true)) }, (_, i) =>
    [0, 1, 2]
      .map((part) =>
        view
          .getUint8(at + 2 + 4 * i + part)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')
      .toUpperCase(),
  );
  return `<colors><indexedColors>${[...fixedColors, ...own].map((rgb) => `<rgbColor rgb="00${rgb}"/>`).join('')}</indexedColors></colors>`;
}

function xfXml(view: DataView, at: number, fontCount: number, fills: Pool, borders: Pool): string {
  const bits = (value: number, from: number, width: number): number => (value >>> from) & ((1 << width) - 1);
  // Font number 4 does not exist in this format: the fifth font has number 5.
  const number = view.getUint16(at, true);
  const font = Math.min(number > 4 ? number - 1 : number, Math.max(0, fontCount - 1));
  const align = view.getUint8(at + 6);
  const indent = bits(view.getUint8(at + 8), 0, 4);
  const lines = view.getUint32(at + 10, true);
  const more = view.getUint32(at + 14, true);
  const colors = view.getUint16(at + 18, true);

  const side = (tag: string, style: number, icv: number): string =>
    style === 0 || !lineStyles[style] ? `<${tag}/>` : `<${tag} style="${lineStyles[style]}">${color('color', icv)}</${tag}>`;
  const border = borders.index(
    `<border>${side('left', bits(lines, 0, 4), bits(lines, 16, 7))}${side('right', bits(lines, 4, 4), bits(lines, 23, 7))}` +
      `${side('top', bits(lines, 8, 4), bits(more, 0, 7))}${side('bottom', bits(lines, 12, 4), bits(more, 7, 7))}<diagonal/></border>`,
  );
  const pattern = patterns[bits(more, 26, 6)] ?? 'none';
  const fill = fills.index(
    pattern === 'none'
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="${pattern}">${color('fgColor', bits(colors, 0, 7))}${color('bgColor', bits(colors, 7, 7))}</patternFill></fill>`,
  );
  const place = `horizontal="${horizontals[bits(align, 0, 3)]}" vertical="${verticals[bits(align, 4, 3)] ?? 'bottom'}"${bits(align, 3, 1) ? ' wrapText="1"' : ''}${indent ? ` indent="${indent}"` : ''}`;
  const locked = view.getUint16(at + 4, true) & 1 ? '' : '<protection locked="0"/>';
  return (
    `<xf numFmtId="${view.getUint16(at + 2, true)}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${locked ? ' applyProtection="1"' : ''}>` +
    `<alignment ${place}/>${locked}</xf>`
  );
}
