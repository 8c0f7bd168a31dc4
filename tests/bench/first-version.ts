import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The first version of the project: what “before” means in docs/benchmarks.md. */
const FIRST = 'ee52a1f';

/** Builds the command line of the first version in a folder of its own; gives the path of its cli.js. */
export function firstVersion(folder: string): string {
  const tree = join(folder, 'first');
  if (!existsSync(join(tree, 'dist/cli.js'))) {
    execFileSync('git', ['worktree', 'add', '--detach', '--force', tree, FIRST], { stdio: 'ignore' });
    symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
    buildCli(tree);
  }
  return join(tree, 'dist/cli.js');
}

/** dist/cli.js of a tree of sources, and nothing else of it. */
export const buildCli = (tree: string): void =>
  void execFileSync(process.execPath, [resolve('node_modules/webpack-cli/bin/cli.js'), '--config-name', 'cli', '--no-cache'], {
    cwd: tree,
    stdio: 'ignore',
  });

/** Takes the folder out of git's list again. */
export const forgetFirstVersion = (folder: string): void =>
  void execFileSync('git', ['worktree', 'remove', '--force', join(folder, 'first')], { stdio: 'ignore' });
