import { Button, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { yearWord } from '../../src/sheets/findings/words';
import { unitKinds } from '../../src/supplements/schema';
import { Fold } from '../ui/Fold';
import { later } from '../ui/later';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';

const FormsTable = later(async () => (await import(/* webpackChunkName: "forms-table" */ './FormsTable')).FormsTable);

const useLocal = makeStyles({
  header: { padding: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalM}` },
  profile: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  kind: { marginTop: tokens.spacingVerticalS },
  kinds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXS },
});

/** Whose report this is: unit, year, kind – read from the workbook – and how much of it was read. */
export function Header() {
  const styles = useStyles();
  const local = useLocal();
  const { state } = usePane();
  const { checked } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = checked !== undefined;
  // The button that opened it is gone: whoever goes on by keyboard starts from the top of what was opened.
  useEffect(() => {
    if (isOpen && document.hasFocus() && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [isOpen]);
  if (!checked) {
    return (
      <header className={local.header}>
        <h1 className={styles.h1}>决算说明助手</h1>
        {state.file && <div className={styles.small}>{state.file}</div>}
      </header>
    );
  }
  const { tables, unit, year } = checked.report;
  const read = tables.filter(({ status, role }) => status === 'read' && role === '本年').length;
  const open = tables.filter(({ status }) => status === 'duplicate' || status === 'unrecognised').length;
  return (
    <header className={local.header}>
      <h1 ref={heading} className={styles.h1} tabIndex={-1} style={{ outline: 'none' }}>
        {unit || '（工作簿没有编制单位）'}
      </h1>
      <Fold
        className={styles.small}
        label={
          <>
            {yearWord(year)} · {checked.supplements.documentKind ?? ''}决算 · <span className={styles.number}>已读 {read} 张表</span>
            {open > 0 && <span className={mergeClasses(styles.strong)}>，{open} 张待确认</span>}
          </>
        }
      >
        {() => <FormsTable />}
      </Fold>
      <ProfileSelect />
      <UnitKind />
    </header>
  );
}

/** 口径: the format of the province and year that the report follows; remembered with the workbook. */
function ProfileSelect() {
  const styles = useStyles();
  const local = useLocal();
  const { state, session } = usePane();
  const offered = [...session.assistant.profiles, ...(state.own ? [state.own] : [])];
  return (
    <label className={mergeClasses(styles.small, local.profile)}>
      口径
      <Select
        size="small"
        appearance="underline"
        value={state.profile!.id}
        onChange={(_, { value }) => {
          const chosen = offered.find(({ id }) => id === value);
          if (chosen) void session.chooseProfile(chosen);
        }}
      >
        {offered.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </label>
  );
}

/** 单位性质: one click, asked first, for equations and sentences depend on it; afterwards one quiet line. */
function UnitKind() {
  const styles = useStyles();
  const local = useLocal();
  const { state, session } = usePane();
  const { unitKind } = state.checked!.supplements;
  const [changing, setChanging] = useState(false);
  if (unitKind && !changing) {
    return (
      <div className={styles.small} data-need="unitKind">
        {unitKind} ·{' '}
        <button type="button" className={styles.link} aria-label="更改单位性质" onClick={() => setChanging(true)}>
          更改
        </button>
      </div>
    );
  }
  return (
    <div className={local.kind} data-need="unitKind" role="group" aria-labelledby="unit-kind">
      <div id="unit-kind" className={styles.small}>
        单位性质是？部分公式和段落由它决定
      </div>
      <div className={local.kinds}>
        {unitKinds.map((kind) => (
          <Button
            key={kind}
            size="small"
            aria-pressed={kind === unitKind}
            onClick={() => {
              setChanging(false);
              if (kind !== unitKind) void session.enter([['unitKind', kind]]);
            }}
          >
            {kind}
          </Button>
        ))}
      </div>
    </div>
  );
}
