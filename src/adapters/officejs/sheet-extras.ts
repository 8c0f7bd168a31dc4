import { quoteSheet } from '../../kernel/address';
import { looks } from '../../sheets/looks';
import type { PictureCell, SheetPicture } from '../../sheets/picture';

/** Everything that is neither words nor looks: links, lists, conditions, frozen rows, the tab. */
export function drawExtras(sheet: Excel.Worksheet, picture: SheetPicture): void {
  drawLinks(sheet, picture);
  for (const { range, options } of picture.lists ?? []) {
    const { dataValidation } = sheet.getRange(range);
    dataValidation.rule = { list: { inCellDropDown: true, source: options.join(',') } };
    dataValidation.ignoreBlanks = true;
  }
  for (const { range, formula, style } of [...(picture.conditions ?? [])].reverse()) {
    const condition = sheet.getRange(range).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    condition.custom.rule.formula = formula.startsWith('=') ? formula : `=${formula}`;
    const { fill, color } = looks[style];
    if (fill) condition.custom.format.fill.color = `#${fill}`;
    if (color) condition.custom.format.font.color = `#${color}`;
  }
  sheet.freezePanes.unfreeze();
  if (picture.freezeRows) sheet.freezePanes.freezeRows(picture.freezeRows);
  sheet.showGridlines = picture.gridlines ?? true;
  sheet.tabColor = picture.tabColor ? `#${picture.tabColor}` : '';
}

/** Links down a column in one order each. Excel gives a link a look of its own, so the cell's own look is put back. */
function drawLinks(sheet: Excel.Worksheet, picture: SheetPicture): void {
  for (const run of linkRuns(picture)) {
    const [{ row, column, style }] = run as [PictureCell];
    const range = sheet.getRangeByIndexes(row, column, run.length, 1);
    range.setCellProperties(run.map(({ link }) => [{ hyperlink: { documentReference: `${quoteSheet(link!.sheet)}!${link!.a1}` } }]));
    const { color, underline } = looks[style];
    range.format.font.color = `#${color ?? '000000'}`;
    range.format.font.underline = underline ? 'Single' : 'None';
  }
}

/** Cells with links of one style that stand directly under each other. */
function linkRuns(picture: SheetPicture): readonly (readonly PictureCell[])[] {
  const linked = picture.cells.filter(({ link }) => link).sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: PictureCell[][] = [];
  for (const cell of linked) {
    const run = runs[runs.length - 1];
    const above = run?.[run.length - 1];
    if (above && above.column === cell.column && above.row + 1 === cell.row && above.style === cell.style) run!.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** A4, margins, what is printed and repeated, and the line at the foot. */
export function drawPage(sheet: Excel.Worksheet, { page }: SheetPicture): void {
  if (!page) return;
  const { pageLayout } = sheet;
  pageLayout.orientation = page.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.firstPageNumber = 1;
  if (page.fitToWidth) pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.setPrintMargins('Centimeters', page.margins);
  if (page.area) pageLayout.setPrintArea(page.area);
  if (page.repeatRows) pageLayout.setPrintTitleRows(`$1:$${page.repeatRows}`);
  if (page.footer) pageLayout.headersFooters.defaultForAllPages.centerFooter = page.footer.replace(/^&C/, '');
}
