import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { tasks, type Loaders, type TaskId } from './registry';
import { forced } from '../ui/forced';

export type Front = 'report' | TaskId;

const useStyles = makeStyles({
  tabs: {
    display: 'flex',
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    padding: '6px 8px',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    borderBottom: '2px solid transparent',
    // What is transparent is drawn there.
    [forced]: { borderBottomColor: 'Canvas' },
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  front: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    [forced]: { borderBottomColor: 'Highlight' },
  },
});

/** One stop of the Tab key; the arrows, Home and End go from task to task. */
export function TaskTabs({ offered, front, show }: { offered: Loaders; front: Front; show: (front: Front) => void }) {
  const styles = useStyles();
  const all: readonly { readonly id: Front; readonly title: string }[] = [
    { id: 'report', title: '说明' },
    ...tasks.filter(({ id }) => offered[id]),
  ];
  if (all.length === 1) return null;
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = all.findIndex(({ id }) => id === front);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length]!;
    show(next.id);
    event.currentTarget.querySelector<HTMLElement>(`#task-${next.id}`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label="任务" onKeyDown={move}>
      {all.map(({ id, title }) => (
        <button
          key={id}
          id={`task-${id}`}
          type="button"
          role="tab"
          aria-selected={id === front}
          aria-controls={id === front ? `panel-${id}` : undefined}
          tabIndex={id === front ? 0 : -1}
          className={mergeClasses(styles.tab, id === front && styles.front)}
          onClick={() => show(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
