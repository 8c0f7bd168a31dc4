import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { clearLeft, removeEmpty } from '../files/working-folder';
import type { GivenUp, Notice, Silence } from './notice';

/** The limits of one file, and what is watched. */
interface Watched {
  /** Script and arguments of the process that works. */
  readonly argv: readonly string[];
  /** Seconds of work to open one file; the work on an open one may take three times as long. */
  readonly seconds: number;
  readonly megabytes: number;
  err(text: string): void;
  progress(line: string): void;
}

/** How the watched process ended: with an exit code, or by a signal that was meant for us. */
export type Ended = { readonly code: number } | { readonly signal: NodeJS.Signals };

/** `kept`: some results were in their places before the end, and stay. */
type Attempt = Ended | { readonly lost: GivenUp | undefined; readonly kept: boolean };

const CHECKS_A_SECOND = 5;
/** How many times the limit may pass by the clock, where the system tells the work done and where it does not. */
const PATIENT = { told: 6, untold: 3 } as const;
/** A batch in which more files than this hang is no batch of workbooks. */
const MOST_LOST = 100;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the program in a process of its own and sees to it that no file takes the answer away: one that is not opened in time,
 * takes too much memory or brings the runtime down ends that process, and the next one refuses it by name and does the rest.
 */
export async function guard(watched: Watched): Promise<Ended> {
  const lost: GivenUp[] = [];
  let kept = false;
  for (;;) {
    const end = await attempt(watched, lost);
    if (!('lost' in end)) return end;
    const { lost: file } = end;
    kept ||= end.kept;
    // Refused and still in the way: then it was not the file.
    if (!file || lost.some((one) => one.file === file.file) || lost.length >= MOST_LOST) {
      const written = kept ? '此前写完的都保留；给出文件夹的，再运行一次只做其余的。再次中止时，请' : '没有写入任何文件。请';
      watched.err(`程序意外中止，${written}设置环境变量 JUESUAN_DEBUG=1 再运行一次，把输出发给维护者。\n`);
      return { code: 2 };
    }
    lost.push(file);
  }
}

/** One process from its start to its end. */
function attempt({ argv, seconds, megabytes, err, progress }: Watched, lost: readonly GivenUp[]): Promise<Attempt> {
  const [script, ...words] = argv;
  const options = [...process.execArgv, `--max-old-space-size=${Math.round(megabytes * 0.85)}`];
  const child = spawn(process.execPath, [...options, script!, WATCHED, JSON.stringify(lost), ...words], {
    // What a library or a dying runtime prints on standard error is for nobody; our own sentences come as notices.
    stdio: ['inherit', 'inherit', process.env.JUESUAN_DEBUG ? 'inherit' : 'ignore', 'ipc'],
    windowsHide: true,
  });
  let file: string | undefined;
  let begun = { clock: 0, work: undefined as number | undefined };
  let allowed = seconds;
  let said: number | undefined;
  let killed: Silence | undefined;
  let asked: NodeJS.Signals | undefined;
  let kept = false;
  const writing: Extract<Notice, { kind: 'writing' }>[] = [];
  const errors: string[] = [];

  const hold = (name: string | undefined, limit: number): void => {
    file = name;
    allowed = limit;
    begun = { clock: Date.now(), work: name === undefined ? undefined : worked(child) };
  };
  /** A machine that is busy with other things makes no file a bad one: what counts is the work, the clock only far later. */
  const late = (): boolean => {
    const work = worked(child);
    const told = work !== undefined && begun.work !== undefined;
    return (told && work - begun.work! > allowed) || Date.now() - begun.clock > 1000 * allowed * PATIENT[told ? 'told' : 'untold'];
  };
  child.on('message', (message: Notice) => {
    switch (message.kind) {
      case 'opening':
        return hold(message.file, seconds);
      case 'working':
        return hold(message.file, 3 * seconds);
      case 'between':
        return hold(undefined, seconds);
      case 'writing':
        return void writing.push(message);
      case 'written':
        kept ||= message.done;
        return void writing.pop();
      case 'err':
        return void errors.push(message.text);
      case 'progress':
        return progress(message.line);
      case 'end':
        hold(undefined, seconds);
        said = message.code;
    }
  });
  const timer = setInterval(() => {
    if (file === undefined || killed) return;
    if (late()) killed = 'time';
    else if ((resident(child) ?? 0) > megabytes) killed = 'memory';
    if (killed) child.kill('SIGKILL');
  }, 1000 / CHECKS_A_SECOND);
  const forward = (signal: NodeJS.Signals): void => {
    asked = signal;
    child.kill(signal);
    // One that is busy does not hear; what it leaves is taken away below.
    setTimeout(() => child.kill('SIGKILL'), 1000).unref();
  };
  for (const signal of signals) process.on(signal, forward);

  return new Promise((resolve) => {
    const over = async (code: number | null): Promise<void> => {
      clearInterval(timer);
      for (const each of signals) process.off(each, forward);
      if (said !== undefined && code !== null) {
        err(errors.join(''));
        return resolve({ code });
      }
      for (const { folder, made } of writing) {
        await clearLeft(folder).catch(() => undefined);
        removeEmpty(made);
      }
      if (asked) return resolve({ signal: asked });
      resolve({ lost: file === undefined ? undefined : { file, why: killed ?? 'crash', seconds: allowed }, kept });
    };
    child.on('error', () => void over(2));
    child.on('exit', (code) => void over(code));
  });
}

/** The first word of the arguments of a process that is watched. */
export const WATCHED = '--watched';

/** Seconds of processor time that the process has used, where the system tells it. */
function worked({ pid }: ChildProcess): number | undefined {
  try {
    // The name in brackets may hold blanks; the fields behind it are counted from 3. The kernel tells hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** Resident memory in MB where the system tells it; elsewhere the limit of the heap has to do. */
function resident({ pid }: ChildProcess): number | undefined {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}
