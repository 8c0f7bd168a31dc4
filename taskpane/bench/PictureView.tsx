import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { a1, parseA1 } from '../../src/kernel/address';
import { looks } from '../../src/sheets/picture/looks';
import type { PictureCell, PictureChart, SheetPicture, StyleLook } from '../../src/sheets/picture/picture';
import { Columns, Pie } from '../ui/Chart';

const points = 4 / 3;
const defaultRow = 15;
/** A wide sheet is made smaller to fit, down to this; then it scrolls. */
const smallest = 0.6;
const columnWidth = (characters: number): number => characters * 7.2 + 5;

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

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A sheet with more cells than this is drawn only where it is looked at. */
const manyCells = 1500;
/** So far beyond the edge of the window, in px, it is drawn already. */
const margin = 800;

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
  const { boxOf, width, height } = useMemo(() => layoutOf(picture), [picture]);
  const placed = useMemo(() => {
    const merges = new Map(picture.merges.map((merge) => [`${merge.row},${merge.column}`, merge]));
    return picture.cells.map((cell) => {
      const merge = merges.get(`${cell.row},${cell.column}`);
      return { cell, key: a1(cell.row, cell.column), box: boxOf(cell.row, cell.column, merge?.rows ?? 1, merge?.columns ?? 1) };
    });
  }, [picture, boxOf]);
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const [view, setView] = useState({ top: 0, bottom: 2 * margin });
  const whole = placed.length <= manyCells;
  useLayoutEffect(() => {
    const box = scroller.current!;
    const fit = (): void => setZoom(Math.min(1, Math.max(smallest, (box.clientWidth - 48) / (width + 72))));
    const look = (): void => {
      const step = Math.floor(box.scrollTop / (margin / 2)) * (margin / 2);
      setView((now) => (now.top === step ? now : { top: step, bottom: step + box.clientHeight + margin }));
    };
    fit();
    const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(fit);
    sizes?.observe(box);
    if (!whole) box.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes?.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [width, whole]);

  const point = selected && /^[A-Z]+\d+$/.test(selected) ? parseA1(selected) : undefined;
  const pointed = point && (placed.find(({ key }) => key === selected)?.box ?? boxOf(point.row, point.column, 1, 1));
  useEffect(() => {
    const box = scroller.current;
    if (!box || !pointed) return;
    const y = pointed.top * zoom;
    if (y < box.scrollTop || y + pointed.height > box.scrollTop + box.clientHeight - margin / 8)
      box.scrollTop = Math.max(0, y - box.clientHeight / 3);
  }, [selected, picture]); // eslint-disable-line react-hooks/exhaustive-deps

  const [top, bottom] = [(view.top - margin) / zoom, (view.bottom + margin) / zoom];
  const drawn = whole ? placed : placed.filter(({ box }) => box.top + box.height >= top && box.top <= bottom);
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={picture.name}>
      <div className={styles.paper} style={{ zoom }}>
        <div className={styles.cells} style={{ width, height }}>
          {drawn.map(({ cell, key, box }) => {
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
                <span style={{ width: '100%' }}>{shown(cell)}</span>
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

function layoutOf(picture: SheetPicture): {
  boxOf: (row: number, column: number, rows: number, columns: number) => Box;
  width: number;
  height: number;
} {
  const lastRow = Math.max(0, ...picture.cells.map(({ row }) => row), ...picture.charts.map(({ box }) => box.row + box.rows));
  // Columns at the right in which nothing stands only make the rest smaller.
  const filled = picture.cells.filter(({ value }) => value !== undefined && value !== '').map(({ column }) => column);
  const lastColumn = Math.max(
    0,
    ...filled.filter((column) => !picture.columns[column]?.hidden),
    ...picture.merges.map(({ column, columns }) => column + columns - 1),
    ...picture.charts.map(({ box }) => box.column + box.columns - 1),
  );
  const xs = [0];
  for (let column = 0; column <= lastColumn; column++) {
    const spec = picture.columns[column];
    xs.push(xs[column]! + (spec?.hidden ? 0 : columnWidth(spec?.width ?? 9)));
  }
  const ys = [0];
  for (let row = 0; row <= lastRow; row++) ys.push(ys[row]! + (picture.rowHeights.get(row) ?? defaultRow) * points);
  const x = (column: number): number => xs[Math.min(column, xs.length - 1)]!;
  const y = (row: number): number => ys[Math.min(row, ys.length - 1)]!;
  const boxOf = (row: number, column: number, rows: number, columns: number): Box => ({
    left: x(column),
    top: y(row),
    width: x(column + columns) - x(column),
    height: y(row + rows) - y(row),
  });
  return { boxOf, width: x(lastColumn + 1), height: y(lastRow + 1) };
}
