// The pane waits until hands are still (seconds); in tests they are still fifty times sooner, and nothing changes its order.
const real = globalThis.setTimeout;
Object.assign(globalThis, { setTimeout: (job: () => void, ms = 0): unknown => real(job, ms >= 100 ? ms / 50 : ms) });

export {};
