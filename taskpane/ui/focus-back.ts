import { useEffect, useState } from 'react';

/** What has the focus now; of an entry of a menu, the button of the menu, for the entry goes. */
function holder(): HTMLElement | undefined {
  const here = document.activeElement;
  const button = here?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const found = button ? document.getElementById(button) : here;
  return found instanceof HTMLElement && found !== document.body ? found : undefined;
}

/** Something that takes the focus for a while and then goes: the focus returns to where it was, unless it is wanted elsewhere. */
export function useFocusBack(): void {
  const [before] = useState(holder);
  useEffect(
    () => () => {
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && before?.isConnected) before.focus();
    },
    [before],
  );
}
