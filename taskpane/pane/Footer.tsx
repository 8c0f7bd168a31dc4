import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ProgressBar,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ownSheets } from '../../src/sheets/picture';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';
import type { PaneState, Work } from '../session/state';
import { useEffect, useState } from 'react';
import { useSaves } from './saves';

const useLocal = makeStyles({
  footer: { position: 'relative' },
  bar: { position: 'absolute', top: '-1px', left: 0, right: 0 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', minHeight: '32px' },
  step: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  primary: { flex: 1, minWidth: 0 },
});

/** What the one primary button will do, in full. */
export function generateLabel(state: PaneState): string {
  const missing = new Set(state.draft?.missing.map(({ key }) => key)).size;
  const word = state.hasReport ? '重新生成说明' : '生成说明';
  if (missing > 0) return `${word}（还有 ${missing} 处待补，可先生成）`;
  const errors = state.checked?.report.groups.filter(({ severity }) => severity === 'error').length ?? 0;
  return errors > 0 ? `${word}（有 ${errors} 处不平未处理）` : word;
}

/** Jobs shorter than this show nothing: a bar that only flashes says nothing. */
const patience = 300;

function useLasting(work: Work | undefined): Work | undefined {
  const [lasting, setLasting] = useState<Work['what']>();
  const what = work?.what;
  useEffect(() => {
    if (!what) return undefined;
    const timer = setTimeout(() => setLasting(what), patience);
    return () => {
      clearTimeout(timer);
      setLasting(undefined);
    };
  }, [what]);
  return lasting ? work : undefined;
}

export function Footer() {
  const styles = useStyles();
  const local = useLocal();
  const { state, session } = usePane();
  const work = useLasting(state.work);
  const long = work && (work.what === 'reading' || work.what === 'writing');
  if (!long && state.phase !== 'ready') return null;
  const value = work && work.total > 0 ? work.done / work.total : undefined;
  return (
    <footer className={mergeClasses(styles.footer, local.footer)}>
      {work && <ProgressBar className={local.bar} thickness="medium" aria-label={work.step} value={value} />}
      {long ? (
        <div className={local.buttons}>
          <span className={mergeClasses(styles.grow, local.step)} aria-live="polite">
            {work.step}
            {work.total > 0 ? `（${work.done}/${work.total}）` : '…'}
          </span>
          {work.cancellable && <Button onClick={session.cancel}>取消</Button>}
        </div>
      ) : (
        <div className={local.buttons}>
          <Button appearance="primary" className={local.primary} disabled={state.outdated} onClick={() => void session.generate()}>
            {state.outdated ? '正在等您改完…' : generateLabel(state)}
          </Button>
          {state.hasReport && <After />}
        </div>
      )}
    </footer>
  );
}

/** What can be done with a finished report. */
function After() {
  const { state, session } = usePane();
  const saves = useSaves();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button aria-label="更多：打开、保存和清除">更多</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => void session.openSheet(ownSheets.report)}>打开“情况说明”表</MenuItem>
          <MenuItem onClick={() => void session.openSheet(ownSheets.trace)}>打开“数据溯源”表</MenuItem>
          <MenuItem onClick={() => void session.openSheet(ownSheets.findings)}>打开“核对结果”表</MenuItem>
          {saves.map(({ label, run }) => (
            <MenuItem key={label} onClick={run}>
              {label}
            </MenuItem>
          ))}
          <MenuItem onClick={() => void (state.marked ? session.clearMarks() : session.showMarks())}>
            {state.marked ? '清除表中的标记' : '在表中标出问题'}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
