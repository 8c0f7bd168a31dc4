const KEY = 'juesuan.typed';
/** A page that takes the place of another one is there within seconds; what is older is not of that moment. */
const fresh = 60_000;

/** Texts of fields that are not stored yet, by key: closing the page would lose them. */
const typing = new Map<string, string>();
export const isTypingInField = (): boolean => typing.size > 0;
export const isTyped = (key: string, text: string): void => void typing.set(key, text);

interface Left {
  readonly file: string;
  readonly at: number;
  readonly texts: readonly (readonly [string, string])[];
}

/** The page is about to go: what is being typed is kept for the one that follows in the same pane. */
export function keepTyping(file: string): void {
  if (typing.size === 0) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ file, at: Date.now(), texts: [...typing] } satisfies Left));
  } catch {
    // Storage may be refused: then only what has been stored stays.
  }
}

let left: Left | undefined;

/** Stored, given up, or the field is gone: what the page before has left for it is used up as well. */
export function isStored(key: string): void {
  typing.delete(key);
  if (left) left = { ...left, texts: left.texts.filter(([one]) => one !== key) };
}

/** At the start of a page: what the one before it has kept. */
export function takeTyping(): void {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    left = text === null ? undefined : (JSON.parse(text) as Left);
  } catch {
    left = undefined;
  }
}

/** What was being typed into this field of this workbook when the page before went. */
export function leftTyping(file: string | undefined, key: string): string | undefined {
  if (left?.file !== file || Date.now() - (left?.at ?? 0) > fresh) return undefined;
  return left?.texts.find(([one]) => one === key)?.[1];
}
