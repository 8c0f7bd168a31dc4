import { flushSync } from 'react-dom';

/**
 * Tells when the size of an element changes, and the first time when the page is laid out anyway: to ask for the size while
 * drawing would lay it out once more. What changes with it is drawn before anybody sees the page.
 */
export function watchSize(element: Element, changed: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') {
    changed();
    return () => undefined;
  }
  const sizes = new ResizeObserver(() => flushSync(changed));
  sizes.observe(element);
  return () => sizes.disconnect();
}
