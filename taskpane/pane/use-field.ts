import { useState } from 'react';
import type { Entry } from '../../src/supplements/supplements';
import { validate } from '../../src/supplements/validate';
import type { Need } from '../needs/needs';
import { usePane } from '../ui/context';

const shown = (value: Entry['value'] | undefined): string =>
  value === undefined || typeof value === 'boolean' ? '' : typeof value === 'string' ? value : value.toFixed();

type Read = { readonly value: Entry['value'] | undefined } | { readonly wrong: string };

/** What a person typed, as the field takes it: the validator of the sheet and the JSON, with the pane's words around it. */
export function readField(field: Pick<Need['field'], 'type' | 'options' | 'negative'>, text: string): Read {
  const found = validate(field, text);
  if (found.state === 'bad') return { wrong: `${found.what}。` };
  return { value: found.state === 'value' ? found.value : undefined };
}

export interface FieldInput {
  readonly text: string;
  readonly setText: (next: string) => void;
  /** What is wrong with the text, in words. */
  readonly wrong?: string;
  /** Stores the text where it is another one and can be stored; tells whether it could. */
  readonly commit: (next: string) => Promise<boolean>;
  /** Back to what is stored. */
  readonly revert: () => void;
}

/** The typing into one field, wherever it is drawn: in the list, or within its sentence. */
export function useField(need: Need, onCommit?: (key: string) => void): FieldInput {
  const { session } = usePane();
  const { key, field } = need;
  // What is being typed; it gives way as soon as another value is stored.
  const [typed, setTyped] = useState<{ text: string; over: string }>();
  const [wrong, setWrong] = useState<string>();
  const stored = shown(need.value);
  const setText = (next: string): void => setTyped({ text: next, over: stored });
  return {
    text: typed?.over === stored ? typed.text : stored,
    setText,
    wrong,
    revert: () => {
      setTyped(undefined);
      setWrong(undefined);
    },
    async commit(next) {
      if (next === stored) {
        setWrong(undefined);
        return true;
      }
      const read = readField(field, next);
      if ('wrong' in read) {
        setWrong(read.wrong);
        return false;
      }
      setWrong(undefined);
      setText(next);
      onCommit?.(key);
      await session.enter(field.type === 'texts' ? listEntries(key, need, next) : [[key, read.value]]);
      return true;
    },
  };
}

/** One name a line becomes `performance.projects.1`, `.2` …; what stood there before goes. */
function listEntries(key: string, need: Need, text: string): readonly (readonly [string, Entry['value'] | undefined])[] {
  const names = text
    .split(/\n/)
    .map((name) => name.trim())
    .filter(Boolean);
  const before = typeof need.value === 'string' ? need.value.split('\n').length : 0;
  return Array.from({ length: Math.max(names.length, before) }, (_, index) => [`${key}.${index + 1}`, names[index]] as const);
}
