/**
 * What Chromium 87 lacks of what we and our libraries use: the browsers of these offices, and the one inside WPS, are that
 * old. Loaded before everything else, in the page and in its worker. The newest built-in that is used stands in
 * tests/e2e/old-browser.mjs, which takes them all away.
 */
function define(owner: object, name: string, value: (this: never, ...given: never[]) => unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}
for (const owner of [Array.prototype, String.prototype, Object.getPrototypeOf(Uint8Array.prototype) as object]) define(owner, 'at', at);

type Test<Item> = (item: Item, index: number, all: readonly Item[]) => unknown;
function findLastIndex<Item>(this: readonly Item[], test: Test<Item>): number {
  for (let i = this.length - 1; i >= 0; i--) if (test(this[i]!, i, this)) return i;
  return -1;
}
function findLast<Item>(this: readonly Item[], test: Test<Item>): Item | undefined {
  return this[findLastIndex.call(this as readonly unknown[], test as Test<unknown>)];
}
define(Array.prototype, 'findLastIndex', findLastIndex);
define(Array.prototype, 'findLast', findLast);
define(Object, 'hasOwn', (owner: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, key));
