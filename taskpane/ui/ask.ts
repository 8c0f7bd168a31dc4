import { useSyncExternalStore } from 'react';

interface Choice {
  readonly id: string;
  readonly label: string;
}
/** A question that has to be answered before it goes on. */
export interface Question {
  readonly title: string;
  readonly words: string;
  readonly choices: readonly Choice[];
  /** What Esc answers. */
  readonly escape: string;
  readonly answer: (id: string) => void;
}

let current: Question | undefined;
const listeners = new Set<() => void>();
const set = (next: Question | undefined): void => {
  current = next;
  listeners.forEach((listener) => listener());
};

/** Asks and waits; a question that is still open is answered as Esc would. Resolves with the id of the choice. */
export function ask(question: Omit<Question, 'answer'>): Promise<string> {
  current?.answer(current.escape);
  return new Promise((resolve) => {
    set({
      ...question,
      answer: (id) => {
        set(undefined);
        resolve(id);
      },
    });
  });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useQuestion = (): Question | undefined => useSyncExternalStore(subscribe, () => current);
