/** Memory of the process beside the heap of this thread, in MB: that of the other threads, and what of the runtime never changes. */
const others = (): number => {
  const { rss, heapTotal, external } = process.memoryUsage();
  return (rss - heapTotal - external) / 1024 / 1024;
};

/** How much the other threads have taken since; the system does not tell which of them. */
export function watchMemory(): { taken(): number } {
  const before = others();
  return { taken: () => others() - before };
}
