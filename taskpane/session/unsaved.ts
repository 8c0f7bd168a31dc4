import type { SheetPicture } from '../../src/sheets/picture/picture';
import { Handover } from './handover';

type Plain = Omit<SheetPicture, 'rowHeights'> & { readonly rowHeights: readonly (readonly [number, number])[] };

const handover = new Handover<Plain>('juesuan.unsaved');

/** Keeps 补充信息 for the page that follows. A page that is going sends one request to Excel at most, writing takes several. */
export const keepUnsaved = (file: string, picture: SheetPicture): void =>
  handover.keep(file, { ...picture, rowHeights: [...picture.rowHeights] });

export const forgetUnsaved = (file: string): void => handover.forget(file);

/** What the page before has left for this workbook; it is given out once. */
export function takeUnsaved(file: string): SheetPicture | undefined {
  const left = handover.take(file);
  return left && { ...left, rowHeights: new Map(left.rowHeights) };
}
