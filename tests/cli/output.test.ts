import { existsSync, readdirSync } from 'node:fs';
import { Output } from '../../src/cli/files/output';
import { workFolder } from './run';

const folder = workFolder();
afterAll(folder.remove);

describe('a run that is stopped from outside', () => {
  const listeners = (): number => process.listenerCount('SIGINT');
  const stopWith = (signal: NodeJS.Signals): jest.SpyInstance => {
    const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
    process.emit(signal, signal);
    return kill;
  };
  afterEach(() => jest.restoreAllMocks());

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s takes the working folder away and ends the program', async (signal) => {
    const before = listeners();
    const out = folder.path(signal);
    await (await Output.begin(out)).put('甲/甲.txt', '甲');
    expect(readdirSync(out)).toHaveLength(1);
    expect(stopWith(signal)).toHaveBeenCalledWith(process.pid, signal);
    expect(existsSync(out)).toBe(false);
    expect(listeners()).toBe(before);
  });

  test('what stood in the folder before stays', async () => {
    const out = folder.path('旧');
    const first = await Output.begin(out);
    await first.put('旧.txt', '旧');
    await first.commit();
    await (await Output.begin(out)).put('新.txt', '新');
    stopWith('SIGINT');
    expect(readdirSync(out)).toEqual(['旧.txt']);
  });

  test('while the files are being moved, moving is finished first', async () => {
    const before = listeners();
    const out = folder.path('搬');
    const output = await Output.begin(out);
    for (const name of ['甲.txt', '乙.txt']) await output.put(name, name);
    const moved = output.commit();
    expect(stopWith('SIGINT')).not.toHaveBeenCalled();
    await moved;
    expect(readdirSync(out).sort()).toEqual(['乙.txt', '甲.txt']);
    expect(listeners()).toBe(before);
  });
});
