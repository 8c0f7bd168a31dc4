import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { ReportSection, ReportText } from '../../src/narrative/document';
import { paragraphsOf } from '../../src/app/stale';
import { usesOf, type Use } from '../session/uses';
import { textShown } from '../needs/shown';
import { useFocusKey, usePane } from '../ui/context';
import { useReport } from '../ui/report-context';
import { useRoving } from '../ui/roving';
import { beginning, having } from '../ui/find';
import { useStyles } from '../ui/styles';
import { cellText, chineseNumber } from '../ui/words';
import { SectionText } from './SectionText';
import { forced } from '../ui/forced';

/** So many sentences are listed at once for a selected cell. */
const fewUses = 4;

const useLocal = makeStyles({
  uses: { marginBottom: tokens.spacingVerticalS },
  use: { width: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  jump: { display: 'flex', flexWrap: 'wrap', gap: '2px', marginBottom: tokens.spacingVerticalS },
  tab: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    // Eleven of them on one line of a pane of 320 px.
    flex: '1 0 auto',
    minWidth: '22px',
    maxWidth: '40px',
    height: '28px',
    padding: '0 2px',
    position: 'relative',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    // A line, no frame: the frame is the focus.
    [forced]: { borderBottom: '3px solid Highlight' },
  },
  dot: {
    '::after': {
      content: '""',
      position: 'absolute',
      top: '2px',
      right: '1px',
      width: '5px',
      height: '5px',
      borderRadius: '50%',
      backgroundColor: tokens.colorPaletteDarkOrangeForeground1,
      [forced]: { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
    },
  },
});

const sectionsOf = (document: ReportText): readonly ReportSection[] =>
  document.glossary.blocks.length > 0 ? [...document.sections, document.glossary] : document.sections;

/** 说明: the text of one section at a time, as it stands in the workbook or would be written now. */
export function Narrative() {
  const styles = useStyles();
  const local = useLocal();
  const { state, session } = usePane();
  const { text: now } = useReport();
  const { kept } = state;
  const base = state.written?.document ?? state.draft!;
  const document = textShown(base, kept);
  const sections = sectionsOf(document);
  const [chosen, setChosen] = useState<string>();
  const current = sections.find(({ id }) => id === chosen) ?? sections[0]!;
  const waiting = useMemo(() => waitingSections(now, state.stale), [now, state.stale]);
  const tab = (section: ReportSection, index: number): string => (section === document.glossary ? '名词' : chineseNumber(index + 1));
  const { stale, written } = state;

  // The sentence asked for may stand in another section: it is looked for once that section is drawn.
  const [sought, setSought] = useState<{ readonly id: string; readonly key?: string }>();
  // The figures and 改写 of a section are one stop: the arrows go through them.
  const { ref: text, onKeyDown } = useRoving<HTMLDivElement>('[data-piece], [data-rewrite]');
  useEffect(() => {
    if (!sought) return;
    const found = text.current?.querySelector(`${having('data-paragraph', sought.id)}, ${having('data-stale', sought.id)}`);
    found?.scrollIntoView?.({ block: 'center' });
    if (sought.key === undefined) return;
    const blank = `${having('data-blank', sought.key)}, ${beginning('data-blank', `${sought.key}.`)}`;
    const field = [...(found?.querySelectorAll<HTMLElement>(blank) ?? [])].flatMap((one) => [
      ...one.querySelectorAll<HTMLElement>('textarea, input, select, button'),
    ])[0];
    field?.focus({ preventScroll: true });
  }, [sought, text]);
  const { focusKey } = useFocusKey();
  const [followed, setFollowed] = useState(focusKey);
  if (focusKey !== followed) {
    setFollowed(focusKey);
    const entry = focusKey && now.missing.find(({ key }) => key === focusKey.key || focusKey.key.startsWith(`${key}.`));
    const section = entry && sections.find(({ blocks }) => blocks.some(({ id }) => id === entry.paragraph));
    if (section) {
      setChosen(section.id);
      setSought({ id: entry.paragraph, key: focusKey.key });
    }
  }
  const show = (use: Use): void => {
    setChosen(use.section);
    setSought({ id: use.paragraph.id });
  };

  const move = (event: React.KeyboardEvent, index: number): void => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: sections.length - 1 }[event.key];
    const next = to === undefined ? undefined : sections[(to + sections.length) % sections.length];
    if (!next) return;
    event.preventDefault();
    setChosen(next.id);
    (event.currentTarget.parentElement?.querySelector(`[data-section="${next.id}"]`) as HTMLElement | null)?.focus();
  };

  return (
    <section className={styles.section} aria-labelledby="narrative">
      <div className={styles.sectionHead}>
        <h2 id="narrative" className={styles.h2}>
          说明
        </h2>
        <span className={styles.small}>
          {written ? '已写入“情况说明”表' : state.hasReport ? '预览，与表中现有的说明可能不同' : '预览，尚未写入'}
        </span>
      </div>
      {written?.changed !== undefined && written.changed > 0 && (
        <div className={styles.small}>与上一次相比，{written.changed} 段有变化。</div>
      )}
      {stale.length > 0 && (
        <div className={styles.row} role="status">
          <span className={styles.grow}>数据变动，{stale.length} 段待更新</span>
          <button type="button" className={styles.link} onClick={() => void session.accept()}>
            全部接受
          </button>
        </div>
      )}
      <UsedBy document={document} show={show} />
      <div role="tablist" aria-label="说明的各部分" className={local.jump}>
        {sections.map((section, index) => (
          <button
            key={section.id}
            type="button"
            role="tab"
            data-section={section.id}
            aria-selected={section === current}
            aria-controls="narrative-text"
            tabIndex={section === current ? 0 : -1}
            title={section.heading}
            aria-label={`${section.heading}${waiting.has(section.id) ? '（有待补或待更新）' : ''}`}
            className={mergeClasses(local.tab, section === current && local.chosen, waiting.has(section.id) && local.dot)}
            onClick={() => setChosen(section.id)}
            onKeyDown={(event) => move(event, index)}
          >
            {tab(section, index)}
          </button>
        ))}
      </div>
      <div id="narrative-text" ref={text} role="tabpanel" aria-label={current.heading} onKeyDown={onKeyDown}>
        <SectionText section={current} charts={document.charts} upTo={sought?.id} />
      </div>
    </section>
  );
}

