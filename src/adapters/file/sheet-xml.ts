import { a1, columnName, parseA1, quoteSheet } from '../../kernel/address';
import type { PictureCell, SheetPicture, StyleLook, StyleName } from '../../sheets/picture/picture';
import { printScale } from '../../sheets/picture/print-scale';
import { messageXml, promptAttributes } from './cell-messages';
import type { StyleSheet } from './styles';
import { escapeAttribute, escapeText } from '../../ooxml/xml-text';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const inch = (centimetres: number): string => (centimetres / 2.54).toFixed(4);

/** Excel shows no row higher than this, in points. */
const MAX_HEIGHT = 409;

interface SheetXmlInput {
  readonly picture: SheetPicture;
  readonly looks: Readonly<Record<StyleName, StyleLook>>;
  readonly styles: StyleSheet;
  /** Relationship id of the drawing with the charts. */
  readonly drawing?: string;
  /** Conditional formats that mark cells of this sheet. */
  readonly marks: string;
}

/** The worksheet part of a picture, elements in the order the schema wants. Cells may come in any order. */
export function sheetXml({ picture, looks, styles, drawing, marks }: SheetXmlInput): string {
  const page = picture.page;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" xmlns:r="${relationships}">`,
    sheetProperties(picture),
    view(picture),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns(picture),
    sheetData(picture, looks, styles),
    merges(picture),
    conditions(picture, looks, styles),
    marks,
    validations(picture),
    hyperlinks(picture),
    page
      ? `<pageMargins left="${inch(page.margins.left)}" right="${inch(page.margins.right)}" top="${inch(page.margins.top)}" bottom="${inch(page.margins.bottom)}" header="0.3" footer="0.3"/>` +
        `<pageSetup paperSize="9" firstPageNumber="1" useFirstPageNumber="1"${page.fitToWidth ? ` scale="${printScale(picture)}" fitToHeight="0"` : ''} orientation="${page.orientation}"/>`
      : '',
    page?.footer
      ? `<headerFooter><oddFooter>${escapeText(page.footer.startsWith('&') ? page.footer : `&C${page.footer}`)}</oddFooter></headerFooter>`
      : '',
    drawing ? `<drawing r:id="${drawing}"/>` : '',
    '</worksheet>',
  ].join('');
}

function sheetProperties(picture: SheetPicture): string {
  const color = picture.tabColor ? `<tabColor rgb="FF${picture.tabColor}"/>` : '';
  const fit = picture.page?.fitToWidth ? '<pageSetUpPr fitToPage="1"/>' : '';
  return color || fit ? `<sheetPr>${color}${fit}</sheetPr>` : '';
}

function view(picture: SheetPicture): string {
  const rows = picture.freezeRows;
  const pane = rows
    ? `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${rows + 1}" sqref="A${rows + 1}"/>`
    : '';
  const lines = picture.gridlines === false ? ' showGridLines="0"' : '';
  return `<sheetViews><sheetView${lines} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

// Excel adds five pixels of padding to the width that a person sees.
function columns(picture: SheetPicture): string {
  if (picture.columns.length === 0) return '';
  const each = picture.columns.map(({ width, hidden }, i) => {
    const shown = Math.min(255, width + 0.7109375);
    return `<col min="${i + 1}" max="${i + 1}" width="${shown}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`;
  });
  return `<cols>${each.join('')}</cols>`;
}

function sheetData(picture: SheetPicture, looks: SheetXmlInput['looks'], styles: StyleSheet): string {
  const rows = new Map<number, Map<number, PictureCell>>();
  const rowOf = (r: number): Map<number, PictureCell> => rows.get(r) ?? rows.set(r, new Map()).get(r)!;
  for (const cell of picture.cells) {
    if (typeof cell.value === 'number' && !Number.isFinite(cell.value))
      throw new Error(`${a1(cell.row, cell.column)} of ${picture.name} is ${cell.value}`);
    rowOf(cell.row).set(cell.column, cell);
  }
  for (const row of picture.rowHeights.keys()) rowOf(row);
  // A border is drawn around a merged area only if all its cells carry it.
  for (const merge of picture.merges) {
    const anchor = rows.get(merge.row)?.get(merge.column);
    if (!anchor) continue;
    for (let r = merge.row; r < merge.row + merge.rows; r++)
      for (let c = merge.column; c < merge.column + merge.columns; c++)
        if (!rowOf(r).has(c)) rowOf(r).set(c, { row: r, column: c, style: anchor.style });
  }

  const text = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([r, cells]) => {
      const height = picture.rowHeights.get(r);
      const size = height === undefined ? '' : ` ht="${Math.min(MAX_HEIGHT, height)}" customHeight="1"`;
      const inner = [...cells.values()].sort((a, b) => a.column - b.column).map((cell) => cellXml(cell, looks, styles));
      return `<row r="${r + 1}"${size}>${inner.join('')}</row>`;
    });
  return `<sheetData>${text.join('')}</sheetData>`;
}

