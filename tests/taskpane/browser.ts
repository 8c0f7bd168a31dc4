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

// No test is about speed; what a test waits for may come late on a loaded machine.
configure({ asyncUtilTimeout: 30_000 });
