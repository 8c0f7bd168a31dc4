import { Button, ProgressBar } from '@fluentui/react-components';
import { useStyles } from '../ui/styles';
import type { TaskState } from './task-desk';

/** The job under way, with a way to break it off. */
export function WorkRow({ work, cancel }: { work: NonNullable<TaskState['work']>; cancel: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <ProgressBar aria-label={work.step} value={work.total > 0 ? work.done / work.total : undefined} />
      <span className={styles.grow} aria-live="polite">
        {work.step}…
      </span>
      <Button onClick={cancel}>取消</Button>
    </div>
  );
}
