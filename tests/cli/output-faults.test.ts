import fs from 'node:fs/promises';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/kernel/errors';
import { Output } from '../../src/cli/files/output';
import { workFolder } from './run';

const folder = workFolder();
afterAll(folder.remove);
afterEach(() => jest.restoreAllMocks());

let n = 0;
const files = ['甲/甲.xlsx', '甲/甲.docx', '汇总.txt'];
/** Every file below a folder with its text, working folders left out. */
function seen(of: string, under = ''): Record<string, string> {
  if (!existsSync(of)) return {};
  return Object.assign(
    {},
    ...readdirSync(join(of, under), { withFileTypes: true }).map((entry): Record<string, string> => {
      const name = under ? `${under}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.juesuan-')) return {};
      return entry.isDirectory() ? seen(of, name) : { [name]: readFileSync(join(of, name), 'utf8') };
    }),
  ) as Record<string, string>;
}
const older = { '甲/甲.xlsx': '旧', '别人的.txt': '别人的' };
const whole = { ...older, ...Object.fromEntries(files.map((name) => [name, `新 ${name}`])) };

function prepared(): string {
  const out = folder.path(`out${++n}`);
  mkdirSync(join(out, '甲'), { recursive: true });
  for (const [name, text] of Object.entries(older)) writeFileSync(join(out, name), text);
  return out;
}

async function run(out: string, tidy = true): Promise<unknown> {
  let output: Output | undefined;
  try {
    output = await Output.begin(out);
    for (const name of files) await output.put(name, `新 ${name}`);
    await output.commit();
    return undefined;
  } catch (error) {
    if (tidy) await output?.abandon();
    else output?.['release']();
    return error;
  }
}

/** The call number `at` of a function of the file system fails, and with `dead` every later call of all of them too. */
function failing(which: 'writeFile' | 'rename' | 'mkdir' | 'mkdtemp' | 'link', at: number, code: string, dead = false): { met: boolean } {
  const state = { met: false };
  let calls = 0;
  const error = (): Error => Object.assign(new Error(code), { code, syscall: which });
  for (const name of ['writeFile', 'rename', 'mkdir', 'mkdtemp', 'link', 'rm'] as const) {
    const real = fs[name] as (...args: unknown[]) => Promise<unknown>;
    jest.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      if (state.met && dead) return Promise.reject(error());
      if (name === which && calls++ === at) {
        state.met = true;
        return Promise.reject(error());
      }
      return real(...args);
    }) as never);
  }
  return state;
}

const calls = (['writeFile', 'rename', 'mkdir', 'mkdtemp', 'link'] as const).flatMap((name) =>
  Array.from({ length: 5 }, (_, i) => [name, i] as const),
);

describe.each([
  ['ENOSPC', /磁盘空间不足/],
  ['EBUSY', /文件正在 Excel 中打开/],
  ['EROFS', /磁盘是只读的/],
  ['EWHATEVER', /系统不允许（EWHATEVER）/],
])('%s at any step', (code, words) => {
  test.each(calls)('%s %i: everything or nothing, in one sentence, and nobody else’s file is touched', async (name, at) => {
    const out = prepared();
    const state = failing(name, at, code);
    const error = await run(out);
    jest.restoreAllMocks();
    if (at === 0) expect(state.met).toBe(true);
    // A link that cannot be made is done without.
    expect(seen(out)).toEqual(error === undefined ? whole : older);
    expect(readdirSync(out).filter((one) => one.startsWith('.'))).toEqual([]);
    if (error === undefined) expect(state.met && name !== 'link').toBe(false);
    else {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).message).toMatch(words);
      expect((error as UserError).message).toMatch(/没有写入任何文件。$/);
    }
  });
});

test.each(calls)('killed at %s %i: the next run finds all of it or nothing', async (name, at) => {
  const out = prepared();
  failing(name, at, 'KILLED', true);
  await run(out, false);
  jest.restoreAllMocks();
  // What a dead process left is known by its number.
  for (const left of readdirSync(out))
    if (left.startsWith('.juesuan-')) renameSync(join(out, left), join(out, left.replace(`-${process.pid}-`, '-4194305-')));
  await (await Output.begin(out)).abandon();
  expect([older, whole]).toContainEqual(seen(out));
  expect(readdirSync(out).filter((one) => one.startsWith('.'))).toEqual([]);
});

describe('a folder that was made for the output', () => {
  test('goes again when nothing came of it', async () => {
    const out = folder.path('新建', '里面', '深处');
    await (await Output.begin(out)).abandon();
    expect(existsSync(folder.path('新建'))).toBe(false);
  });

  test.each(['abandon', 'SIGINT'])('stays, with what somebody else has put there since (%s)', async (way) => {
    const out = folder.path(`共用${way}`, '里面');
    const output = await Output.begin(out);
    await output.put('甲.txt', '甲');
    writeFileSync(folder.path(`共用${way}`, '同事的.txt'), '同事的');
    if (way === 'abandon') await output.abandon();
    else {
      jest.spyOn(process, 'kill').mockReturnValue(true);
      process.emit('SIGINT', 'SIGINT');
    }
    expect(seen(folder.path(`共用${way}`))).toEqual({ '同事的.txt': '同事的' });
    expect(existsSync(out)).toBe(false);
  });

  test('stays when somebody has filled it while the files were being moved', async () => {
    const out = folder.path('半路');
    const output = await Output.begin(out);
    for (const name of files) await output.put(name, 'x');
    mkdirSync(join(out, '汇总.txt'));
    mkdirSync(join(out, '甲'));
    writeFileSync(join(out, '甲', '同事的.txt'), '同事的');
    await expect(output.commit()).rejects.toThrow(/有同名的文件夹/);
    await output.abandon();
    expect(seen(out)).toEqual({ '甲/同事的.txt': '同事的' });
  });
});

test('nothing is written outside of the folder', async () => {
  const output = await Output.begin(folder.path('界'));
  await expect(output.put('../外.txt', 'x')).rejects.toThrow(/leads out/);
  await output.abandon();
});

test('a working folder of a run that still goes on is left alone', async () => {
  const out = folder.path('两个');
  const first = await Output.begin(out);
  await first.put('甲.txt', '甲');
  await (await Output.begin(out)).abandon();
  await first.commit();
  expect(seen(out)).toEqual({ '甲.txt': '甲' });
});
