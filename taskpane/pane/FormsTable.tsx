import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TableStatus } from '../../src/facts/outcome';
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
  form: { width: '76px' },
});

/** Every form: read, missing, not recognised or doubled; where two copies exist, the user says which counts. */
export function FormsTable() {
  const { state } = usePane();
  const styles = useStyles();
  const tables = state.checked?.report.tables ?? [];
  const books = (['本年', '上年'] as const).filter((role) => tables.some((table) => table.role === role));
  return (
    <div className={styles.stack}>
      {books.map((role) => (
        <BookTable key={role} role={role} tables={tables.filter((table) => table.role === role)} />
      ))}
    </div>
  );
}

const order: readonly TableStatus['status'][] = ['duplicate', 'unrecognised', 'missing', 'read'];

function BookTable({ role, tables }: { role: string; tables: readonly TableStatus[] }) {
  const styles = useStyles();
  const local = useLocal();
  return (
    <table className={mergeClasses(local.table, styles.small)}>
      <caption className={mergeClasses(local.cell, styles.strong)}>{role}工作簿</caption>
      <colgroup>
        <col className={local.form} />
        <col />
      </colgroup>
      {order.map((status) => {
        const rows = tables.filter((table) => table.status === status);
        if (rows.length === 0) return null;
        return (
          <tbody key={status}>
            <tr>
              <th scope="rowgroup" colSpan={2} className={local.cell}>
                {words[status]} {rows.length}
              </th>
            </tr>
            {rows.map((table, index) => (
              <FormRow key={`${table.id}|${table.sheet ?? index}`} table={table} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function FormRow({ table }: { table: TableStatus }) {
  const styles = useStyles();
  const local = useLocal();
  const { session, state } = usePane();
  const { sheet } = table;
  const details = [table.unit, table.year && `${table.year}年`, table.rows !== undefined && `${table.rows} 行`].filter(Boolean).join(' · ');
  return (
    <tr>
      <td className={local.cell}>{table.status === 'unrecognised' ? '' : formName(table.id)}</td>
      <td className={local.cell}>
        {sheet && table.role === '本年' ? (
          <button
            type="button"
            className={styles.link}
            onClick={() => void session.goTo({ book: state.checked!.years.now.book, sheet, a1: 'A1' })}
          >
            {sheet}
          </button>
        ) : (
          (sheet ?? table.title)
        )}
        {details && <div>{details}</div>}
        {table.status === 'duplicate' && sheet && (
          <button type="button" className={styles.link} onClick={() => void session.chooseCopy(table.id, sheet)}>
            以这张为准
          </button>
        )}
        {table.note && <div>{table.note}</div>}
      </td>
    </tr>
  );
}
