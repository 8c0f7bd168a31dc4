import { bookTypes } from '../../src/kernel/book-names';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Need } from '../needs/needs';
import { Portion } from '../ui/Portion';
import { Fold } from '../ui/Fold';
import { Shape } from '../ui/Shape';
import { useFocusKey, usePane } from '../ui/context';
import { useReport } from '../ui/report-context';
import { having } from '../ui/find';
import { useStyles } from '../ui/styles';
import { chooseFile } from '../ui/choose';
import { later } from '../ui/later';
import { NeedField } from './NeedField';

const useLocal = makeStyles({
  // Beside its title while there is room for both, below it otherwise.
  title: { flex: '1 1 150px' },
  delta: { marginLeft: 'auto' },
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, marginTop: tokens.spacingVerticalS },
});

const Budgets = later(async () => (await import(/* webpackChunkName: "budgets" */ './Budgets')).Budgets);

/** Fields drawn at once; a large unit has thousands. */
const portion = 15;

/** 补充: only what this workbook needs and no form holds. */
export function Supply() {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const { needs, text } = useReport();
  const { focusKey } = useFocusKey();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!focusKey) return;
    if (text.missing.some(({ key }) => key === focusKey.key || focusKey.key.startsWith(`${key}.`))) return;
    const field = section.current
      ?.closest('main')
      ?.querySelector(having('data-need', focusKey.key))
      ?.querySelector<HTMLElement>('textarea, input, select, button');
    field?.scrollIntoView?.({ block: 'center' });
    field?.focus();
    // Only what was asked for moves the focus, not a text that has changed since.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focusKey]);

  // A field filled just now stays where it is: nothing jumps under the next one.
  const [justFilled, setJustFilled] = useState<ReadonlySet<string>>(new Set());
  const isOpen = ({ key, value, remark }: Need): boolean => value === undefined || remark !== undefined || justFilled.has(key);
  const open = needs.fields.filter(isOpen);
  const filled = needs.fields.filter((need) => !isOpen(need));
  const stay = (key: string): void => setJustFilled(new Set([...justFilled, key]));
  const isWanted = ({ key }: Need): boolean => key === focusKey?.key;
  const wants = (list: readonly Need[]): boolean => list.some(isWanted);

  // What the text waits for is filled in there, within its sentence.
  const waits = ({ key, value }: Need): boolean =>
    value === undefined && text.missing.some((one) => one.key === key || key.startsWith(`${one.key}.`));

  const importJson = async (): Promise<void> => {
    const file = await chooseFile('.json');
    if (!file) return;
    await session.attempt('读取补充信息', async () => {
      const { supplementsIn } = await import(/* webpackChunkName: "supplement-file" */ '../../src/supplements/file');
      void session.takeOver(supplementsIn(await file.text(), file.name));
    });
  };

  return (
    <section className={styles.section} aria-labelledby="supply" ref={section}>
      <div className={styles.sectionHead}>
        <h2 id="supply" className={styles.h2}>
          补充
        </h2>
      </div>
      {needs.filled === needs.total && <div className={styles.small}>需要人工填写的都已填好，保存在“补充信息”表。</div>}
      <div className={local.rows}>
        <LastYear needs={needs.lastYear} open={wants(needs.lastYear)} />
        <SameReason needs={needs.fields} />
        <UsualWords needs={needs.fields} />
        <Portion items={open} size={portion} unit="项" upTo={open.findIndex(isWanted)}>
          {(need) => (waits(need) ? <Jump key={need.key} need={need} /> : <NeedField key={need.key} need={need} onCommit={stay} />)}
        </Portion>
        {needs.budgets.length > 0 && <Budgets needs={needs.budgets} open={wants(needs.budgets)} />}
        {filled.length > 0 && (
          <div>
            <Fold label={`已填 ${filled.length} 项`} key={wants(filled) ? 'wanted' : 'closed'} open={wants(filled)}>
              {() => (
                <div className={local.rows}>
                  <Portion items={filled} size={portion} unit="项" upTo={filled.findIndex(isWanted)}>
                    {(need) => <NeedField key={need.key} need={need} />}
                  </Portion>
                </div>
              )}
            </Fold>
          </div>
        )}
        <div>
          <button type="button" className={mergeClasses(styles.link, styles.quietLink)} onClick={() => void importJson()}>
            导入补充信息文件（.json）…
          </button>
        </div>
      </div>
    </section>
  );
}

