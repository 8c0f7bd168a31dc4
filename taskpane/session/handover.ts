/** A page that takes the place of another one is there within seconds, one that was closed is opened again within minutes; what is older is not of that moment. */
const fresh = { sessionStorage: 60_000, localStorage: 600_000 } as const;

/** What was kept, of which workbook, and until when it counts. */
export interface Kept<T> {
  readonly file: string;
  readonly until: number;
  readonly value: T;
}

/** Does it still count, and for this workbook? */
export const isOf = (file: string | undefined, kept: Kept<unknown> | undefined): boolean =>
  kept !== undefined && kept.file === file && Date.now() <= kept.until;

/** What a page that is going keeps for the one that follows in the same pane. Storage may be refused or full: then nothing is kept. */
export class Handover<T> {
  /** `localStorage` outlives the pane: closing it ends its session. */
  constructor(
    private readonly key: string,
    private readonly storage: keyof typeof fresh = 'sessionStorage',
  ) {}

  keep(file: string, value: T): void {
    try {
      const kept: Kept<T> = { file, until: Date.now() + fresh[this.storage], value };
      window[this.storage].setItem(this.key, JSON.stringify(kept));
    } catch {
      // Only what has been written to the workbook stays.
    }
  }

  forget(): void {
    try {
      window[this.storage].removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }

  /** It is given out once. */
  take(): Kept<T> | undefined {
    try {
      const text = window[this.storage].getItem(this.key);
      window[this.storage].removeItem(this.key);
      return text === null ? undefined : (JSON.parse(text) as Kept<T>);
    } catch {
      return undefined;
    }
  }
}
