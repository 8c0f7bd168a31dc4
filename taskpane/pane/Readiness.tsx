import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useSaves, wordLabel } from './saves';
import { isReady } from '../../src/app/readiness';
import { formName } from '../../src/layouts/keys';
import { Shape } from '../ui/Shape';
import { useReport } from '../ui/report-context';
import { useStyles } from '../ui/styles';
import type { Stop } from './walk';

const useLocal = makeStyles({
  line: { padding: `${tokens.spacingVerticalS} 0`, columnGap: tokens.spacingHorizontalM, rowGap: 0 },
  // Narrower than this the words take a line of their own.
  words: { flexBasis: '14em' },
  card: {
    border: `1px solid ${tokens.colorPaletteRedBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginBottom: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
});

/** 离可公开还差：不平 2 · 缺表 0 · 待填 5 – each part goes to its first place, 下一处 walks through them all. */
export function ReadinessLine({ go }: { go: (kind?: Stop['kind']) => void }) {
  const styles = useStyles();
  const local = useLocal();
  const { readiness } = useReport();
  if (isReady(readiness)) {
    return (
      <div className={mergeClasses(styles.row, local.line)} role="status">
        <Shape kind="good" />
        <span className={styles.strong}>可以公开了</span>
        <span className={mergeClasses(styles.small, styles.grow, local.words)}>没有不平、缺表和待填的内容。</span>
        <SaveWord />
      </div>
    );
  }
  const parts: readonly (readonly [Stop['kind'], string, number])[] = [
    ['cause', '不平', readiness.causes.length],
    ['form', '缺表', readiness.forms.length],
    ['blank', '待填', readiness.blanks.length],
  ];
  return (
    <div className={mergeClasses(styles.row, local.line)} role="group" aria-label="离可公开还差">
      <span className={styles.small}>离可公开还差</span>
      {parts.map(([kind, word, count]) => (
        <button
          key={kind}
          type="button"
          className={mergeClasses(styles.link, styles.number)}
          disabled={count === 0}
          aria-label={`${word} ${count} 处，到第一处`}
          onClick={() => go(kind)}
        >
          {word} {count}
        </button>
      ))}
      <Button size="small" title="F8" onClick={() => go()}>
        下一处
      </Button>
    </div>
  );
}

/** The one thing left to do. */
function SaveWord() {
  const save = useSaves().find(({ label }) => label === wordLabel);
  return (
    save && (
      <Button size="small" onClick={save.run}>
        {wordLabel}
      </Button>
    )
  );
}

/** A form the text cannot do without: what is lacking, what cannot be written, what to do. */
export function LackingForms() {
  const styles = useStyles();
  const local = useLocal();
  const { readiness } = useReport();
  return (
    <>
      {readiness.forms.map(({ table, sections }) => (
        <div key={table.id} className={local.card} data-lacking={table.id} tabIndex={-1}>
          <div className={styles.row}>
            <Shape kind="error" />
            <span className={styles.strong}>
              {formName(table.id)}
              {table.status === 'missing' ? '没有找到' : table.status === 'duplicate' ? '有两份，还没有选定' : '没有读出来'}
            </span>
          </div>
          <div>缺少它，{sections.map((heading) => `“${heading}”`).join('、')}写不完整。</div>
          <div className={styles.small}>
            {table.status === 'missing'
              ? '请从决算软件导出包含这张表的工作簿，或把这张表复制到本工作簿，再重新读取。'
              : '请在上面“已读”里展开报表清单处理。'}
          </div>
        </div>
      ))}
    </>
  );
}
