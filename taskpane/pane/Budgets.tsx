import { Button, Textarea, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { decimalString } from '../../src/facts/money';
import { UserError } from '../../src/kernel/user-error';
import { budgetsOf, parseBudgets, type BudgetList } from '../needs/budgets';
import type { Need } from '../needs/needs';
import { chooseFile } from '../ui/choose';
import { usePane } from '../ui/context';
import { Fold } from '../ui/Fold';
import { useStyles } from '../ui/styles';
import { amountText } from '../ui/words';
import { NeedField } from './NeedField';

/** 全年预算数 per 项: no form prints it; a pasted list or a budget table brings it. */
export function Budgets({ needs, open }: { needs: readonly Need[]; open: boolean }) {
  const styles = useStyles();
  const { session, door, state } = usePane();
  const [text, setText] = useState('');
  const missing = needs.filter(({ value }) => value === undefined);
  const known = new Set(needs.map(({ key }) => key.replace('itemBudgets.', '')));
  const list = text.trim() === '' ? undefined : parseBudgets(text);

  const take = ({ amounts }: BudgetList): void => {
    const entries = [...amounts].filter(([code]) => known.has(code)).map(([code, amount]) => [`itemBudgets.${code}`, amount] as const);
    setText('');
    void session.enter(entries, `已填入 ${entries.length} 项全年预算数。`);
  };
  const fromFile = async (): Promise<void> => {
    const file = await chooseFile('.xlsx,.xls');
    if (!file) return;
    await session.attempt('读取预算表', async () => {
      const found = budgetsOf(await door.openPrior(file));
      if (!found)
        throw new UserError(`“${file.name}”里没有同时带“科目编码”和“全年预算”两栏的表，没有填入。可以复制两栏后粘贴。`, {
          file: file.name,
        });
      take(found);
    });
  };

  const sums = sumOf(needs);
  const form = state.checked!.years.now.find('Z01_1.本年支出合计.全年预算数·一般公共');
  const gap = sums && form.state === 'number' ? form.fact.value.minus(sums) : undefined;

  return (
    <div>
      <div className={styles.row}>
        <span className={mergeClasses(styles.strong, styles.grow)}>全年预算数（项级）</span>
        <span className={mergeClasses(styles.small, styles.number)}>
          {needs.length - missing.length}/{needs.length}
        </span>
      </div>
      {sums && (
        <div className={mergeClasses(styles.small, styles.number)} style={{ whiteSpace: 'normal' }}>
          合计 {amountText(decimalString(sums))} 元
          {gap && (gap.isZero() ? '，与财决01-1表相等' : `，财决01-1表多 ${amountText(decimalString(gap), true)} 元，请核对`)}
        </div>
      )}
      <Fold label={missing.length > 0 ? '粘贴或导入…' : '查看和修改'} key={open ? 'wanted' : 'closed'} open={open}>
        {() => (
          <div className={styles.stack}>
            <Textarea
              aria-label="粘贴科目编码和全年预算数"
              placeholder={'从预算表复制“科目编码”和“全年预算数”两栏，粘贴在这里（元）\n2010301\t4406714.00'}
              rows={4}
              resize="vertical"
              value={text}
              onChange={(_, { value }) => setText(value)}
            />
            {list && <Preview list={list} known={known} />}
            <div className={styles.row}>
              <Button size="small" appearance="primary" disabled={!list || list.amounts.size === 0} onClick={() => list && take(list)}>
                填入
              </Button>
              <Button size="small" onClick={() => void fromFile()}>
                从文件导入…
              </Button>
            </div>
            {needs.map((need) => (
              <NeedField key={need.key} need={need} />
            ))}
          </div>
        )}
      </Fold>
    </div>
  );
}

function sumOf(needs: readonly Need[]) {
  const values = needs.map(({ value }) => value);
  if (values.some((value) => typeof value !== 'object')) return undefined;
  return values.reduce((sum, value) => (typeof sum === 'object' && typeof value === 'object' ? sum.plus(value) : sum)) as Extract<
    Need['value'],
    object
  >;
}

function Preview({ list, known }: { list: BudgetList; known: ReadonlySet<string> }) {
  const styles = useStyles();
  const fit = [...list.amounts.keys()].filter((code) => known.has(code)).length;
  const strangers = [...list.amounts.keys()].filter((code) => !known.has(code));
  return (
    <div className={styles.small}>
      认出 {fit} 项
      {strangers.length > 0 &&
        `；${strangers.slice(0, 5).join('、')}${strangers.length > 5 ? '等' : ''} ${strangers.length} 项本表没有支出，不填入`}
      {list.unread.length > 0 && `；${list.unread.length} 行没有金额：${list.unread[0]}`}
    </div>
  );
}
