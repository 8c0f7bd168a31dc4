import { quoteSheet } from '../../kernel/address';
import { looks } from '../../sheets/picture/looks';
import { printScale } from '../../sheets/picture/print-scale';
import type { PictureCell, SheetPicture } from '../../sheets/picture/picture';
import { contentOf } from './sheet-cells';

/** Everything that is neither words nor looks: links, lists, messages, conditions, the tab. */
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
  for (const { range, title, message } of picture.prompts ?? []) {
    sheet.getRange(range).dataValidation.prompt = { showPrompt: true, title, message };
  }
  sheet.tabColor = picture.tabColor ? `#${picture.tabColor}` : '';
}

/** Frozen rows and gridlines belong to the window: Excel refuses them while another workbook is in front. */
export function drawWindow(sheet: Excel.Worksheet, picture: SheetPicture): void {
  sheet.freezePanes.unfreeze();
  if (picture.freezeRows) sheet.freezePanes.freezeRows(picture.freezeRows);
  sheet.showGridlines = picture.gridlines ?? true;
}

/** Links down a column in one order each. Excel gives a link a look of its own, so the cell's own look is put back. */
function drawLinks(sheet: Excel.Worksheet, picture: SheetPicture): void {
  for (const run of linkRuns(picture)) {
    const [{ row, column, style }] = run as [PictureCell];
    const range = sheet.getRangeByIndexes(row, column, run.length, 1);
    range.setCellProperties(
      run.map((cell) => {
        const { sheet: to, a1 } = cell.link!;
        return [{ hyperlink: { documentReference: `${quoteSheet(to)}!${a1}`, textToDisplay: String(cell.value ?? '') } }];
      }),
    );
    // A link shows words: a number or a formula is put back.
    if (run.some((cell) => typeof contentOf(cell) !== 'string' || cell.formula !== undefined))
      range.formulas = run.map((cell) => [contentOf(cell)]) as string[][];
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
export function drawPage(sheet: Excel.Worksheet, picture: SheetPicture): void {
  const { page } = picture;
  if (!page) return;
  const { pageLayout } = sheet;
  pageLayout.orientation = page.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.firstPageNumber = 1;
  if (page.fitToWidth) pageLayout.zoom = { scale: printScale(picture) };
  pageLayout.setPrintMargins('Centimeters', page.margins);
  if (page.area) pageLayout.setPrintArea(page.area);
  if (page.repeatRows) pageLayout.setPrintTitleRows(`$1:$${page.repeatRows}`);
  if (page.footer) pageLayout.headersFooters.defaultForAllPages.centerFooter = page.footer.replace(/^&C/, '');
}
