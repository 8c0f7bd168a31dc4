import { isBookName } from '../../../src/kernel/book-names';
import { Button } from '@fluentui/react-components';
import { useState, useSyncExternalStore, type DragEvent } from 'react';
import { OfferBar } from '../../pane/OfferBar';
import { usePane } from '../../ui/context';
import { useGiveMade } from '../../ui/give';
import { types } from '../../ui/save';
import { useStyles } from '../../ui/styles';
import { ConsolidateDesk, type ConsolidateState } from './desk';
import { Results } from './Results';
import { TaskProblem } from '../TaskProblem';
import { WorkRow } from '../WorkRow';
import { Units } from './Units';

/** 汇总: the workbook in front against its units, with the cause of every difference; and a 汇总 made from the units. */
export function Panel() {
  const styles = useStyles();
  const { door, state } = usePane();
  const [desk] = useState(() => new ConsolidateDesk((file) => door.openBook(file, '本年')));
  const task = useSyncExternalStore(desk.subscribe, desk.state);
  const [own, setName] = useState<string>();
  const name = own ?? state.checked?.report.unit ?? '';
  const drop = (event: DragEvent): void => {
    const files = [...event.dataTransfer.files].filter(({ name }) => isBookName(name));
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void desk.add(files);
  };
  return (
    <div className={styles.task} onDrop={drop}>
      <div className={styles.scroll}>
        <TaskProblem task={task} dismiss={desk.dismiss} />
        <Units desk={desk} task={task} name={name} setName={setName} />
        {task.compared && <Results compared={task.compared} />}
      </div>
      <Foot desk={desk} task={task} name={name} />
    </div>
  );
}

interface Part {
  readonly desk: ConsolidateDesk;
  readonly task: ConsolidateState;
}

function Foot({ desk, task: { work, files, compared }, name }: Part & { name: string }) {
  const styles = useStyles();
  const give = useGiveMade();
  const ready = files.some(({ book }) => book);
  if (!work && !ready) return null;
  const saveFound = (): void =>
    give('保存核对结果', () => {
      const found = desk.found();
      return found && { ...found, type: types.txt };
    });
  const saveMade = (): void =>
    give('生成汇总表', () => ({ ...desk.made(name.trim()), type: types.xlsx, words: desk.found()?.words ?? '' }));
  return (
    <footer className={styles.footer} style={{ position: 'relative' }}>
      <OfferBar />
      {work ? (
        <WorkRow work={work} cancel={desk.cancel} />
      ) : (
        <div className={styles.row}>
          {compared && (
            <Button className={styles.button} onClick={saveFound}>
              保存核对结果
            </Button>
          )}
          <Button className={styles.button} disabled={name.trim() === ''} onClick={saveMade}>
            由各单位生成汇总表
          </Button>
        </div>
      )}
    </footer>
  );
}
