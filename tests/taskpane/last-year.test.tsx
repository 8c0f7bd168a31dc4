/** @jest-environment jsdom */
import './browser';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { paragraphText } from '../../src/narrative/document';
import { paragraphsOf } from '../../src/app/stale';
import { Pane } from '../../taskpane/pane/Pane';
import type { Door } from '../../taskpane/ui/context';
import { buildYears, cleanUnit, cleanYears } from '../kit/index';
import { Desk } from './desk';
import { idle, patient, plainDoor, show } from './shown';

jest.setTimeout(120_000);
afterEach(cleanup);
const { now, before } = cleanYears();
const renamed = buildYears({ ...cleanUnit, name: '另一个单位' }).before!;

/** Opens what the chooser hands over by name, and remembers as what it was asked for. */
const opened: string[] = [];
const door: Door = {
  ...plainDoor,
  openBook: (file, role) => {
    opened.push(`${role} ${file.name}`);
    return Promise.resolve({ ...(file.name.startsWith('另') ? renamed : before), file: file.name });
  },
};

async function pane(): Promise<Desk> {
  const desk = new Desk(now);
  await desk.open();
  await show(desk, <Pane />, door);
  return desk;
}
const card = (): HTMLElement => document.querySelector<HTMLElement>('[data-need="priorYear"]')!;
const button = (name: RegExp): HTMLElement => [...card().querySelectorAll('button')].find(({ textContent }) => name.test(textContent))!;
const total = (desk: Desk): string =>
  paragraphText(paragraphsOf(desk.session.state().draft!).find(({ paragraph }) => paragraph.id === 'S01.1')!.paragraph);

/** The chooser of the browser: the user picks this file, or thinks better of it. */
async function choose(desk: Desk, name?: string): Promise<void> {
  fireEvent.click(button(/选择上年文件…|换一个…/));
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  if (name === undefined) fireEvent(input, new Event('cancel'));
  else fireEvent.change(input, { target: { files: [new File([], name)] } });
  await waitFor(() => expect(document.querySelector('input[type=file]')).toBeNull());
  await idle(desk);
}

test("last year's file is asked for by its year, read as last year's, and given up again", async () => {
  const desk = await pane();
  expect(card().textContent).toMatch(/缺上年决算：选择2023年度的决算工作簿（.xlsx 或 .xls），或填这 \d+ 个数/);
  await choose(desk);
  expect(opened).toEqual([]);
  await choose(desk, '2023年决算.xls');
  expect(opened).toEqual(['上年 2023年决算.xls']);
  await waitFor(() => expect(card().textContent).toContain('与“2023年决算.xls”比较'), patient);
  expect(card().textContent).not.toMatch(/缺上年决算|没有读到/);
  expect(total(desk)).toContain('与2023年度相比');
  fireEvent.click(button(/^不用$/));
  await waitFor(() => expect(card().textContent).toContain('缺上年决算'), patient);
  expect(button(/^不用$/)).toBeUndefined();
  await idle(desk);
});

test('the file of another unit is refused in words, and the card still asks; 单位已更名 takes it', async () => {
  const desk = await pane();
  await choose(desk, '另一个单位.xlsx');
  expect(card().textContent).toContain('缺上年决算');
  fireEvent.click(await screen.findByRole('button', { name: /更名/ }, patient));
  await waitFor(() => expect(card().textContent).toContain('与“另一个单位.xlsx”比较'), patient);
  await idle(desk);
});

test('without the file the figures are filled in by hand, each goes into its sentence, and the card counts what is left', async () => {
  const desk = await pane();
  const fold = button(/手工填写 \d+ 项/);
  const many = Number(/\d+/.exec(fold.textContent)![0]);
  fireEvent.click(fold);
  const field = card().querySelector<HTMLInputElement>('[data-need="priorYear.收支总计"] input')!;
  fireEvent.change(field, { target: { value: '10,000.00' } });
  fireEvent.blur(field);
  await waitFor(() => expect(card().textContent).toContain(`或填这 ${many - 1} 个数`), patient);
  await idle(desk);
  expect(total(desk)).toContain('各增加996.82万元');
  // It stays where it was typed, to be corrected.
  expect(card().querySelector<HTMLInputElement>('[data-need="priorYear.收支总计"] input')!.value).toBe('10000');
});
