import type { Book } from './workbook';

/** What a file turned out to be instead of a workbook (.xlsx, .xls) or a Word document (.docx). */
export type ForeignFormat =
  | 'archive'
  | 'csv'
  | 'doc'
  | 'et'
  | 'excel95'
  | 'html'
  | 'ods'
  | 'odt'
  | 'pdf'
  | 'rtf'
  | 'slides'
  | 'strict'
  | 'unknown'
  | 'word'
  | 'workbook'
  | 'wps'
  | 'xlsb'
  | 'xml2003';

/** Everything that can be wrong with an input or with the state of the host, with what a door needs to act on it. */
export type Fault =
  // A file.
  | { readonly code: 'emptyFile' }
  | { readonly code: 'tooLarge'; readonly of: 'file' | 'unpacked' | 'sheet' }
  | { readonly code: 'foreignFormat'; readonly format: ForeignFormat }
  | { readonly code: 'encrypted' }
  /** A Word document that allows no change, or only some kinds. */
  | { readonly code: 'restricted' }
  | { readonly code: 'damaged'; readonly part?: string }
  | { readonly code: 'noSheets' }
  | { readonly code: 'unreadable'; readonly reason: 'missing' | 'denied' | 'busy' | 'folder' | 'special' | 'longName' }
  /** Opening it, or the work on it, took too long or too much memory, or brought the runtime down. */
  | { readonly code: 'unanswered'; readonly why: 'time' | 'memory' | 'crash' }
  | { readonly code: 'unwritable'; readonly reason: string }
  | { readonly code: 'overwritesInput' }
  | { readonly code: 'badEncoding' }
  | { readonly code: 'badJson'; readonly line: number; readonly column: number }
  // What stands in a workbook.
  | { readonly code: 'noForms' }
  | { readonly code: 'noYear' }
  | { readonly code: 'wrongYear'; readonly found: number; readonly wanted: number }
  | { readonly code: 'renamedUnit'; readonly before: string; readonly now: string }
  | { readonly code: 'ambiguousUnit'; readonly unit: string }
  | { readonly code: 'foreignSheet'; readonly sheet: string }
  | { readonly code: 'notACopy'; readonly form: string; readonly sheet: string; readonly copies: readonly string[] }
  | { readonly code: 'noBudgets' }
  | { readonly code: 'noLastYear' }
  | { readonly code: 'noText' }
  // What a person supplies.
  | { readonly code: 'badSupplement'; readonly key: string }
  | { readonly code: 'badProfile'; readonly key: string }
  // The host.
  | { readonly code: 'nothingOpen' }
  /** More workbooks than one unit has, where only one unit is done. */
  | { readonly code: 'severalUnits' }
  | { readonly code: 'noSuchSheet'; readonly sheet: string }
  | { readonly code: 'hiddenSheet'; readonly sheet: string; readonly deeply: boolean }
  | { readonly code: 'cellElsewhere'; readonly book: Book }
  | { readonly code: 'typing' }
  | { readonly code: 'otherWorkbookInFront' }
  | { readonly code: 'protected'; readonly what: 'sheet' | 'structure'; readonly sheets: readonly string[] }
  | { readonly code: 'hostTooOld'; readonly told: string }
  | { readonly code: 'hostBusy'; readonly told: string }
  /** Any other refusal of the host; `told` is the host's own name for it, for the people who help, never for the user. */
  | { readonly code: 'hostRefused'; readonly told: string };

type ErrorCode = Fault['code'];

/** Where it is wrong, as far as one place is concerned. */
export interface ErrorPlace {
  readonly file?: string;
  readonly sheet?: string;
  readonly a1?: string;
}

/**
 * An input that cannot be used. The message is for the accountant: what is wrong, where, what to do. What a program wants
 * to know stands in `fault`: nothing ever looks into the message. Everything else that is thrown is a defect of ours.
 */
export class UserError extends Error {
  constructor(
    readonly fault: Fault,
    message: string,
    readonly where: ErrorPlace = {},
  ) {
    super(message);
    this.name = 'UserError';
  }

  get code(): ErrorCode {
    return this.fault.code;
  }
}

/** The details of a UserError of this code; undefined for everything else that may be thrown. */
export function faultOf<Code extends ErrorCode>(error: unknown, code: Code): Extract<Fault, { code: Code }> | undefined {
  return error instanceof UserError && error.code === code ? (error.fault as Extract<Fault, { code: Code }>) : undefined;
}
