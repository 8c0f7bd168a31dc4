import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

export interface Timed<T> {
  readonly result: T;
  readonly ms: number;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

export interface Watched<T> extends Timed<T> {
  /** Longest time in ms in which nothing else could run. */
  readonly longestBlock: number;
  readonly steps: number;
}

/** Lets the host breathe once `slice` ms have passed, as the pane does; a step that is longer shows as a block. */
export async function watched<T>(work: (progress: () => Promise<void>) => Promise<T>, slice = 12): Promise<Watched<T>> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let last = performance.now();
  let steps = 0;
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.reset();
  const { result, ms } = await timed(() =>
    work(async () => {
      steps++;
      if (performance.now() - last < slice) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
      last = performance.now();
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { result, ms, longestBlock: delay.max / 1e6, steps };
}
