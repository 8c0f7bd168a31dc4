import { countText } from '../../src/kernel/count-text';
import { Fragment, useMemo } from 'react';
import { Spinner, mergeClasses } from '@fluentui/react-components';
import type { CauseGroup, CheckReport, LedgerEntry } from '../../src/facts/outcome';
import { tallyOf, type Tally } from '../../src/facts/tally';
import { Fold } from '../ui/Fold';
import { kindOf, kindWords, Shape, type Kind } from '../ui/Shape';
import { later } from '../ui/later';
import { usePane } from '../ui/context';
import { useReport } from '../ui/report-context';
import { useStyles } from '../ui/styles';
import { CellActions } from './CellActions';
import { LackingForms } from './Readiness';
import { GroupList } from './GroupList';

const Ledger = later(async () => (await import(/* webpackChunkName: "ledger" */ './Ledger')).Ledger);

const severityOf = (group: CauseGroup): number => ({ error: 0, warning: 1, info: 2 })[group.severity];
/** Collapsed under the causes, in this order. */
const lesser: readonly Kind[] = ['warning', 'rounding', 'remark'];

/** Groups with something still open, and those a person has set aside whole. */
export function splitGroups(report: CheckReport): { open: readonly CauseGroup[]; aside: readonly CauseGroup[] } {
  const setAside = new Set(report.findings.filter(({ aside }) => aside).map(({ id }) => id));
  const isAside = (group: CauseGroup): boolean => group.findings.length > 0 && group.findings.every((id) => setAside.has(id));
  const sorted = [...report.groups].sort((a, b) => severityOf(a) - severityOf(b));
  return { open: sorted.filter((group) => !isAside(group)), aside: sorted.filter(isAside) };
}

export function Checks() {
  const styles = useStyles();
  const { state } = usePane();
  const report = state.checked!.report;
  const { open, aside } = useMemo(() => splitGroups(report), [report]);
  const tally = useMemo(() => tallyOf(report), [report]);
  const lacking = useReport().readiness.forms.length;
  const errors = open.filter(({ severity }) => severity === 'error');
  const warnings = open.filter(({ severity }) => severity === 'warning');
  return (
    <section className={styles.section} aria-labelledby="checks">
      <div className={styles.sectionHead}>
        <h2 id="checks" className={styles.h2}>
          核对
        </h2>
        {state.outdated && <Spinner size="extra-tiny" label="有改动，稍后重新核对" labelPosition="before" />}
      </div>
      <Summary tally={tally} />
      <CellActions />
      {report.cut && <div>{report.cut}</div>}
      <Blocked ledger={report.ledger} />
      <LackingForms />
      {tally.unequal === 0 && lacking === 0 && <AllGood tally={tally} warnings={warnings.length} />}
      <GroupList groups={errors} />
      {lesser.map((kind) => {
        const groups = open.filter((group) => kindOf(group) === kind);
        if (groups.length === 0) return null;
        return (
          <div key={kind}>
            <Fold label={`${kindWords[kind]} ${kind === 'rounding' ? groups[0]!.findings.length : groups.length}`}>
              {() => <GroupList groups={groups} />}
            </Fold>
          </div>
        );
      })}
      {aside.length > 0 && (
        <div>
          <Fold label={`已核实 ${aside.length}`}>{() => <GroupList groups={aside} />}</Fold>
        </div>
      )}
      <div>
        <Fold label="检查台账">{() => <Ledger ledger={report.ledger} />}</Fold>
      </div>
    </section>
  );
}

function Summary({ tally }: { tally: Tally }) {
  const styles = useStyles();
  const { checked, passed, rounding, unequal, causes, unchecked, aside } = tally;
  const pieces: readonly (readonly [words: string, strong?: string, more?: string] | false)[] = [
    [`已核对 ${countText(checked)} 处`],
    [`平 ${countText(passed)}`],
    rounding > 0 && [`舍入差 ${countText(rounding)}`],
    ['', `不平 ${countText(unequal)}`, causes > 0 && causes < unequal ? `（${causes} 个原因）` : ''],
    unchecked > 0 && [`未核对 ${countText(unchecked)}`],
    aside > 0 && [`已核实 ${countText(aside)}`],
  ];
  const shown = pieces.filter((piece) => piece !== false);
  return (
    <div>
      {shown.map(([words, strong, more], index) => (
        // The dot ends a line rather than beginning the next one.
        <Fragment key={`${words}${strong ?? ''}`}>
          <span className={styles.number}>
            {words}
            {strong && <span className={mergeClasses(unequal > 0 && styles.strong)}>{strong}</span>}
            {more}
            {index < shown.length - 1 && ' ·'}
          </span>{' '}
        </Fragment>
      ))}
    </div>
  );
}

/** What could not be checked, said as plainly as what was: each reason once, with how many places wait for it. */
function Blocked({ ledger: all }: { ledger: readonly LedgerEntry[] }) {
  // As in the line above it: remarks are no equations and do not count.
  const ledger = all.filter(({ severity }) => severity !== 'info');
  const styles = useStyles();
  const reasons = new Map<string, number>();
  for (const { whyBlocked } of ledger) {
    for (const { reason, places } of whyBlocked) reasons.set(reason, (reasons.get(reason) ?? 0) + places);
  }
  if (reasons.size === 0) return null;
  return (
    <Fold
      className={styles.small}
      label={`没有核对的 ${countText(ledger.reduce((sum, { blocked }) => sum + blocked, 0))} 处，原因 ${reasons.size} 项`}
    >
      {() => (
        <ul className={mergeClasses(styles.list, styles.small)}>
          {[...reasons].map(([reason, places]) => (
            <li key={reason} className={styles.row} style={{ flexWrap: 'nowrap', alignItems: 'baseline' }}>
              <Shape kind="missing" />
              <span className={styles.grow}>{reason}</span>
              <span className={styles.number}>{places} 处</span>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}

function AllGood({ tally, warnings }: { tally: Tally; warnings: number }) {
  const styles = useStyles();
  const { checked } = tally;
  return (
    <p className={styles.row} style={{ margin: '8px 0' }}>
      <Shape kind="good" />
      <span className={styles.grow}>
        {checked > 0 ? `已核对的 ${countText(checked)} 处未发现不平` : '还没有可以核对的数据'}
        {warnings > 0 ? `，另有 ${warnings} 项提示请看一看。` : '。'}
      </span>
    </p>
  );
}
