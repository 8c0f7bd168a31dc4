/** @jest-environment jsdom */
import Decimal from 'decimal.js';
import { thisYear } from '../kit/books';
import type { Finding } from '../../src/facts/outcome';
import { cellNamed, exactly, printed, say, type Phrase } from '../../src/facts/phrase';
import type { Fact } from '../../src/facts/traced';
import './browser';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { amountOf, sentenceOf } from '../../taskpane/pane/GroupCard';
import { Checks, splitGroups } from '../../taskpane/pane/Checks';
import { Footer } from '../../taskpane/pane/Footer';
import { Pane, Report } from '../../taskpane/pane/Pane';
import { clean, withCell } from '../kit/index';
import { Desk } from './desk';
import { show } from './shown';

jest.setTimeout(60_000);
afterEach(cleanup);

const inReport = (what: React.ReactNode): React.ReactNode => <Report>{what}</Report>;

async function shown(desk: Desk, what: React.ReactNode = <Pane />): Promise<Desk> {
  await desk.open();
  await show(desk, what);
  return desk;
}

const at = { book: thisYear, sheet: 'Z04', a1: 'F12' } as const;
const excess: Fact = {
  kind: 'fact',
  key: 'Z04.2010301.基本支出',
  value: new Decimal(100),
  half: new Decimal(0),
  unit: '元',
  scale: 1,
  at,
  label: '行政运行 · 基本支出',
};
const group = {
  title: say`${cellNamed('财决04表 F12', at)}“行政运行”可能多 ${exactly(excess)}。`,
  cells: [at],
  difference: '100.00',
};
const finding = (...message: Phrase): Pick<Finding, 'message'> => ({ message });

describe('a card', () => {
  test('does not say its cell twice, and shows an amount only where the words have one', () => {
    expect(sentenceOf(group, [finding(printed('x')), finding(printed('y'))])).toBe('“行政运行”可能多 100.00 元。');
    expect(sentenceOf({ ...group, cells: [{ ...at, a1: 'F13' }] }, [])).toBe('财决04表 F12“行政运行”可能多 100.00 元。');
    expect(sentenceOf(group, [finding(printed('国内公务接待批次为空白。'))])).toBe('国内公务接待批次为空白。');
    expect(amountOf(group, [])).toBe('+100.00');
    const blank = printed('批次为空白。');
    expect(amountOf({ title: [blank], difference: '-1.00' }, [finding(blank)])).toBeUndefined();
  });
});

describe('the pane', () => {
  test('all in balance: it says of how many, and promises nothing about the rest', async () => {
    const { session } = await shown(new Desk(clean()));
    const { counts } = session.state().checked!.report;
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(session.state().checked!.report.unit);
    const checks = screen.getByRole('region', { name: '核对' });
    expect(checks.textContent).toContain('处未发现不平');
    expect(checks.textContent!.replace(/\u2009|\s/g, '')).toContain(`平${counts.passed}·`);
    if (counts.blocked > 0) expect(checks.textContent).toContain('没有核对');
  });

  test('定位 goes to the first cell of the cause; the details show equation, hint and the id', async () => {
    const desk = await shown(new Desk(withCell(clean(), 'Z01', 'E33', 1)), inReport(<Checks />));
    const { report } = desk.session.state().checked!;
    const first = splitGroups(report).open[0]!;
    fireEvent.click(screen.getAllByRole('button', { name: /^定位/ })[0]!);
    await waitFor(() => expect(desk.host.state().selected).toEqual({ sheet: first.cells[0]!.sheet, a1: first.cells[0]!.a1 }));
    fireEvent.click(screen.getAllByRole('button', { name: /相关|算式/ })[0]!);
    const card = document.querySelector<HTMLElement>('[data-group]')!;
    expect(within(card).getAllByText(/·/).length).toBeGreaterThan(0);
    expect(card.textContent).toContain(report.findings.find(({ id }) => id === first.findings[0])!.rule);
  });

  test('已核实 needs a reason', async () => {
    const desk = await shown(new Desk(withCell(clean(), 'Z01', 'E33', 1)), inReport(<Checks />));
    const before = splitGroups(desk.session.state().checked!.report).open.length;
    fireEvent.click(screen.getAllByRole('button', { name: /^已核实…/ })[0]!);
    const confirm = screen.getByRole('button', { name: '确认已核实' }) as HTMLButtonElement;
    expect(confirm.disabled).toBe(true);
    fireEvent.change(screen.getByRole('textbox', { name: '已核实的理由' }), { target: { value: '已核对' } });
    fireEvent.click(confirm);
    await waitFor(() => expect(splitGroups(desk.session.state().checked!.report).open.length).toBe(before - 1), { timeout: 10_000 });
  });

  test('hundreds of findings get a filter, and only a portion is drawn at once', async () => {
    const desk = await shown(new Desk(withCell(clean(), 'Z01', 'E33', 1)), inReport(<Checks />));
    const checked = desk.session.state().checked!;
    const [first] = splitGroups(checked.report).open;
    const groups = Array.from({ length: 240 }, (_, i) => ({ ...first!, id: `g${i}`, title: [printed(`第${i}号原因`)] }));
    const inner = desk.session as unknown as { set: (change: object) => void };
    act(() => inner.set({ checked: { ...checked, report: { ...checked.report, groups } } }));
    expect(document.querySelectorAll('[data-group]').length).toBe(30);
    fireEvent.click(screen.getByRole('button', { name: '还有 210 组' }));
    expect(document.querySelectorAll('[data-group]').length).toBe(60);
    fireEvent.change(screen.getByRole('textbox', { name: '筛选' }), { target: { value: '第23' } });
    expect([...document.querySelectorAll('[data-group]')].map((card) => card.getAttribute('data-group'))).toEqual([
      'g23',
      ...Array.from({ length: 10 }, (_, i) => `g${230 + i}`),
    ]);
    fireEvent.change(screen.getByRole('textbox', { name: '筛选' }), { target: { value: '没有的字' } });
    expect(screen.getByText('没有符合“没有的字”的问题。')).toBeTruthy();
  });

  test('the button always says what it will do', async () => {
    const desk = await shown(new Desk(clean()), <Footer />);
    const keys = new Set(desk.session.state().draft!.missing.map(({ key }) => key));
    const ofLastYear = [...keys].filter((key) => key.startsWith('priorYear.'));
    expect(ofLastYear.length).toBeGreaterThan(1);
    // Last year's file fills all its figures at once: one thing to do.
    const missing = keys.size - ofLastYear.length + 1;
    expect(screen.getByRole('button', { name: /^生成说明/ }).textContent).toBe(`生成说明（还有待填\u00a0${missing}，可先生成）`);
    fireEvent.click(screen.getByRole('button', { name: /^生成说明/ }));
    await waitFor(() => expect(screen.getByRole('button', { name: /^重新生成说明/ })).toBeTruthy(), { timeout: 20_000 });
  });
});
