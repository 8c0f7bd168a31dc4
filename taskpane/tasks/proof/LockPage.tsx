import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { Locked } from '../../../src/proof/lock';
import { lockWords } from '../../../src/proof/lock-words';
import type { ProofDocument } from '../../../src/proof/text/document';
import { usePane } from '../../ui/context';
import { useStyles } from '../../ui/styles';
import type { Comparison, ProofDesk } from './desk';
import { chooseTexts } from './files';
import { useLooks } from './looks';
import { PanelFooter } from './PanelFooter';

/** 数字锁定: two versions of a text, and what became of every figure, unit, year and direction. */
export function LockPage({ desk, comparison }: { desk: ProofDesk; comparison: Comparison | undefined }) {
  const styles = useStyles();
  const looks = useLooks();
  const { state } = usePane();
  const [before, setBefore] = useState<File | 'sheet'>();
  const [after, setAfter] = useState<File | 'sheet'>();
  const version = (what: string, file: File | 'sheet' | undefined, set: (file: File | 'sheet') => void): React.ReactNode => (
    <div className={styles.row}>
      <Button size="small" onClick={() => void chooseTexts(false).then(([chosen]) => chosen && set(chosen))}>{`选择${what}…`}</Button>
      {state.hasReport && file !== 'sheet' && (
        <Button size="small" appearance="subtle" aria-label={`${what}用“情况说明”表`} onClick={() => set('sheet')}>
          用“情况说明”表
        </Button>
      )}
      <span className={looks.name}>{file === 'sheet' ? '“情况说明”表' : file?.name}</span>
    </div>
  );
  return (
    <>
      <div className={styles.scroll}>
        <div className={mergeClasses(styles.stack, styles.section)} style={{ borderTop: 'none' }}>
          <div>文字润色以后，证明没有动任何一个数、单位、年度和增减方向；动了的逐处列出。</div>
          {version('改前的文件', before, setBefore)}
          {version('改后的文件', after, setAfter)}
        </div>
        {comparison && <Result {...comparison} />}
      </div>
      <PanelFooter>
        <Button
          appearance="primary"
          disabled={!before || !after || state.work !== undefined}
          onClick={() => void desk.compare(before!, after!)}
        >
          比较
        </Button>
      </PanelFooter>
    </>
  );
}

function Result({ before, after, result: { same, counts, changes } }: Comparison) {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <section className={styles.section} aria-label="数字锁定的结果">
      <div role="status" className={styles.strong}>
        {same
          ? `✓ 数字、单位、年度和增减方向共 ${counts.before} 处，全部没有改变。`
          : `✗ 原文 ${counts.before} 处，${counts.kept} 处没有改变，${changes.length} 处不同。`}
      </div>
      <div className={styles.small}>
        {before.file} → {after.file}
      </div>
      <ul className={styles.list}>
        {changes.map(({ kind, before: old, after: now }, i) => (
          <li key={i} className={styles.card} data-change={kind}>
            <div className={mergeClasses(looks.level, looks.levelError)}>✗ {lockWords[kind]}</div>
            {old && <Words label="改前" document={before} one={old} />}
            {now && <Words label="改后" document={after} one={now} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const AROUND = 24;

/** A figure or a word within its sentence. */
function Words({ label, document, one: { span } }: { label: string; document: ProofDocument; one: Locked }) {
  const styles = useStyles();
  const text = document.blocks.find(({ index }) => index === span.paragraph)?.text ?? '';
  const from = Math.max(0, span.start - AROUND);
  const to = Math.min(text.length, span.end + AROUND);
  return (
    <div>
      <span className={styles.small}>{label} </span>
      {from > 0 && '…'}
      {text.slice(from, span.start).trimStart()}
      <mark className={styles.mark}>{text.slice(span.start, span.end)}</mark>
      {text.slice(span.end, to)}
      {to < text.length && '…'}
    </div>
  );
}
