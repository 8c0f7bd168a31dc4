import { FluentProvider } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { Context, FocusContext, usePane, type FocusKey, type PaneContext } from '../ui/context';
import { useStyles } from '../ui/styles';
import { useTheme, type HostBackground } from '../ui/theme';
import { Header } from './Header';
import { Problems } from './Problems';
import { Start } from './Start';
import { Checks } from './Checks';
import { Supply } from './Supply';
import { Narrative } from './Narrative';
import { Footer } from './Footer';

/** The whole pane: one column, header to button. */
export function Pane() {
  const styles = useStyles();
  const { state } = usePane();
  const [focusKey, setFocusKey] = useState<FocusKey['focusKey']>();
  const focus = useMemo<FocusKey>(() => ({ focusKey, focusOn: (key) => setFocusKey({ key }) }), [focusKey]);
  const ready = state.phase === 'ready' && state.checked && state.draft;
  return (
    <main className={styles.pane}>
      <div className={styles.scroll}>
        <Header />
        <Problems />
        {ready ? (
          <FocusContext.Provider value={focus}>
            <Checks />
            <Supply />
            <Narrative />
          </FocusContext.Provider>
        ) : (
          <Start />
        )}
      </div>
      <Footer />
    </main>
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
