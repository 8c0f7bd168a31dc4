import { TextDecoder, TextEncoder } from 'node:util';

/** What jsdom lacks and every browser has; import this before anything that unpacks a file or draws. */
class ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { TextEncoder, TextDecoder, ResizeObserver });
Object.assign(window, { ResizeObserver });
