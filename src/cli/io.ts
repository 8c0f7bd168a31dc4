/** What the command line needs of the machine, so that a test can stand in for it. */
export interface Io {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** Shows how far a long run is, in place of what it showed before; '' takes it away. */
  progress?(line: string): void;
  /** A script that serves tasks in a thread (many/serve.ts); without one everything is done in this thread. */
  readonly script?: string;
}

/**
 * 0 no failed mandatory check; 1 at least one; 2 the input could not be used or the arguments are wrong; 3 of a folder some
 * workbooks could not be used, the others are done.
 */
export type ExitCode = 0 | 1 | 2 | 3;

/** Wrong arguments: the message and a pointer to the help are printed. */
export class UsageError extends Error {}
