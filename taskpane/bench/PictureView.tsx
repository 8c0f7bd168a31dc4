import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { a1, parseA1 } from '../../src/kernel/address';
import { titlePhrases } from '../../src/narrative/document';
import { looks } from '../../src/sheets/picture/looks';
import type { PictureCell, PictureChart, SheetPicture, StyleLook } from '../../src/sheets/picture/picture';
import { Columns, Pie } from '../ui/Chart';
import { layoutOf, points, type Box } from './picture-layout';
import { watchSize } from './watch-size';

/** A wide sheet is made smaller to fit, down to this; then it scrolls. */
const smallest = 0.6;

const useStyles = makeStyles({
  scroller: { flex: 1, overflow: 'auto', backgroundColor: tokens.colorNeutralBackground3, padding: '24px' },
  // Paper stays paper: our sheets keep their printed colours in a dark room as well.
  paper: {
    margin: '0 auto',
    padding: '40px 24px 48px 48px',
    backgroundColor: '#ffffff',
    color: '#1f2328',
    boxShadow: tokens.shadow4,
    width: 'fit-content',
  },
  cells: { position: 'relative' },
  selected: { position: 'absolute', boxSizing: 'border-box', border: `2px solid ${tokens.colorBrandStroke1}`, pointerEvents: 'none' },
  chart: {
    position: 'absolute',
    backgroundColor: '#ffffff',
    border: '1px solid #dddddd',
    padding: '8px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
  },
  text: { fill: '#424242', fontSize: '10px' },
  caption: { fontSize: '13px', marginBottom: '4px' },
});

const horizontal = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;

function styleOf(look: StyleLook): React.CSSProperties {
  return {
    fontFamily: `'${look.font}', 'Noto Serif CJK SC', 'SimSun', serif`,
    fontSize: `${look.size * points}px`,
    lineHeight: 1.5,
    fontWeight: look.bold ? 600 : 400,
    fontStyle: look.italic ? 'italic' : undefined,
    textDecoration: look.underline ? 'underline' : undefined,
    color: look.color && `#${look.color}`,
    backgroundColor: look.fill && `#${look.fill}`,
    textAlign: look.align ?? 'left',
    justifyContent: horizontal[look.align ?? 'left'],
    alignItems: look.vertical === 'top' ? 'flex-start' : 'center',
    whiteSpace: look.wrap ? 'pre-wrap' : 'pre',
    paddingLeft: look.indent ? look.indent * 9 : undefined,
    boxShadow: look.border === 'thin' ? 'inset 0 0 0 0.5px #c8c8c8' : look.border === 'bottom' ? 'inset 0 -1px 0 #c8c8c8' : undefined,
  };
}

/** A number the way its style prints it: `#,##0.00`, `0.00"%"`. Only for looking at. */
function shown({ value, style }: PictureCell): string {
  if (typeof value !== 'number') return value ?? '';
  const format = looks[style].format ?? '';
  const decimals = /0\.(0+)/.exec(format)?.[1]?.length ?? (format.includes('0') ? 0 : undefined);
  if (decimals === undefined) return String(value);
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = format.includes('#,##') ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : whole;
  return `${value < 0 ? '-' : ''}${grouped}${fraction ? `.${fraction}` : ''}${format.includes('%') ? '%' : ''}`;
}

/** A sheet with more cells than this is drawn only where it is looked at. */
const manyCells = 800;
/** So far beyond the edges of the window, in px of the sheet, it is drawn already. */
const margin = 500;

