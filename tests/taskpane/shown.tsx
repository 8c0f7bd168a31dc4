import { render } from '@testing-library/react';
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

export const show = (desk: Desk, what: React.ReactNode, door = plainDoor): void =>
  void render(
    <Themed context={{ session: desk.session, door }} background={() => '#ffffff'}>
      {what}
    </Themed>,
  );
