/** A page that takes the place of another one is there within seconds, one that was closed is opened again within minutes; what is older is not of that moment. */
const fresh = { sessionStorage: 60_000, localStorage: 600_000 } as const;

/** What was kept, and until when it counts. */
interface Kept<T> {
  readonly until: number;
  readonly value: T;
}

/**
 * What a page that is going keeps of a workbook for the one that follows in its pane; what other workbooks have left on this
 * machine stays apart. Storage may be refused or full: then nothing is kept.
 */
export class Handover<T> {
  /** `localStorage` outlives the pane: closing it ends its session. */
  constructor(
    private readonly key: string,
    private readonly storage: keyof typeof fresh = 'sessionStorage',
  ) {}

  private slot(file: string): string {
    return `${this.key}/${file}`;
  }

  keep(file: string, value: T): void {
    try {
      this.sweep();
      const kept: Kept<T> = { until: Date.now() + fresh[this.storage], value };
      window[this.storage].setItem(this.slot(file), JSON.stringify(kept));
    } catch {
      // Only what has been written to the workbook stays.
    }
  }

  forget(file: string): void {
    try {
      window[this.storage].removeItem(this.slot(file));
    } catch {
      // Nothing was kept.
    }
  }

  /** It is given out once, and only while it counts. */
  take(file: string): T | undefined {
    try {
      const text = window[this.storage].getItem(this.slot(file));
      this.forget(file);
      const kept = text === null ? undefined : (JSON.parse(text) as Kept<T>);
      return kept && Date.now() <= kept.until ? kept.value : undefined;
    } catch {
      return undefined;
    }
  }

  /** What nobody came back for. */
  private sweep(): void {
    const store = window[this.storage];
    for (const name of Object.keys(store)) {
      if (!name.startsWith(this.slot(''))) continue;
      const { until } = JSON.parse(store.getItem(name)!) as Kept<T>;
      if (Date.now() > until) store.removeItem(name);
    }
  }
}
