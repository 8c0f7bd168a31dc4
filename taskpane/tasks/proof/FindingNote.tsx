import { Button, Textarea, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../../ui/context';
import { useFocusBack } from '../../ui/focus-back';
import { useStyles } from '../../ui/styles';
import type { ProofDesk } from './desk';
import { clashes, noteOf, type OpenFinding, type TextEntry } from './entry';
import { EvidenceCells } from './Evidence';
import { levelLooks, levelWords, useLooks } from './looks';

/** What is wrong with some words, what follows from which cells, and what can be done about it. */
export function FindingNote({
  desk,
  entry,
  one,
  toWords,
}: {
  desk: ProofDesk;
  entry: TextEntry;
  one: OpenFinding;
  toWords: (paragraph: number) => void;
}) {
  const styles = useStyles();
  const looks = useLooks();
  const { session } = usePane();
  const [asking, setAsking] = useState(false);
  const { finding, number, kept } = one;
  const { severity, message, suggestion, cells, rule, span } = finding;
  const place = entry.text!.document.blocks.find(({ index }) => index === span.paragraph)?.at;
  return (
    <div className={looks.note} role="group" aria-label={`意见：${message}`} data-finding={number}>
      <div>
        <span className={mergeClasses(looks.level, looks[levelLooks[severity]])}>{levelWords[severity]}</span>{' '}
        <span className={styles.small}>{rule}</span>
      </div>
      <div>{noteOf(finding)}</div>
      {cells.length > 0 && (
        <div className={styles.row}>
          <span className={styles.small}>依据</span>
          <EvidenceCells report={entry.report!} cells={cells} toWords={toWords} />
        </div>
      )}
      {suggestion !== undefined && <div className={looks.suggestion}>建议：{suggestion.trim()}</div>}
      {kept && (
        <div className={styles.small}>
          已核实：{kept.reason}（{kept.at}）
        </div>
      )}
      <div className={looks.actions}>
        {suggestion !== undefined && !kept && <TakeButton desk={desk} entry={entry} one={one} />}
        {kept ? (
          <button type="button" className={styles.link} onClick={() => void desk.keep(entry.id, number, undefined)}>
            撤回已核实
          </button>
        ) : (
          <button type="button" className={styles.link} aria-expanded={asking} onClick={() => setAsking(!asking)}>
            保留原文…
          </button>
        )}
        {place && (
          <button type="button" className={styles.link} onClick={() => void session.goTo({ book: bookOf(desk), ...place })}>
            在表中看
          </button>
        )}
      </div>
      {asking && !kept && <AskReason done={() => setAsking(false)} keep={(reason) => void desk.keep(entry.id, number, reason)} />}
    </div>
  );
}

const bookOf = ({ session }: ProofDesk) => session.state().checked?.years.now.book ?? ({ role: '本年', unit: '' } as const);

function TakeButton({ desk, entry, one: { number } }: { desk: ProofDesk; entry: TextEntry; one: OpenFinding }) {
  const styles = useStyles();
  const { state } = usePane();
  const taken = entry.taken.has(number);
  if (!taken && clashes(entry, number)) return <span className={styles.small}>与已采用的另一条建议重叠</span>;
  return (
    <>
      <Button
        size="small"
        appearance={taken ? 'secondary' : 'primary'}
        aria-pressed={entry.from === 'file' ? taken : undefined}
        disabled={state.work !== undefined}
        onClick={() => void desk.use(entry.id, number)}
      >
        {taken ? '不采用了' : '采用建议'}
      </Button>
      {taken && <span className={styles.small}>已采用，保存时写入副本</span>}
    </>
  );
}

function AskReason({ keep, done }: { keep: (reason: string) => void; done: () => void }) {
  const styles = useStyles();
  const [reason, setReason] = useState('');
  useFocusBack();
  return (
    <form
      className={styles.stack}
      onKeyDown={(event) => event.key === 'Escape' && done()}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        done();
        keep(reason.trim());
      }}
    >
      <Textarea
        autoFocus
        resize="vertical"
        value={reason}
        aria-label="保留原文的理由"
        placeholder="理由；文字或单元格再有改动时会重新提示"
        onChange={(_, { value }) => setReason(value)}
      />
      <div className={styles.row}>
        <Button size="small" type="submit" appearance="primary" disabled={reason.trim() === ''}>
          保留原文
        </Button>
        <Button size="small" onClick={done}>
          取消
        </Button>
      </div>
    </form>
  );
}
