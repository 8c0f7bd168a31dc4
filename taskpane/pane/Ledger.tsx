import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { LedgerEntry, Why } from '../../src/facts/outcome';
import { useStyles } from '../ui/styles';

const useLocal = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', marginTop: tokens.spacingVerticalS },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightRegular, padding: '2px 0 2px 8px', whiteSpace: 'nowrap' },
  name: { textAlign: 'left', padding: '3px 0', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightRegular },
  number: { textAlign: 'right', padding: '3px 0 3px 8px', verticalAlign: 'top' },
});

const titleOf = (why: readonly Why[]): string => why.map(({ reason }) => reason).join('\n');

/** 检查台账: what became of every rule. The full one, to print and sign, stands on the sheet 核对结果. */
export function Ledger({ ledger }: { ledger: readonly LedgerEntry[] }) {
  const styles = useStyles();
  const local = useLocal();
  const rank = (entry: LedgerEntry): number => (entry.failed > 0 ? 0 : entry.blocked > 0 ? 1 : entry.passed + entry.rounding > 0 ? 2 : 3);
  const sorted = [...ledger].sort((a, b) => rank(a) - rank(b));
  const number = (n: number): string => (n === 0 ? '' : String(n));
  return (
    <table className={mergeClasses(local.table, styles.small)}>
      <thead>
        <tr>
          <th className={local.name}>核对内容</th>
          <th className={local.head}>平</th>
          <th className={local.head}>不平</th>
          <th className={local.head}>未核对</th>
          <th className={local.head}>不适用</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((entry) => (
          <tr key={entry.rule}>
            <th scope="row" className={local.name} title={`${entry.formula}\n${entry.source.doc} ${entry.source.clause}`}>
              {entry.title} <span className={styles.number}>{entry.rule}</span>
            </th>
            <td className={mergeClasses(local.number, styles.number)}>{number(entry.passed + entry.rounding)}</td>
            <td className={mergeClasses(local.number, styles.number, entry.failed > 0 && styles.strong)}>{number(entry.failed)}</td>
            <td className={mergeClasses(local.number, styles.number)} title={titleOf(entry.whyBlocked)}>
              {number(entry.blocked)}
            </td>
            <td className={mergeClasses(local.number, styles.number)} title={titleOf(entry.whyNotApplicable)}>
              {number(entry.notApplicable)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
