import type { Host, HostEvents, Mark, Navigator, Settings } from '../../src/app/ports';
import type { CellRef, Sheet, Workbook } from '../../src/kernel/workbook';
import { UserError } from '../../src/kernel/errors';
import { ownSheets } from '../../src/kernel/own-sheets';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import type { FileJobs } from './jobs';

/** What the sheets beside the pane show. */
interface FileView {
  readonly workbook?: Workbook;
  readonly pictures: ReadonlyMap<string, SheetPicture>;
  readonly marks: readonly Mark[];
  readonly sheet?: string;
  readonly selected?: { readonly sheet: string; readonly a1: string };
  /** Changes since the file was opened or last saved. */
  readonly unsaved: boolean;
}

const nothingOpen = (): UserError => new UserError({ code: 'nothingOpen' }, '还没有打开工作簿。');

const nothing: FileView = { pictures: new Map(), marks: [], unsaved: false };

/** A workbook that lies in a file: held in memory, shown read-only, saved as a copy. The file itself is never touched. */
export class FileHost implements Host {
  readonly can = { markByDefault: true, writeCheaply: true, editableByUser: false, keepsUndo: true };
  private view: FileView = nothing;
  private original: { bytes: Uint8Array; file: string } | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly selections = new Set<Parameters<HostEvents['onSelected']>[0]>();

  constructor(private readonly jobs: FileJobs) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly state = (): FileView => this.view;
  private set(change: Partial<FileView>): void {
    this.view = { ...this.view, ...change };
    this.listeners.forEach((listener) => listener());
  }

  /** Takes another file. Throws UserError for one that is no workbook; the one before then stays. */
  async open(bytes: Uint8Array, file: string): Promise<void> {
    this.show(await this.jobs.open(bytes, file, '本年'), bytes, file);
  }

  /** Puts a file that has been opened in front. */
  show(workbook: Workbook, bytes: Uint8Array, file: string): void {
    this.original = { bytes, file };
    const first = workbook.sheets.find(({ visibility }) => visibility === 'visible');
    this.set({ ...nothing, workbook, sheet: first?.name, selected: undefined });
  }

  /** The copy to save: the original with our sheets and marks; `note` says what of an .xls it does not carry. */
  async save(): Promise<{ name: string; bytes: Uint8Array; note?: string }> {
    if (!this.original) throw nothingOpen();
    const { bytes, file } = this.original;
    const saved = await this.jobs.save(bytes, file, [...this.view.pictures.values()], this.view.marks);
    this.set({ unsaved: false });
    return { name: `${file.replace(/\.[^.]*$/, '')}-情况说明.xlsx`, ...saved };
  }

  /** A copy of the original with these sheets beside its own, and nothing else of ours. */
  async beside(sheets: readonly SheetPicture[]): Promise<{ bytes: Uint8Array; note?: string }> {
    if (!this.original) throw nothingOpen();
    return this.jobs.save(this.original.bytes, this.original.file, sheets, []);
  }

  readonly source = {
    read: (): Promise<Workbook> => {
      const { workbook, pictures } = this.view;
      if (!workbook) return Promise.reject(nothingOpen());
      const theirs = workbook.sheets.filter(({ name }) => !pictures.has(name));
      return Promise.resolve({ ...workbook, sheets: [...theirs, ...[...pictures.values()].map(snapshotOf)] });
    },
  };

  readonly sink = {
    write: (pictures: readonly SheetPicture[]): Promise<readonly string[]> => {
      this.set({
        pictures: new Map([...this.view.pictures, ...pictures.map((picture) => [picture.name, picture] as const)]),
        unsaved: true,
      });
      return Promise.resolve([]);
    },
  };

  readonly marker = {
    mark: (marks: readonly Mark[]): Promise<{ marked: number; refused: [] }> => {
      this.set({ marks });
      return Promise.resolve({ marked: marks.length, refused: [] });
    },
    clear: (): Promise<void> => {
      this.set({ marks: [] });
      return Promise.resolve();
    },
  };

  readonly navigator: Navigator = {
    here: () => Promise.resolve(this.view.selected),
    select: (ref: CellRef) => {
      if (!this.sheetNames().includes(ref.sheet))
        return Promise.reject(new UserError({ code: 'noSuchSheet', sheet: ref.sheet }, `工作簿里没有“${ref.sheet}”这张表。`));
      this.point(ref.sheet, ref.a1);
      return Promise.resolve();
    },
    open: (sheet) => {
      this.set({ sheet });
      return Promise.resolve();
    },
  };

  /** Sheets as they stand side by side, ours behind the others. Hidden ones are shown too: they are read. */
  readonly sheetNames = (): readonly string[] => {
    const theirs = (this.view.workbook?.sheets ?? []).map(({ name }) => name);
    const order: readonly string[] = Object.values(ownSheets);
    const ours = [...this.view.pictures.keys()].filter((name) => !theirs.includes(name));
    return [...theirs, ...ours.sort((a, b) => order.indexOf(a) - order.indexOf(b))];
  };
  readonly sheet = (name: string): Sheet | SheetPicture | undefined =>
    this.view.pictures.get(name) ?? this.view.workbook?.sheets.find((sheet) => sheet.name === name);

  /** Selects a cell, for the user or for the pane. */
  readonly point = (sheet: string, a1: string): void => {
    this.set({ sheet, selected: { sheet, a1 } });
    this.selections.forEach((listener) => listener({ sheet, a1 }));
  };

  readonly settings: Settings = {
    get: (key) => Promise.resolve(remembered(key)),
    set: (key, value) => {
      remember(key, value);
      return Promise.resolve();
    },
  };

  readonly events: HostEvents = {
    // The sheets are read-only here: nothing changes but by opening another file.
    onChanged: () => Promise.resolve(() => undefined),
    onSelected: (listener) => {
      this.selections.add(listener);
      return Promise.resolve(() => void this.selections.delete(listener));
    },
  };
}

// A page opened from disk may be denied any storage; then nothing is remembered.
function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(`juesuan.${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`juesuan.${key}`, value);
  } catch {
    // Nothing to do.
  }
}
