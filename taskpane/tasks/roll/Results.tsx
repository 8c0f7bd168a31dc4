import { Button, mergeClasses } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RolledFile, RollSource } from '../../../src/app/roll';
import { countsText } from '../../../src/roll/model';
import { changeIds } from '../../../src/roll/decide';
import { Fold } from '../../ui/Fold';
import { Portion } from '../../ui/Portion';
import { having } from '../../ui/find';
import { useStyles } from '../../ui/styles';
import { Card } from './Card';
import type { RollDesk } from './desk';
import { entriesOf, type Entry } from './entries';

const isOpen = ({ paragraph }: Entry): boolean => paragraph.status === 'open';

/** How many figures are this year's and how many wait, then the paragraphs. F8 or 下一处 walks through those that wait. */
export function Results({
  desk,
  source,
  made,
  kept,
  active,
}: {
  desk: RollDesk;
  source: RollSource;
  made: RolledFile;
  kept: ReadonlySet<string>;
  active: boolean;
}) {
  const styles = useStyles();
  const { text, cells } = useMemo(() => entriesOf(source, made), [source, made]);
  const waits = useMemo(() => [...text, ...cells].filter(isOpen), [text, cells]);
  const [which, setWhich] = useState<'open' | 'all'>('all');
  const shown = which === 'open' ? waits : text;
  const list = useRef<HTMLDivElement>(null);
  const [sought, setSought] = useState<number>();

  const next = useCallback((): void => {
    if (waits.length === 0) return;
    const here = waits.findIndex(({ at }) => at === sought);
    setSought(waits[(here + 1) % waits.length]!.at);
    setWhich('open');
  }, [waits, sought]);
  useEffect(() => {
    if (sought === undefined) return;
    const card = list.current?.querySelector<HTMLElement>(having('data-roll', String(sought)));
    card?.scrollIntoView?.({ block: 'center' });
    card?.focus({ preventScroll: true });
  }, [sought, which]);
  useEffect(() => {
    if (!active) return undefined;
    const pressed = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      next();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [active, next]);

  /** From a card the arrows go to its neighbours. */
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const card = event.target as HTMLElement;
    if (card.tagName !== 'LI' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const to = event.key === 'ArrowDown' ? card.nextElementSibling : card.previousElementSibling;
    if (!(to instanceof HTMLElement) || !to.hasAttribute('data-roll')) return;
    event.preventDefault();
    to.focus();
  };
  const cards = (entries: readonly Entry[], unit: string): JSX.Element => (
    <ul className={styles.list}>
      <Portion items={entries} size={20} unit={unit} inList upTo={entries.findIndex(({ at }) => at === sought)}>
        {(entry) => {
          const out = changeIds(entry.paragraph, entry.at).filter((id) => kept.has(id));
          return <Card key={entry.at} entry={entry} kept={out.join(' ')} desk={desk} />;
        }}
      </Portion>
    </ul>
  );

  const { charts, sources } = made;
  const drawn = charts.filter(({ data }) => data).length;
  return (
    <section className={styles.section} aria-label="改写结果" ref={list} onKeyDown={move}>
      <div className={styles.strong} role="status">
        {countsText(desk.counts()!)}
      </div>
      <div className={styles.small}>
        上年的数取自{sources.join('、')}。
        {charts.length > 0 &&
          `图表 ${charts.length} 张，换成本年数 ${drawn} 张${drawn < charts.length ? `；其余 ${charts.length - drawn} 张与上年报表对不上，没有改` : ''}。`}
        {kept.size > 0 && `按您的选择保留上年 ${kept.size} 处，文件里加了批注。`}
      </div>
      <div className={styles.row} role="group" aria-label="看哪些段落">
        {(['all', 'open'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className={mergeClasses(styles.link, which === one && styles.strong)}
            aria-pressed={which === one}
            onClick={() => setWhich(one)}
          >
            {one === 'all' ? `改动的段落 ${text.length}` : `待核的段落 ${waits.length}`}
          </button>
        ))}
        <Button size="small" title="F8" disabled={waits.length === 0} onClick={next}>
          下一处待核
        </Button>
      </div>
      {shown.length === 0 && <div className={styles.small}>{which === 'open' ? '没有待核的段落。' : '没有改动。'}</div>}
      {cards(shown, '段')}
      {which === 'all' && cells.length > 0 && <Fold label={`文件里的公开表：${cells.length} 个数`}>{() => cards(cells, '个数')}</Fold>}
    </section>
  );
}
