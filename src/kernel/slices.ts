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

/** Each of many in turn, with a pause now and then. */
export function* inSlices<T, R>(many: readonly T[], make: (one: T, index: number) => R): Slices<readonly R[]> {
  const made: R[] = [];
  for (const [index, one] of many.entries()) {
    if (index > 0 && index % SLICE_ROWS === 0) yield;
    made.push(make(one, index));
  }
  return made;
}
