/** What the command line needs of the machine, so that a test can stand in for it. */
export interface Io {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
}

/** 0 no failed mandatory check; 1 at least one; 2 the input could not be used or the arguments are wrong. */
export type ExitCode = 0 | 1 | 2;

/** Wrong arguments: the message and a pointer to the help are printed. */
export class UsageError extends Error {}
