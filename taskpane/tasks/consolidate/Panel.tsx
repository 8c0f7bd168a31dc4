import { isBookName } from '../../../src/kernel/book-names';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState, useSyncExternalStore, type DragEvent } from 'react';
import { phraseText } from '../../../src/facts/phrase';
import { OfferBar } from '../../pane/OfferBar';
import { usePane } from '../../ui/context';
import { Fold } from '../../ui/Fold';
import { offer } from '../../ui/offer';
import { saveFile, types } from '../../ui/save';
import { useStyles } from '../../ui/styles';
import { ConsolidateDesk, type ConsolidateState } from './desk';
import { Results } from './Results';
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
        <Problem desk={desk} task={task} />
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

function Problem({ desk, task: { problem, notice } }: Part) {
  const { state, session } = usePane();
  const shown = problem ?? state.problem;
  const words = notice ?? state.notice;
  if (!shown && !words) return null;
  const close = (): void => {
    desk.dismiss();
    session.dismiss();
  };
  return (
    <div aria-live="polite">
      <MessageBar intent={!shown ? 'success' : shown.details ? 'error' : 'warning'} layout="multiline">
        <MessageBarBody style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {shown?.message ?? words}
          {shown?.details && <Fold label="详细信息">{() => <div style={{ whiteSpace: 'pre-wrap' }}>{shown.details}</div>}</Fold>}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={close}>
            知道了
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

function Foot({ desk, task: { work, files, compared }, name }: Part & { name: string }) {
  const styles = useStyles();
  const { session } = usePane();
  const ready = files.some(({ book }) => book);
  if (!work && !ready) return null;
  const save = (): Promise<void> =>
    session.attempt('生成汇总表', () => {
      const made = desk.made(name.trim());
      const words = (compared?.result.causes ?? []).map(({ likely, message }) => `${likely}：${phraseText(message)}`).join('\n');
      // In a pane of Excel the preparing may take longer than a click counts: the file is offered first.
      if (session.host.can.editableByUser) {
        offer({ ...made, type: types.xlsx, words });
        return Promise.resolve(undefined);
      }
      saveFile(made.name, made.bytes, types.xlsx);
      return Promise.resolve(`已保存“${made.name}”。`);
    });
  return (
    <footer className={styles.footer} style={{ position: 'relative' }}>
      <OfferBar />
      {work ? (
        <WorkRow work={work} cancel={desk.cancel} />
      ) : (
        <Button style={{ width: '100%' }} disabled={name.trim() === ''} onClick={() => void save()}>
          由各单位生成汇总表
        </Button>
      )}
    </footer>
  );
}
