/** A state that is watched: replaced as a whole, told to all who listen. */
export class Observed<State> {
  private readonly listeners = new Set<() => void>();

  constructor(protected current: State) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly state = (): State => this.current;

  protected set(change: Partial<State>): void {
    this.renew({ ...this.current, ...change });
  }

  /** Forgets everything but this. */
  protected renew(state: State): void {
    this.current = state;
    this.listeners.forEach((listener) => listener());
  }
}
