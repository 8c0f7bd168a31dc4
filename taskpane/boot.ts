/**
 * In the 离线工作台 one script serves the page and its worker, so that it is one file that opens by a double click: a page
 * loaded from disk may start a worker only from a Blob of text that it already has. Beside the pane lies a script of its own.
 */
export const inWorker = typeof document === 'undefined';

const script = inWorker ? null : (document.currentScript as HTMLScriptElement | null);

/** The script as the worker takes it, packed piece by piece: in one go it holds the page up. */
const packed: Blob[] = [];
let left = script?.src ? '' : (script?.textContent ?? '');
const PIECE = 400_000;

function packOne(): void {
  // Not between the two halves of a character.
  const end = /[\ud800-\udbff]/.test(left[PIECE - 1] ?? '') ? PIECE - 1 : PIECE;
  packed.push(new Blob([left.slice(0, end)]));
  left = left.slice(end);
}

/** Call once the page stands: the first file then opens without the page waiting for its worker. */
export async function prepareWorker(): Promise<void> {
  while (left !== '') {
    packOne();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

export function startWorker(): Worker {
  if (script?.src) return new Worker(script.src.replace(/taskpane\.js/, 'taskpane-worker.js'));
  while (left !== '') packOne();
  const url = URL.createObjectURL(new Blob(packed, { type: 'text/javascript' }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}
