import type { SheetPicture } from './picture/picture';

type Page = NonNullable<SheetPicture['page']>;

/** The page of a form: as wide as A4 is, the rows of its head on every page. */
export const formPage = (orientation: Page['orientation'], area: string, heads?: number): Page => ({
  orientation,
  fitToWidth: true,
  margins: { top: 1.9, bottom: 1.7, left: 1.5, right: 1.5 },
  area,
  ...(heads === undefined ? {} : { repeatRows: heads, footer: '第 &P 页 共 &N 页' }),
});
