import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TableStatus } from '../../src/kernel/outcome';
import { formName } from '../../src/layouts/keys';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';

const words: Record<TableStatus['status'], string> = { read: '已读', missing: '没有', unrecognised: '未认出', duplicate: '重复' };

const useLocal = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed', marginTop: tokens.spacingVerticalS },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  status: { width: '52px' },
  form: { width: '92px' },
});

/** Every form: read, missing, not recognised or doubled; where two copies exist, the user says which counts. */
export function FormsTable() {
  const { state } = usePane();
  const styles = useStyles();
  const tables = state.checked?.report.tables ?? [];
  const books = (['本年', '上年'] as const).filter((book) => tables.some((table) => table.book === book));
  return (
    <div className={styles.stack}>
      {books.map((book) => (
        <BookTable key={book} book={book} tables={tables.filter((table) => table.book === book)} />
      ))}
    </div>
  );
}

function BookTable({ book, tables }: { book: string; tables: readonly TableStatus[] }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const order = { duplicate: 0, unrecognised: 1, read: 2, missing: 3 };
  const sorted = [...tables].sort((a, b) => order[a.status] - order[b.status]);
  return (
    <table className={mergeClasses(local.table, styles.small)}>
      <caption className={mergeClasses(local.cell, styles.strong)}>{book}工作簿</caption>
      <tbody>
        {sorted.map((table, index) => (
          <tr key={`${table.id}|${table.sheet ?? index}`}>
            <td className={mergeClasses(local.cell, local.status)}>{words[table.status]}</td>
            <td className={mergeClasses(local.cell, local.form)}>{table.status === 'unrecognised' ? '' : formName(table.id)}</td>
            <td className={local.cell}>
              {table.sheet ? (
                <button
                  type="button"
                  className={styles.link}
                  disabled={table.book !== '本年'}
                  onClick={() => void session.goTo({ book: '本年', sheet: table.sheet!, a1: 'A1' })}
                >
                  {table.sheet}
                </button>
              ) : (
                table.title
              )}
              <span>
                {[table.unit, table.year && `${table.year}年`, table.rows !== undefined && `${table.rows} 行`]
                  .filter(Boolean)
                  .map((word) => ` · ${word}`)}
              </span>
              {table.status === 'duplicate' && table.sheet && (
                <div>
                  <button type="button" className={styles.link} onClick={() => void session.chooseCopy(table.id, table.sheet!)}>
                    以这张为准
                  </button>
                </div>
              )}
              {table.note && <div>{table.note}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
