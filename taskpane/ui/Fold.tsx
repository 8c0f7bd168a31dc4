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
  /** What the button is called where several bear the same label. */
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
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">{open ? '▾ ' : '▸ '}</span>
        {label}
      </button>
      <div id={id} hidden={!open}>
        {open && children()}
      </div>
    </>
  );
}
