import { again, patience, whenReady } from '../../taskpane/ready';

/** A web view: what it keeps over reloads, and how often it was loaded anew. */
class View {
  readonly kept = new Map<string, string>();
  loads = 1;
  refusesStorage = false;
  install(): this {
    const storage = {
      getItem: (key: string) => this.storage().get(key) ?? null,
      setItem: (key: string, value: string) => void this.storage().set(key, value),
      removeItem: (key: string) => void this.storage().delete(key),
    };
    Object.assign(globalThis, { sessionStorage: storage, location: { reload: () => void this.loads++ } });
    return this;
  }
  private storage(): Map<string, string> {
    if (this.refusesStorage) throw new Error('SecurityError');
    return this.kept;
  }
}
/** Office that never answers (office-js 6040). */
const silence = (): Promise<never> => new Promise(() => undefined);
const nothing = (): void => undefined;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** The page starts, and so much time goes by. True once it has said that Excel does not answer. */
function started(ms = patience): boolean {
  let said = false;
  void whenReady(silence, () => (said = true), nothing);
  jest.advanceTimersByTime(ms);
  return said;
}

test('when Excel never answers the page is loaded anew twice, then it says so instead of waiting for ever', () => {
  const view = new View().install();
  expect([started(patience - 1), view.loads]).toEqual([false, 1]);
  jest.advanceTimersByTime(1);
  expect(view.loads).toBe(2);
  expect([started(), view.loads]).toEqual([false, 3]);
  expect([started(60_000), view.loads]).toEqual([true, 3]);
});

test('重试 loads the page anew, and the two further attempts are there again', () => {
  const view = new View().install();
  started();
  started();
  expect(started()).toBe(true);
  again();
  expect(view.loads).toBe(4);
  expect([started(), view.loads]).toEqual([false, 5]);
});

test('an answer in time ends the watch; one that comes after the words still counts', async () => {
  const view = new View().install();
  expect(await whenReady(() => Promise.resolve('Excel'), nothing, nothing)).toBe('Excel');
  jest.advanceTimersByTime(60_000);
  expect(view.loads).toBe(1);
  view.kept.set('juesuan.reloads', '2');
  let answer: (host: string) => void = nothing;
  const late = whenReady(() => new Promise<string>((resolve) => (answer = resolve)), nothing, nothing);
  jest.advanceTimersByTime(patience);
  answer('Excel');
  expect([await late, view.kept.size]).toEqual(['Excel', 0]);
});

test('where nothing can be kept the page is never loaded anew by itself: that would have no end', () => {
  const view = new View().install();
  view.refusesStorage = true;
  expect([started(), view.loads]).toEqual([true, 1]);
});
