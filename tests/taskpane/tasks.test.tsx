/** @jest-environment jsdom */
import './browser';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { TaskPanel } from '../../taskpane/tasks/TaskPanel';
import { TaskTabs, type Front } from '../../taskpane/tasks/TaskTabs';
import type { PanelModule } from '../../taskpane/tasks/registry';

afterEach(cleanup);

const Counter = ({ active }: { active: boolean }) => {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      数 {count} {active ? '在前' : '在后'}
    </button>
  );
};

function Tabs() {
  const [front, setFront] = useState<Front>('report');
  const load = (): Promise<PanelModule> => Promise.resolve({ Panel: Counter });
  return <TaskTabs offered={{ proof: load, roll: load }} front={front} show={setFront} />;
}
const front = (): string => screen.getByRole('tab', { selected: true }).textContent!;

test('the tasks that a door offers are one stop of the Tab key, and the arrows go round', () => {
  render(<Tabs />);
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['说明', '校对', '承上年']);
  expect(screen.getAllByRole('tab').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  const press = (key: string): void => void fireEvent.keyDown(screen.getByRole('tablist'), { key });
  press('ArrowLeft');
  expect(front()).toBe('承上年');
  expect(document.activeElement!.textContent).toBe('承上年');
  press('ArrowRight');
  expect(front()).toBe('说明');
  press('End');
  expect(front()).toBe('承上年');
});

test('a door that offers nothing shows no tabs', () => {
  render(<TaskTabs offered={{}} front="report" show={() => undefined} />);
  expect(screen.queryByRole('tablist')).toBeNull();
});

test('a task that goes to the back keeps what was done in it', async () => {
  const load = (): Promise<PanelModule> => Promise.resolve({ Panel: Counter });
  const { rerender } = render(<TaskPanel id="proof" active load={load} />);
  fireEvent.click(await screen.findByText('数 0 在前'));
  rerender(<TaskPanel id="proof" active={false} load={load} />);
  expect(screen.queryByRole('tabpanel')).toBeNull();
  rerender(<TaskPanel id="proof" active load={load} />);
  expect(screen.getByText('数 1 在前')).toBeTruthy();
});

test('a part that cannot be fetched says so and is asked for again', async () => {
  let tries = 0;
  const load = (): Promise<PanelModule> => (++tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ Panel: Counter }));
  render(<TaskPanel id="proof" active load={load} />);
  expect((await screen.findByRole('alert')).textContent).toContain('没有取到');
  fireEvent.click(screen.getByText('重试'));
  await waitFor(() => expect(screen.getByText('数 0 在前')).toBeTruthy());
});
