// The pane waits until hands are still (seconds); in tests they are still twenty times sooner, and nothing changes its order.
const real = globalThis.setTimeout;
Object.assign(globalThis, { setTimeout: (job: () => void, ms = 0): unknown => real(job, ms >= 100 ? ms / 20 : ms) });

export {};
