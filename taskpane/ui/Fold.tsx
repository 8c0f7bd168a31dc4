import { useId, useState, type ReactNode } from 'react';
import { mergeClasses } from '@fluentui/react-components';
import { useStyles } from './styles';

/** A line that opens and closes what stands under it: ▸ closed, ▾ open. */
export function Fold({
  label,
  name,
  children,
  open: initially = false,
  className,
}: {
  label: ReactNode;
  /** What tells it from others with the same label; heard, not seen. */
  name?: string;
  children: () => ReactNode;
  open?: boolean;
  className?: string;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(initially);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={mergeClasses(styles.link, styles.quietLink, className)}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">{open ? '▾ ' : '▸ '}</span>
        {label}
        {name && <span className={styles.unseen}>：{name}</span>}
      </button>
      <div id={id} hidden={!open}>
        {open && children()}
      </div>
    </>
  );
}
