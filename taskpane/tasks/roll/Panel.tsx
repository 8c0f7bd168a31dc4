import { Button, mergeClasses } from '@fluentui/react-components';
import { useState, useSyncExternalStore, type DragEvent } from 'react';
import { sections } from '../../../src/narrative/sections/index';
import { OfferBar } from '../../pane/OfferBar';
import { usePane } from '../../ui/context';
import { useGiveMade } from '../../ui/give';
import { types } from '../../ui/save';
import { useStyles } from '../../ui/styles';
import type { PanelProps } from '../registry';
import { RollDesk } from './desk';
import { Learn } from './Learn';
import { Materials } from './Materials';
import { TaskProblem } from '../TaskProblem';
import { WorkRow } from '../WorkRow';
import { Results } from './Results';

/** 承上年: last year's document becomes this year's; every change can be looked at and kept out before the file is saved. */
export function Panel({ active }: PanelProps) {
  const styles = useStyles();
  const { session } = usePane();
  const [desk] = useState(() => new RollDesk({ sections, profiles: session.assistant.profiles }));
  const roll = useSyncExternalStore(desk.subscribe, desk.state);
  const { source, made, kept } = roll;
  const drop = (event: DragEvent): void => {
    const file = [...event.dataTransfer.files].find(({ name }) => /\.(docx?|txt)$/i.test(name));
    if (!file || event.dataTransfer.files.length > 1) return;
    event.preventDefault();
    event.stopPropagation();
    void desk.open(file);
  };
  return (
    <div className={styles.task} onDrop={drop}>
      <div className={styles.scroll}>
        <TaskProblem task={roll} dismiss={desk.dismiss} />
        <Materials desk={desk} roll={roll} />
        {source && <Learn desk={desk} roll={roll} />}
        {source && made && <Results desk={desk} source={source} made={made} kept={kept} active={active} />}
      </div>
      <Foot desk={desk} roll={roll} />
    </div>
  );
}

interface Part {
  readonly desk: RollDesk;
  readonly roll: ReturnType<RollDesk['state']>;
}

function Foot({ desk, roll: { work, made } }: Part) {
  const styles = useStyles();
  const give = useGiveMade();
  if (!work && !made) return null;
  const save = (): void =>
    give('保存', () => {
      const file = desk.file(`${new Date().toISOString().slice(0, 19)}Z`);
      return file && { ...file, type: file.word ? types.docx : types.txt };
    });
  return (
    <footer className={styles.footer} style={{ position: 'relative' }}>
      <OfferBar />
      {work ? (
        <WorkRow work={work} cancel={desk.cancel} />
      ) : (
        <Button appearance="primary" className={mergeClasses(styles.grow)} style={{ width: '100%' }} onClick={save}>
          保存改好的文档
        </Button>
      )}
    </footer>
  );
}
