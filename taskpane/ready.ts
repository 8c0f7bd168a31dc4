/** Office may never answer (office-js 6040): so long it is waited for, and so often the page is loaded anew by itself. */
export const patience = 5000;
const most = 2;
const KEY = 'juesuan.reloads';

/** Storage may be refused; then nothing is counted, and nothing reloads by itself. */
function reloads(): number {
  try {
    return Number(sessionStorage.getItem(KEY) ?? 0);
  } catch {
    return most;
  }
}
function count(value: number): void {
  try {
    if (value === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, String(value));
  } catch {
    // Nothing to do.
  }
}

/** Loads the page anew, and starts to count afresh. */
export function again(): void {
  count(0);
  location.reload();
}

/**
 * Waits for Office. After five seconds of silence the page is loaded anew, twice at most; then `silent` is called, and it
 * is waited on all the same: an answer that comes late still counts. `mute` is called before office.js would report that it
 * has found no host.
 */
export async function whenReady<Info>(ready: () => Promise<Info>, silent: () => void, mute: () => void): Promise<Info> {
  const quiet = setTimeout(mute, patience / 3);
  const timer = setTimeout(() => {
    const done = reloads();
    if (done >= most) return silent();
    count(done + 1);
    location.reload();
  }, patience);
  const info = await ready();
  clearTimeout(timer);
  clearTimeout(quiet);
  count(0);
  return info;
}
