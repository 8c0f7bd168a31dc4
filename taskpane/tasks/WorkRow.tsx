import { Button, ProgressBar, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useStyles } from '../ui/styles';
import type { TaskState } from './task-desk';

const useLocal = makeStyles({
  row: { position: 'relative', minHeight: '32px' },
  // On the upper edge of the footer, whose padding this takes back.
  bar: { position: 'absolute', top: '-13px', left: '-16px', right: '-16px', width: 'auto' },
  step: { overflowWrap: 'anywhere' },
});

/** The job under way, with a way to break it off. */
export function WorkRow({ work: { step, done, total }, cancel }: { work: NonNullable<TaskState['work']>; cancel: () => void }) {
  const styles = useStyles();
  const local = useLocal();
  return (
    <div className={mergeClasses(styles.row, local.row)}>
      <ProgressBar className={local.bar} thickness="medium" aria-label={step} value={total > 0 ? done / total : undefined} />
      <span className={mergeClasses(styles.grow, local.step)} aria-live="polite">
        {step}
        {total > 1 ? `（${done + 1}/${total}）` : '…'}
      </span>
      <Button onClick={cancel}>取消</Button>
    </div>
  );
}
