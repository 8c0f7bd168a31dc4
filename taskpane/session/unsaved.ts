import type { SheetPicture } from '../../src/sheets/picture';

const KEY = 'juesuan.unsaved';
/** A page that takes the place of another one is there within seconds; what is older is not of that moment. */
const fresh = 60_000;

interface Left {
  readonly file: string;
  readonly at: number;
  readonly picture: Omit<SheetPicture, 'rowHeights'> & { readonly rowHeights: readonly (readonly [number, number])[] };
}

/** Keeps 补充信息 for the page that follows in the same pane. A page that is going sends one request to Excel at most, writing takes several. */
export function keepUnsaved(file: string, picture: SheetPicture): void {
  try {
    const left: Left = { file, at: Date.now(), picture: { ...picture, rowHeights: [...picture.rowHeights] } };
    sessionStorage.setItem(KEY, JSON.stringify(left));
  } catch {
    // Storage may be refused or full: then only what has been written stays.
  }
}

export function forgetUnsaved(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** What the page before has left for this workbook; it is given out once. */
export function takeUnsaved(file: string): SheetPicture | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const left = text === null ? undefined : (JSON.parse(text) as Left);
    if (left?.file !== file || Date.now() - left.at > fresh) return undefined;
    return { ...left.picture, rowHeights: new Map(left.picture.rowHeights) };
  } catch {
    return undefined;
  }
}
