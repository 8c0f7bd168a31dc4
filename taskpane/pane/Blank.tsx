import { Button, Input, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formName } from '../../src/layouts/keys';
import type { Need } from '../needs/needs';
import { usePane } from '../ui/context';
import { useReport } from '../ui/report-context';
import { useStyles } from '../ui/styles';
import { allAtOnce } from './entries';
import { useField } from './use-field';

const useLocal = makeStyles({
  wide: { display: 'block', margin: `${tokens.spacingVerticalXXS} 0` },
  short: { display: 'inline-block', verticalAlign: 'middle', margin: '0 2px' },
  /** The field and the punctuation behind it stay on one line. */
  field: { display: 'flex', alignItems: 'flex-end', '> span': { flex: '1 1 auto', minWidth: 0 } },
  shortField: { '> span': { flex: '0 0 auto', width: '150px' } },
  /** Room for all 车型 in one line, and for a name that is longer than most. */
  lineField: { '> span': { width: '220px' } },
  number: { '> input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXXS, lineHeight: '1.4' },
  chip: { minWidth: 0, maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  words: { backgroundColor: tokens.colorPaletteYellowBackground2, borderRadius: tokens.borderRadiusSmall, padding: '0 2px' },
  once: { display: 'block' },
  wrong: { color: tokens.colorPaletteRedForeground1, display: 'block' },
});

/** Words a person has given for other changes, the latest first: 同上. */
const given = (fields: readonly Need[], key: string): readonly string[] => [
  ...new Set(
    fields
      .filter((need) => need.key !== key && need.key.startsWith('reasons.'))
      .flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
      .reverse(),
  ),
];
const fewGiven = 2;
/** Characters that a short field shows. */
const shortName = 11;

/** A blank within its sentence: an input where a person can fill it, the way to the form where the form must be filled. */
export function Blank({ blankKey, ask, stop }: { blankKey: string; ask: string; stop: string }) {
  const local = useLocal();
  const styles = useStyles();
  const { state, session } = usePane();
  const { needs } = useReport();
  const all = [...needs.fields, ...needs.lastYear, ...needs.budgets];
  const own = all.filter(({ key }) => key === blankKey);
  const wanted = own.length > 0 ? own : all.filter(({ key, value }) => key.startsWith(`${blankKey}.`) && value === undefined);
  if (wanted.length > 0) {
    return (
      <>
        {wanted.map((need, index) => (
          <InlineField
            key={need.key}
            need={need}
            ask={own.length > 0 ? ask : need.label}
            stop={index === wanted.length - 1 ? stop : ''}
            first={index === 0}
          />
        ))}
      </>
    );
  }
  const form = blankKey.startsWith('form.') ? blankKey.split('.')[1] : undefined;
  const sheet =
    form && state.checked!.report.tables.find(({ id, role, status }) => id === form && role === '本年' && status === 'read')?.sheet;
  return (
    <span data-blank={blankKey}>
      <span className={local.words}>【待补充：{ask}】</span>
      {stop}
      {sheet && (
        <button
          type="button"
          className={mergeClasses(styles.link, styles.small)}
          onClick={() => void session.goTo({ book: state.checked!.years.now.book, sheet, a1: 'A1' })}
        >
          到{formName(form)}填写
        </button>
      )}
    </span>
  );
}

function InlineField({ need, ask, stop, first }: { need: Need; ask: string; stop: string; first: boolean }) {
  const local = useLocal();
  const styles = useStyles();
  const { needs, after } = useReport();
  const { field, key, explains, ready } = need;
  const { text, setText, wrong, commit, revert, undo } = useField(need);
  const isText = field.type === 'text' || field.type === 'texts';
  const keys = (event: React.KeyboardEvent): void => {
    if (undo(event)) return;
    if (event.key === 'Escape') return revert();
    if (event.key !== 'Enter' || event.shiftKey || field.type === 'texts' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const go = after(key);
    void commit(text).then((stored) => stored && text.trim() !== '' && go());
  };
  const others = field.type === 'text' && key.startsWith('reasons.') ? given(needs.fields, key).slice(0, fewGiven) : [];
  const several = allAtOnce(need);
  const once = text === '' && (first || isText) ? several : undefined;
  const props = { 'aria-label': ask, placeholder: ask, value: text, onKeyDown: keys, onBlur: () => void commit(text) };
  return (
    <span className={isText ? local.wide : local.short} data-blank={key}>
      <span
        className={mergeClasses(
          local.field,
          !isText && local.shortField,
          !isText && (several || ask.length > shortName) && local.lineField,
        )}
      >
        {field.type === 'choice' || field.type === 'yesNo' ? (
          <Select size="small" aria-label={ask} value={text} onChange={(_, { value }) => void commit(value)}>
            <option value="">{ask}</option>
            {(field.options ?? ['是', '否']).map((option) => (
              <option key={option}>{option}</option>
            ))}
          </Select>
        ) : isText ? (
          <Textarea
            {...props}
            size="small"
            rows={field.type === 'texts' ? 3 : 2}
            resize="vertical"
            onChange={(_, { value }) => setText(value)}
          />
        ) : (
          <Input {...props} size="small" className={local.number} inputMode="decimal" onChange={(_, { value }) => setText(value)} />
        )}
        {stop}
      </span>
      {wrong && (
        <span role="alert" className={mergeClasses(styles.small, local.wrong)}>
          {wrong}
        </span>
      )}
      {once && <span className={mergeClasses(styles.small, local.once)}>{once}</span>}
      {(explains || others.length > 0 || ready.length > 0) && (
        <span className={mergeClasses(styles.small, local.chips)}>
          {explains && <span className={styles.number}>{explains.text}：</span>}
          {explains?.drivers.map(({ name, text: by, words }) => (
            <Chip key={name} label={`${name} ${by}`} take={() => void commit(joined(text, words))} />
          ))}
          {others.map((words) => (
            <Chip key={words} label={`同上：${words}`} take={() => void commit(words)} />
          ))}
          {ready
            .filter((one) => !others.includes(one.text))
            .map((one) => (
              <Chip key={one.label} label={one.label} take={() => void commit(one.text)} />
            ))}
        </span>
      )}
    </span>
  );
}

/** Words behind those that stand there already. */
const joined = (text: string, words: string): string =>
  text.trim() === '' ? words : `${text.trim().replace(/[，。；、]$/, '')}，${words}`;

function Chip({ label, take }: { label: string; take: () => void }) {
  const local = useLocal();
  return (
    // The field is left by the click: it must not be stored before the chip is taken.
    <Button size="small" className={local.chip} title={label} onMouseDown={(event) => event.preventDefault()} onClick={take}>
      {label}
    </Button>
  );
}
