import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { refusedWords } from '../../src/app/refused-words';
import { Fold } from '../ui/Fold';
import { Notice } from '../ui/Notice';
import { copyText } from '../ui/save';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';

const useLocal = makeStyles({
  messages: { padding: `0 ${tokens.spacingHorizontalL}`, maxHeight: '45%', overflowY: 'auto', flexShrink: 0 },
  details: { whiteSpace: 'pre-wrap', fontSize: tokens.fontSizeBase200, maxHeight: '160px', overflow: 'auto' },
});

/** What went wrong, what was not changed, what to do; and short good news. */
export function Problems() {
  const local = useLocal();
  const styles = useStyles();
  const { state, session } = usePane();
  const { problem, notice, refused, unfinished, stale } = state;
  return (
    <div aria-live="polite" className={local.messages}>
      {problem && (
        <Notice
          kind={problem.details ? 'error' : 'warning'}
          title={problem.details ? '没有完成' : '请处理'}
          actions={
            <>
              {problem.renamed && (
                <Button size="small" onClick={() => void session.confirmRenamed()}>
                  单位已更名，继续使用
                </Button>
              )}
              {problem.details && (
                <Button size="small" onClick={() => void copyText(problem.details!)}>
                  复制详细信息
                </Button>
              )}
              <Button size="small" onClick={session.dismiss}>
                知道了
              </Button>
            </>
          }
        >
          {problem.message}
          {problem.after}
          {problem.details && (
            <div>
              <Fold label="详细信息">{() => <div className={local.details}>{problem.details}</div>}</Fold>
            </div>
          )}
        </Notice>
      )}
      {notice && !problem && (
        <Notice
          kind="good"
          actions={
            <button type="button" className={styles.link} onClick={session.dismiss}>
              知道了
            </button>
          }
        >
          {notice}
        </Notice>
      )}
      {unfinished.length > 0 && (
        <Notice
          kind="warning"
          title="上次没有写完"
          actions={
            <Button size="small" onClick={() => void session.generate()}>
              写完整
            </Button>
          }
        >
          {unfinished.map((sheet) => `“${sheet}”`).join('、')}只写了一部分，首格注明“尚未写完”。报表原有的工作表没有改动。
          {stale.length > 0 && `写完整时，待更新的 ${stale.length} 段也一起更新。`}
        </Notice>
      )}
      {refused.length > 0 && <Notice kind="info">没有标全：{refusedWords(refused)}。问题仍列在下面。</Notice>}
    </div>
  );
}
