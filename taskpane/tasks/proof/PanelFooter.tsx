import { Button, ProgressBar, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { OfferBar } from '../../pane/OfferBar';
import { usePane } from '../../ui/context';
import { useStyles } from '../../ui/styles';
import { useLooks } from './looks';

/** The buttons of a page; while a job is under way its step, with a way to break it off. */
export function PanelFooter({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const looks = useLooks();
  const { state, session } = usePane();
  const { work } = state;
  return (
    <footer className={mergeClasses(styles.footer, looks.footer)}>
      <OfferBar />
      {work && (
        <ProgressBar
          className={looks.bar}
          thickness="medium"
          aria-label={work.step}
          value={work.total > 0 ? work.done / work.total : undefined}
        />
      )}
      <div className={styles.row}>
        {work?.cancellable ? (
          <>
            <span className={mergeClasses(styles.grow, looks.name)} aria-live="polite">
              {work.step}
              {work.total > 0 ? `（${work.done}/${work.total}）` : '…'}
            </span>
            <Button onClick={session.cancel}>取消</Button>
          </>
        ) : (
          children
        )}
      </div>
    </footer>
  );
}
