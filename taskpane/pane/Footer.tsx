import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { readinessShown, textShown } from '../needs/shown';
import { ownSheets } from '../../src/kernel/own-sheets';
import { ActionMenu } from '../ui/ActionMenu';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';
import type { PaneState, Work } from '../session/state';
import { useEffect, useRef, useState } from 'react';
import { OfferBar } from './OfferBar';
import { useSaves } from './saves';
import { forced } from '../ui/forced';

const useLocal = makeStyles({
  footer: { position: 'relative' },
  bar: { position: 'absolute', top: '-1px', left: 0, right: 0, height: '3px', backgroundColor: tokens.colorNeutralBackground6 },
  done: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    [forced]: { backgroundColor: 'Highlight' },
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', minHeight: '32px' },
  step: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Broken between its phrases only.
  primary: { flex: 1, minWidth: 0, wordBreak: 'keep-all' },
});

/** What the one primary button will do, in full. A word and its count stay on one line. */
function generateLabel(state: PaneState): string {
  const word = state.hasReport ? '重新生成说明' : '生成说明';
  const { checked, draft, kept } = state;
  if (!checked || !draft) return word;
  const { causes, forms, blanks } = readinessShown(textShown(draft, kept), checked);
  const open = [
    ...(causes.length > 0 ? [`不平\u00a0${causes.length}`] : []),
    ...(forms.length > 0 ? [`缺表\u00a0${forms.length}`] : []),
    ...(blanks.length > 0 ? [`待填\u00a0${blanks.length}`] : []),
  ];
  return open.length > 0 ? `${word}（还有${open.join('、')}，可先生成）` : word;
}

/** Jobs shorter than this show nothing: a bar that only flashes says nothing. */
const patience = 300;

function useLasting(work: Work | undefined): Work | undefined {
  const [lasting, setLasting] = useState<Work['what']>();
  const what = work?.what;
  useEffect(() => {
    if (!what) return undefined;
    const timer = setTimeout(() => setLasting(what), patience);
    return () => {
      clearTimeout(timer);
      setLasting(undefined);
    };
  }, [what]);
  return lasting ? work : undefined;
}

export function Footer() {
  const styles = useStyles();
  const local = useLocal();
  const { state, session } = usePane();
  const work = useLasting(state.work);
  const primary = useRef<HTMLButtonElement>(null);
  const long = work && (work.what === 'reading' || work.what === 'writing');
  if (!long && state.phase !== 'ready') return null;
  const value = work && work.total > 0 ? work.done / work.total : undefined;
  return (
    <footer className={mergeClasses(styles.footer, local.footer)}>
      <OfferBar />
      {work && (
        <div className={local.bar} role="progressbar" aria-label={work.step} aria-valuenow={value && Math.round(value * 100)}>
          <div className={local.done} style={{ width: `${Math.round((value ?? 0.1) * 100)}%` }} />
        </div>
      )}
      {long ? (
        <Busy work={work} afterwards={() => primary.current?.focus()} />
      ) : (
        <div className={local.buttons}>
          <Button
            ref={primary}
            appearance="primary"
            className={local.primary}
            disabled={state.outdated}
            onClick={() => void session.generate()}
          >
            {state.outdated ? '正在等您改完…' : generateLabel(state)}
          </Button>
          <More />
        </div>
      )}
    </footer>
  );
}

/** A long job, in the place of the button that began it. The focus that stood on the button comes back `afterwards`. */
function Busy({ work: { step, done, total, cancellable }, afterwards }: { work: Work; afterwards: () => void }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const [held] = useState(() => Boolean(document.activeElement?.closest('footer')));
  const back = useRef(afterwards);
  useEffect(
    () => () => {
      // Not with the drawing of what was done: to take the focus the page is laid out once more.
      if (held) setTimeout(() => document.activeElement === document.body && back.current());
    },
    [held],
  );
  return (
    <div className={local.buttons}>
      <span className={mergeClasses(styles.grow, local.step)} aria-live="polite">
        {step}
        {total > 0 ? `（${done}/${total}）` : '…'}
      </span>
      {cancellable && <Button onClick={session.cancel}>取消</Button>}
    </div>
  );
}

/** Saving what there is, the finished text first; marks and, once there is a report, opening it. */
function More() {
  const { state, session } = usePane();
  const saves = useSaves();
  return (
    <ActionMenu
      label="更多"
      name="更多：打开、保存和清除"
      actions={[
        ...saves,
        ...(state.hasReport ? Object.values(ownSheets) : []).map((name) => ({
          label: `打开“${name}”表`,
          run: () => void session.openSheet(name),
        })),
        { label: '重新核对', run: () => void session.recheck() },
        { label: state.marked ? '更新表中的标记' : '在表中标出问题', run: () => void session.showMarks() },
        { label: '清除表中的标记', run: () => void session.clearMarks() },
      ]}
    />
  );
}
