import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';

const useLocal = makeStyles({
  start: {
    padding: `${tokens.spacingVerticalL} 0`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    alignItems: 'flex-start',
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, lineHeight: '1.8' },
});

/** Before a workbook can be used: what is needed, how to get it, a sample to try. */
export function Start() {
  const styles = useStyles();
  const local = useLocal();
  const { state, session, door } = usePane();
  if (state.phase === 'reading' || state.work) {
    return (
      <div className={local.start}>
        <Spinner size="tiny" label={state.work?.step ?? '读取工作簿'} />
      </div>
    );
  }
  return (
    <section className={local.start} aria-label="开始">
      <div className={styles.strong}>
        {state.phase === 'unusable' ? '这个工作簿里没有可用的决算报表' : '核对部门决算报表，生成情况说明'}
      </div>
      <ul className={local.list}>
        <li>需要部门决算报表工作簿：财决01表至12表、附03表，从决算软件导出即可。</li>
        <li>
          {door.kind === 'excel'
            ? '导出的 .xls 请先在 Excel 中另存为 .xlsx；或者用离线工作台直接打开。'
            : '.xlsx 和 .xls 都可以；WPS 保存的也可以。'}
        </li>
        <li>表名、行次、栏次保持打印时的样子，隐藏的表也会读取。</li>
        <li>文件只在本机处理，不会上传。</li>
      </ul>
      <div className={styles.row}>
        {door.chooseWorkbook && (
          <Button appearance="primary" onClick={door.chooseWorkbook}>
            打开决算报表…
          </Button>
        )}
        {door.kind === 'excel' && (
          <Button appearance="primary" onClick={() => void session.open()}>
            重新读取当前工作簿
          </Button>
        )}
        {door.trySample && <Button onClick={() => void door.trySample!()}>试用示例</Button>}
      </div>
    </section>
  );
}
