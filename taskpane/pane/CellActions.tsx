import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';

/** What the pane does in the sheets beside writing: marks on, brought up to date or off, and a look at the present cell. */
export function CellActions() {
  const styles = useStyles();
  const { state, session, door } = usePane();
  const action = (words: string, run: () => Promise<void>, title?: string) => (
    <button type="button" className={styles.link} title={title} onClick={() => void run()}>
      {words}
    </button>
  );
  return (
    <div className={styles.row} style={{ flexWrap: 'wrap', columnGap: '12px' }}>
      {!state.marked && action('在表中标出', session.showMarks, '给不平的单元格加上颜色；选中单元格可看到原因。随时可以清除')}
      {state.marksBehind && action('刷新标记', session.showMarks, '表里的标记还是改动之前的；离开这张表时也会自动刷新')}
      {state.marked && action('清除标记', session.clearMarks, '去掉全部颜色和单元格说明；公开或上报之前请点一次')}
      {door.selfCheck &&
        action(
          '环境自检',
          () => session.attempt('环境自检', door.selfCheck!),
          '检查这台电脑上的 Excel 与本助手是否合得来，结果可复制；不含工作簿内容',
        )}
      {session.host.can.editableByUser && action('看当前单元格', session.lookHere, '当前单元格与哪些问题、哪些句子有关')}
    </div>
  );
}
