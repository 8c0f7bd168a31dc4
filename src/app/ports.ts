import type { CellRef, Workbook } from '../kernel/workbook';
import type { Progress } from '../kernel/progress';
import type { SheetPicture } from '../sheets/picture/picture';
import type { Refused } from './refused-words';

/** Reads the workbook in front. */
export interface WorkbookSource {
  read(progress?: Progress): Promise<Workbook>;
}

/** One inline warning on a cell of the user's own sheets. */
export interface Mark {
  readonly at: CellRef;
  readonly kind: 'error' | 'warning' | 'rounding';
  /** The finding, readable at the cell where the host allows it. */
  readonly note: string;
}

/** Marks lie over the user's formats and come off whole. `mark` replaces all earlier marks. */
export interface CellMarker {
  mark(marks: readonly Mark[]): Promise<{ readonly marked: number; readonly refused: readonly Refused[] }>;
  clear(): Promise<void>;
}

/** Writes sheets of ours. An existing sheet of the same name is rewritten in place; no other sheet is touched. */
export interface SheetSink {
  /** Tells, in whole sentences, what beside words, figures and charts could not be done. */
  write(pictures: readonly SheetPicture[], progress?: Progress): Promise<readonly string[]>;
}

/** Takes the user to a cell, and tells where the user is. */
export interface Navigator {
  /** The cell that the user has selected now; undefined where the host cannot tell. */
  here(): Promise<{ readonly sheet: string; readonly a1: string } | undefined>;
  select(ref: CellRef): Promise<void>;
  /** Opens one of our sheets. */
  open(sheet: string): Promise<void>;
}

/** Small remembered settings, kept with the workbook where the host can, otherwise on the machine. */
export interface Settings {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}

/** What happens in the host while the pane is open. Each returns a function that stops listening. */
export interface HostEvents {
  onChanged(listener: (change: { readonly sheet: string; readonly a1: string }) => void): Promise<() => void>;
  onSelected(listener: (at: { readonly sheet: string; readonly a1: string }) => void): Promise<() => void>;
}

/** What a host is like, so that nobody has to ask which one it is. */
export interface Capabilities {
  /** Marks are shown as soon as a workbook is open: they lie on a copy, not in the user's own file. */
  readonly markByDefault: boolean;
  /** Writing a sheet costs nothing. Elsewhere every write is felt, and empties the user's list of steps to take back. */
  readonly writeCheaply: boolean;
  /** The user works in the workbook itself: what stands in it may have changed since it was read. */
  readonly editableByUser: boolean;
  /** Writing leaves what the user can take back with Ctrl+Z alone. Where it does not, marks follow an edit only later. */
  readonly keepsUndo: boolean;
}

/** Everything a door offers to the pane. */
export interface Host {
  readonly can: Capabilities;
  readonly source: WorkbookSource;
  readonly marker: CellMarker;
  readonly sink: SheetSink;
  readonly navigator: Navigator;
  readonly settings: Settings;
  readonly events: HostEvents;
}
