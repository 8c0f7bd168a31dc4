import { countText } from '../../../src/kernel/count-text';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Consolidated } from '../../../src/app/consolidate';
import type { PlaceDifference, WholeCause } from '../../../src/consolidate/model';
import { exactly, phraseText, textOf } from '../../../src/facts/phrase';
import { formName } from '../../../src/layouts/keys';
import { usePane } from '../../ui/context';
import { Portion } from '../../ui/Portion';
import { Shape } from '../../ui/Shape';
import { useStyles } from '../../ui/styles';

const useLocal = makeStyles({
  words: { overflowWrap: 'anywhere', marginTop: tokens.spacingVerticalXXS },
  cell: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    paddingBottom: tokens.spacingVerticalXS,
  },
  amounts: { flex: '1 0 100%', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  apart: { marginLeft: 'auto' },
});

/** With a minus that is as wide as a figure, as everywhere in the pane. */
const shown = (of: PlaceDifference['whole']): string => textOf(exactly(of)).replace(/^-/, '−');
const bare = (of: PlaceDifference['whole']): string => shown(of).replace(/ 元$/, '');

/** The counts, then one card per cause, the likeliest first; a cell is one click away. */
export function Results({ compared: { result, left } }: { compared: Consolidated }) {
  const styles = useStyles();
  const local = useLocal();
  const { counts, causes, eliminations } = result;
  const parts = [
    `相等 ${countText(counts.equal)}`,
    ...(counts.rounding > 0 ? [`舍入差 ${countText(counts.rounding)}`] : []),
    ...(counts.eliminated > 0 ? [`已抵销 ${countText(counts.eliminated)}`] : []),
    `不等 ${countText(counts.different)}`,
  ].join('，');
  return (
    <section className={styles.section} aria-label="汇总核对结果">
      <div className={styles.strong} role="status">
        {causes.length === 0 ? '汇总表等于各单位合计。' : `不等的原因 ${causes.length} 个。`}
      </div>
      <div className={styles.small}>
        已核对 {countText(counts.cells)} 格：{parts}
        {counts.unread > 0 && `；未核对 ${countText(counts.unread)} 格`}。
      </div>
      {left.map(({ file, why }, i) => (
        <div key={i} className={mergeClasses(styles.small, local.words)}>
          没有采用 {file}：{why}
        </div>
      ))}
      <ul className={styles.list}>
        {causes.map((cause, i) => (
          <CauseCard key={i} cause={cause} />
        ))}
      </ul>
      {eliminations.map(({ name, message }) => (
        <div key={name} className={mergeClasses(styles.small, local.words)}>
          {phraseText(message)}
        </div>
      ))}
    </section>
  );
}

function CauseCard({ cause: { likely, message, hint, places } }: { cause: WholeCause }) {
  const styles = useStyles();
  const local = useLocal();
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <Shape kind="error" word="不等" />
        <span className={mergeClasses(styles.strong, styles.grow)}>{likely}</span>
      </div>
      <div className={local.words}>{phraseText(message)}</div>
      <ul className={styles.list}>
        <Portion items={places} size={8} unit="格" inList>
          {(place) => <PlaceLine key={place.place.key} place={place} />}
        </Portion>
      </ul>
      <div className={styles.small}>{hint}</div>
    </li>
  );
}

function PlaceLine({ place: { place, at, label, whole, units, difference } }: { place: PlaceDifference }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  return (
    <li className={local.cell}>
      <button type="button" className={mergeClasses(styles.link, styles.number)} onClick={() => void session.goTo(at)}>
        {formName(place.table)} {at.a1}
      </button>
      <span className={mergeClasses(styles.small, styles.grow)}>{label}</span>
      <span className={mergeClasses(styles.small, local.amounts)}>
        <span className={styles.number}>汇总表 {bare(whole)}</span>
        <span className={styles.number}>各单位 {bare(units)}</span>
        <span className={mergeClasses(styles.number, local.apart)}>差 {shown(difference)}</span>
      </span>
    </li>
  );
}
