import { act, render, waitFor } from '@testing-library/react';
import { Themed } from '../../taskpane/pane/Pane';
import type { Door } from '../../taskpane/ui/context';
import type { Desk } from './desk';

/** A door that saves files and offers nothing else; a test says what it has of its own. */
export const plainDoor: Door = {
  kind: 'workbench',
  savesFiles: true,
  openBook: () => Promise.reject(new Error('not here')),
  tasks: {},
  toWord: () => Promise.resolve(new Uint8Array()),
  toWhole: () => Promise.resolve(new Uint8Array()),
  toForms: () => Promise.resolve({ bytes: new Uint8Array() }),
  toText: () => '',
};

/** Draws it, with the parts that are fetched when they are first drawn. */
export async function show(desk: Desk, what: React.ReactNode, door = plainDoor): Promise<void> {
  render(
    <Themed context={{ session: desk.session, door }} background={() => '#ffffff'}>
      {what}
    </Themed>,
  );
  await turn();
}

/** Whatever waits for its turn has it. */
const turn = (): Promise<void> => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

/** A loaded machine is no failure. */
export const patient = { timeout: 60_000 };

/** What was begun is done: nothing waits for its turn, and no job is under way. */
export async function idle(desk: Desk): Promise<void> {
  await turn();
  await waitFor(() => expect(desk.session.state().work).toBeUndefined(), patient);
}
