import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import type { FileHost } from '../files/file-host';
import { Pane } from '../pane/Pane';
import { useAskedParts } from '../pane/parts-asked';
import { useSaves } from '../pane/saves';
import { isTypingInField } from '../pane/typing';
import { ActionMenu } from '../ui/ActionMenu';
import { usePane } from '../ui/context';
import { Grid } from './Grid';
import { PictureView } from './PictureView';
import { Tabs } from './Tabs';

const narrow = '@media (max-width: 760px)';

const useStyles = makeStyles({
  bench: { height: '100%', display: 'flex', backgroundColor: tokens.colorNeutralBackground1, [narrow]: { flexDirection: 'column' } },
  sheets: {
    flex: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  pane: { width: 'clamp(340px, 30vw, 440px)', minHeight: 0, flexShrink: 0, [narrow]: { width: '100%', flex: 1 } },
  hiddenNarrow: { [narrow]: { display: 'none' } },
  onlyNarrow: { display: 'none', [narrow]: { display: 'flex', padding: '4px 12px', gap: '8px' } },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: '6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  file: { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  drop: {
    flex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: tokens.colorNeutralForeground3,
    margin: '20px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: {
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorBrandBackground2,
  },
});

const isPicture = (sheet: object): sheet is SheetPicture => 'cells' in sheet;

/** 离线工作台: the sheets of a file to the left, the pane to the right. */
export function Workbench({ host, take }: { host: FileHost; take: (files: readonly File[]) => void }) {
  const styles = useStyles();
  const { door } = usePane();
  const view = useSyncExternalStore(host.subscribe, host.state);
  const [over, setOver] = useState(false);
  const [front, setFront] = useState<'pane' | 'sheets'>('pane');
  const [seen, setSeen] = useState(view.selected);
  if (view.selected !== seen) {
    setSeen(view.selected);
    if (view.selected) setFront('sheets');
  }
  const asked = useAskedParts() !== undefined;
  const [asking, setAsking] = useState(asked);
  if (asked !== asking) {
    setAsking(asked);
    // The question stands in the pane.
    if (asked) setFront('pane');
  }
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (host.state().unsaved || isTypingInField()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [host]);

  const sheet = view.sheet === undefined ? undefined : host.sheet(view.sheet);
  const marks = useMemo(() => view.marks.filter(({ at }) => at.book.role === '本年' && at.sheet === view.sheet), [view.marks, view.sheet]);
  const saves = useSaves().filter(({ label }) => label !== '复制全文');

  return (
    <div
      className={styles.bench}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
    >
      {view.workbook && (
        <nav className={styles.onlyNarrow} aria-label="切换">
          <Button
            size="small"
            appearance={front === 'pane' ? 'primary' : 'subtle'}
            aria-pressed={front === 'pane'}
            onClick={() => setFront('pane')}
          >
            核对和说明
          </Button>
          <Button
            size="small"
            appearance={front === 'sheets' ? 'primary' : 'subtle'}
            aria-pressed={front === 'sheets'}
            onClick={() => setFront('sheets')}
          >
            看表
          </Button>
        </nav>
      )}
      <section className={mergeClasses(styles.sheets, front === 'pane' && styles.hiddenNarrow)} aria-label="工作簿">
        <div className={styles.bar}>
          <span className={styles.file}>{view.workbook?.file ?? '决算说明助手 · 离线工作台'}</span>
          <Button size="small" appearance="subtle" onClick={door.chooseWorkbook}>
            打开…
          </Button>
          {view.workbook && <ActionMenu label="保存" small disabled={saves.length === 0} actions={saves} />}
        </div>
        {sheet === undefined ? (
          <div className={mergeClasses(styles.drop, over && styles.over)}>把决算报表（.xlsx 或 .xls）拖到这里，上年的可以一起拖</div>
        ) : isPicture(sheet) ? (
          <PictureView
            key={sheet.name}
            picture={sheet}
            selected={view.selected?.sheet === sheet.name ? view.selected.a1 : undefined}
            follow={({ sheet: to, a1 }) => host.point(to, a1)}
          />
        ) : (
          <Grid
            key={sheet.name}
            sheet={sheet}
            marks={marks}
            selected={view.selected?.sheet === sheet.name ? view.selected.a1 : undefined}
            onSelect={(a1) => host.point(sheet.name, a1)}
          />
        )}
        {view.workbook && (
          <Tabs names={host.sheetNames()} current={view.sheet} marks={view.marks} show={(name) => void host.navigator.open(name)} />
        )}
      </section>
      <div className={mergeClasses(styles.pane, front === 'sheets' && view.workbook && styles.hiddenNarrow)}>
        <Pane />
      </div>
    </div>
  );
}
