/**
 * In the 离线工作台 one script serves the page and its worker, so that it is one file that opens by a double click: a page
 * loaded from disk may start a worker only from a Blob of text that it already has. Beside the pane lies a script of its own.
 */
export const inWorker = typeof document === 'undefined';

const script = inWorker ? null : (document.currentScript as HTMLScriptElement | null);

export function startWorker(): Worker {
  if (script?.src) return new Worker(script.src.replace(/taskpane\.js/, 'taskpane-worker.js'));
  const url = URL.createObjectURL(new Blob([script?.textContent ?? ''], { type: 'text/javascript' }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}
