/** What the process that works tells the one that watches it; see guard.ts. */
export type Notice =
  /** A file is being opened; `file` is the path as given. */
  | { readonly kind: 'opening'; readonly file: string }
  /** It is open, and its unit is being worked on. */
  | { readonly kind: 'working'; readonly file: string }
  /** No single file is in hand: whatever comes next is not one file's fault. */
  | { readonly kind: 'between' }
  /** Results are being written into this working folder inside `folder`; `made` did not exist before, innermost first. */
  | { readonly kind: 'writing'; readonly folder: string; readonly made: readonly string[] }
  /** Over with it; `done`: the results stand in their places. */
  | { readonly kind: 'written'; readonly done: boolean }
  | { readonly kind: 'err'; readonly text: string }
  | { readonly kind: 'progress'; readonly line: string }
  | { readonly kind: 'end'; readonly code: number };

/** Why a file got no answer. */
export type Silence = 'time' | 'memory' | 'crash';

/** A file that an earlier try could not get through; it is refused in place of being opened again. */
export interface GivenUp {
  readonly file: string;
  readonly why: Silence;
  /** The limit that was passed, in seconds. */
  readonly seconds: number;
}

let send: ((notice: Notice) => void) | undefined;
let refused: readonly GivenUp[] = [];

/** From here on this process is a watched one. */
export function beWatched(by: (notice: Notice) => void, givenUp: readonly GivenUp[]): void {
  send = by;
  refused = givenUp;
}

export const notify = (notice: Notice): void => send?.(notice);

export const givenUp = (file: string): GivenUp | undefined => refused.find((one) => one.file === file);
