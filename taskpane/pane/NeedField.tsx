import { Checkbox, Field, Input, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Entry } from '../../src/supplements/supplements';
import { validate } from '../../src/supplements/validate';
import type { Need } from '../needs/needs';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';

const useLocal = makeStyles({
  drivers: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  label: { fontWeight: tokens.fontWeightRegular },
  number: { '> input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

const shown = (value: Entry['value'] | undefined): string =>
  value === undefined || typeof value === 'boolean' ? '' : typeof value === 'string' ? value : value.toFixed();

type Read = { readonly value: Entry['value'] | undefined } | { readonly wrong: string };

/** What a person typed, as the field takes it: the validator of the sheet and the JSON, with the pane's words around it. */
export function readField(field: Pick<Need['field'], 'type' | 'options' | 'negative'>, text: string): Read {
  const found = validate(field, text);
  if (found.state === 'bad') return { wrong: `${found.what}。` };
  return { value: found.state === 'value' ? found.value : undefined };
}

/** One field: what it is for, the change it must explain and what drives it; saved when left. */
export function NeedField({ need, onCommit }: { need: Need; onCommit?: (key: string) => void }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const { key, field, explains, offered } = need;
  // What is being typed; it gives way as soon as another value is stored.
  const [typed, setTyped] = useState<{ text: string; over: string }>();
  const stored = shown(need.value);
  const text = typed?.over === stored ? typed.text : stored;
  const setText = (next: string): void => setTyped({ text: next, over: stored });
  const [wrong, setWrong] = useState<string>();

  const commit = (next: string): void => {
    if (next === stored) return setWrong(undefined);
    const read = readField(field, next);
    if ('wrong' in read) return setWrong(read.wrong);
    setWrong(undefined);
    setText(next);
    onCommit?.(key);
    void session.enter(field.type === 'texts' ? listEntries(key, need, next) : [[key, read.value]]);
  };

  if (field.type === 'yesNo') {
    return (
      <div data-need={key}>
        <Checkbox
          label={field.label}
          checked={need.value === true}
          onChange={(_, { checked }) => void session.enter([[key, checked === true]])}
        />
        <div className={styles.small}>{field.hint}</div>
      </div>
    );
  }
  const hint = (
    <>
      {explains && (
        <span className={mergeClasses(styles.number, local.drivers)} style={{ whiteSpace: 'normal' }}>
          <span className={styles.strong}>{explains.text}</span>
          {explains.drivers.map(({ name, text: by }) => (
            <span key={name}>
              {name} {by}
            </span>
          ))}
        </span>
      )}
      {!explains && need.value === undefined && field.hint}
    </>
  );
  return (
    <div data-need={key}>
      <Field
        label={<span className={local.label}>{need.label}</span>}
        hint={hint}
        validationMessage={wrong ?? need.remark}
        validationState={wrong ? 'error' : need.remark ? 'warning' : 'none'}
      >
        {field.type === 'choice' ? (
          <Select value={text} onChange={(_, { value }) => commit(value)}>
            <option value="">请选择</option>
            {field.options?.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </Select>
        ) : field.type === 'amount' || field.type === 'count' ? (
          <Input
            className={local.number}
            value={text}
            inputMode="decimal"
            onChange={(_, { value }) => setText(value)}
            onBlur={() => commit(text)}
          />
        ) : (
          <Textarea
            rows={field.type === 'texts' ? 3 : 2}
            resize="vertical"
            value={text}
            onChange={(_, { value }) => setText(value)}
            onBlur={() => commit(text)}
          />
        )}
      </Field>
      {offered && text === '' && (
        <button type="button" className={styles.link} onClick={() => commit(offered)}>
          用上年的：{offered}
        </button>
      )}
    </div>
  );
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
