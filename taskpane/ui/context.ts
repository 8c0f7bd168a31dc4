import type { Booklet } from '../../src/booklet/booklet';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Role, Workbook } from '../../src/kernel/workbook';
import type { PublicForm } from '../../src/narrative/annexes/public';
import type { PublishedDocument } from '../../src/narrative/document';
import type { OpenBytes } from '../files/identify';
import type { Loaders } from '../tasks/registry';
import type { Session } from '../session/session';
import type { PaneState } from '../session/state';

/** What only a door can do. Every function may throw UserError. */
export interface Door {
  readonly kind: 'excel' | 'workbench';
  /** A workbook from a chosen file, .xlsx or .xls, read in the worker. */
  openBook(file: File, role: Role): Promise<Workbook>;
  /** What else can be done here: 校对, 承上年 … */
  readonly tasks: Loaders;
  /** May the pane hand a file to the user? Excel for Mac drops it without a word. */
  readonly savesFiles: boolean;
  /** Asks Excel what the product rests on, and gives the answers to the user. */
  readonly selfCheck?: () => Promise<string>;
  toWord(document: PublishedDocument): Promise<Uint8Array>;
  /** 整本 as .docx. */
  toWhole(booklet: Booklet): Promise<Uint8Array>;
  /** These public forms as a workbook; `note` says how it differs from what one may expect. */
  toForms(forms: readonly PublicForm[], unit: string): Promise<{ readonly bytes: Uint8Array; readonly note?: string }>;
  toText(document: PublishedDocument): string;
  /** The workbook with our sheets and marks; only where the workbook is a file. */
  readonly saveWorkbook?: () => Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly note?: string }>;
  /** A made-up sample, only in the workbench. */
  readonly trySample?: () => Promise<void>;
  readonly chooseWorkbook?: () => void;
  /** Opens workbooks in the page as if they had been dropped; asks before unsaved work goes. Only where a workbook is a file. */
  readonly openFiles?: (files: readonly File[]) => Promise<void>;
  /** A workbook from its bytes, read in the worker. */
  readonly openBytes?: OpenBytes;
}

export interface PaneContext {
  readonly session: Session;
  readonly door: Door;
}

/** A supplement field the user wants to fill, e.g. after a click on a blank of the text. A new object asks anew. */
export interface FocusKey {
  readonly focusKey: { readonly key: string } | undefined;
  readonly focusOn: (key: string) => void;
}
export const FocusContext = createContext<FocusKey>({ focusKey: undefined, focusOn: () => undefined });
export const useFocusKey = (): FocusKey => useContext(FocusContext);

export const Context = createContext<PaneContext | undefined>(undefined);

export function usePane(): PaneContext & { state: PaneState } {
  const context = useContext(Context);
  if (!context) throw new Error('outside the pane');
  const state = useSyncExternalStore(context.session.subscribe, context.session.state);
  return { ...context, state };
}
