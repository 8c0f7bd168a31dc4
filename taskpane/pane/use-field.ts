import { useEffect, useState, type KeyboardEvent } from 'react';
import type { Entry } from '../../src/supplements/supplements';
import type { Need } from '../needs/needs';
import { usePane } from '../ui/context';
import { entriesOf, type Entries } from './entries';
import { forgetTyping, leftTyping, noteTyping } from './typing';

const shown = (value: Entry['value'] | undefined): string =>
  value === undefined || typeof value === 'boolean' ? '' : typeof value === 'string' ? value : value.toFixed();

interface FieldInput {
  readonly text: string;
  readonly setText: (next: string) => void;
  /** What is wrong with the text, in words. */
  readonly wrong?: string;
  /** Stores the text where it is another one and can be stored; tells whether it could. */
  readonly commit: (next: string) => Promise<boolean>;
  /** Back to what is stored. */
  readonly revert: () => void;
  /** Ctrl+Z beyond what the field itself takes back: the value stored before. True where it has. */
  readonly undo: (event: KeyboardEvent) => boolean;
}

/** What was stored before each entry, which may have been of several fields, by session; the latest last. */
const earlier = new WeakMap<object, Entries[]>();

/** Takes back the last entry that this field had a part in: what was stored before it in all its fields. */
function lastOf(session: object, key: string): Entries | undefined {
  const all = earlier.get(session) ?? [];
  const at = all.map((entries) => entries.some(([one]) => one === key)).lastIndexOf(true);
  return at < 0 ? undefined : all.splice(at, 1)[0];
}

/** The typing into one field, wherever it is drawn: in the list, or within its sentence. */
export function useField(need: Need, onCommit?: (key: string) => void): FieldInput {
  const { session, state } = usePane();
  const { key } = need;
  // What is being typed; it gives way as soon as another value is stored.
  const stored = shown(need.value);
  const [typed, setTyped] = useState(() => {
    const text = leftTyping(state.checked?.workbook.file, key);
    return text === undefined ? undefined : { text, over: stored };
  });
  const [wrong, setWrong] = useState<string>();
  const setText = (next: string): void => {
    if (next === stored) forgetTyping(key);
    else noteTyping(key, next);
    setTyped({ text: next, over: stored });
  };
  useEffect(() => {
    if (typed) noteTyping(key, typed.text);
    return () => forgetTyping(key);
    // Only what was left by the page before is there when the field appears.
  }, [key]);
  const text = typed?.over === stored ? typed.text : stored;
  const commit = async (next: string): Promise<boolean> => {
    if (next === stored) {
      setWrong(undefined);
      return true;
    }
    const read = entriesOf(need, next);
    if ('wrong' in read) {
      setWrong(read.wrong);
      return false;
    }
    setWrong(undefined);
    setText(next);
    onCommit?.(key);
    const before: Entries = read.entries.map(([one]) => [one, state.checked?.supplements.entries.get(one)?.value]);
    earlier.set(session, [...(earlier.get(session) ?? []), before]);
    await session.enter(read.entries, read.told);
    forgetTyping(key);
    return true;
  };
  return {
    text,
    setText,
    wrong,
    commit,
    revert: () => {
      forgetTyping(key);
      setTyped(undefined);
      setWrong(undefined);
    },
    undo: (event) => {
      const wanted = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const last = wanted && text === stored ? lastOf(session, key) : undefined;
      if (last === undefined) return false;
      event.preventDefault();
      setTyped(undefined);
      onCommit?.(key);
      void session.enter(last);
      return true;
    },
  };
}
