import { useSyncExternalStore } from 'react';
import type { BookletPart } from '../../src/booklet/parts';

let current: readonly BookletPart[] | undefined;
const listeners = new Set<() => void>();

/** Asks which parts 整本 is to have; `leftOut` are those that were left out the last time. undefined = no more to ask. */
export function askParts(leftOut: readonly BookletPart[] | undefined): void {
  current = leftOut;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAskedParts = (): readonly BookletPart[] | undefined => useSyncExternalStore(subscribe, () => current);
