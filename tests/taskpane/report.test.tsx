/** @jest-environment jsdom */
import './browser';
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { toText } from '../../src/adapters/text/text';
import { UserError } from '../../src/kernel/errors';
import { Pane } from '../../taskpane/pane/Pane';
import { cleanYears, withCell } from '../kit/index';
import { Desk } from './desk';
import { idle, patient, plainDoor, show } from './shown';

jest.setTimeout(120_000);
afterEach(cleanup);

/** The whole pane over two years of the sample unit. */
async function pane(wrong = false): Promise<Desk> {
  const { now, before } = cleanYears();
  const desk = new Desk(wrong ? withCell(now, 'Z01', 'E37', 1) : now);
  await desk.open();
  await desk.session.usePrior(() => Promise.resolve(before));
  await show(desk, <Pane />);
  return desk;
}
const blank = (key: string): HTMLElement => document.querySelector<HTMLElement>(`[data-blank="${key}"]`)!;

test('a reason is typed into its sentence, and Enter goes on to the next blank', async () => {
  const desk = await pane();
  const field = blank('reasons.S01').querySelector('textarea')!;
  fireEvent.change(field, { target: { value: '项目支出减少' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(desk.session.state().checked!.supplements.reason('S01')?.text).toBe('项目支出减少'), patient);
  await idle(desk);
  expect(document.querySelector('[data-blank="reasons.S01"]')).toBeNull();
  expect(toText(await act(() => desk.session.published()))).toContain('项目支出减少');
  await waitFor(() => expect(document.activeElement!.closest('[data-blank]')?.getAttribute('data-blank')).toBe('reasons.S04'), patient);
});

test('a click on what drives the figure writes it down, in words without an amount', async () => {
  const desk = await pane();
  const chip = blank('reasons.S01').querySelectorAll('button')[0]!;
  expect(chip.textContent).toMatch(/[−+]\d/);
  fireEvent.click(chip);
  await waitFor(() => expect(desk.session.state().checked!.supplements.reason('S01')).toBeDefined(), patient);
  expect(desk.session.state().checked!.supplements.reason('S01')!.text).toMatch(/^\D+(增加|减少)$/);
  await idle(desk);
});

test('the vehicles of all types are typed in one line: each gets its number, what was read is told, and nothing waits for them', async () => {
  const desk = await pane();
  fireEvent.click(document.querySelector('[data-section="S07"]')!);
  const field = blank('vehicles.kept.轿车').querySelector('input')!;
  expect(blank('vehicles.kept.轿车').textContent).toContain('可一次写全');
  expect(blank('vehicles.kept.越野车').textContent).not.toContain('可一次写全');
  const whole = desk.session.state().checked!.years.now.find('F03.公务用车保有量.统计数');
  const kept = whole.state === 'number' ? whole.fact.value.toNumber() : NaN;
  fireEvent.change(field, { target: { value: `越野车${kept - 1}辆、轿车1` } });
  fireEvent.blur(field);
  await waitFor(() => expect(desk.session.state().notice).toMatch(new RegExp(`轿车 1 辆，合计 ${kept} 辆。$`)), patient);
  await idle(desk);
  expect(document.querySelector('[data-blank^="vehicles.kept"]')).toBeNull();
  expect(toText(await act(() => desk.session.published()))).toContain(`其中：轿车1辆、越野车${kept - 1}辆`);

  // Ctrl+Z in any of its fields takes the whole entry back, once.
  fireEvent.click(screen.getByRole('button', { name: /^已填 \d+ 项/ }));
  const filled = document.querySelector<HTMLInputElement>('[data-need="vehicles.kept.越野车"] input')!;
  fireEvent.keyDown(filled, { key: 'z', ctrlKey: true });
  const { state } = desk.session;
  const vehicles = () => [...state().checked!.supplements.entries.keys()].filter((key) => key.startsWith('vehicles.kept.'));
  await waitFor(() => expect(vehicles()).toEqual([]), patient);
  await idle(desk);
  expect(blank('vehicles.kept.轿车').querySelector('input')!.value).toBe('');
});

test('a paragraph can be put in other words, keeps them, and is given back', async () => {
  const desk = await pane();
  const words = '全年收支规模略有变化，主要变动原因是机构职能划转。';
  const first = (): HTMLElement => document.querySelector<HTMLElement>('[data-paragraph="S01.1"]')!;
  const before = first().textContent;
  fireEvent.click([...first().querySelectorAll('button')].find(({ textContent }) => textContent === '改写')!);
  fireEvent.change(screen.getByRole('textbox', { name: '改写本段' }), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: '保存本段' }));
  await waitFor(() => expect(first().textContent).toContain(words), patient);
  await idle(desk);
  expect(toText(await act(() => desk.session.published()))).toContain(words);
  expect(first().textContent).toContain('手改');

  await act(() => desk.session.generate());
  expect(toText(await act(() => desk.session.published()))).toContain(words);
  fireEvent.click(screen.getByRole('button', { name: /^还原本段/ }));
  await waitFor(() => expect(first().textContent).toBe(before), patient);
  expect(toText(await act(() => desk.session.published()))).not.toContain(words);
  await idle(desk);
});

