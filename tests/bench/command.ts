import { spawnSync } from 'node:child_process';

/** What a command cost. */
export interface Cost {
  readonly seconds: number;
  /** Processor time of the command and everything it started. */
  readonly cpu: number;
  /** Largest resident set of one of its processes, in MB. */
  readonly megabytes: number;
}

/** Runs a command to its end and measures it (GNU time); output is thrown away, and any exit code is an answer. */
export function costOf(command: string, args: readonly string[], options: { readonly cwd: string }): Cost {
  const run = spawnSync('/usr/bin/time', ['-f', '\n%e %U %S %M', command, ...args], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  const [seconds, user, system, kilobytes] = run.stderr.toString().trim().split('\n').at(-1)!.split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

/** Runs all commands `rounds` times, one after another, and keeps the cheapest run of each: what others do on the machine hits all. */
export function paired<K extends string>(commands: Readonly<Record<K, () => Cost>>, rounds: number): Readonly<Record<K, Cost>> {
  const costs = new Map<K, Cost[]>();
  const names = Object.keys(commands) as K[];
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const cost = commands[name]();
      console.log(`  ${name}: ${cost.seconds.toFixed(1)} s, cpu ${cost.cpu.toFixed(1)} s, ${cost.megabytes.toFixed(0)} MB`);
      costs.set(name, [...(costs.get(name) ?? []), cost]);
    }
  const least = (of: readonly Cost[], pick: (cost: Cost) => number): number => Math.min(...of.map(pick));
  return Object.fromEntries(
    names.map((name) => {
      const all = costs.get(name)!;
      return [
        name,
        {
          seconds: least(all, (c) => c.seconds),
          cpu: least(all, (c) => c.cpu),
          megabytes: Math.max(...all.map((c) => c.megabytes)),
        },
      ];
    }),
  ) as Record<K, Cost>;
}
