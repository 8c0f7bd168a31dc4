import { createContext, useContext } from 'react';
import type { Readiness } from '../../src/app/readiness';
import type { PublishedDocument } from '../../src/narrative/document';
import type { Needs } from '../needs/needs';

/** What the parts of the pane share about the report: its text as it would be printed now, and what it still waits for. */
export interface ReportView {
  readonly text: PublishedDocument;
  readonly readiness: Readiness;
  readonly needs: Needs;
  /** The way to what is to be done after this blank; asked for before it is filled, gone once it is. */
  readonly after: (key: string) => () => void;
}

export const ReportContext = createContext<ReportView | undefined>(undefined);

export function useReport(): ReportView {
  const view = useContext(ReportContext);
  if (!view) throw new Error('outside the report');
  return view;
}
