import { TextDecoder, TextEncoder } from 'node:util';
import { configure } from '@testing-library/react';

/** What jsdom lacks and every browser has; import this before anything that unpacks a file or draws. */
class ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { TextEncoder, TextDecoder, ResizeObserver });
Object.assign(window, { ResizeObserver });

// An update that nothing waited for is a race: React warns of it, and the test that left it fails.
const unwaited: string[] = [];
const { error } = console;
console.error = (...said: readonly unknown[]): void => {
  if (String(said[0]).includes('act(')) unwaited.push(String(said[1]));
  else error(...said);
};
afterEach(() => expect(unwaited.splice(0)).toEqual([]));

// What a component looks like is seen in a real browser (tests/e2e). Here thousands of rules would only be matched,
// one by one, against every element whenever a test asks for a button by its name.
CSSStyleSheet.prototype.insertRule = () => 0;

// What jsdom's own style sheet says depends on the tag and these attributes; only what an element itself is given, and
// the visibility that it inherits, is worked out each time.
const computed = window.getComputedStyle.bind(window);
const byKind = new Map<string, CSSStyleDeclaration>();
window.getComputedStyle = (element, pseudo) => {
  if (element.hasAttribute('style') || element.closest('[style*="visibility"]')) return computed(element, pseudo);
  const kind = [element.tagName, ...['hidden', 'type', 'open', 'dir'].map((name) => element.getAttribute(name))].join();
  const found = byKind.get(kind) ?? computed(element, pseudo);
  byKind.set(kind, found);
  return found;
};

// No test is about speed; what a test waits for may come late on a loaded machine.
configure({ asyncUtilTimeout: 30_000 });
