import { Button, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useMemo, useState } from 'react';
import type { CauseGroup, Finding } from '../../src/facts/outcome';
import { namesCell, phraseText, printsAmount } from '../../src/facts/phrase';
import { cellKey, type CellRef } from '../../src/kernel/workbook';
import { Fold } from '../ui/Fold';
import { kindOf, Shape } from '../ui/Shape';
import { wordsAt, wordsOfCells } from '../ui/cell-words';
import { usePane } from '../ui/context';
import { useFocusBack } from '../ui/focus-back';
import { useStyles } from '../ui/styles';
import { isHere } from '../session/uses';
import { amountText, cellText, farCellText } from '../ui/words';

const useLocal = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  sentence: { marginTop: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  body: { paddingLeft: '20px' },
  actions: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'center',
    flexWrap: 'wrap',
    marginTop: tokens.spacingVerticalXS,
  },
  details: { marginTop: tokens.spacingVerticalS, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  chips: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  here: {
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    paddingLeft: tokens.spacingHorizontalS,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

/** One cause: the most likely cell, the sentence, the amount; equations and all cells on request. */
export const GroupCard = memo(function GroupCard({ group, findings }: { group: CauseGroup; findings: readonly Finding[] }) {
  const styles = useStyles();
  const local = useLocal();
  const { state, session } = usePane();
  const tables = state.checked!.report.tables;
  const [asking, setAsking] = useState(false);
  const words = useMemo(() => wordsOfCells(findings), [findings]);
  const first = group.cells[0];
  const aside = findings.find((finding) => finding.aside)?.aside;
  const here =
    state.selected &&
    group.cells.some(({ sheet, a1, book }) => book.role === '本年' && sheet === state.selected!.sheet && a1 === state.selected!.a1);
  const sentence = sentenceOf(group, findings);
  const others = findings.length > 1 ? `相关 ${findings.length} 处` : '算式';
  const name = first ? cellText(first, tables) : `工作簿 ${group.id}`;
  const place = first ? wordsAt(words, first) : '';
  return (
    <li className={mergeClasses(styles.card, here && local.here)} data-group={group.id}>
      <div className={local.head}>
        <Shape kind={kindOf(group)} />
        <span className={mergeClasses(styles.strong, styles.grow)}>{first ? cellText(first, tables) : '工作簿'}</span>
        {amountOf(group, findings) && <span className={mergeClasses(styles.number, styles.strong)}>{amountOf(group, findings)}</span>}
      </div>
      <div className={local.body}>
        <div className={local.sentence}>{sentence}</div>
        <div className={local.actions}>
          {first && first.book.role === '本年' && (
            <button
              type="button"
              className={styles.link}
              aria-label={place ? `定位：${place}，${name}` : `定位到 ${name}`}
              onClick={() => void session.goTo(first)}
            >
              定位{place && `：${place}`}
            </button>
          )}
          {aside ? (
            <button
              type="button"
              className={styles.link}
              aria-label={`撤回已核实：${name}`}
              onClick={() => void session.takeBack(group.findings)}
            >
              撤回已核实
            </button>
          ) : (
            <button
              type="button"
              className={styles.link}
              aria-label={`已核实…：${name}`}
              aria-expanded={asking}
              onClick={() => setAsking(!asking)}
            >
              已核实…
            </button>
          )}
          <Fold label={others} name={name}>
            {() => (
              <div className={local.details}>
                {group.why.length > 0 && <div>{phraseText(group.why)}</div>}
                {group.clues.map((clue) => (
                  <div key={phraseText(clue.text)}>
                    可能：{phraseText(clue.text)} <Cells cells={clue.cells} />
                  </div>
                ))}
                {findings.map((finding) => (
                  <FindingDetail key={finding.id} finding={finding} said={findings.length === 1} />
                ))}
              </div>
            )}
          </Fold>
        </div>
        {aside && (
          <div className={styles.small}>
            已核实：{aside.reason}
            {aside.at && `（${aside.at}）`}
          </div>
        )}
        {asking && !aside && <AskReason ids={group.findings} done={() => setAsking(false)} />}
      </div>
    </li>
  );
});

/** The sentence of a card. Its cell stands in the heading already and is not said twice. */
export function sentenceOf(group: Pick<CauseGroup, 'title' | 'cells'>, findings: readonly Pick<Finding, 'message'>[]): string {
  const [only] = findings;
  const sentence = findings.length === 1 && only ? only.message : group.title;
  const [first, ...rest] = sentence;
  const heading = group.cells[0];
  const said = first?.kind === 'cell' && heading !== undefined && namesCell([first], heading);
  return phraseText(said ? rest : sentence).trimStart();
}

/** The amount beside the heading, where the words speak of it; a difference of counts or of blanks is no amount. */
export function amountOf(
  { difference, title }: Pick<CauseGroup, 'difference' | 'title'>,
  findings: readonly Pick<Finding, 'message'>[],
): string | undefined {
  if (difference === undefined) return undefined;
  const said = [title, ...findings.map(({ message }) => message)].some((words) => printsAmount(words, difference));
  return said ? amountText(difference, true) : undefined;
}

function FindingDetail({ finding, said }: { finding: Finding; said: boolean }) {
  const styles = useStyles();
  return (
    <div>
      {!said && <div>{phraseText(finding.message)}</div>}
      {finding.equation && (
        <div className={mergeClasses(styles.small, styles.number)} style={{ whiteSpace: 'normal' }}>
          {phraseText(finding.equation)}
        </div>
      )}
      {finding.hint && <div>{finding.hint}</div>}
      <Cells cells={finding.cells} />
      <div className={styles.small}>
        {finding.rule} · {finding.source.doc} {finding.source.clause}
        {finding.source.unverified ? '（待核实）' : ''}
      </div>
    </div>
  );
}

const manyCells = 12;

function Cells({ cells }: { cells: readonly CellRef[] }) {
  const styles = useStyles();
  const local = useLocal();
  const { state, session } = usePane();
  const [all, setAll] = useState(false);
  const tables = state.checked!.report.tables;
  const shown = all ? cells : cells.slice(0, manyCells);
  return (
    <div className={local.chips}>
      {shown.map((cell) =>
        isHere(cell) ? (
          <button
            type="button"
            key={`${cell.sheet}!${cell.a1}`}
            className={mergeClasses(styles.link, styles.number)}
            onClick={() => void session.goTo(cell)}
          >
            {cellText(cell, tables)}
          </button>
        ) : (
          <span key={cellKey(cell)} className={styles.number} title={farCellText(cell, tables, state.checked!.years.before?.file)}>
            {cellText(cell, tables)}
          </span>
        ),
      )}
      {cells.length > shown.length && (
        <button type="button" className={styles.link} onClick={() => setAll(true)}>
          其余 {cells.length - shown.length} 个单元格
        </button>
      )}
    </div>
  );
}

function AskReason({ ids, done }: { ids: readonly string[]; done: () => void }) {
  const styles = useStyles();
  const { session } = usePane();
  const [reason, setReason] = useState('');
  useFocusBack();
  return (
    <form
      className={mergeClasses(styles.stack, styles.inset)}
      onKeyDown={(event) => event.key === 'Escape' && done()}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        done();
        void session.setAside(ids, reason.trim());
      }}
    >
      <Textarea
        autoFocus
        resize="vertical"
        value={reason}
        aria-label="已核实的理由"
        placeholder="理由，会写进“补充信息”和核对结果"
        onChange={(_, { value }) => setReason(value)}
      />
      <div className={styles.row}>
        <Button size="small" type="submit" appearance="primary" disabled={reason.trim() === ''}>
          确认已核实
        </Button>
        <Button size="small" onClick={done}>
          取消
        </Button>
        <span className={styles.small}>相关单元格再有改动时会重新提示。</span>
      </div>
    </form>
  );
}
