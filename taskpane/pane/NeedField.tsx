import { Checkbox, Field, Input, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Need } from '../needs/needs';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';
import { useField } from './use-field';

const useLocal = makeStyles({
  drivers: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  label: { fontWeight: tokens.fontWeightRegular },
  number: { '> input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

/** One field: what it is for, the change it must explain and what drives it; saved when left. */
export function NeedField({ need, onCommit }: { need: Need; onCommit?: (key: string) => void }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const { key, field, explains, offered } = need;
  const { text, setText, wrong, commit } = useField(need, onCommit);

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
          <Select value={text} onChange={(_, { value }) => void commit(value)}>
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
            onBlur={() => void commit(text)}
          />
        ) : (
          <Textarea
            rows={field.type === 'texts' ? 3 : 2}
            resize="vertical"
            value={text}
            onChange={(_, { value }) => setText(value)}
            onBlur={() => void commit(text)}
          />
        )}
      </Field>
      {offered && text === '' && (
        <button type="button" className={styles.link} onClick={() => void commit(offered)}>
          用上年的：{offered}
        </button>
      )}
    </div>
  );
}
