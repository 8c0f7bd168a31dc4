import { main } from './main';

// A reader that stops early (`| head`) is no error; an output that cannot be written is one, and no defect of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`无法写到标准输出（${error.code ?? error.message}）：磁盘可能已满。请换一个输出位置后再试。\n`);
  process.exit(2);
});

void main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  now: () => new Date(),
  // On a screen one line that changes; in a log only what is worth a line of its own.
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  },
}).then((code) => {
  process.exitCode = code;
});
