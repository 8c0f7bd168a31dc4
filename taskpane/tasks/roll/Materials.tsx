import { bookTypes } from '../../../src/kernel/book-names';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { chooseFile } from '../../ui/choose';
import { usePane } from '../../ui/context';
import { useStyles } from '../../ui/styles';
import type { RollDesk, RollState } from './desk';

const useLocal = makeStyles({
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} 0` },
  name: { overflowWrap: 'anywhere' },
  go: { marginTop: tokens.spacingVerticalS },
});

/** What it is made from: last year's document, last year's workbook, this year's workbook. */
export function Materials({ desk, roll }: { desk: RollDesk; roll: RollState }) {
  const styles = useStyles();
  const local = useLocal();
  const { state, session, door } = usePane();
  const { checked, prior } = state;
  const { source, made, from, work } = roll;
  const stale = made !== undefined && from !== checked;
  const line = (name: string, what: string | undefined, none: string, choose?: () => void): JSX.Element => (
    <div className={local.line}>
      <div className={mergeClasses(styles.grow, local.name)}>
        <div className={styles.small}>{name}</div>
        <div className={what === undefined ? styles.small : undefined}>{what ?? none}</div>
      </div>
      {choose && (
        <Button size="small" aria-label={`${what === undefined ? '选择' : '更换'}${name}`} disabled={work !== undefined} onClick={choose}>
          {what === undefined ? '选择…' : '更换…'}
        </Button>
      )}
    </div>
  );
  return (
    <section className={styles.section} aria-label="材料">
      <div className={styles.small}>
        把去年的情况说明改成今年的：去年报表能证明的数换成今年的，增减、持平、年份跟着走，其余原样留下并加批注。改动都是修订，可以逐处取舍。
      </div>
      {line(
        '上年的情况说明',
        source?.document.file,
        '去年公开的 Word 文档（.docx），也可以是 .txt',
        () => void chooseFile('.docx,.txt').then((file) => file && desk.open(file)),
      )}
      {line(
        '上年的决算报表',
        prior?.file,
        '没有选择：上年的数取自文档里的公开表和本年 CS02 表',
        () => void chooseFile(bookTypes).then((file) => file && session.usePrior(() => door.openBook(file, '上年'))),
      )}
      {line('本年的决算报表', checked && state.file, '还没有打开可用的工作簿', checked ? undefined : door.chooseWorkbook)}
      {stale && <div role="status">报表或补充信息有改动，下面还是改动之前的结果。</div>}
      <Button
        className={local.go}
        appearance={made && !stale ? 'secondary' : 'primary'}
        disabled={!source || !checked || state.outdated || work !== undefined}
        onClick={() => checked && void desk.roll(checked)}
      >
        {made ? '重新改写' : '改成本年'}
      </Button>
    </section>
  );
}
