import { Button, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useEffect, useMemo, useRef, useState } from 'react';
import type { CauseGroup, Finding } from '../../src/facts/outcome';
import { phraseText } from '../../src/facts/phrase';
import { usePane } from '../ui/context';
import { useRoving } from '../ui/roving';
import { useStyles } from '../ui/styles';
import { cellText } from '../ui/words';
import { formOfGroup, formsOfGroups } from './by-form';
import { GroupCard } from './GroupCard';

/** More than this many cards get a filter; cards are drawn in portions as the list is scrolled. */
const filterFrom = 9;
const portion = 30;

const useLocal = makeStyles({
  filter: { flex: '1 1 120px', minWidth: 0 },
  filters: { marginTop: tokens.spacingVerticalS },
  form: { paddingTop: tokens.spacingVerticalM },
});

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
  const { tables } = report;
  const forms = useMemo(() => formsOfGroups(groups, tables), [groups, tables]);
  const [form, setForm] = useState('');
  const isMany = groups.length >= filterFrom && forms.size > 1;
  // A form whose last cause is gone must not hide the others.
  const only = forms.has(form) ? form : '';
  const found = useMemo(
    () =>
      groups
        .map((group) => ({ group, findings: group.findings.map((id) => byId.get(id)).filter((one): one is Finding => one !== undefined) }))
        .filter(
          ({ group, findings }) =>
            (only === '' || formOfGroup(group, tables) === only) &&
            (wanted === '' ||
              phraseText(group.title).includes(wanted) ||
              findings.some(({ message, rule }) => phraseText(message).includes(wanted) || rule.includes(wanted)) ||
              group.cells.some((cell) => cellText(cell, tables).includes(wanted))),
        ),
    [groups, byId, wanted, only, tables],
  );
  // The causes of one form stand together, the forms in the order of their first cause.
  const inOrder = useMemo(() => {
    if (!isMany) return found;
    const order = [...forms.keys()];
    const place = ({ group }: (typeof found)[number]): number => order.indexOf(formOfGroup(group, tables));
    return [...found].sort((a, b) => place(a) - place(b));
  }, [found, forms, tables, isMany]);
  const { ref, onKeyDown } = useRoving<HTMLUListElement>('li button');

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
        <div className={mergeClasses(styles.row, local.filters)}>
          {isMany && (
            <Select size="small" className={local.filter} aria-label="只看一张表" value={only} onChange={(_, { value }) => setForm(value)}>
              <option value="">全部 {groups.length} 处</option>
              {[...forms].map(([name, count]) => (
                <option key={name} value={name}>
                  {name}（{count}）
                </option>
              ))}
            </Select>
          )}
          <Input
            className={local.filter}
            size="small"
            value={filter}
            placeholder="筛选：表、单元格或文字"
            aria-label="筛选"
            onChange={(_, { value }) => setFilter(value)}
          />
        </div>
      )}
      <ul className={styles.list} ref={ref} onKeyDown={onKeyDown}>
        {inOrder.slice(0, shown).map(({ group, findings }, index) => {
          const name = formOfGroup(group, tables);
          const isFirst = isMany && (index === 0 || formOfGroup(inOrder[index - 1]!.group, tables) !== name);
          return (
            <Fragment key={group.id}>
              {isFirst && (
                <li className={mergeClasses(styles.small, styles.strong, local.form)} data-form={name}>
                  {name} {forms.get(name)} 处
                </li>
              )}
              <GroupCard group={group} findings={findings} />
            </Fragment>
          );
        })}
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
