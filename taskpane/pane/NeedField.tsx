import { Input, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Need } from '../needs/needs';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';
import { useField } from './use-field';

const useLocal = makeStyles({
  drivers: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  yesNo: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  odd: { color: tokens.colorPaletteDarkOrangeForeground1 },
  number: { '> input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
});

interface Props {
  readonly need: Need;
  readonly onCommit?: (key: string) => void;
  /** One of many alike: what all of them ask for is said once, above them. */
  readonly listed?: boolean;
}

/** One field: what it is for, the change it must explain and what drives it; saved when left. */
export function NeedField({ need, onCommit, listed = false }: Props) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const { key, field, explains, ready } = need;
  const { text, setText, wrong, commit, revert, undo } = useField(need, onCommit);
  const id = useId();

  if (field.type === 'yesNo') {
    return (
      <div data-need={key}>
        <label className={local.yesNo}>
          <input type="checkbox" checked={need.value === true} onChange={({ target }) => void session.enter([[key, target.checked]])} />
          {field.label}
        </label>
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
      {!explains && !listed && need.value === undefined && field.hint}
    </>
  );
  const said = wrong ?? need.remark;
  const props = {
    id,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': wrong !== undefined,
    value: text,
    onBlur: () => void commit(text),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (!undo(event) && event.key === 'Escape') revert();
    },
  };
  return (
    <div data-need={key}>
      <div className={local.field}>
        <label htmlFor={id}>{need.label}</label>
        {field.type === 'choice' ? (
          <Select id={id} aria-describedby={`${id}-hint`} value={text} onChange={(_, { value }) => void commit(value)}>
            <option value="">请选择</option>
            {field.options?.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </Select>
        ) : field.type === 'amount' || field.type === 'count' ? (
          <Input {...props} className={local.number} inputMode="decimal" onChange={(_, { value }) => setText(value)} />
        ) : (
          <Textarea {...props} rows={field.type === 'texts' ? 3 : 2} resize="vertical" onChange={(_, { value }) => setText(value)} />
        )}
        {said && (
          <div role={wrong ? 'alert' : undefined} className={mergeClasses(styles.small, wrong ? local.wrong : local.odd)}>
            {said}
          </div>
        )}
        <div id={`${id}-hint`} className={styles.small}>
          {hint}
        </div>
      </div>
      {text === '' &&
        ready.map((one) => (
          <button key={one.label} type="button" className={styles.link} onClick={() => void commit(one.text)}>
            {one.label}
          </button>
        ))}
    </div>
  );
}
