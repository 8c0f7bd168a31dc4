import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fold } from '../ui/Fold';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';
import { FormsTable } from './FormsTable';

const useLocal = makeStyles({ header: { padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalM}` } });

/** Whose report this is: unit, year, kind – read from the workbook – and how much of it was read. */
export function Header() {
  const styles = useStyles();
  const local = useLocal();
  const { state } = usePane();
  const { checked } = state;
  if (!checked) {
    return (
      <header className={local.header}>
        <h1 className={styles.h1}>决算说明助手</h1>
        {state.file && <div className={styles.small}>{state.file}</div>}
      </header>
    );
  }
  const { tables, unit, year } = checked.report;
  const read = tables.filter(({ status, book }) => status === 'read' && book === '本年').length;
  const open = tables.filter(({ status }) => status === 'duplicate' || status === 'unrecognised').length;
  return (
    <header className={local.header}>
      <h1 className={styles.h1}>{unit || '（工作簿没有编制单位）'}</h1>
      <Fold
        className={styles.small}
        label={
          <>
            {year ? `${year}年度 · ` : ''}
            {checked.supplements.documentKind ?? '单位'}决算 · <span className={styles.number}>已读 {read} 张表</span>
            {open > 0 && <span className={mergeClasses(styles.strong)}>，{open} 张待确认</span>}
          </>
        }
      >
        {() => <FormsTable />}
      </Fold>
    </header>
  );
}