test('words of a paragraph that could not be saved stay in their field, and are saved the next time', async () => {
  const desk = await pane();
  const words = '全年收支规模略有变化，主要变动原因是机构职能划转。';
  const first = (): HTMLElement => document.querySelector<HTMLElement>('[data-paragraph="S01.1"]')!;
  const { write } = desk.host.sink;
  Object.assign(desk.host.sink, { write: () => Promise.reject(new UserError({ code: 'hostBusy', told: 'Timeout' }, 'Excel 正忙。')) });
  fireEvent.click([...first().querySelectorAll('button')].find(({ textContent }) => textContent === '改写')!);
  fireEvent.change(screen.getByRole('textbox', { name: '改写本段' }), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: '保存本段' }));
  await screen.findByText(/Excel 正忙/, {}, patient);
  await idle(desk);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '改写本段' }).value).toBe(words);

  Object.assign(desk.host.sink, { write });
  fireEvent.click(screen.getByRole('button', { name: '保存本段' }));
  await waitFor(() => expect(screen.queryByRole('textbox', { name: '改写本段' })).toBeNull(), patient);
  await idle(desk);
  expect(first().textContent).toContain(words);
  expect(toText(await act(() => desk.session.published()))).toContain(words);
});

test('F8 walks from the wrong cell to the first blank; figures that rest on it are underlined', async () => {
  const desk = await pane(true);
  fireEvent.keyDown(document, { key: 'F8' });
  await waitFor(() => expect(desk.host.state().selected).toBeDefined());
  expect(
    [...document.querySelectorAll('[data-piece="figure"]')].some((one) => one.getAttribute('title')!.startsWith('所依据的单元格不平')),
  ).toBe(true);
  for (let i = 0; i < 40 && !document.activeElement!.closest('[data-blank]'); i++) fireEvent.keyDown(document, { key: 'F8' });
  expect(document.activeElement!.closest('[data-blank]')).not.toBeNull();
  await idle(desk);
});

test('a long job takes the place of the button that began it, and gives the focus back to it', async () => {
  const desk = await pane();
  const { write } = desk.host.sink;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  Object.assign(desk.host.sink, { write: async (...asked: Parameters<typeof write>) => (await held, write.apply(desk.host.sink, asked)) });
  const name = /生成说明/;
  screen.getByRole('button', { name }).focus();
  fireEvent.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull(), patient);
  expect(document.activeElement).toBe(document.body);
  release();
  await waitFor(() => expect(document.activeElement).toBe(screen.queryByRole('button', { name })), patient);
});

test('保存公开表 hands over all thirteen forms, and says what to know of the file', async () => {
  const desk = await pane();
  const user = userEvent.setup();
  const forms = jest
    .spyOn(plainDoor, 'toForms')
    .mockImplementation((all) => Promise.resolve({ bytes: new Uint8Array([all.length]), note: '各表只有数值。' }));
  const more = '更多：打开、保存和清除';
  await user.click(screen.getByRole('button', { name: more }));
  if (!screen.queryByRole('menuitem', { name: '保存公开表 .xlsx' })) await user.click(await screen.findByRole('button', { name: more }));
  await user.click(await screen.findByRole('menuitem', { name: '保存公开表 .xlsx' }));
  await screen.findByText(/-公开表\.xlsx.*各表只有数值。/, {}, patient);
  expect(forms.mock.calls[0]![0]).toHaveLength(13);
  await idle(desk);
  forms.mockRestore();
});

test('整本: the parts are chosen, what is chosen is made, and it stays chosen', async () => {
  const desk = await pane();
  const user = userEvent.setup();
  const made: (readonly string[])[] = [];
  const whole = jest.spyOn(plainDoor, 'toWhole').mockImplementation((booklet) => {
    made.push(booklet.parts.map(({ part }) => part));
    return Promise.resolve(new Uint8Array([1]));
  });
  const choose = async (): Promise<void> => {
    await user.click(screen.getByRole('button', { name: '更多：打开、保存和清除' }));
    if (!screen.queryByRole('menuitem', { name: '生成整本 .docx…' }))
      await user.click(await screen.findByRole('button', { name: '更多：打开、保存和清除' }));
    await user.click(await screen.findByRole('menuitem', { name: '生成整本 .docx…' }));
    await screen.findByRole('group', { name: '生成整本' });
  };
  await choose();
  await user.click(screen.getByRole('checkbox', { name: '绩效自评' }));
  await user.click(screen.getByRole('button', { name: '生成' }));
  await waitFor(() => expect(made).toEqual([['概况', '情况说明', '名词解释', '附表']]), patient);
  await idle(desk);
  await choose();
  expect(screen.getByRole('checkbox', { name: '绩效自评' })).toHaveProperty('checked', false);
  expect(screen.getByRole('checkbox', { name: '附表' })).toHaveProperty('checked', true);
  for (const part of ['概况', '情况说明', '名词解释', '附表']) await user.click(screen.getByRole('checkbox', { name: part }));
  expect(screen.getByRole('button', { name: '生成' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: '取消' }));
  expect(screen.queryByRole('group', { name: '生成整本' })).toBeNull();
  whole.mockRestore();
});