function cellXml(cell: PictureCell, looks: SheetXmlInput['looks'], styles: StyleSheet): string {
  const { value, formula } = cell;
  const quoted = formula === undefined && typeof value === 'string' && /^[=+\-@]/.test(value);
  const start = `<c r="${a1(cell.row, cell.column)}" s="${styles.cell(looks[cell.style], { quoted })}"`;
  if (formula !== undefined) {
    const f = `<f>${escapeText(formula.replace(/^=/, ''))}</f>`;
    if (typeof value === 'number') return `${start}>${f}<v>${value}</v></c>`;
    return `${start} t="str">${f}<v>${escapeText(String(value ?? ''))}</v></c>`;
  }
  if (value === undefined || value === '') return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
}

function merges(picture: SheetPicture): string {
  const refs = picture.merges
    .filter(({ rows, columns: wide }) => rows * wide > 1)
    .map(({ row, column, rows, columns: wide }) => `<mergeCell ref="${a1(row, column)}:${a1(row + rows - 1, column + wide - 1)}"/>`);
  return refs.length > 0 ? `<mergeCells count="${refs.length}">${refs.join('')}</mergeCells>` : '';
}

/** Our own ✓/✗ colours come first: priorities from 1. */
function conditions(picture: SheetPicture, looks: SheetXmlInput['looks'], styles: StyleSheet): string {
  return (picture.conditions ?? [])
    .map(({ range, formula, style }, i) => {
      const dxf = styles.overlay(looks[style]);
      return `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="${dxf}" priority="${i + 1}"><formula>${escapeText(formula.replace(/^=/, ''))}</formula></cfRule></conditionalFormatting>`;
    })
    .join('');
}

/** Lists and messages; cells have one element for both. Excel refuses a file whose list is longer than 255 characters. */
function validations(picture: SheetPicture): string {
  const ranges = new Set([...(picture.lists ?? []), ...(picture.prompts ?? [])].map(({ range }) => range));
  if (ranges.size === 0) return '';
  const each = [...ranges].map((range) => {
    const said = picture.prompts?.find((prompt) => prompt.range === range);
    const options = picture.lists?.find((list) => list.range === range)?.options;
    if (!options) return messageXml(range, said!);
    const list = options.join(',').replace(/"/g, '""');
    if (list.length > 255 || options.some((option) => option.includes(','))) throw new Error(`drop-down list of ${range} does not fit`);
    const prompt = said ? promptAttributes(said) : '';
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${range}"${prompt}><formula1>${escapeText(`"${list}"`)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

function hyperlinks(picture: SheetPicture): string {
  const each = picture.cells.flatMap(({ row, column, link }) =>
    link ? [`<hyperlink ref="${a1(row, column)}" location="${escapeAttribute(`${quoteSheet(link.sheet)}!${link.a1}`)}"/>`] : [],
  );
  return each.length > 0 ? `<hyperlinks>${each.join('')}</hyperlinks>` : '';
}

/** Names that print settings need, as [name, reference]. */
export function printNames(picture: SheetPicture): readonly (readonly [name: string, reference: string])[] {
  const sheet = quoteSheet(picture.name);
  const names: [string, string][] = [];
  if (picture.page?.area) names.push(['_xlnm.Print_Area', `${sheet}!${absolute(picture.page.area)}`]);
  if (picture.page?.repeatRows) names.push(['_xlnm.Print_Titles', `${sheet}!$1:$${picture.page.repeatRows}`]);
  return names;
}

/** `B3:B4` → `$B$3:$B$4`. */
export const absolute = (range: string): string =>
  range
    .split(':')
    .map((cell) => {
      const { row, column } = parseA1(cell);
      return `$${columnName(column)}$${row + 1}`;
    })
    .join(':');
