import { bookTypes } from '../../../src/kernel/book-names';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useState, useSyncExternalStore, type DragEvent } from 'react';
import { usePane } from '../../ui/context';
import { chooseFiles } from '../../ui/choose';
import { Fold } from '../../ui/Fold';
import { savedWords, saveFile, types } from '../../ui/save';
import { Shape } from '../../ui/Shape';
import { useStyles } from '../../ui/styles';
import type { PanelProps } from '../registry';
import { TaskProblem } from '../TaskProblem';
import { WorkRow } from '../WorkRow';
import { ManyDesk, type Unit } from './desk';

const useLocal = makeStyles({
  intro: {
    padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalM}`,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  unit: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  failed: { color: tokens.colorPaletteRedForeground1, overflowWrap: 'anywhere' },
});

/** 多单位: a bureau's folder, unit by unit. */
export function Panel({ toReport }: PanelProps) {
  const styles = useStyles();
  const local = useLocal();
  const { session, door, state } = usePane();
  const [desk] = useState(
    () =>
      new ManyDesk({
        open: door.openBytes!,
        assistant: session.assistant,
        profile: () => session.state().profile ?? session.assistant.profiles[0],
        toWord: door.toWord,
        toText: door.toText,
      }),
  );
  const task = useSyncExternalStore(desk.subscribe, desk.state);
  const { units, left, work, files } = task;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void desk.add([...event.dataTransfer.files]);
  };
  const choose = async (): Promise<void> => desk.add(await chooseFiles(bookTypes));
  const save = async (): Promise<void> => {
    const bytes = await desk.zip();
    if (!bytes) return;
    const name = '决算情况说明-各单位.zip';
    saveFile(name, bytes, types.zip);
    desk.say(savedWords(name));
  };
  const waiting = units.filter(({ result, failed }) => !result && !failed).length;
  const profile = state.profile ?? session.assistant.profiles[0];
  return (
    <div className={styles.task} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <div className={styles.scroll}>
        <div className={local.intro}>
          <div>把各单位的决算报表（本年的、上年的）一起拖到这里，或者一次选许多个。按表内的编制单位和年度自动配对。</div>
          <div className={styles.small}>口径：{profile.name}（在“说明”里更换）。文件只在本机处理。</div>
          <Button appearance={units.length === 0 ? 'primary' : 'secondary'} disabled={work !== undefined} onClick={() => void choose()}>
            {files === 0 ? '选择报表…' : '再加报表…'}
          </Button>
        </div>
        <TaskProblem task={task} dismiss={desk.dismiss} />
        {files > 0 && (
          <div role="status">
            {files} 个文件，{units.length} 家单位{left.length > 0 && `，${left.length} 个文件没有用上`}
          </div>
        )}
        <ul className={styles.list}>
          {units.map((unit) => (
            <UnitLine
              key={`${unit.now} ${unit.prior ?? ''}`}
              unit={unit}
              open={() => {
                toReport?.();
                void door.openFiles!(desk.filesOf(unit) as readonly File[]);
              }}
            />
          ))}
        </ul>
        {left.length > 0 && (
          <Fold label={`没有用上的文件 ${left.length}`}>
            {() => (
              <ul className={styles.list}>
                {left.map(({ path, why }) => (
                  <li key={path} className={styles.small}>
                    {why.startsWith(`${path}：`) ? why : `${path}：${why}`}
                  </li>
                ))}
              </ul>
            )}
          </Fold>
        )}
      </div>
      {files > 0 && (
        <footer className={styles.footer}>
          {work ? (
            <WorkRow work={work} cancel={desk.cancel} />
          ) : waiting > 0 ? (
            <Button appearance="primary" style={{ width: '100%' }} onClick={() => void desk.add([])}>
              继续核对（还有 {waiting} 家）
            </Button>
          ) : (
            <Button
              appearance="primary"
              style={{ width: '100%' }}
              disabled={!units.some(({ result }) => result)}
              onClick={() => void save()}
            >
              保存全部说明（{units.filter(({ result }) => result).length} 家，一个 .zip）
            </Button>
          )}
        </footer>
      )}
    </div>
  );
}

function UnitLine({ unit, open }: { unit: Unit; open: () => void }) {
  const styles = useStyles();
  const local = useLocal();
  const { result, failed } = unit;
  return (
    <li className={styles.card} data-unit={unit.unit}>
      <div className={local.unit}>
        {result && <Shape kind={result.unequal + result.forms > 0 ? 'error' : result.blanks > 0 ? 'missing' : 'good'} />}
        <span className={mergeClasses(styles.strong, styles.grow)}>{unit.unit}</span>
        <button type="button" className={styles.link} aria-label={`打开 ${unit.unit}`} onClick={open}>
          打开
        </button>
      </div>
      <div className={styles.small}>
        {unit.year}年度 · {unit.prior === undefined ? '没有上年' : '有上年'}
        {result &&
          [`已读 ${result.read} 张`, `不平 ${result.unequal}`, `缺表 ${result.forms}`, `待填 ${result.blanks}`].map((part) => (
            <Fragment key={part}>
              {' · '}
              <span className={styles.number}>{part}</span>
            </Fragment>
          ))}
        {!result && !failed && ' · 等待核对'}
      </div>
      {failed && <div className={mergeClasses(styles.small, local.failed)}>{failed}</div>}
    </li>
  );
}
