import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { needsShown, readinessShown, textShown } from '../needs/shown';
import { Context, FocusContext, usePane, type FocusKey, type PaneContext } from '../ui/context';
import { QuestionBar } from '../ui/QuestionBar';
import { ReportContext, type ReportView } from '../ui/report-context';
import { having } from '../ui/find';
import { useStyles } from '../ui/styles';
import { useTheme, type HostBackground } from '../ui/theme';
import { TaskPanel } from '../tasks/TaskPanel';
import { TaskTabs, type Front } from '../tasks/TaskTabs';
import { tasks } from '../tasks/registry';
import { Header } from './Header';
import { Problems } from './Problems';
import { Start } from './Start';
import { Checks } from './Checks';
import { Supply } from './Supply';
import { Narrative } from './Narrative';
import { Footer } from './Footer';
import { ReadinessLine } from './Readiness';
import { WholeBar } from './WholeBar';
import { following, useWalk, type Stop } from './walk';

/** The whole pane: the tasks on top, and the one in front. A task that was opened stays as it was left. */
export function Pane() {
  const styles = useStyles();
  const { door } = usePane();
  const [front, setFront] = useState<Front>('report');
  const [opened, setOpened] = useState<ReadonlySet<Front>>(new Set());
  const show = (next: Front): void => {
    setFront(next);
    setOpened((before) => (before.has(next) ? before : new Set([...before, next])));
  };
  return (
    <main className={styles.pane}>
      <TaskTabs offered={door.tasks} front={front} show={show} />
      {front === 'report' && <ReportTask />}
      {tasks.map(({ id }) => {
        const load = door.tasks[id];
        return load && opened.has(id) && <TaskPanel key={id} id={id} active={front === id} load={load} toReport={() => show('report')} />;
      })}
      <WholeBar />
      <QuestionBar />
    </main>
  );
}

/** 核对 and 说明: header to button. What stands in it is kept by the session. */
function ReportTask() {
  const styles = useStyles();
  const { state } = usePane();
  const ready = state.phase === 'ready' && state.checked && state.draft;
  return (
    <div className={styles.task} id="panel-report" role="tabpanel" aria-label="说明" data-work={state.work?.what}>
      <div className={styles.scroll}>
        <Header />
        {ready ? (
          <Report>
            {state.parts >= 1 && <Checks />}
            {state.parts >= 2 && <Supply />}
            {state.parts >= 3 && <Narrative />}
          </Report>
        ) : (
          <Start />
        )}
      </div>
      <Problems />
      <Footer />
    </div>
  );
}

/** What its parts share about the report, with the line that says how far it is from its publication. */
export function Report({ children }: { children: ReactNode }) {
  const { state, session } = usePane();
  const { profile, checked, draft, kept } = state as Required<typeof state>;
  const [focusKey, setFocusKey] = useState<FocusKey['focusKey']>();
  const focus = useMemo<FocusKey>(() => ({ focusKey, focusOn: (key) => setFocusKey({ key }) }), [focusKey]);
  const text = textShown(draft, kept);
  const readiness = readinessShown(text, checked);
  const needs = needsShown(checked, draft, profile);
  const main = useRef<HTMLDivElement>(null);
  const show = (selector: string): void => {
    const found = main.current?.querySelector<HTMLElement>(selector);
    found?.scrollIntoView?.({ block: 'center' });
    found?.focus({ preventScroll: true });
  };
  const go = useCallback(
    (stop: Stop): void => {
      if (stop.kind === 'blank') return setFocusKey({ key: stop.key });
      show(stop.kind === 'form' ? '[data-lacking]' : having('data-group', stop.group));
      if (stop.kind === 'cause' && stop.cell?.book.role === '本年') void session.goTo(stop.cell);
    },
    [session],
  );
  const walk = useWalk(readiness, go);
  const view = useMemo<ReportView>(
    () => ({ text, readiness, needs, after: (key) => following(readiness, key, go) }),
    [text, readiness, needs, go],
  );
  return (
    <ReportContext.Provider value={view}>
      <FocusContext.Provider value={focus}>
        <div ref={main} data-profile={profile.id}>
          <ReadinessLine go={walk} />
          {children}
        </div>
      </FocusContext.Provider>
    </ReportContext.Provider>
  );
}

export function Themed({ context, background, children }: { context: PaneContext; background: HostBackground; children: ReactNode }) {
  const theme = useTheme(background);
  return (
    <FluentProvider theme={theme} style={{ height: '100%' }}>
      <Context.Provider value={context}>{children}</Context.Provider>
    </FluentProvider>
  );
}
