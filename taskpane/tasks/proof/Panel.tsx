import { isBookName } from '../../../src/kernel/book-names';
import { Button } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore, type DragEvent } from 'react';
import { Problems } from '../../pane/Problems';
import { usePane } from '../../ui/context';
import { useStyles } from '../../ui/styles';
import type { PanelProps } from '../registry';
import { ProofDesk } from './desk';
import { ListPage } from './ListPage';
import { LockPage } from './LockPage';
import { useLooks } from './looks';
import { TextPage } from './TextPage';

/** 校对: texts chosen here or the sheet 情况说明, one of them in view; and 数字锁定. */
export function Panel({ active }: PanelProps) {
  const styles = useStyles();
  const looks = useLooks();
  const { session, state: pane } = usePane();
  const [desk] = useState(() => new ProofDesk(session));
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const [page, setPage] = useState<'proof' | 'lock'>('proof');
  const shown = state.entries.find(({ id, report }) => id === state.shown && report);
  // Cells were edited since: what is in view follows once the hands are still.
  const behind = active && shown !== undefined && pane.work === undefined && desk.isBehind(shown);
  useEffect(() => {
    if (behind) void desk.again(shown.id);
  }, [behind, desk, shown?.id]);
  /** Texts that are dropped here are proofread; workbooks are left to the page. */
  const drop = (event: DragEvent): void => {
    const texts = [...event.dataTransfer.files].filter(({ name }) => !isBookName(name) && !/\.json$/i.test(name));
    if (texts.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setPage('proof');
    desk.show(undefined);
    void desk.take(texts);
  };
  return (
    <div className={styles.task} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div style={{ padding: '0 16px', flexShrink: 0 }}>
        <div className={looks.views} role="group" aria-label="校对的两种用法">
          <Button
            size="small"
            aria-pressed={page === 'proof'}
            appearance={page === 'proof' ? 'secondary' : 'subtle'}
            onClick={() => setPage('proof')}
          >
            校对文稿
          </Button>
          <Button
            size="small"
            aria-pressed={page === 'lock'}
            appearance={page === 'lock' ? 'secondary' : 'subtle'}
            onClick={() => setPage('lock')}
          >
            数字锁定
          </Button>
        </div>
        <Problems />
      </div>
      {page === 'lock' ? (
        <LockPage desk={desk} comparison={state.comparison} />
      ) : shown ? (
        <TextPage key={shown.id} desk={desk} entry={shown} active={active} back={() => desk.show(undefined)} />
      ) : (
        <ListPage desk={desk} state={state} />
      )}
    </div>
  );
}
