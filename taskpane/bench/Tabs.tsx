import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Mark } from '../../src/app/ports';
import { isOwnSheet } from '../../src/kernel/own-sheets';
import { forced } from '../ui/forced';

const useStyles = makeStyles({
  tabs: {
    display: 'flex',
    overflowX: 'auto',
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    scrollbarWidth: 'thin',
  },
  tab: {
    appearance: 'none',
    border: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    padding: '7px 12px',
    whiteSpace: 'nowrap',
    maxWidth: '150px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    flexShrink: 0,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    [forced]: { borderTop: '3px solid Highlight' },
  },
  own: { color: tokens.colorBrandForegroundLink },
  marked: { boxShadow: `inset 0 -2px 0 ${tokens.colorPaletteRedBorder2}`, [forced]: { borderBottom: '3px dashed CanvasText' } },
});

/** The sheets of the workbook, ours in another colour; a line under those with marks. */
export function Tabs({
  names,
  current,
  marks,
  show,
}: {
  names: readonly string[];
  current?: string;
  marks: readonly Mark[];
  show: (name: string) => void;
}) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const marked = new Set(marks.filter(({ kind }) => kind === 'error').map(({ at }) => at.sheet));
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' });
  }, [current]);
  // One stop of the Tab key; the arrows, Home and End go from sheet to sheet.
  const front = names.includes(current ?? '') ? current : names[0];
  const move = (event: React.KeyboardEvent): void => {
    const at = names.indexOf(front ?? '');
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: names.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + names.length) % names.length;
    show(names[next]!);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className={styles.tabs} ref={list} role="tablist" aria-label="工作表" onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === current}
          tabIndex={name === front ? 0 : -1}
          title={name}
          className={mergeClasses(
            styles.tab,
            isOwnSheet(name) && styles.own,
            marked.has(name) && styles.marked,
            name === current && styles.current,
          )}
          onClick={() => show(name)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
