import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { cellKey, type CellRef } from '../../../src/kernel/workbook';
import { changeId, changeIds } from '../../../src/roll/decide';
import { isHere } from '../../session/uses';
import { usePane } from '../../ui/context';
import { Fold } from '../../ui/Fold';
import { Shape } from '../../ui/Shape';
import { useStyles } from '../../ui/styles';
import { cellText, farCellText } from '../../ui/words';
import type { RollDesk } from './desk';
import { stretchesOf, type Entry } from './entries';
import { forced } from '../../ui/forced';

const useLocal = makeStyles({
  words: { overflowWrap: 'anywhere', marginTop: tokens.spacingVerticalXXS },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  new: {
    color: tokens.colorPaletteGreenForeground1,
    textDecorationLine: 'underline',
    textUnderlineOffset: '3px',
    [forced]: { color: 'CanvasText' },
  },
  why: { marginTop: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  change: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalXS} 0` },
  card: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' } },
});

/** Up to so many changes are listed at once; more of them on request. */
const few = 2;

/** One paragraph: its words old and new, what a person must look at, and each change with its cells and the choice. */
export const Card = memo(function Card({ entry, kept, desk }: { entry: Entry; kept: string; desk: RollDesk }) {
  const styles = useStyles();
  const local = useLocal();
  const { at, paragraph, under } = entry;
  const out = new Set(kept === '' ? [] : kept.split(' '));
  const isOut = (change: number): boolean => out.has(changeId(at, change));
  const ids = changeIds(paragraph, at);
  const all = out.size < ids.length ? '整段保留上年' : '整段改为本年';
  const place = `${under || '文首'}，第 ${at + 1} 段`;
  const isOpen = paragraph.status === 'open' || out.size > 0;
  const changes = (): JSX.Element => (
    <div>
      {ids.map((id, i) => (
        <Change key={id} id={id} entry={entry} change={i} out={out.has(id)} desk={desk} />
      ))}
    </div>
  );
  return (
    <li className={mergeClasses(styles.card, local.card)} data-roll={at} data-open={isOpen || undefined} tabIndex={-1}>
      <div className={styles.row}>
        <Shape kind={isOpen ? 'warning' : 'good'} word={isOpen ? '待核' : '已更新'} />
        <span className={mergeClasses(styles.small, styles.grow)}>
          {under || '文首'}
          {paragraph.act === 'insert' ? ' · 新增一段' : paragraph.act === 'remove' ? ' · 删去一段' : ''}
        </span>
        {ids.length > 1 && (
          <button
            type="button"
            className={styles.link}
            aria-label={`${all}：${place}`}
            onClick={() => desk.keep(ids, out.size < ids.length)}
          >
            {all}
          </button>
        )}
      </div>
      <div className={local.words}>
        {stretchesOf(paragraph, isOut).map(({ kind, words }, i) =>
          kind === 'old' ? (
            <del key={i} className={local.old}>
              {words}
            </del>
          ) : kind === 'new' ? (
            <ins key={i} className={local.new}>
              {words}
            </ins>
          ) : (
            <span key={i}>{words}</span>
          ),
        )}
      </div>
      {paragraph.why !== '' && <div className={local.why}>{paragraph.why}</div>}
      {ids.length > few ? (
        <Fold label={`逐处看 ${ids.length} 处改动`} name={place}>
          {changes}
        </Fold>
      ) : (
        changes()
      )}
    </li>
  );
});

/** Old → new, the cells that it rests on, and whether it is taken. */
function Change({ id, entry, change, out, desk }: { id: string; entry: Entry; change: number; out: boolean; desk: RollDesk }) {
  const styles = useStyles();
  const local = useLocal();
  const { act, changes } = entry.paragraph;
  const one = changes[change];
  const choice = out ? '改为本年' : '保留上年';
  const words = act === 'remove' ? '删去这一段' : act === 'insert' ? '补上这一段' : `${one?.from || '（无）'} → ${one?.to || '（删去）'}`;
  return (
    <div className={local.change}>
      <span className={mergeClasses(styles.number, out && local.old)} style={{ whiteSpace: 'normal' }}>
        {words}
      </span>
      <Cells cells={one?.cells ?? []} />
      <button
        type="button"
        className={styles.link}
        aria-label={`${choice}：${words}，第 ${entry.at + 1} 段第 ${change + 1} 处`}
        onClick={() => desk.keep([id], !out)}
      >
        {choice}
      </button>
    </div>
  );
}

const many = 6;

function Cells({ cells }: { cells: readonly CellRef[] }) {
  const styles = useStyles();
  const { state, session } = usePane();
  const checked = state.checked;
  if (!checked) return null;
  const { tables } = checked.report;
  const shown = [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()];
  return (
    <>
      {shown.slice(0, many).map((cell) =>
        isHere(cell) ? (
          <button
            key={cellKey(cell)}
            type="button"
            className={mergeClasses(styles.link, styles.number)}
            aria-label={`定位到 ${cellText(cell, tables)}`}
            onClick={() => void session.goTo(cell)}
          >
            {cellText(cell, tables)}
          </button>
        ) : (
          <span
            key={cellKey(cell)}
            className={mergeClasses(styles.small, styles.number)}
            title={farCellText(cell, tables, checked.years.before?.file)}
          >
            {cellText(cell, tables)}
          </span>
        ),
      )}
      {shown.length > many && <span className={styles.small}>等 {shown.length} 格</span>}
    </>
  );
}
