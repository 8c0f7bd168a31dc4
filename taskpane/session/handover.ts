/** A page that takes the place of another one is there within seconds; what is older is not of that moment. */
const fresh = 60_000;

/** What was kept, of which workbook, and when. */
export interface Kept<T> {
  readonly file: string;
  readonly at: number;
  readonly value: T;
}

/** Is it of a moment ago, and of this workbook? */
export const isOf = (file: string | undefined, kept: Kept<unknown> | undefined): boolean =>
  kept !== undefined && kept.file === file && Date.now() - kept.at <= fresh;

/** What a page that is going keeps for the one that follows in the same pane. Storage may be refused or full: then nothing is kept. */
export class Handover<T> {
  constructor(private readonly key: string) {}

  keep(file: string, value: T): void {
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ file, at: Date.now(), value } satisfies Kept<T>));
    } catch {
      // Only what has been written to the workbook stays.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }

  /** It is given out once. */
  take(): Kept<T> | undefined {
    try {
      const text = sessionStorage.getItem(this.key);
      sessionStorage.removeItem(this.key);
      return text === null ? undefined : (JSON.parse(text) as Kept<T>);
    } catch {
      return undefined;
    }
  }
}
