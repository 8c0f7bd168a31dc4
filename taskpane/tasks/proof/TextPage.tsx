import { Button, Switch, mergeClasses } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProvedFigure } from '../../../src/proof/proof';
import { claimName } from '../../../src/proof/checks/words';
import { usePane } from '../../ui/context';
import { having } from '../../ui/find';
import { useStyles } from '../../ui/styles';
import type { ProofDesk } from './desk';
import { Counts } from './Counts';
import { findingsOf, openIn, type TextEntry } from './entry';
import { EvidenceCells } from './Evidence';
import { FindingNote } from './FindingNote';
import { statusWords, useLooks } from './looks';
import { PanelFooter } from './PanelFooter';
import { ProofText, type Chosen } from './ProofText';
import { TextActions } from './TextActions';

/** One text: what was checked, the text with its figures and findings, and what can be done with it. */
export function TextPage({ desk, entry, active, back }: { desk: ProofDesk; entry: TextEntry; active: boolean; back?: () => void }) {
  const styles = useStyles();
  const looks = useLooks();
  const { state } = usePane();
  const report = entry.report!;
  const [chosen, setChosen] = useState<Chosen>();
  const [sought, setSought] = useState(-1);
  const [only, setOnly] = useState(false);
  const scroll = useRef<HTMLDivElement>(null);
  const asides = desk.asides();
  const findings = useMemo(() => findingsOf(entry, asides), [entry, asides.length, state.checked]); // eslint-disable-line react-hooks/exhaustive-deps
  const open = openIn(entry, findings);

  const toFinding = useCallback((number: number): void => setChosen({ finding: number }), []);
  const toWords = (paragraph: number): void => {
    const { blocks } = entry.text!.document;
    const i = blocks.findIndex(({ index, cells }) => index === paragraph || cells?.some((cell) => cell.paragraph === paragraph));
    setSought(i);
    requestAnimationFrame(() => scroll.current?.querySelector(having('data-block', String(i)))?.scrollIntoView?.({ block: 'center' }));
  };
  useEffect(() => {
    if (!chosen || !('finding' in chosen)) return;
    const words = scroll.current?.querySelector<HTMLElement>(having('data-words', String(chosen.finding)));
    words?.scrollIntoView?.({ block: 'center' });
    if (byKey.current) words?.focus({ preventScroll: true });
    byKey.current = false;
  }, [chosen, only]);
  // With the key the focus goes to the words, so that Tab leads on to what can be done about them.
  const byKey = useRef(false);
  const next = (step: 1 | -1 = 1): void => {
    const last = chosen && 'finding' in chosen ? chosen.finding : -1;
    const ahead = step === 1 ? open.find(({ number }) => number > last) : [...open].reverse().find(({ number }) => number < last);
    const one = ahead ?? (step === 1 ? open[0] : open.at(-1));
    if (one) toFinding(one.number);
  };
  useEffect(() => {
    if (!active) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      byKey.current = true;
      next(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });

  const noteOf = (one: NonNullable<Chosen>): React.ReactNode => {
    if ('figure' in one) return <FigureNote report={report} one={one.figure} toWords={toWords} />;
    const found = findings[one.finding];
    return found && <FindingNote key={found.number} desk={desk} entry={entry} one={found} toWords={toWords} />;
  };
  const { checked } = state;
  return (
    <>
      <div ref={scroll} className={styles.scroll}>
        <div className={styles.row} style={{ paddingTop: 8 }}>
          {back && (
            <button type="button" className={styles.link} onClick={back}>
              ‹ 清单
            </button>
          )}
          <h2 className={mergeClasses(styles.h2, looks.name)} title={entry.name}>
            {entry.name}
          </h2>
        </div>
        <Counts entry={entry} findings={findings} />
        {entry.from === 'file' && checked && (
          <Switch
            checked={entry.withBook}
            disabled={state.work !== undefined}
            onChange={(_, data) => void desk.again(entry.id, data.checked)}
            label="与前面的工作簿核对"
            style={{ marginLeft: '-8px' }}
          />
        )}
        {findings.length > 0 && (
          <div className={looks.views} role="group" aria-label="显示">
            <Button size="small" aria-pressed={!only} appearance={only ? 'subtle' : 'secondary'} onClick={() => setOnly(false)}>
              全文
            </Button>
            <Button size="small" aria-pressed={only} appearance={only ? 'secondary' : 'subtle'} onClick={() => setOnly(true)}>
              意见 {findings.length}
            </Button>
          </div>
        )}
        {only ? (
          findings.map((one) => (
            <FindingNote key={one.number} desk={desk} entry={entry} one={one} toWords={(p) => (setOnly(false), toWords(p))} />
          ))
        ) : (
          <ProofText entry={entry} findings={findings} chosen={chosen} choose={setChosen} note={noteOf} sought={sought} />
        )}
      </div>
      <PanelFooter>
        <Button appearance="primary" disabled={open.length === 0} onClick={() => next()}>
          下一处（F8）
        </Button>
        <TextActions desk={desk} entry={entry} />
      </PanelFooter>
    </>
  );
}

/** What a figure states and where that stands. */
function FigureNote({
  report,
  one: { figure, status, cells },
  toWords,
}: {
  report: NonNullable<TextEntry['report']>;
  one: ProvedFigure;
  toWords: (paragraph: number) => void;
}) {
  const looks = useLooks();
  const styles = useStyles();
  return (
    <div className={looks.note} role="status" data-figure={status}>
      <div>
        “{figure.text}”{statusWords[status]}
        {figure.claim ? `：读作${claimName(figure.claim, report.year)}` : '：没有读懂它说的是什么，不算错'}。
      </div>
      {cells.length > 0 ? (
        <div className={styles.row}>
          <span className={styles.small}>依据</span>
          <EvidenceCells report={report} cells={cells} toWords={toWords} />
        </div>
      ) : (
        status === 'confirmed' && <div className={styles.small}>与文中其他数相符。</div>
      )}
    </div>
  );
}
