import { bookTypes } from '../../src/kernel/book-names';
import { Button, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ProposedBudget } from '../../src/app/budget-proposals';
import type { Checked } from '../../src/app/check';
import { decimalString } from '../../src/facts/money';
import { UserError } from '../../src/kernel/errors';
import type { Profile } from '../../src/narrative/profile';
import { budgetSum } from '../../src/supplements/budget-sum';
import { budgetsFromGrid, budgetsOfWorkbook, gridOfText, type BudgetList } from '../../src/supplements/budgets';
import type { Need } from '../needs/needs';
import { proposalsShown } from '../needs/shown';
import { chooseFile } from '../ui/choose';
import { useFocusKey, usePane } from '../ui/context';
import { Portion } from '../ui/Portion';
import { Fold } from '../ui/Fold';
import { useStyles } from '../ui/styles';
import { amountText } from '../ui/words';
import { NeedField } from './NeedField';

const useLocal = makeStyles({ propose: { margin: `${tokens.spacingVerticalXS} 0` } });

/** How far the list is: what is missing, what could be taken over, and the sum of what there is. */
function standOf(needs: readonly Need[], checked: Checked, profile: Profile) {
  const missing = needs.filter(({ value }) => value === undefined);
  const known = new Set(needs.map(({ key }) => key.replace('itemBudgets.', '')));
  const asked = new Set(missing.map(({ key }) => key));
  const all = proposalsShown(checked, profile);
  // Only what the text waits for.
  const isAsked = ({ code }: ProposedBudget): boolean => asked.has(`itemBudgets.${code}`);
  const proposals = { single: all.single.filter(isAsked), asSpent: all.asSpent.filter(isAsked) };
  return { missing, known, proposals, sums: budgetSum(checked.years.now, checked.supplements, [...known], profile.budget) };
}

/** 全年预算数 per 项: no form prints it; a pasted list or a budget table brings it. */
export function Budgets({ needs, open }: { needs: readonly Need[]; open: boolean }) {
  const styles = useStyles();
  const local = useLocal();
  const { session, door, state } = usePane();
  const { focusKey } = useFocusKey();
  const [text, setText] = useState('');
  const { checked, profile } = state;
  const column = profile!.budget;
  const { missing, known, proposals, sums } = useMemo(() => standOf(needs, checked!, profile!), [needs, checked, profile]);
  const [file, setFile] = useState<{ readonly name: string; readonly list: BudgetList }>();
  const list = text.trim() === '' ? file?.list : budgetsFromGrid(gridOfText(text), column);

  const take = ({ budgets }: BudgetList): void => {
    const entries = budgets.map(({ code, amount }) => [`itemBudgets.${code}`, amount] as const);
    setText('');
    setFile(undefined);
    void session.enter(entries, `已填入 ${entries.length} 项${column}。`);
  };
  const propose = (list: readonly ProposedBudget[]): void =>
    void session.enter(
      list.map(({ code, amount }) => [`itemBudgets.${code}`, amount.value] as const),
      `已填入 ${list.length} 项${column}，请看一看。`,
    );
  const fromFile = async (): Promise<void> => {
    const file = await chooseFile(bookTypes);
    if (!file) return;
    await session.attempt('读取预算表', async () => {
      const found = budgetsOfWorkbook(await door.openBook(file, '上年'), column);
      if (!found)
        throw new UserError(
          { code: 'noBudgets' },
          `“${file.name}”里没有同时带“科目编码”和“${column}”两栏的表，没有填入。可以复制两栏后粘贴。`,
          { file: file.name },
        );
      setText('');
      setFile({ name: `${file.name}“${found.sheet}”`, list: found });
    });
  };

  return (
    <div>
      <div className={styles.row}>
        <span className={mergeClasses(styles.strong, styles.grow)}>{column}（项级）</span>
        <span className={mergeClasses(styles.small, styles.number)}>
          {needs.length - missing.length}/{needs.length}
        </span>
      </div>
      {sums && (
        <div className={mergeClasses(styles.small, styles.number)} style={{ whiteSpace: 'normal' }}>
          合计 {amountText(decimalString(sums.total.value))} 元
          {sums.gap && (sums.equal ? '，与财决01-1表相等' : `，财决01-1表多 ${amountText(decimalString(sums.gap.value), true)} 元，请核对`)}
        </div>
      )}
      {proposals.asSpent.length > 0 ? (
        <Button
          className={local.propose}
          size="small"
          title={`财决01-1表各类的${column}都等于决算数`}
          onClick={() => propose(proposals.asSpent)}
        >
          各项与决算数相同（{proposals.asSpent.length} 项）
        </Button>
      ) : (
        proposals.single.length > 0 && (
          <Button
            className={local.propose}
            size="small"
            title={`该类只有这一项：取财决01-1表该类的${column}`}
            onClick={() => propose(proposals.single)}
          >
            该类只有一项的，用财决01-1表的数（{proposals.single.length} 项）
          </Button>
        )
      )}
      <div>
        <Fold label={missing.length > 0 ? '粘贴或导入…' : '查看和修改'} key={open ? 'wanted' : 'closed'} open={open}>
          {() => (
            <div className={styles.stack}>
              <Textarea
                aria-label={`粘贴科目编码和${column}`}
                placeholder={`从预算表复制“科目编码”和“${column}”两栏，粘贴在这里（元）\n2010301\t4406714.00`}
                rows={4}
                resize="vertical"
                value={text}
                onChange={(_, { value }) => setText(value)}
              />
              {list && <Preview list={list} known={known} from={list === file?.list ? file.name : undefined} />}
              <div className={styles.row}>
                <Button size="small" appearance="primary" disabled={!list || list.budgets.length === 0} onClick={() => list && take(list)}>
                  填入
                </Button>
                <Button size="small" onClick={() => void fromFile()}>
                  从文件导入…
                </Button>
              </div>
              <div className={styles.small}>或逐项填写，元；各项合计应等于财决01-1表的预算数。</div>
              <Portion items={needs} size={20} unit="项" upTo={needs.findIndex(({ key }) => key === focusKey?.key)}>
                {(need) => <NeedField key={need.key} need={need} listed />}
              </Portion>
            </div>
          )}
        </Fold>
      </div>
    </div>
  );
}

/** So many lines that could not be taken over are named. */
const fewProblems = 8;

/** What will be filled in, in which unit it is read, and which lines are left out and why. */
function Preview({ list, known, from }: { list: BudgetList; known: ReadonlySet<string>; from?: string }) {
  const styles = useStyles();
  const codes = list.budgets.map(({ code }) => code);
  const strangers = codes.filter((code) => !known.has(code));
  const { unit, unitStated, problems } = list;
  return (
    <div className={styles.small} role="status">
      {from && <div>{from}</div>}
      <div>
        认出 {codes.length} 项，{unitStated ? `按${unit}读取` : '未注明单位，按元读取'}
        {unit === '万元' && '（折合元填入）'}。
      </div>
      {strangers.length > 0 && (
        <div>
          {strangers.slice(0, 5).join('、')}
          {strangers.length > 5 ? `等 ${strangers.length} 项` : ''}本年没有支出，也填入：说明会写明有预算、没有支出。
        </div>
      )}
      {problems.length > 0 && (
        <ul className={styles.list}>
          {problems.slice(0, fewProblems).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {problems.length > fewProblems && <li>另有 {problems.length - fewProblems} 行没有采用。</li>}
        </ul>
      )}
    </div>
  );
}
