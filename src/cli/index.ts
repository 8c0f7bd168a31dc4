import { isMainThread, parentPort } from 'node:worker_threads';
import { guard, WATCHED } from './watch/guard';

// The watcher is small: everything else is loaded only by the process that works, and by its threads.
const [first, ...rest] = process.argv.slice(2);
if (!isMainThread) void import('./many/serve').then(({ serveTasks }) => serveTasks(parentPort!));
else if (first === WATCHED && process.send) void import('./watch/main').then(({ watchedMain }) => watchedMain(rest.slice(1), rest[0]!));
else {
  process.stderr.on('error', () => undefined);
  void guard({
    argv: process.argv.slice(1),
    seconds: Number(process.env.JUESUAN_SECONDS) || 10,
    megabytes: 1024,
    err: (text) => process.stderr.write(text),
    // On a screen one line that changes; in a log only what is worth a line of its own.
    progress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
    },
  }).then((end) => {
    if ('signal' in end) process.kill(process.pid, end.signal);
    else process.exitCode = end.code;
  });
}
