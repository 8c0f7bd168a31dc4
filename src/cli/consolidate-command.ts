import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openWorkbook } from '../adapters/file/open';
import { consolidate, readGiven } from '../app/consolidate';
import type { GivenBook, LeftOut } from '../consolidate/arrange';
import { UserError } from '../kernel/errors';
import type { ConsolidateCommand } from './arguments';
import { consolidateJson } from './consolidate-json';
import { consolidateText } from './consolidate-text';
import { readBytes } from './input';
import type { ExitCode, Io } from './io';
import { workbooksIn } from './many/folder';
import { FolderProgress } from './many/progress';
import { tell } from './messages';

/** `juesuan consolidate`: the 汇总 against its units. A unit's file that cannot be used is named and takes no part. */
export async function runConsolidate(command: ConsolidateCommand, io: Io): Promise<ExitCode> {
  try {
    const whole = await givenBook(command.whole);
    const { given, unread } = await readUnits(command.units, io);
    const { result, left } = consolidate(whole, given, unread);
    for (const { file, why } of left) io.err(`${file}：${why}\n`);
    io.out(command.format === 'json' ? `${JSON.stringify(consolidateJson(result, left), null, 2)}\n` : consolidateText(result, left));
    return result.causes.length > 0 ? 1 : 0;
  } catch (error) {
    tell(error, io);
    return 2;
  }
}

async function givenBook(path: string): Promise<GivenBook> {
  const bytes = await readBytes(path);
  const content = createHash('sha256').update(bytes).digest('hex');
  return readGiven({ workbook: openWorkbook(bytes, basename(path), '本年'), content });
}

async function readUnits(paths: readonly string[], io: Io): Promise<{ given: readonly GivenBook[]; unread: readonly LeftOut[] }> {
  const progress = new FolderProgress(io);
  const given: GivenBook[] = [];
  const unread: LeftOut[] = [];
  const files = await workbooksIn(paths);
  for (const [i, path] of files.entries()) {
    progress.show('读取各单位', i, files.length);
    try {
      given.push(await givenBook(path));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const own = `${basename(path)}：`;
      unread.push({ file: basename(path), why: error.message.startsWith(own) ? error.message.slice(own.length) : error.message });
    }
  }
  progress.end();
  return { given, unread };
}
