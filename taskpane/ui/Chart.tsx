import { makeStyles, tokens } from '@fluentui/react-components';
import type { ChartSpec } from '../../src/narrative/document';
import { chartNumber } from '../../src/sheets/chart-data';

const width = 288;
const height = 132;
// The colours of one chart: steps of the brand colour, told apart in grey print as well.
const colors = ['#0f6cbd', '#77b7f7', '#115ea3', '#b4d6fa', '#0c3b5e', '#479ef5', '#2886de', '#cfe4fa', '#0e4775', '#62abf5'];

interface Drawn {
  readonly title: string;
  readonly kind: 'column' | 'pie';
  readonly categories: readonly string[];
  /** Drawing only: these numbers are never printed or counted with. */
  readonly values: readonly number[];
  readonly labels: readonly string[];
}

const drawnOf = (chart: ChartSpec): Drawn => {
  const values = chart.series[0]?.values ?? [];
  return {
    title: chart.title,
    kind: chart.kind,
    categories: chart.categories,
    values: values.map((value) => chartNumber(value, 2)),
    labels: values.map((value) => String(chartNumber(value, 2))),
  };
};

const useStyles = makeStyles({
  figure: { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalM}` },
  svg: { width: '100%', maxWidth: '360px', height: 'auto', display: 'block' },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: { fill: tokens.colorNeutralForeground2, fontSize: '10px' },
});

/** A small picture of a chart of the report. The real, native one stands in the sheet and in the Word file. */
export function Chart({ chart }: { chart: ChartSpec }) {
  const styles = useStyles();
  const drawn = drawnOf(chart);
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.svg}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${chart.title}：${drawn.categories.map((name, i) => `${name} ${drawn.labels[i]}`).join('，')}`}
      >
        {drawn.kind === 'column' ? <Columns drawn={drawn} text={styles.text} /> : <Pie drawn={drawn} text={styles.text} />}
      </svg>
      <figcaption className={styles.caption}>{chart.title}</figcaption>
    </figure>
  );
}

export function Columns({ drawn, text }: { drawn: Drawn; text: string }) {
  const { values, categories, labels } = drawn;
  const top = Math.max(...values, 0) || 1;
  const slot = width / values.length;
  const thick = Math.min(44, slot * 0.5);
  return (
    <>
      {values.map((value, i) => {
        const tall = Math.max(1, (Math.max(value, 0) / top) * (height - 44));
        const x = slot * i + slot / 2;
        return (
          <g key={i}>
            <rect
              x={x - thick / 2}
              y={height - 18 - tall}
              width={thick}
              height={tall}
              rx="2"
              fill={colors[i === values.length - 1 ? 0 : 1]}
            />
            <text className={text} x={x} y={height - 22 - tall} textAnchor="middle">
              {labels[i]}
            </text>
            <text className={text} x={x} y={height - 5} textAnchor="middle">
              {categories[i]}
            </text>
          </g>
        );
      })}
    </>
  );
}

export function Pie({ drawn, text }: { drawn: Drawn; text: string }) {
  const { values, categories, labels } = drawn;
  const total = values.reduce((sum, value) => sum + Math.max(value, 0), 0) || 1;
  const radius = 48;
  const point = (share: number): string => {
    const angle = share * 2 * Math.PI;
    return `${66 + radius * Math.sin(angle)} ${66 - radius * Math.cos(angle)}`;
  };
  const shares = values.map((value) => Math.max(value, 0) / total);
  return (
    <>
      {values.map((_, i) => {
        const share = shares[i]!;
        const start = shares.slice(0, i).reduce((sum, one) => sum + one, 0);
        const color = colors[i % colors.length];
        return share > 0.9999 ? (
          <circle key={i} cx="66" cy="66" r={radius} fill={color} />
        ) : (
          <path key={i} d={`M66 66L${point(start)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${point(start + share)}Z`} fill={color} />
        );
      })}
      {categories.slice(0, 8).map((name, i) => (
        <g key={name}>
          <rect x="132" y={10 + i * 15} width="8" height="8" rx="1" fill={colors[i % colors.length]} />
          <text className={text} x="145" y={18 + i * 15}>
            {name.length > 9 ? `${name.slice(0, 8)}…` : name} {labels[i]}
          </text>
        </g>
      ))}
    </>
  );
}
