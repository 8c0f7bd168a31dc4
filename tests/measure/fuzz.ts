import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inputKinds, inputOf, type InputKind } from '../fuzz/inputs';
import { runOne, type Answer } from '../fuzz/run-one';
import { makeSeeds } from '../fuzz/seeds';
import { writeSection } from './sections';

/** What one input may take: seconds of work, megabytes of memory; by the clock far more, for a machine that is busy. */
const LIMIT = { seconds: 10, megabytes: 1024, clock: 60 };
const SEEDS = path.join(tmpdir(), 'juesuan-fuzz-seeds');

interface Asked {
  readonly kind: InputKind;
  readonly seed: number;
}
interface Reply extends Answer {
  readonly megabytes: number;
}

/** The process that answers inputs one by one. */
async function serve(): Promise<void> {
  const { seeds, given } = await makeSeeds(path.join(SEEDS, String(process.pid)));
  process.on('message', ({ kind, seed }: Asked) => {
    void runOne(inputOf(kind, seed, seeds), given).then((answer) => {
      process.send!({ ...answer, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) } satisfies Reply);
    });
  });
  process.send!('ready');
}

class Server {
  private child: ChildProcess | undefined;

  async ask(asked: Asked): Promise<Reply | { readonly lost: string }> {
    this.child ??= await started();
    const child = this.child;
    const reply = await new Promise<Reply | { readonly lost: string }>((resolve) => {
      const timer = setTimeout(() => resolve({ lost: `no answer within ${LIMIT.clock} s` }), LIMIT.clock * 1000);
      const over = (result: Reply | { readonly lost: string }): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(result);
      };
      child.on('message', (message) => over(message as Reply));
      child.on('exit', (code, signal) => over({ lost: `the process died: ${code ?? signal}` }));
      child.send(asked);
    });
    // The peak of memory only grows: after one that took much a new process has to show what the next ones take.
    if ('lost' in reply || reply.megabytes > LIMIT.megabytes * 0.7) this.close();
    return reply;
  }

  close(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}

function started(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${Math.trunc(LIMIT.megabytes * 0.85)}`, path.join(__dirname, 'run.cjs'), 'fuzz', '--serve'],
    {
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    },
  );
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`the server did not start: ${code}`)));
  });
}

interface Tally {
  inputs: number;
  refused: number;
  slow: number;
  large: number;
  wrong: number;
  most: number;
}

/**
 * `fuzz [--inputs N] [--seed N] [--only 词] [--minutes N] [--failures FOLDER] [--write]`: broken files of every kind given to
 * the command line, each within limits of time and memory. What went wrong is written to a folder with its kind and seed.
 */
export async function main(args: readonly string[]): Promise<void> {
  if (args[0] === '--serve') return serve();
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const folder = option('--failures') ?? path.join(tmpdir(), 'juesuan-fuzz-failures');
  const kinds = inputKinds.filter((kind) => kind.includes(option('--only') ?? ''));
  const inputs = Number(option('--inputs') ?? 1000);
  const first = Number(option('--seed') ?? 1);
  const until = Date.now() + Number(option('--minutes') ?? 1e6) * 60_000;
  const tallies = new Map(kinds.map((kind) => [kind, { inputs: 0, refused: 0, slow: 0, large: 0, wrong: 0, most: 0 } as Tally]));
  const { seeds } = await makeSeeds(path.join(SEEDS, 'parent'));
  const server = new Server();
  const failed = (asked: Asked, why: string): void => {
    mkdirSync(folder, { recursive: true });
    const name = path.join(folder, `${asked.kind}-${asked.seed}`);
    const input = inputOf(asked.kind, asked.seed, seeds);
    writeFileSync(`${name}.${input.extension}`, input.bytes);
    writeFileSync(`${name}.txt`, `${input.argv.join(' ')}\n${why}\n`);
    console.log(`  ${asked.kind} ${asked.seed}: ${why.slice(0, 300)}`);
  };
  let n = 0;
  for (; n < inputs && Date.now() < until; n++) {
    const asked = { kind: kinds[n % kinds.length]!, seed: first + Math.trunc(n / kinds.length) };
    const tally = tallies.get(asked.kind)!;
    const reply = await server.ask(asked);
    tally.inputs += 1;
    if ('lost' in reply) {
      tally.wrong += 1;
      failed(asked, reply.lost);
      continue;
    }
    tally.most = Math.max(tally.most, reply.seconds);
    if (reply.code === 2) tally.refused += 1;
    const why = [...reply.wrong];
    if (reply.seconds > LIMIT.seconds) why.push(`${reply.seconds.toFixed(1)} s`);
    if (reply.megabytes > LIMIT.megabytes) why.push(`${reply.megabytes} MB`);
    if (reply.seconds > LIMIT.seconds) tally.slow += 1;
    if (reply.megabytes > LIMIT.megabytes) tally.large += 1;
    if (reply.wrong.length > 0) tally.wrong += 1;
    if (why.length > 0) failed(asked, why.join('\n'));
    if ((n + 1) % 500 === 0) console.log(`${n + 1} inputs`);
  }
  server.close();
  const rows = [...tallies].map(
    ([kind, t]) =>
      `| ${[kind, t.inputs, t.inputs - t.refused - t.wrong, t.refused, t.slow, t.large, t.wrong, t.most.toFixed(1)].join(' | ')} |`,
  );
  console.log(`seeds ${first} to ${first + Math.ceil(n / kinds.length) - 1}, ${n} inputs\n${rows.join('\n')}`);
  if (args.includes('--write'))
    writeSection('打乱的文件', [
      `由 \`npm run fuzz -- --inputs ${inputs} --seed ${first} --write\` 测得，共 ${n} 个输入；每个限 ${LIMIT.seconds} 秒、${LIMIT.megabytes} MB。`,
      '',
      '| 输入 | 个数 | 读了 | 拒绝（一句话） | 超时 | 超内存 | 崩溃或没有说清 | 最慢（秒） |',
      '|---|---|---|---|---|---|---|---|',
      ...rows,
    ]);
}