/** Sections with a blank or a stale sentence. */
function waitingSections(draft: ReportText, stale: readonly { section: string }[]): ReadonlySet<string> {
  const blank = paragraphsOf(draft).filter(({ paragraph }) => paragraph.inlines.some(({ kind }) => kind === 'blank'));
  return new Set([...blank, ...stale].map(({ section }) => section));
}

/** The sentences that rest on the cell that is selected in the sheet. */
function UsedBy({ document, show }: { document: ReportText; show: (use: Use) => void }) {
  const styles = useStyles();
  const local = useLocal();
  const { state } = usePane();
  const { selected, checked } = state;
  const uses = useMemo(() => usesOf(document, selected), [document, selected]);
  const [all, setAll] = useState<typeof selected>();
  if (!selected || uses.length === 0) return null;
  const shown = all === selected ? uses : uses.slice(0, fewUses);
  return (
    <div className={mergeClasses(styles.small, local.uses)} role="status" data-uses={uses.length}>
      <div>
        {cellText({ book: checked!.years.now.book, ...selected }, checked!.report.tables)} 用在 {uses.length} 段：
      </div>
      <ul className={styles.list}>
        {shown.map((use) => (
          <li key={use.paragraph.id}>
            <button type="button" className={mergeClasses(styles.link, local.use)} title={use.sentence} onClick={() => show(use)}>
              {use.sentence}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < uses.length && (
        <button type="button" className={styles.link} onClick={() => setAll(selected)}>
          其余 {uses.length - shown.length} 段
        </button>
      )}
    </div>
  );
}
