import { Button, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { cellKey, type CellRef } from '../../src/kernel/workbook';
import { paragraphText, type ChartSpec, type Paragraph, type ReportSection } from '../../src/narrative/document';
import { Chart } from '../ui/Chart';
import { Portion } from '../ui/Portion';
import { usePane } from '../ui/context';
import { useReport } from '../ui/report-context';
import { useStyles } from '../ui/styles';
import { isHere, isSelected, sourcesOf } from '../session/uses';
import { cellText, farCellText } from '../ui/words';
import { NeedField } from './NeedField';
import { Piece, stopAfter } from './Piece';

const useLocal = makeStyles({
  heading: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`,
  },
  paragraph: { margin: `0 0 ${tokens.spacingVerticalS}`, lineHeight: '1.75', overflowWrap: 'anywhere' },
  edit: { marginLeft: tokens.spacingHorizontalXS },
  // The words stay where they are: the mark stands in the margin.
  used: {
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    paddingLeft: tokens.spacingHorizontalS,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  sources: { margin: `calc(-1 * ${tokens.spacingVerticalXS}) 0 ${tokens.spacingVerticalS}`, overflowWrap: 'anywhere' },
  old: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  stale: {
    borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeBorder1}`,
    paddingLeft: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
  },
});

/** Paragraphs drawn at once: part 五 of a large unit has thousands. */
const portion = 60;

/** The text of one section; `upTo` is a paragraph that must be drawn. */
export function SectionText({ section, charts, upTo }: { section: ReportSection; charts: readonly ChartSpec[]; upTo?: string }) {
  const local = useLocal();
  const { state } = usePane();
  const stale = new Map(state.stale.map((one) => [one.id, one]));
  const shown = new Set(section.blocks.map(({ id }) => id));
  const added = state.stale.filter(({ id, section: where }) => where === section.id && !shown.has(id));
  return (
    <>
      <h3 className={local.heading}>{section.heading}</h3>
      <Portion key={section.id} items={section.blocks} size={portion} unit="段" upTo={section.blocks.findIndex(({ id }) => id === upTo)}>
        {(block) => {
          if (block.kind === 'heading') {
            return (
              <h4 key={block.id} className={local.heading}>
                {block.text}
              </h4>
            );
          }
          if (block.kind === 'chart') {
            const chart = charts.find(({ id }) => id === block.id);
            return chart && !chart.empty ? <Chart key={block.id} chart={chart} /> : null;
          }
          const old = stale.get(block.id);
          return old ? <StaleText key={block.id} id={block.id} old={old.old} now={old.now} /> : <Text key={block.id} paragraph={block} />;
        }}
      </Portion>
      {added.map(({ id, old, now }) => (
        <StaleText key={id} id={id} old={old} now={now} />
      ))}
    </>
  );
}

function Text({ paragraph }: { paragraph: Paragraph }) {
  const styles = useStyles();
  const local = useLocal();
  const { state, session } = usePane();
  const { needs } = useReport();
  const [opened, setOpened] = useState<number>();
  const [editing, setEditing] = useState(false);
  // The field stands in the place of the paragraph: afterwards the focus goes back to the button that opened it.
  const rewrite = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing && document.activeElement === document.body) rewrite.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  const inline = opened === undefined ? undefined : paragraph.inlines[opened];
  const used = paragraph.inlines.some((one) => sourcesOf(one).some((cell) => isSelected(cell, state.selected)));
  const byHand = state.kept?.edited.has(paragraph.id) ?? false;
  if (editing) return <EditText paragraph={paragraph} done={() => setEditing(false)} />;
  const filled = inline?.kind === 'supplied' ? needs.fields.find(({ key }) => key === inline.key) : undefined;
  return (
    <>
      <p className={mergeClasses(local.paragraph, used && local.used)} data-paragraph={paragraph.id}>
        {paragraph.inlines.map((one, index) => (
          <Piece
            key={one.kind === 'blank' ? `${one.key} ${one.ask}` : index}
            inline={one}
            open={() => setOpened(index)}
            cut={stopAfter(paragraph.inlines, index - 1).length}
            stop={stopAfter(paragraph.inlines, index)}
          />
        ))}
        <button
          ref={rewrite}
          type="button"
          className={mergeClasses(styles.link, styles.small, local.edit)}
          aria-label={`改写本段：${paragraphText(paragraph).slice(0, 12)}（${paragraph.id}）`}
          data-rewrite={paragraph.id}
          tabIndex={-1}
          onClick={() => setEditing(true)}
        >
          改写
        </button>
        {byHand && (
          <span className={styles.small}>
            （手改）
            <button
              type="button"
              className={styles.link}
              aria-label={`还原本段：${paragraphText(paragraph).slice(0, 12)}`}
              onClick={() => void session.reword(paragraph.id, undefined)}
            >
              还原
            </button>
          </span>
        )}
      </p>
      {inline && inline.kind !== 'blank' && (
        <div className={mergeClasses(styles.small, local.sources)} role="status" data-sources={paragraph.id}>
          “{inline.text}”{inline.kind === 'words' ? '依据' : '来自'}：
          <Sources cells={sourcesOf(inline)} />
          {filled && <NeedField need={filled} />}
        </div>
      )}
    </>
  );
}

