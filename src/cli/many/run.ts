import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openWorkbook } from '../../adapters/file/open';
import { UserError } from '../../kernel/errors';
import type { Profile } from '../../narrative/profile';
import { readWorkbook } from '../../reading/read';
import type { CheckCommand, ReportCommand } from '../arguments';
import { readBytes } from '../input';
import { isProfileFile } from '../profile';
import { UsageError, type ExitCode, type Io } from '../io';
import { folderNames } from '../names';
import { Output } from '../output';
import { notify } from '../watch/notice';
import { workbooksIn } from './folder';
import { runJob } from './job';
import { pairUp, type Identity, type Left } from './pair';
import { FolderProgress } from './progress';
import type { UnitJob, UnitRow } from './rows';
import { manyJson, manyText, manyXlsx } from './summary';

/**
 * `juesuan check` and `juesuan report` over folders: this year's and last year's workbook of a unit are paired by what stands
 * in them, each unit is done by itself, and one that cannot be used never stops the rest. Run again, finished units whose
 * files are unchanged are not done again.
 */
export async function runMany(command: CheckCommand | ReportCommand, profile: Profile, io: Io): Promise<ExitCode> {
  for (const [name, value] of [
    ['--prior', command.prior],
    ['--supplement', command.supplement],
  ] as const)
    if (value !== undefined) throw new UsageError(`${name} 只对应一个单位：给出文件夹时不能使用，上年工作簿会按编制单位和年度自动配对。`);
  if (Object.keys(command.choose).length > 0) throw new UsageError('--choose 只对应一个单位：给出文件夹时不能使用，请逐个运行。');
  if (command.command === 'report' && command.last !== undefined)
    throw new UsageError('--last 只对应一个单位：给出文件夹时不能使用，请逐个运行。');
  const out = command.command === 'report' ? command.out : undefined;
  const paths = await workbooksIn(command.workbooks, out);
  if (paths.length === 0) throw new UsageError(`${command.workbooks.join('、')} 里没有工作簿（.xlsx 或 .xls）。`);
  const progress = new FolderProgress(io);
  const { found, left } = await identify(paths, progress);
  const { pairs, left: unpaired } = pairUp(found);
  const folders = folderNames(pairs.map(({ now }) => now));
  const jobs = pairs.map(({ unit, year, now, prior }, i): UnitJob => {
    const { tables, whole, leaveOut } = command.command === 'report' ? command : { tables: false, whole: false, leaveOut: [] };
    return {
      command: command.command,
      unit,
      year,
      now,
      prior,
      out,
      folder: folders[i]!,
      profile: command.profile && isProfileFile(command.profile) ? command.profile : profile.id,
      tables,
      whole,
      leaveOut,
      date: io.now().toISOString(),
    };
  });
  const rows = await all(jobs, progress);
  const refused = [...left, ...unpaired];
  progress.end();
  for (const { path, why } of refused) io.err(`${basename(path)}：${why}\n`);
  for (const row of rows) if (row.status === 'failed') io.err(`${row.message}\n`);

  const json = manyJson(rows, refused, profile.id);
  if (out !== undefined) {
    const output = await Output.begin(out);
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
  if (command.format === 'json') {
    const checked = { version: 1, files: rows.flatMap(({ check }) => (check ? [check] : [])) };
    io.out(`${JSON.stringify(command.command === 'check' ? checked : json, null, 2)}\n`);
  } else io.out(manyText(rows, refused));
  if (refused.length > 0 || rows.some(({ status }) => status === 'failed')) return 3;
  return rows.some(({ errors }) => errors > 0) ? 1 : 0;
}

/** Whose each workbook is and of which year; what cannot be read takes no part. */
async function identify(
  paths: readonly string[],
  progress: FolderProgress,
): Promise<{ found: readonly Identity[]; left: readonly Left[] }> {
  const found: Identity[] = [];
  const left: Left[] = [];
  for (const [i, path] of paths.entries()) {
    progress.show('识别工作簿', i, paths.length);
    try {
      const bytes = await readBytes(path);
      const { facts } = await readWorkbook(openWorkbook(bytes, basename(path), '本年'));
      found.push({ path, unit: facts.unitName, year: facts.year, content: createHash('sha256').update(bytes).digest('hex') });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message } = error;
      const own = `${basename(path)}：`;
      left.push({ path, why: message.startsWith(own) ? message.slice(own.length) : message });
    }
  }
  notify({ kind: 'between' });
  return { found, left };
}

async function all(jobs: readonly UnitJob[], progress: FolderProgress): Promise<readonly UnitRow[]> {
  const rows: UnitRow[] = [];
  for (const job of jobs) {
    progress.show('处理', rows.length, jobs.length);
    rows.push(await runJob(job));
  }
  return rows;
}
