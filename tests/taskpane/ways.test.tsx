/** @jest-environment jsdom */
import './browser';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { Pane } from '../../taskpane/pane/Pane';
import type { Door } from '../../taskpane/ui/context';
import { cleanYears, withCell } from '../kit/index';
import { fieldOf } from '../../src/supplements/fields';
import { Desk } from './desk';
import { idle, patient, plainDoor, show } from './shown';

jest.setTimeout(120_000);
afterEach(cleanup);

let words = 0;
const door: Door = {
  ...plainDoor,
  toWord: () => {
    words++;
    return Promise.resolve(new Uint8Array());
  },
};

async function pane(): Promise<Desk> {
  const { now, before } = cleanYears();
  // Two causes in two forms.
  const desk = new Desk(withCell(withCell(now, 'Z01', 'E37', 1), 'Z05', 'F12', 7));
  await desk.open();
  await desk.session.usePrior(() => Promise.resolve(before));
  await show(desk, <Pane />, door);
  return desk;
}
const openReasons = (): readonly Element[] => [...document.querySelectorAll('[data-blank^="reasons."]')];

test('no two buttons bear the same name, and the figures of a section are one stop of the Tab key', async () => {
  await pane();
  const names = [...document.querySelectorAll('button')]
    .filter((one) => !one.closest('[hidden]'))
    .map((one) => one.getAttribute('aria-label') ?? one.textContent);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  const pieces = [...document.querySelectorAll<HTMLElement>('[data-piece], [data-rewrite]')];
  expect(pieces.length).toBeGreaterThan(5);
  const stops = pieces.filter(({ tabIndex }) => tabIndex === 0);
  expect(stops).toHaveLength(1);
  act(() => stops[0]!.focus());
  fireEvent.keyDown(stops[0]!, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(pieces[1]);
  expect(pieces.filter(({ tabIndex }) => tabIndex === 0)).toEqual([pieces[1]]);
});

test('a cause says row and column of its cell in words', async () => {
  await pane();
  const [first] = screen.getAllByRole('button', { name: /^定位/ });
  expect(first!.textContent).toMatch(/^定位：.+ · .+/);
});

test('Word is saved after what is open was said once; Esc sees to that first', async () => {
  const desk = await pane();
  words = 0;
  const save = async (): Promise<HTMLElement> => {
    fireEvent.click(screen.getByRole('button', { name: /^更多/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: '保存 Word 文档 .docx' }, patient));
    return screen.findByRole('alertdialog', {}, patient);
  };
  const question = await save();
  expect(question.textContent).toMatch(/离可公开还差：不平 \d+ · 缺表 0 · 待填 \d+/);
  fireEvent.keyDown(question, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull(), patient);
  expect(words).toBe(0);
  await save();
  fireEvent.click(screen.getByRole('button', { name: '仍然保存' }));
  await waitFor(() => expect(words).toBe(1), patient);
  await idle(desk);
});

test('one reason for all is one click, and Ctrl+Z in a field takes its words back', async () => {
  const desk = await pane();
  const many = openReasons().length;
  const field = document.querySelector<HTMLTextAreaElement>('[data-blank="reasons.S01"] textarea')!;
  fireEvent.change(field, { target: { value: '人员变动' } });
  fireEvent.blur(field);
  const all = await screen.findByRole('button', { name: /^其余 \d+ 处原因都写“人员变动”/ }, patient);
  await idle(desk);
  fireEvent.click(all);
  await waitFor(() => expect(screen.queryByRole('button', { name: /^其余 \d+ 处原因/ })).toBeNull(), patient);
  await idle(desk);
  const reasons = [...desk.session.state().checked!.supplements.entries].filter(([key]) => key.startsWith('reasons.'));
  expect(reasons.length).toBeGreaterThanOrEqual(many);
  expect(new Set(reasons.map(([, { value }]) => String(value)))).toEqual(new Set(['人员变动']));

  fireEvent.click(screen.getByRole('button', { name: /^已填 \d+ 项/ }));
  const filled = document.querySelector<HTMLTextAreaElement>('[data-need="reasons.S01"] textarea')!;
  fireEvent.keyDown(filled, { key: 'z', ctrlKey: true });
  await waitFor(() => expect(desk.session.state().checked!.supplements.reason('S01')).toBeUndefined(), patient);
});

test('uses with words in common use are filled with one click, shown in their sentences, and can be changed there', async () => {
  const desk = await pane();
  const usual = await screen.findByRole('button', { name: /^\d+ 处用途先填常用说法/ }, patient);
  const many = Number(/\d+/.exec(usual.textContent)![0]);
  expect(many).toBeGreaterThan(1);
  fireEvent.click(usual);
  await waitFor(() => expect(screen.queryByRole('button', { name: /处用途先填常用说法/ })).toBeNull(), patient);
  await idle(desk);
  const { entries } = desk.session.state().checked!.supplements;
  const filled = [...entries].filter(([key]) => fieldOf(key)?.usual !== undefined);
  expect(filled).toHaveLength(many);
  for (const [key, { value }] of filled) expect(value).toBe(fieldOf(key)!.usual);
  expect(desk.session.state().notice).toMatch(/请逐处看一看是否与本单位相符/);
});
