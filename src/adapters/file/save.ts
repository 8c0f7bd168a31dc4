import { UserError } from '../../kernel/errors';
import type { Mark } from '../../app/ports';
import type { PictureChart, SheetPicture } from '../../sheets/picture/picture';
import { looks } from '../../sheets/picture/looks';
import { TYPES } from '../../ooxml/content-types';
import { inPart } from '../../ooxml/fault';
import { OfficePackage } from '../../ooxml/package';
import { relationshipsXml, relsPath } from '../../ooxml/relations';
import { outline } from '../../ooxml/xml';
import { chartXml, drawingXml } from './chart-xml';
import { named } from './faults';
import { recogniseFile } from './kind';
import { markFormats, withMarks } from './marks';
import { printNames, sheetXml } from './sheet-xml';
import { emptyStyles, StyleSheet } from './styles';
import { appendSheet, isStrict, sheetsOf, withFullCalculation, withSheetNames } from './workbook-xml';
import { otherToXlsx } from './other';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const types = {
  workbook: `${spreadsheet}sheet.main+xml`,
  worksheet: `${spreadsheet}worksheet+xml`,
  styles: `${spreadsheet}styles+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/**
 * A copy of the workbook with our sheets (a sheet of the same name is replaced in place, others are appended) and with
 * these marks instead of earlier ones. Parts of an .xlsx that hold neither stay byte for byte. Any other
 * format is rebuilt as .xlsx from its values, merges and widths; an .xls with its formats. Throws UserError as openWorkbook does.
 */
export function saveWorkbook(original: Uint8Array, file: string, pictures: readonly SheetPicture[], marks: readonly Mark[]): Uint8Array {
  return named(file, () => save(original, file, pictures, marks));
}

function save(original: Uint8Array, file: string, pictures: readonly SheetPicture[], marks: readonly Mark[]): Uint8Array {
  const found = recogniseFile(original, file);
  const again = found.kind === 'other' ? recogniseFile(otherToXlsx(found, file), file) : found;
  const parts = new OfficePackage(again.kind === 'xlsx' ? again.entries : []);
  const book = workbookPart(parts, file);
  withoutMacros(parts, book);

  removeOldSheets(parts, book, pictures);
  const styles = styleSheet(parts, book);
  markSheets(parts, book, pictures, marks, styles.sheet);
  putSheets(parts, book, pictures, marks, styles.sheet);
  parts.set(styles.part, styles.sheet.toXml());
  return parts.bytes();
}

const nowhere = 'xl/worksheets/none.xml';

/** The chain is Excel's cache of formula cells, rebuilt on loading; one that names a cell without a formula is an error. */
function dropCalculationChain(parts: OfficePackage, book: string): void {
  const before = parts.reachable();
  parts.unrelate(book, ({ type }) => type === 'calcChain');
  parts.sweep(before);
}

/** Frees the parts of sheets that are about to be replaced – drawings, charts, printer settings too – but keeps their tabs. */
function removeOldSheets(parts: OfficePackage, book: string, pictures: readonly SheetPicture[]): void {
  const old = sheetsOf(parts.text(book)).filter(({ name }) => pictures.some((picture) => sameName(picture.name, name)));
  if (old.length === 0) return;
  const before = parts.reachable();
  for (const { relationship } of old) parts.retarget(book, relationship, nowhere);
  parts.sweep(before);
  dropCalculationChain(parts, book);
}

function workbookPart(parts: OfficePackage, file: string): string {
  const book = parts.mainPart();
  if (book === undefined)
    throw new UserError({ code: 'damaged' }, `${file}：文件已损坏（找不到工作簿部分）。请用 Excel 打开并另存一份后再试。`, { file });
  if (isStrict(parts.text(book))) {
    throw new UserError(
      { code: 'foreignFormat', format: 'strict' },
      `${file}：这是“Strict Open XML”格式的工作簿。请用 Excel 另存为普通的“Excel 工作簿 (*.xlsx)”后再试。`,
      { file },
    );
  }
  return book;
}

/** The copy is named .xlsx, and Excel opens no .xlsx that holds macros or calls itself a template. */
function withoutMacros(parts: OfficePackage, book: string): void {
  if (!/macroEnabled|template\.main/.test(parts.text(TYPES))) return;
  const before = parts.reachable();
  parts.unrelate(book, ({ type }) => type === 'vbaProject');
  parts.sweep(before);
  parts.declare(book, types.workbook);
}

function styleSheet(parts: OfficePackage, book: string): { readonly part: string; readonly sheet: StyleSheet } {
  const there = parts.relationships(book).find(({ type }) => type === 'styles')?.target;
  if (there && parts.has(there)) {
    const xml = parts.text(there);
    inPart(there, () => outline(xml));
    return { part: there, sheet: new StyleSheet(xml) };
  }
  const part = parts.free('xl/styles');
  parts.set(part, emptyStyles);
  parts.relate(book, 'styles', part);
  parts.declare(part, types.styles);
  return { part, sheet: new StyleSheet(emptyStyles) };
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const marksOn = (marks: readonly Mark[], sheet: string): readonly Mark[] =>
  marks.filter(({ at }) => at.book.role !== '上年' && sameName(at.sheet, sheet));

/** Marks on the sheets that are not ours; earlier marks go. */
function markSheets(
  parts: OfficePackage,
  book: string,
  pictures: readonly SheetPicture[],
  marks: readonly Mark[],
  styles: StyleSheet,
): void {
  const targets = new Map(parts.relationships(book).map((relationship) => [relationship.id, relationship]));
  for (const { name, relationship } of sheetsOf(parts.text(book))) {
    const target = targets.get(relationship);
    if (target?.type !== 'worksheet' || pictures.some((picture) => sameName(picture.name, name))) continue;
    const xml = parts.text(target.target);
    const marked = withMarks(xml, marksOn(marks, name), styles);
    if (marked !== xml) parts.set(target.target, marked);
  }
}

function putSheets(
  parts: OfficePackage,
  book: string,
  pictures: readonly SheetPicture[],
  marks: readonly Mark[],
  styles: StyleSheet,
): void {
  let xml = parts.text(book);
  for (const picture of pictures) {
    const there = sheetsOf(xml).find(({ name }) => sameName(name, picture.name));
    const part = writeSheet(parts, picture, marksOn(marks, picture.name), styles);
    if (there) parts.retarget(book, there.relationship, part);
    else xml = appendSheet(xml, picture.name, parts.relate(book, 'worksheet', part));
  }
  const tabs = sheetsOf(xml);
  xml = withSheetNames(
    xml,
    pictures.map((picture) => ({ sheet: tabs.findIndex(({ name }) => sameName(name, picture.name)), names: printNames(picture) })),
  );
  if (pictures.some(({ cells }) => cells.some(({ formula }) => formula !== undefined))) {
    xml = withFullCalculation(xml);
    dropCalculationChain(parts, book);
  }
  if (xml !== parts.text(book)) parts.set(book, xml);
}

/** Adds the worksheet part of a picture with its drawing and charts, and gives its name. */
function writeSheet(parts: OfficePackage, picture: SheetPicture, marks: readonly Mark[], styles: StyleSheet): string {
  const part = parts.free('xl/worksheets/juesuan');
  const drawn = picture.charts.length > 0;
  const marked = markFormats(marks, styles, (picture.conditions?.length ?? 0) + 1);
  parts.set(part, sheetXml({ picture, looks, styles, drawing: drawn ? 'rId1' : undefined, marks: marked }));
  parts.declare(part, types.worksheet);
  if (drawn) parts.set(relsPath(part), relationshipsXml([{ id: 'rId1', type: 'drawing', target: writeDrawing(parts, picture.charts) }]));
  return part;
}

function writeDrawing(parts: OfficePackage, charts: readonly PictureChart[]): string {
  const part = parts.free('xl/drawings/juesuan');
  const relations = charts.map((chart, i) => {
    const target = parts.free('xl/charts/juesuan');
    parts.set(target, chartXml(chart));
    parts.declare(target, types.chart);
    return { id: `rId${i + 1}`, type: 'chart', target };
  });
  parts.set(
    part,
    drawingXml(
      charts,
      relations.map(({ id }) => id),
    ),
  );
  parts.declare(part, types.drawing);
  parts.set(relsPath(part), relationshipsXml(relations));
  return part;
}
