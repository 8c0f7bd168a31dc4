import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
/** Where arrows move the caret. */
const typing = (target: EventTarget): boolean => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/**
 * Many small buttons as one stop of the Tab key: the arrows, Home and End go from one to the next. What is found by
 * `selector` inside the element with this ref takes part; fields keep their own stops.
 */
export function useRoving<Box extends HTMLElement>(
  selector: string,
): { readonly ref: RefObject<Box>; readonly onKeyDown: (event: KeyboardEvent) => void } {
  const ref = useRef<Box>(null);
  const all = (): readonly HTMLElement[] =>
    [...(ref.current?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((one) => !one.closest('[hidden]'));
  // After every drawing exactly one of them can be reached: the one that was, or the first.
  useEffect(() => {
    const items = all();
    const last = items.find((item) => item === document.activeElement) ?? items.find((item) => item.dataset.stop === 'yes') ?? items[0];
    for (const item of items) stop(item, item === last);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const items = all();
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = steps[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : step && at + step;
    if (at < 0 || to === undefined || typing(event.target)) return;
    event.preventDefault();
    const next = items[(to + items.length) % items.length]!;
    items.forEach((item) => stop(item, item === next));
    next.focus();
  };
  return { ref, onKeyDown };
}

function stop(item: HTMLElement, isStop: boolean): void {
  item.tabIndex = isStop ? 0 : -1;
  if (isStop) item.dataset.stop = 'yes';
  else delete item.dataset.stop;
}
