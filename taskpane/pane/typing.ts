import { Handover, isOf, type Kept } from '../session/handover';

type Texts = readonly (readonly [key: string, text: string])[];

const handover = new Handover<Texts>('juesuan.typed', 'localStorage');

/** Some of them are kept already, for the page was hidden. */
let isKept = false;

/** Texts of fields that are not stored yet, by key: closing the page would lose them. */
const typing = new Map<string, string>();
/** What the page before has left of them. */
let left: Kept<Texts> | undefined;

export const isTypingInField = (): boolean => typing.size > 0;
export const noteTyping = (key: string, text: string): void => void typing.set(key, text);

/** Stored, given up, or the field is gone: what the page before has left for it is used up as well. */
export function forgetTyping(key: string): void {
  typing.delete(key);
  if (isKept && typing.size === 0) {
    isKept = false;
    handover.forget();
  }
  if (left) left = { ...left, value: left.value.filter(([one]) => one !== key) };
}

/** The page goes or is hidden, perhaps for good: what is being typed is kept for the one that follows. Nothing is kept where nothing is typed. */
export function keepTyping(file: string): void {
  if (typing.size > 0) handover.keep(file, [...typing]);
  isKept = typing.size > 0;
}

/** At the start of a page: what the one before it has kept. */
export function takeTyping(): void {
  left = handover.take();
}

/** All that was being typed into this workbook when the page before went. */
export const textsLeft = (file: string): Texts => (isOf(file, left) ? left!.value : []);

/** What was being typed into this field of this workbook when the page before went. */
export const leftTyping = (file: string | undefined, key: string): string | undefined =>
  isOf(file, left) ? left!.value.find(([one]) => one === key)?.[1] : undefined;
