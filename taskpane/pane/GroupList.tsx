import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CauseGroup, Finding } from '../../src/facts/outcome';
import { phraseText } from '../../src/facts/phrase';
import { usePane } from '../ui/context';
import { useStyles } from '../ui/styles';
import { cellText } from '../ui/words';
import { GroupCard } from './GroupCard';

/** More than this many cards get a filter; cards are drawn in portions as the list is scrolled. */
const filterFrom = 9;
const portion = 30;

const useLocal = makeStyles({ filter: { width: '100%', marginTop: tokens.spacingVerticalS } });

/** Cards of causes. Hundreds of them cost no more than the ones in view. */
export function GroupList({ groups }: { groups: readonly CauseGroup[] }) {
  const styles = useStyles();
  const local = useLocal();
  const { state } = usePane();
  const report = state.checked!.report;
  const [filter, setFilter] = useState('');
  const [shown, setShown] = useState(portion);
  const end = useRef<HTMLLIElement>(null);
  const byId = useMemo(() => new Map(report.findings.map((finding) => [finding.id, finding])), [report]);

  const wanted = filter.trim();
  const found = useMemo(
    () =>
      groups
        .map((group) => ({ group, findings: group.findings.map((id) => byId.get(id)).filter((one): one is Finding => one !== undefined) }))
        .filter(
          ({ group, findings }) =>
            wanted === '' ||
            phraseText(group.title).includes(wanted) ||
            findings.some(({ message, rule }) => phraseText(message).includes(wanted) || rule.includes(wanted)) ||
            group.cells.some((cell) => cellText(cell, report.tables).includes(wanted)),
        ),
    [groups, byId, wanted, report],
  );

  useEffect(() => {
    const last = end.current;
    if (!last || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setShown((n) => n + portion));
    observer.observe(last);
    return () => observer.disconnect();
  }, [shown, found.length]);

  return (
    <>
      {groups.length >= filterFrom && (
        <Input
          className={local.filter}
          size="small"
          value={filter}
          placeholder="筛选：表、单元格或文字"
          aria-label="筛选"
          onChange={(_, { value }) => setFilter(value)}
        />
      )}
      <ul className={styles.list}>
        {found.slice(0, shown).map(({ group, findings }) => (
          <GroupCard key={group.id} group={group} findings={findings} />
        ))}
        {found.length > shown && (
          <li ref={end}>
            <Button appearance="subtle" size="small" onClick={() => setShown(shown + portion)}>
              还有 {found.length - shown} 组
            </Button>
          </li>
        )}
        {found.length === 0 && groups.length > 0 && <li className={styles.small}>没有符合“{wanted}”的问题。</li>}
      </ul>
    </>
  );
}
