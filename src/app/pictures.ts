import { ownSheets, type OwnSheet } from '../kernel/own-sheets';
import type { SheetPicture } from '../sheets/picture/picture';

/** Our four sheets by their names, in the order in which they stand behind the user's own. */
export type Pictures = Readonly<Record<OwnSheet, SheetPicture>>;
/** Our sheets in the order in which they stand behind the user's. */
export const inOrder = (pictures: Partial<Pictures>): readonly SheetPicture[] =>
  Object.values(ownSheets).flatMap((name) => pictures[name] ?? []);
