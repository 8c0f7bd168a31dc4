import { main } from '../main';
import { useNativeZip } from '../files/native-zip';
import { beWatched, notify, type GivenUp } from './notice';

/** The watched process: results go to standard output at the end, all at once; what a person is told goes by the watcher. */
export async function watchedMain(argv: readonly string[], lost: string): Promise<void> {
  useNativeZip();
  beWatched((notice) => process.connected && process.send!(notice), JSON.parse(lost) as readonly GivenUp[]);
  // Whoever watches is gone: nothing may be left half done.
  process.on('disconnect', stop);
  const output: string[] = [];
  const code = await main(argv, {
    out: (text) => void output.push(text),
    err: (text) => notify({ kind: 'err', text }),
    progress: (line) => notify({ kind: 'progress', line }),
    env: process.env,
    now: () => new Date(),
    // The program's own file: in a thread it serves tasks.
    script: process.argv[1],
  });
  end(await printed(output), code);
}

const stop = (): void => void process.kill(process.pid, 'SIGTERM');

function end(refusal: NodeJS.ErrnoException | undefined, code: number): void {
  // A reader that stops early (`| head`) is no error; an output that cannot be written is one, and no defect of ours.
  const failed = refusal !== undefined && refusal.code !== 'EPIPE';
  if (failed) {
    const why = refusal.code === 'ENOSPC' ? '磁盘空间不足' : `系统不允许（${refusal.code ?? refusal.message}）`;
    notify({ kind: 'err', text: `无法写到标准输出：${why}。请换一个输出位置后再试。\n` });
  }
  process.off('disconnect', stop);
  process.exitCode = failed ? 2 : code;
  notify({ kind: 'end', code: process.exitCode });
  process.disconnect();
}

/** Writes to standard output; gives what kept it from being written. */
const printed = (texts: readonly string[]): Promise<NodeJS.ErrnoException | undefined> =>
  new Promise((resolve) => {
    process.stdout.on('error', resolve);
    process.stdout.write(texts.join(''), (error) => resolve((error as NodeJS.ErrnoException | null) ?? undefined));
  });