/** One of our own sheets, drawn from the very picture that the saved file and Excel are drawn from. */
export function PictureView({
  picture,
  selected,
  follow,
}: {
  picture: SheetPicture;
  selected?: string;
  follow: (link: { sheet: string; a1: string }) => void;
}) {
  const styles = useStyles();
  const { boxOf, cellBox, between, width, height } = useMemo(() => layoutOf(picture), [picture]);
  const point = selected && /^[A-Z]+\d+$/.test(selected) ? parseA1(selected) : undefined;
  const pointed = point && cellBox(point.row, point.column);
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  /** What the sheet will be drawn with next. */
  const fitting = useRef(1);
  const [view, setView] = useState({ top: 0, height: 900 });
  useLayoutEffect(() => {
    const box = scroller.current!;
    const look = (): void => {
      const top = Math.floor(box.scrollTop / (margin / 2)) * (margin / 2);
      setView((now) => (now.top === top && now.height === box.clientHeight ? now : { top, height: box.clientHeight }));
    };
    const fit = (): void => {
      fitting.current = Math.min(1, Math.max(smallest, (box.clientWidth - 48) / (width + 72)));
      setZoom(fitting.current);
      look();
    };
    box.addEventListener('scroll', look, { passive: true });
    const unwatch = watchSize(box, fit);
    // A cell that is to be shown is sought on the sheet as large as it will be.
    if (pointed) fit();
    return () => {
      unwatch();
      box.removeEventListener('scroll', look);
    };
  }, [width]); // eslint-disable-line react-hooks/exhaustive-deps
  useEffect(() => {
    const box = scroller.current;
    if (!box || !pointed) return;
    const y = pointed.top * fitting.current;
    if (y < box.scrollTop || y + pointed.height > box.scrollTop + box.clientHeight - 100)
      box.scrollTop = Math.max(0, y - box.clientHeight / 3);
  }, [selected, picture]); // eslint-disable-line react-hooks/exhaustive-deps

  const whole = picture.cells.length <= manyCells;
  const drawn = whole ? picture.cells : between((view.top - margin) / zoom, (view.top + view.height + margin) / zoom);
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={picture.name}>
      <div className={styles.paper} style={{ zoom }}>
        <div className={styles.cells} style={{ width, height }}>
          {drawn.map((cell) => {
            const key = a1(cell.row, cell.column);
            const box = cellBox(cell.row, cell.column);
            if (box.width === 0) return null;
            const style: React.CSSProperties = {
              position: 'absolute',
              display: 'flex',
              boxSizing: 'border-box',
              overflow: 'hidden',
              padding: '1px 4px',
              ...styleOf(looks[cell.style]),
              ...box,
            };
            return cell.link ? (
              <button
                key={key}
                type="button"
                style={{ appearance: 'none', border: 'none', background: 'none', cursor: 'pointer', ...style }}
                onClick={() => follow(cell.link!)}
              >
                {shown(cell)}
              </button>
            ) : (
              <div key={key} style={style} onClick={() => follow({ sheet: picture.name, a1: key })}>
                <span style={{ width: '100%' }}>{cell.style === 'title' ? <Title words={shown(cell)} /> : shown(cell)}</span>
              </div>
            );
          })}
          {pointed && <div className={styles.selected} data-selected={selected} style={{ ...pointed }} />}
          {picture.charts.map((chart) => (
            <ChartBox key={chart.id} chart={chart} box={boxOf(chart.box.row, chart.box.column, chart.box.rows, chart.box.columns)} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** A title that needs two lines is broken between its phrases. */
const Title = ({ words }: { words: string }) =>
  titlePhrases(words).map((phrase) => (
    <span key={phrase} style={{ display: 'inline-block' }}>
      {phrase}
    </span>
  ));

function ChartBox({ chart, box }: { chart: PictureChart; box: Box }) {
  const styles = useStyles();
  const values = chart.cache.series[0] ?? [];
  const drawn = { title: chart.title, kind: chart.kind, categories: chart.cache.categories, values, labels: values.map(String) };
  return (
    <figure className={styles.chart} style={{ ...box, margin: 0 }}>
      <figcaption className={styles.caption}>{chart.title}</figcaption>
      <svg viewBox="0 0 288 132" style={{ flex: 1, minHeight: 0, width: '100%' }} role="img" aria-label={chart.title}>
        {chart.kind === 'column' ? <Columns drawn={drawn} text={styles.text} /> : <Pie drawn={drawn} text={styles.text} />}
      </svg>
    </figure>
  );
}
