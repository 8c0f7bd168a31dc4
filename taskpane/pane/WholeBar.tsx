import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { bookletParts, type BookletPart } from '../../src/booklet/parts';
import { usePane } from '../ui/context';
import { useFocusBack } from '../ui/focus-back';
import { useStyles } from '../ui/styles';
import { askParts, useAskedParts } from './parts-asked';
import { useWhole } from './saves';

const useLocal = makeStyles({
  group: {
    border: 'none',
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalS}`,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  part: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minHeight: '24px' },
});

/** 生成整本: which of the five parts it is to have. What is chosen stays chosen. */
export function WholeBar() {
  const asked = useAskedParts();
  return asked ? <Choice leftOut={asked} /> : null;
}

function Choice({ leftOut }: { readonly leftOut: readonly BookletPart[] }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const make = useWhole();
  const [left, setLeft] = useState(leftOut);
  useFocusBack();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const close = (): void => askParts(undefined);
  return (
    <div role="group" aria-label="生成整本" className={styles.drawer} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <fieldset className={local.group}>
        <legend>整本包括</legend>
        {bookletParts.map((part, i) => (
          <label key={part} className={local.part}>
            <input
              ref={i === 0 ? first : undefined}
              type="checkbox"
              checked={!left.includes(part)}
              onChange={({ target }) => setLeft(target.checked ? left.filter((one) => one !== part) : [...left, part])}
            />
            {part}
          </label>
        ))}
      </fieldset>
      <div className={styles.row} style={{ paddingBottom: '8px' }}>
        <Button
          appearance="primary"
          size="small"
          disabled={left.length === bookletParts.length}
          onClick={() => {
            close();
            void session.attempt('生成整本', () => make(left));
          }}
        >
          生成
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
      </div>
    </div>
  );
}
