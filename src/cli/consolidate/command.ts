import { basename } from 'node:path';
import { openWorkbook } from '../../adapters/file/open';
import { wholeWorkbook } from '../../adapters/file/whole';
import { consolidate, readUnit, readWhole, type Consolidated } from '../../app/consolidate';
import { consolidateText } from '../../app/consolidate-text';
import type { GivenBook, LeftOut } from '../../consolidate/arrange';
import { UserError } from '../../kernel/errors';
import type { Workbook } from '../../kernel/workbook';
import type { ConsolidateCommand } from '../arguments';
import { consolidateJson, type ConsolidateJson } from './json';
import { readBytes } from '../files/input';
import { UsageError, type ExitCode, type Io } from '../io';
import { workbooksIn } from '../many/folder';
import { FolderProgress } from '../many/progress';
import { tell } from '../messages';
import { stemOf } from '../files/names';
import { Output } from '../files/output';
import { refuseInputs } from '../files/refuse-inputs';
import { notify } from '../watch/notice';

/** What the screen shows; all of it is in the JSON. */
const listed = { most: 12, others: '见 --format json' };

/**
 * `juesuan consolidate`: the 汇总 against its units, and with --out a 汇总 made from them. A unit's file that cannot be used
 * is named and takes no part.
 */
export async function runConsolidate(command: ConsolidateCommand, io: Io): Promise<ExitCode> {
  try {
    const whole = command.whole === undefined ? undefined : await readWhole(await opened(command.whole));
    const { given, unread } = await readUnits(command.units, io, command.out);
    const compared = whole && consolidate(whole, given, unread);
    const made = command.out === undefined ? undefined : await make(command, whole, given, unread);
    const { result, left } = compared ?? made!;
    for (const { file, why } of left) io.err(`${file}：${why}\n`);
    const json = consolidateJson(result, left);
    const paths = made && (await write(made, json, command));
    const written = (paths ?? []).map((path) => `已生成：${path}\n`).join('');
    io.out(command.format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : `${consolidateText(result, left, listed)}${written}`);
    return result.causes.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    tell(error, io);
    return 2;
  }
}

interface Made extends Consolidated {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The 汇总 as a workbook, read back and set against the units before it is handed over. */
async function make(
  { name, out }: ConsolidateCommand,
  whole: GivenBook | undefined,
  given: readonly GivenBook[],
  unread: readonly LeftOut[],
): Promise<Made> {
  const department = name ?? whole!.book.unit;
  if (department === '') throw new UsageError('汇总表没有印编制单位，请用 --name 写部门名称。');
  const others = given.filter(({ content }) => content !== whole?.content);
  const units = others.length > 0 ? others : given;
  const { bytes, left } = wholeWorkbook(department, units, unread);
  const file = `${stemOf(`${department}.xlsx`)}-汇总.xlsx`;
  const back = await readWhole(openWorkbook(bytes, file, '本年'));
  const again = consolidate(back, units, unread);
  if (again.result.causes.length > 0) throw new Error(`${out}: the 汇总 that was made does not equal its units`);
  return { ...again, left, file, bytes };
}

async function write({ file, bytes }: Made, json: ConsolidateJson, { out, whole, units }: ConsolidateCommand): Promise<readonly string[]> {
  const output = await Output.begin(out!);
  try {
    await output.put(file, bytes);
    await output.put('consolidate.json', `${JSON.stringify(json, null, 2)}\n`);
    await refuseInputs([whole, ...(await workbooksIn(units))], output);
    const paths = output.paths();
    await output.commit();
    return paths;
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

const opened = async (path: string): Promise<Workbook> => openWorkbook(await readBytes(path), basename(path), '本年');

async function readUnits(
  paths: readonly string[],
  io: Io,
  out?: string,
): Promise<{ given: readonly GivenBook[]; unread: readonly LeftOut[] }> {
  const progress = new FolderProgress(io);
  const given: GivenBook[] = [];
  const unread: LeftOut[] = [];
  const files = await workbooksIn(paths, out);
  for (const [i, path] of files.entries()) {
    progress.show('读取各单位', i, files.length);
    try {
      given.push(await readUnit(await opened(path)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message } = error;
      const own = `${basename(path)}：`;
      unread.push({ file: basename(path), why: message.startsWith(own) ? message.slice(own.length) : message });
    }
  }
  progress.end();
  // From here on no single file is in hand.
  notify({ kind: 'between' });
  return { given, unread };
}
