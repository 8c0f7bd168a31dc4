import { mergeClasses } from '@fluentui/react-components';
import { usePane } from '../../ui/context';
import { useStyles } from '../../ui/styles';
import { countsOf, openIn, type OpenFinding, type TextEntry } from './entry';
import { levelLooks, levelWords, useLooks } from './looks';

/** How many figures of a text were checked and what came of them, the findings by level, and against what. */
export function Counts({ entry, findings }: { entry: TextEntry; findings: readonly OpenFinding[] }) {
  const styles = useStyles();
  const looks = useLooks();
  const { state } = usePane();
  const report = entry.report!;
  const { figures, confirmed, contradicted, unchecked } = report.counts;
  const open = openIn(entry, findings);
  const counts = countsOf(open);
  const without = entry.unlike ? '文稿的年度或单位与前面的工作簿不同，没有用它' : '没有用工作簿';
  return (
    <>
      <div role="status" data-counts="" className={looks.head}>
        已核对 {figures - unchecked}/{figures} 个数
        <div className={mergeClasses(styles.small, looks.legend)}>
          <span>
            <span className={mergeClasses(looks.figure, looks.confirmed)}>相符</span> {confirmed}
          </span>
          <span>
            <span className={mergeClasses(looks.figure, looks.contradicted)}>不符</span> {contradicted}
          </span>
          <span>
            <span className={mergeClasses(looks.figure, looks.unchecked)}>未能核对</span> {unchecked}
          </span>
        </div>
        <div className={looks.legend}>
          {open.length === 0 ? (
            <span>没有待处理的意见。</span>
          ) : (
            (['error', 'warning', 'info'] as const).map((severity) => (
              <span key={severity} className={counts[severity] > 0 ? looks[levelLooks[severity]] : undefined}>
                {levelWords[severity]} {counts[severity]}
              </span>
            ))
          )}
          {findings.length > open.length && <span className={styles.small}>已处理 {findings.length - open.length}</span>}
        </div>
      </div>
      <div className={styles.small}>
        {report.against === 'workbook'
          ? `与“${state.file ?? '工作簿'}”核对。`
          : report.against === 'tables'
            ? `${without}，正文与文中的公开表核对。`
            : `${without}，只核对文字自身。`}
      </div>
      {report.doubt !== undefined && <p role="alert">{report.doubt}</p>}
    </>
  );
}
