import { useSyncExternalStore } from 'react';

/** A file that is ready and waits for the click that saves it: a pane may save only in answer to a click. */
export interface Offer {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
  /** The same words for the clipboard, where the pane cannot save at all. */
  readonly words: string;
  /** What to know of it. */
  readonly note?: string;
}

let current: Offer | undefined;
const listeners = new Set<() => void>();

export function offer(next: Offer | undefined): void {
  current = next;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOffer = (): Offer | undefined => useSyncExternalStore(subscribe, () => current);
