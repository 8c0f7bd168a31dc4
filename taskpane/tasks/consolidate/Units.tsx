import { bookTypes } from '../../../src/kernel/book-names';
import { Button, Input, Label, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { chooseFiles } from '../../ui/choose';
import { usePane } from '../../ui/context';
import { Fold } from '../../ui/Fold';
import { useStyles } from '../../ui/styles';
import type { ConsolidateDesk, ConsolidateState } from './desk';

const useLocal = makeStyles({
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXS} 0` },
  name: { overflowWrap: 'anywhere' },
  intro: { marginBottom: tokens.spacingVerticalS },
  go: { display: 'block', margin: `${tokens.spacingVerticalS} 0` },
});

/** What is compared: the 汇总 in front, and the units' workbooks. */
export function Units({
  desk,
  task,
  name,
  setName,
}: {
  desk: ConsolidateDesk;
  task: ConsolidateState;
  name: string;
  setName: (name: string) => void;
}) {
  const styles = useStyles();
  const local = useLocal();
  const { state, door } = usePane();
  const field = useId();
  const { checked } = state;
  const { files, compared, from, work } = task;
  const read = files.filter(({ book }) => book);
  const refused = files.filter(({ why }) => why !== undefined);
  const stale = compared !== undefined && from !== checked;
  const choose = (): void => void chooseFiles(bookTypes).then((chosen) => (chosen.length > 0 ? desk.add(chosen) : undefined));
  return (
    <section className={styles.section} aria-label="汇总表和各单位">
      <div className={mergeClasses(styles.small, local.intro)}>
        汇总表的每一格与各单位合计比较，说出哪个单位漏了、重了、版本旧了，或哪一格改错了；也可以由各单位生成汇总表。
      </div>
      <div className={local.line}>
        <div className={mergeClasses(styles.grow, local.name)}>
          <div className={styles.small}>汇总表（打开的工作簿）</div>
          <div className={checked ? undefined : styles.small}>{checked ? state.file : '还没有打开可用的工作簿'}</div>
        </div>
        {!checked && door.chooseWorkbook && (
          <Button size="small" aria-label="选择汇总表" onClick={door.chooseWorkbook}>
            选择…
          </Button>
        )}
      </div>
      <div className={local.line}>
        <div className={mergeClasses(styles.grow, local.name)}>
          <div className={styles.small}>各单位的报表</div>
          <div className={files.length > 0 ? undefined : styles.small} role="status">
            {files.length > 0
              ? `已读取 ${read.length} 份${refused.length > 0 ? `，${refused.length} 份不能用` : ''}`
              : '可以一次选择或拖入多个工作簿'}
          </div>
        </div>
        {files.length > 0 && (
          <Button size="small" disabled={work !== undefined} onClick={desk.clear}>
            清空
          </Button>
        )}
        <Button
          size="small"
          aria-label={files.length > 0 ? '添加各单位的报表' : '选择各单位的报表'}
          disabled={work !== undefined}
          onClick={choose}
        >
          {files.length > 0 ? '添加…' : '选择…'}
        </Button>
      </div>
      {refused.map((file, i) => (
        <div key={i} className={mergeClasses(styles.small, local.name)}>
          {file.why}
        </div>
      ))}
      {read.length > 0 && (
        <Fold label={`各单位（${read.length}）`}>
          {() => (
            <ul className={styles.list}>
              {read.map((file, i) => (
                <li key={i} className={styles.small}>
                  {`${file.book!.book.unit || '（未读到单位名称）'}（${file.name}）`}
                </li>
              ))}
            </ul>
          )}
        </Fold>
      )}
      {stale && <div role="status">汇总表有改动，下面还是改动之前的结果。</div>}
      <Button
        className={local.go}
        appearance={compared && !stale ? 'secondary' : 'primary'}
        disabled={!checked || state.outdated || read.length === 0 || work !== undefined}
        onClick={() => checked && void desk.compare(checked)}
      >
        {compared ? '重新比较' : '与各单位比较'}
      </Button>
      {read.length > 0 && (
        <div className={local.line}>
          <Label htmlFor={field} size="small">
            生成汇总表时的部门名称
          </Label>
          <Input id={field} size="small" className={styles.grow} value={name} onChange={(_, { value }) => setName(value)} />
        </div>
      )}
    </section>
  );
}
