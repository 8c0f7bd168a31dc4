import { Button, mergeClasses } from '@fluentui/react-components';
import { usePane } from '../../ui/context';
import { useGiveMade } from '../../ui/give';
import { useStyles } from '../../ui/styles';
import type { ProofDesk, DeskState } from './desk';
import { countsOf, findingsOf, openIn, type TextEntry } from './entry';
import { chooseTexts } from './files';
import { levelLooks, levelWords, useLooks } from './looks';
import { PanelFooter } from './PanelFooter';
import { archiveOf } from './saving';

/** Which text is to be proofread, and the texts that were, each with its counts. */
export function ListPage({ desk, state: { entries } }: { desk: ProofDesk; state: DeskState }) {
  const styles = useStyles();
  const { state } = usePane();
  const give = useGiveMade();
  const busy = state.work !== undefined;
  const read = entries.filter(({ report }) => report);
  return (
    <>
      <div className={styles.scroll}>
        {entries.length === 0 && (
          <div className={mergeClasses(styles.stack, styles.section)} style={{ borderTop: 'none' }}>
            <div>
              校对写好的情况说明：每个数与决算报表的单元格核对，写明相符、不符还是未能核对；合计、占比、增减、年度、科目名称、范本遗留也一并检查。
            </div>
            <div className={styles.small}>
              {state.checked
                ? `数与前面的工作簿“${state.file ?? ''}”核对。`
                : '先打开决算报表，数才能与单元格核对；没有报表时，与文件里的公开表核对，或只核对文字自身。'}
            </div>
          </div>
        )}
        <ul className={styles.list} aria-label="校对过的文件">
          {entries.map((entry) => (
            <Line key={entry.id} desk={desk} entry={entry} />
          ))}
        </ul>
      </div>
      <PanelFooter>
        <Button
          appearance="primary"
          disabled={busy}
          onClick={() => void chooseTexts(true).then((files) => (files.length > 0 ? desk.take(files) : undefined))}
        >
          选择 Word 或文本文件
        </Button>
        {state.hasReport && (
          <Button disabled={busy} onClick={() => void desk.takeSheet()}>
            校对“情况说明”表
          </Button>
        )}
        {read.length > 1 && (
          <Button disabled={busy} onClick={() => give('保存', () => archiveOf(read, desk.asides(), new Date()))}>
            全部保存 .zip
          </Button>
        )}
      </PanelFooter>
    </>
  );
}

function Line({ desk, entry }: { desk: ProofDesk; entry: TextEntry }) {
  const styles = useStyles();
  const looks = useLooks();
  const { report, refused, name, id } = entry;
  const counts = countsOf(openIn(entry, findingsOf(entry, desk.asides())));
  return (
    <li className={styles.card} data-text={name}>
      <div className={styles.row}>
        {report ? (
          <button type="button" className={mergeClasses(styles.link, looks.name)} onClick={() => desk.show(id)}>
            {name}
          </button>
        ) : (
          <span className={looks.name}>{name}</span>
        )}
        <button
          type="button"
          className={mergeClasses(styles.link, styles.quietLink)}
          aria-label={`移除 ${name}`}
          onClick={() => desk.remove(id)}
        >
          移除
        </button>
      </div>
      {refused && <div role="alert">{refused}</div>}
      {report && (
        <div className={mergeClasses(styles.small, looks.legend)}>
          {(['error', 'warning', 'info'] as const).map((severity) => (
            <span key={severity} className={counts[severity] > 0 ? looks[levelLooks[severity]] : undefined}>
              {levelWords[severity]} {counts[severity]}
            </span>
          ))}
          <span>
            已核对 {report.counts.figures - report.counts.unchecked}/{report.counts.figures}
          </span>
        </div>
      )}
    </li>
  );
}
