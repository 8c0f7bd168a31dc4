import { basename, join } from 'node:path';
import { UserError } from '../../kernel/errors';
import type { Profile } from '../../narrative/profile';
import type { CheckCommand, ReportCommand } from '../arguments';
import { UsageError, type ExitCode, type Io } from '../io';
import { folderNames } from '../files/names';
import { Output } from '../files/output';
import { isProfileFile } from '../profile';
import { crewOf, limitsOf } from './crew';
import { workbooksIn } from './folder';
import { identifyAll, type AllIdentified } from './identify';
import { failed, type UnitDone } from './job';
import { keptRow, inputKey, writeDone } from './kept';
import { pairUp } from '../../app/pair';
import { lostWords, type Crew } from './pool';
import { FolderProgress } from './progress';
import type { UnitJob, UnitRow } from './rows';
import { manyJson, manyText, manyXlsx } from './summary';

/**
 * `juesuan check` and `juesuan report` over folders: this year's and last year's workbook of a unit are paired by what stands
 * in them, each unit is done by itself in one of several threads, and one that cannot be used never stops the rest. Run again,
 * finished units whose files are unchanged are not done again. The result does not depend on the number of threads.
 */
export async function runMany(command: CheckCommand | ReportCommand, profile: Profile, io: Io): Promise<ExitCode> {
  refuseSingle(command);
  const out = command.command === 'report' ? command.out : undefined;
  const paths = await workbooksIn(command.workbooks, out);
  if (paths.length === 0) throw new UsageError(`${command.workbooks.join('、')} 里没有工作簿（.xlsx 或 .xls）。`);
  // A file of the user's is read by each thread for itself.
  const profileName = command.profile && isProfileFile(command.profile) ? command.profile : profile.id;
  const crew = crewOf(command, io);
  const progress = new FolderProgress(io);
  try {
    const identified = await identifyAll(
      paths,
      crew,
      limitsOf(io),
      progress,
      command.command === 'check' ? { profile: profileName, json: command.format === 'json' } : undefined,
    );
    const { pairs, left: unpaired } = pairUp(identified.found);
    const folders = folderNames(pairs.map(({ now }) => now));
    const { tables, whole, leaveOut } = command.command === 'report' ? command : { tables: false, whole: false, leaveOut: [] };
    const jobs = pairs.map((pair, i): UnitJob => ({
      ...pair,
      command: command.command,
      folder: folders[i]!,
      profile: profile.id,
      json: command.format === 'json',
      tables,
      whole,
      leaveOut,
      date: io.now().toISOString(),
    }));
    const units = await allUnits(jobs, identified, command, crew, progress, io);
    return await tellAll(command, profile, io, units, [...identified.left, ...unpaired], progress);
  } finally {
    progress.end();
    await crew.close();
  }
}

function refuseSingle(command: CheckCommand | ReportCommand): void {
  for (const [name, value] of [
    ['--prior', command.prior],
    ['--supplement', command.supplement],
  ] as const)
    if (value !== undefined) throw new UsageError(`${name} 只对应一个单位：给出文件夹时不能使用，上年工作簿会按编制单位和年度自动配对。`);
  if (Object.keys(command.choose).length > 0) throw new UsageError('--choose 只对应一个单位：给出文件夹时不能使用，请逐个运行。');
  if (command.command === 'report' && command.last !== undefined)
    throw new UsageError('--last 只对应一个单位：给出文件夹时不能使用，请逐个运行。');
}

const unitKey = ({ now, profile, tables, whole, leaveOut }: UnitJob, contents: readonly string[]): Promise<string> =>
  inputKey(profile, [tables, whole, leaveOut, basename(now)], contents);

/** A unit's row, and its JSON where it was only checked. */
type Unit = Pick<UnitDone, 'row' | 'check'>;

async function allUnits(
  jobs: readonly UnitJob[],
  { content, checked }: AllIdentified,
  command: CheckCommand | ReportCommand,
  crew: Crew,
  progress: FolderProgress,
  io: Io,
): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  const todo: { readonly kind: 'unit'; readonly job: UnitJob; readonly at: number }[] = [];
  for (const [at, job] of jobs.entries()) {
    const done = checked.get(job.now);
    if (command.command === 'report') {
      const contents = [job.now, ...(job.prior === undefined ? [] : [job.prior])].map((path) => content.get(path)!);
      const row = await keptRow<UnitRow>(join(command.out, job.folder), await unitKey(job, contents));
      if (row) units[at] = { row };
    } else if (done && done.prior === job.prior)
      units[at] = { ...done.done, row: { ...done.done.row, unit: job.unit, folder: job.folder } };
    if (!units[at]) todo.push({ kind: 'unit', job, at });
  }
  let finished = 0;
  // One unit is written at a time: whoever watches this process has to know which folder is in hand.
  let written: Promise<unknown> = Promise.resolve();
  progress.show('处理', 0, todo.length);
  await crew.run(todo, async (i, result) => {
    const { job, at } = todo[i]!;
    let done = 'answer' in result ? result.answer : failed(job, `${basename(job.now)}：${lostWords(result, limitsOf(io))}`);
    if (command.command === 'report' && done.row.status === 'done') {
      try {
        const write = written.then(async () =>
          writeDone(join(command.out, job.folder), await unitKey(job, done.contents), done.row, done.files),
        );
        written = write.catch(() => undefined);
        await write;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        done = failed(job, error.message);
      }
    }
    units[at] = { row: done.row, check: done.check };
    progress.show('处理', ++finished, todo.length);
  });
  return units;
}

async function tellAll(
  command: CheckCommand | ReportCommand,
  profile: Profile,
  io: Io,
  units: readonly Unit[],
  refused: AllIdentified['left'],
  progress: FolderProgress,
): Promise<ExitCode> {
  progress.end();
  const rows = units.map(({ row }) => row);
  for (const { path, why } of refused) io.err(`${basename(path)}：${why}\n`);
  for (const row of rows) if (row.status === 'failed') io.err(`${row.message}\n`);
  // Nothing could be used: then nothing is written either.
  if (rows.every(({ status }) => status === 'failed')) return 2;

  const json = manyJson(rows, refused, profile.id);
  if (command.command === 'report') {
    const output = await Output.begin(command.out);
    try {
      await output.put('汇总.json', `${JSON.stringify(json, null, 2)}\n`);
      await output.put('汇总.txt', manyText(rows, refused));
      await output.put('汇总.xlsx', manyXlsx(rows, refused));
      await output.commit();
    } catch (error) {
      await output.abandon();
      throw error;
    }
  }
  if (command.format === 'text') io.out(manyText(rows, refused));
  else if (command.command === 'report') io.out(`${JSON.stringify(json, null, 2)}\n`);
  else tellChecks(units, io);
  if (refused.length > 0 || rows.some(({ status }) => status === 'failed')) return 3;
  return rows.some(({ errors }) => errors > 0) ? 1 : 0;
}

/** The JSON of the contract, written unit by unit: of a thousand units it is larger than what should be held twice. */
function tellChecks(units: readonly Unit[], io: Io): void {
  io.out('{\n  "version": 1,\n  "files": [');
  let first = true;
  for (const { check } of units) {
    if (check === undefined) continue;
    io.out(`${first ? '' : ','}\n    ${check.replace(/\n/g, '\n    ')}`);
    first = false;
  }
  io.out(first ? ']\n}\n' : '\n  ]\n}\n');
}
