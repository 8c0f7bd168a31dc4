/** A long job that pauses now and then, so that a pane can breathe. */
export type Slices<T> = Generator<void, T>;

/** Does the whole job at once. */
export function atOnce<T>(slices: Slices<T>): T {
  for (let slice = slices.next(); ; slice = slices.next()) if (slice.done) return slice.value;
}

/** The same job, saying what it is about at every pause. */
export function* about<T>(name: string, slices: Slices<T>): Generator<string, T> {
  for (let slice = slices.next(); ; slice = slices.next()) {
    if (slice.done) return slice.value;
    yield name;
  }
}

/** Rows that are drawn between two pauses. */
export const SLICE_ROWS = 200;