/** Where one reason stands behind several changes it is written once: the others take it over with one click. */
function SameReason({ needs }: { needs: readonly Need[] }) {
  const styles = useStyles();
  const { session } = usePane();
  const reasons = needs.filter(({ key }) => key.startsWith('reasons.'));
  const open = reasons.filter(({ value }) => value === undefined);
  const given = [...new Set(reasons.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])))];
  if (open.length < 2 || given.length === 0) return null;
  const take = (words: string): void =>
    void session.enter(
      open.map(({ key }) => [key, words] as const),
      `已在 ${open.length} 处填入“${words}”，请逐处看一看是否贴切；方向相反的会另作提示。`,
    );
  return (
    <div className={styles.stack}>
      {given.slice(0, 2).map((words) => (
        <button key={words} type="button" className={styles.link} onClick={() => take(words)}>
          其余 {open.length} 处原因都写“{words}”
        </button>
      ))}
    </div>
  );
}

/** What money was used for reads much the same everywhere: words in common use for all open fields that have some. */
function UsualWords({ needs }: { needs: readonly Need[] }) {
  const styles = useStyles();
  const { session } = usePane();
  const open = needs.flatMap(({ key, value, field: { usual } }) => (value === undefined && usual ? [[key, usual] as const] : []));
  if (open.length < 2) return null;
  return (
    <button
      type="button"
      className={styles.link}
      title={open.map(([, words]) => words).join('\n')}
      onClick={() => void session.enter(open, `已填入 ${open.length} 处常用说法，请逐处看一看是否与本单位相符，不符的直接改。`)}
    >
      {open.length} 处用途先填常用说法，再逐处改
    </button>
  );
}

/** To the sentence that waits for it. */
function Jump({ need }: { need: Need }) {
  const styles = useStyles();
  const local = useLocal();
  const { focusOn } = useFocusKey();
  return (
    <div className={styles.row} style={{ alignItems: 'baseline', rowGap: 0 }}>
      <Shape kind="missing" />
      <button type="button" className={mergeClasses(styles.link, local.title)} onClick={() => focusOn(need.key)}>
        {need.label}
      </button>
      {need.explains && <span className={mergeClasses(styles.small, styles.number, local.delta)}>{need.explains.text}</span>}
    </div>
  );
}

/** 上年决算: from last year's workbook, or by hand. */
function LastYear({ needs, open }: { needs: readonly Need[]; open: boolean }) {
  const styles = useStyles();
  const local = useLocal();
  const { state, session, door } = usePane();
  const year = state.checked!.report.year;
  const missing = needs.filter(({ value }) => value === undefined).length;
  const choose = async (): Promise<void> => {
    const file = await chooseFile(bookTypes);
    if (file) await session.usePrior(() => door.openBook(file, '上年'));
  };
  return (
    <div data-need="priorYear">
      <div className={styles.row}>
        <span className={mergeClasses(styles.strong, styles.grow)}>上年决算</span>
        {state.prior && (
          <button type="button" className={styles.link} onClick={() => void session.usePrior(undefined)}>
            不用
          </button>
        )}
        <button type="button" className={styles.link} onClick={() => void choose()}>
          {state.prior ? '换一个…' : '选择上年文件…'}
        </button>
      </div>
      <div className={styles.small}>
        {state.prior
          ? `与“${state.prior.file}”比较${missing > 0 ? `；其中 ${missing} 个数没有读到，请填写` : ''}`
          : missing > 0
            ? `缺上年决算：选择${year === undefined ? '上年' : `${year - 1}年度`}的决算工作簿（.xlsx 或 .xls），或填这 ${missing} 个数`
            : '上年数取自“补充信息”表；年初数与上年年末数的核对仍需选择上年文件'}
      </div>
      {needs.length > 0 && (
        <Fold
          label={missing > 0 ? `${state.prior ? '' : '没有上年文件，'}手工填写 ${missing} 项` : `手工填写的上年数 ${needs.length} 项`}
          key={open ? 'wanted' : 'closed'}
          open={open}
        >
          {() => (
            <div className={local.rows}>
              <div className={styles.small}>按上年决算数填，元，到分。</div>
              {needs.map((need) => (
                <NeedField key={need.key} need={need} listed />
              ))}
            </div>
          )}
        </Fold>
      )}
    </div>
  );
}
