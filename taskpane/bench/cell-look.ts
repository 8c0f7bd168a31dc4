import { makeStyles } from '@fluentui/react-components';
import { rowHeight } from './measure';

/** A cell as the sheet shows it, wherever it is drawn: in its place, or once more over what is scrolled away. */
export const useCellLook = makeStyles({
  cell: {
    position: 'absolute',
    boxSizing: 'border-box',
    height: `${rowHeight}px`,
    lineHeight: `${rowHeight - 1}px`,
    padding: '0 6px',
    whiteSpace: 'pre',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  number: { textAlign: 'right' },
});
