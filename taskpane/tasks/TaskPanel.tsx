import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ComponentType } from 'react';
import { useStyles as useShared } from '../ui/styles';
import { tasks, type PanelModule, type PanelProps, type TaskId } from './registry';

const useStyles = makeStyles({
  panel: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  // An author's display outdoes the attribute.
  hidden: { display: 'none' },
  wait: {
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    alignItems: 'flex-start',
  },
});

/** The place of one task: fetched when first shown, kept as it was left. */
export function TaskPanel({ id, load, ...props }: PanelProps & { id: TaskId; load: () => Promise<PanelModule> }) {
  const { active } = props;
  const shared = useShared();
  const styles = useStyles();
  const [Panel, setPanel] = useState<ComponentType<PanelProps>>();
  const [attempt, setAttempt] = useState(1);
  const [failed, setFailed] = useState(0);
  useEffect(() => {
    load().then(
      (module) => setPanel(() => module.Panel),
      () => setFailed(attempt),
    );
  }, [load, attempt]);
  return (
    <div
      id={`panel-${id}`}
      role="tabpanel"
      aria-labelledby={`task-${id}`}
      className={active ? styles.panel : styles.hidden}
      hidden={!active}
    >
      <h1 className={shared.unseen}>{tasks.find((task) => task.id === id)!.title}</h1>
      {Panel ? (
        <Panel {...props} />
      ) : (
        <div className={styles.wait}>
          {failed === attempt ? (
            <>
              <span role="alert">这一部分没有取到。请检查提供本加载项的服务器是否可用，再试一次。</span>
              <Button onClick={() => setAttempt(attempt + 1)}>重试</Button>
            </>
          ) : (
            <Spinner size="tiny" label="正在打开…" />
          )}
        </div>
      )}
    </div>
  );
}
