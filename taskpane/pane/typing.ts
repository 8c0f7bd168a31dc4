import { Handover } from '../session/handover';

type Texts = readonly (readonly [key: string, text: string])[];

const handover = new Handover<Texts>('juesuan.typed', 'localStorage');

/** Of which workbook some of them are kept already, for the page was hidden. */
let keptOf: string | undefined;

/** Texts of fields that are not stored yet, by key: closing the page would lose them. */
const typing = new Map<string, string>();
/** What the page before has left of them, taken when a field of the workbook asks for the first time. */
let left: { readonly file: string; readonly texts: Texts } | undefined;

export const isTypingInField = (): boolean => typing.size > 0;
export const noteTyping = (key: string, text: string): void => void typing.set(key, text);

/** Stored, given up, or the field is gone: what the page before has left for it is used up as well. */
export function forgetTyping(key: string): void {
  typing.delete(key);
  if (keptOf !== undefined && typing.size === 0) {
    handover.forget(keptOf);
    keptOf = undefined;
  }
  if (left) left = { ...left, texts: left.texts.filter(([one]) => one !== key) };
}

/** The page goes or is hidden, perhaps for good: what is being typed is kept for the one that follows. Nothing is kept where nothing is typed. */
export function keepTyping(file: string): void {
  if (typing.size > 0) handover.keep(file, [...typing]);
  keptOf = typing.size > 0 ? file : undefined;
}

/** At the start of a page: nothing has been taken yet of what the one before it has kept. */
export function takeTyping(): void {
  left = undefined;
}

/** All that was being typed into this workbook when the page before went. */
export function textsLeft(file: string): Texts {
  if (left?.file !== file) left = { file, texts: handover.take(file) ?? [] };
  return left.texts;
}

/** What was being typed into this field of this workbook when the page before went. */
export const leftTyping = (file: string | undefined, key: string): string | undefined =>
  file === undefined ? undefined : textsLeft(file).find(([one]) => one === key)?.[1];