/** A paragraph in the user's own words. They go to the sheet 情况说明 and stay there until they are given back. */
function EditText({ paragraph, done }: { paragraph: Paragraph; done: () => void }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const [text, setText] = useState(() => paragraphText(paragraph));
  const saving = useRef(false);
  const save = async (): Promise<void> => {
    const words = text.trim();
    if (saving.current) return;
    if (words === '' || text === paragraphText(paragraph)) return done();
    saving.current = true;
    await session.reword(paragraph.id, words);
    saving.current = false;
    // Refused: the words stay where they were typed, to be saved again. What only lacks its marks is saved.
    const { problem, kept } = session.state();
    if (!problem || kept?.edited.get(paragraph.id) === words) done();
  };
  return (
    <div
      className={mergeClasses(styles.stack, local.paragraph)}
      data-paragraph={paragraph.id}
      onKeyDown={(event) => event.key === 'Escape' && done()}
    >
      <Textarea autoFocus rows={5} resize="vertical" aria-label="改写本段" value={text} onChange={(_, { value }) => setText(value)} />
      <div className={styles.row}>
        <Button size="small" appearance="primary" onClick={() => void save()}>
          保存本段
        </Button>
        <Button size="small" onClick={done}>
          不改了
        </Button>
        <span className={styles.small}>写入“情况说明”表，重新生成时保留。</span>
      </div>
    </div>
  );
}

const manySources = 12;

/** The cells behind a piece of text. Those of last year's workbook cannot be shown here: they are named in full. */
function Sources({ cells }: { cells: readonly CellRef[] }) {
  const styles = useStyles();
  const { state, session } = usePane();
  const [all, setAll] = useState(false);
  const tables = state.checked!.report.tables;
  const shown = all ? cells : cells.slice(0, manySources);
  return (
    <ul className={styles.list}>
      {shown.map((cell) => (
        <li key={cellKey(cell)}>
          {isHere(cell) ? (
            <button type="button" className={mergeClasses(styles.link, styles.number)} onClick={() => void session.goTo(cell)}>
              {cellText(cell, tables)}
            </button>
          ) : (
            <span>{farCellText(cell, tables, state.checked!.years.before?.file)}，请另行打开查看</span>
          )}
        </li>
      ))}
      {shown.length < cells.length && (
        <li>
          <button type="button" className={styles.link} onClick={() => setAll(true)}>
            其余 {cells.length - shown.length} 个单元格
          </button>
        </li>
      )}
    </ul>
  );
}

/** The written sentence and its new wording. */
function StaleText({ id, old, now }: { id: string; old: string; now: string }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const [start, end] = commonEnds(old, now);
  const middle = (text: string): string => text.slice(start, text.length - end);
  return (
    <div className={local.stale} data-stale={id}>
      <div className={styles.small}>{old === '' ? '新增的一段' : now === '' ? '这一段不再需要' : '数据变动，本段待更新'}</div>
      <p className={local.paragraph}>
        {old.slice(0, start)}
        {middle(old) && <del className={local.old}>{middle(old)}</del>}
        {middle(now) && <ins className={styles.mark}>{middle(now)}</ins>}
        {end > 0 && now.slice(now.length - end)}
      </p>
      <button
        type="button"
        className={styles.link}
        aria-label={`接受：${(now || old).slice(0, 12)}`}
        onClick={() => void session.accept(id)}
      >
        接受
      </button>
    </div>
  );
}

/** Lengths of the beginning and the end that two texts share. */
export function commonEnds(a: string, b: string): readonly [start: number, end: number] {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [start, end];
}
