import { TextDecoder, TextEncoder } from 'node:util';

/** jsdom has none; import this before anything that unpacks a file. */
Object.assign(globalThis, { TextEncoder, TextDecoder });
