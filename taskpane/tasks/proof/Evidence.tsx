import { mergeClasses } from '@fluentui/react-components';
import type { CellRef } from '../../../src/kernel/workbook';
import { evidenceOf } from '../../../src/proof/evidence';
import type { ProofReport } from '../../../src/proof/proof';
import { isHere } from '../../session/uses';
import { usePane } from '../../ui/context';
import { useStyles } from '../../ui/styles';
import { cellText, farCellText } from '../../ui/words';
import { useLooks } from './looks';

const MOST = 12;

/** The cells that words rest on: a click goes there – in the workbook, or to the table further down in the text. */
export function EvidenceCells({
  report,
  cells,
  toWords,
}: {
  report: ProofReport;
  cells: readonly CellRef[];
  toWords: (paragraph: number) => void;
}) {
  const styles = useStyles();
  const looks = useLooks();
  const { state, session } = usePane();
  const tables = state.checked?.report.tables ?? [];
  const link = (key: string, text: string, go: () => void): React.ReactNode => (
    <button key={key} type="button" className={mergeClasses(styles.link, styles.number)} onClick={go}>
      {text}
    </button>
  );
  return (
    <div className={looks.chips}>
      {cells.slice(0, MOST).map((cell) => {
        const { book, sheet, a1, span } = evidenceOf(report, cell);
        const key = `${book}${sheet}${a1}`;
        if (book === '本文')
          return span ? link(key, `${sheet} ${a1}`, () => toWords(span.paragraph)) : <span key={key}>{`${sheet} ${a1}`}</span>;
        if (isHere(cell)) return link(key, cellText(cell, tables), () => void session.goTo(cell));
        return (
          <span key={key} className={styles.number} title={farCellText(cell, tables, state.checked?.years.before?.file)}>
            {cellText(cell, tables)}
          </span>
        );
      })}
      {cells.length > MOST && <span className={styles.small}>等 {cells.length} 格</span>}
    </div>
  );
}
