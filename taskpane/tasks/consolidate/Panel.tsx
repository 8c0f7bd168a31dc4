import { isBookName } from '../../../src/kernel/book-names';
import { Button } from '@fluentui/react-components';
import { useState, useSyncExternalStore, type DragEvent } from 'react';
import { OfferBar } from '../../pane/OfferBar';
import { usePane } from '../../ui/context';
import { offer } from '../../ui/offer';
import { savedWords, saveFile, types } from '../../ui/save';
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
  const { session } = usePane();
  const ready = files.some(({ book }) => book);
  if (!work && !ready) return null;
  // In a pane of Excel the preparing may take longer than a click counts: the file is offered first.
  const give = (name: string, bytes: Uint8Array, type: string, words: string): string | undefined => {
    if (session.host.can.editableByUser) return void offer({ name, bytes, type, words });
    saveFile(name, bytes, type);
    return savedWords(name);
  };
  const saveFound = (): Promise<void> =>
    session.attempt('保存核对结果', () => {
      const found = desk.found();
      return Promise.resolve(found && give(found.name, found.bytes, types.txt, found.words));
    });
  const saveMade = (): Promise<void> =>
    session.attempt('生成汇总表', () => {
      const made = desk.made(name.trim());
      return Promise.resolve(give(made.name, made.bytes, types.xlsx, desk.found()?.words ?? ''));
    });
  return (
    <footer className={styles.footer} style={{ position: 'relative' }}>
      <OfferBar />
      {work ? (
        <WorkRow work={work} cancel={desk.cancel} />
      ) : (
        <div className={styles.row}>
          {compared && (
            <Button className={styles.button} onClick={() => void saveFound()}>
              保存核对结果
            </Button>
          )}
          <Button className={styles.button} disabled={name.trim() === ''} onClick={() => void saveMade()}>
            由各单位生成汇总表
          </Button>
        </div>
      )}
    </footer>
  );
}
