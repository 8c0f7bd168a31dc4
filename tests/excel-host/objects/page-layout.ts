import { invalidArgument } from '../errors';
import type { SheetModel } from '../model';
import { Bag, HostObject, recordStore } from './base';
import type { RangeObject } from './range';

const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

class PageLayout extends Bag {
  constructor(private readonly sheet: SheetModel) {
    super('PageLayout', recordStore(sheet.page), [
      'Orientation',
      'PaperSize',
      'CenterHorizontally',
      'CenterVertically',
      'LeftMargin',
      'RightMargin',
      'TopMargin',
      'BottomMargin',
      'FooterMargin',
      'HeaderMargin',
      'PrintGridlines',
      'FirstPageNumber',
    ]);
  }
  get Zoom(): unknown {
    return this.sheet.page.zoom;
  }
  /** A scale is taken at any time; to fit to pages Excel forgets, without a word, unless its tab 页面布局 is in front. */
  set Zoom(value: Record<string, unknown>) {
    if (typeof value.scale === 'number' || this.sheet.layoutTab) this.sheet.page.zoom = value;
  }
  get HeadersFooters(): HostObject {
    const all = (): HostObject =>
      new Bag('HeaderFooter', recordStore(this.sheet.page, 'footers.'), [
        'LeftHeader',
        'CenterHeader',
        'RightHeader',
        'LeftFooter',
        'CenterFooter',
        'RightFooter',
      ]);
    return new Bag('HeaderFooterGroup', recordStore(this.sheet.page), [], { DefaultForAllPages: all });
  }
  SetPrintMargins(unit: keyof typeof POINTS, margins: Record<string, number>): void {
    const factor = POINTS[unit];
    if (!factor) throw invalidArgument(`unit ${unit}`);
    for (const [side, size] of Object.entries(margins)) this.sheet.page[`${side}Margin`] = size * factor;
  }
  SetPrintArea(area: RangeObject | string): void {
    this.sheet.page.printArea = typeof area === 'string' ? area : area.local();
  }
  SetPrintTitleRows(rows: RangeObject | string): void {
    this.sheet.page.printTitleRows = typeof rows === 'string' ? rows : rows.local();
  }
}

export const pageLayout = (sheet: SheetModel): HostObject => new PageLayout(sheet);
