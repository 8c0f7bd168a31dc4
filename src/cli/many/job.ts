import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import packageJson from '../../../package.json';
import { UserError } from '../../kernel/errors';
import { product } from '../../product/index';
import { checkJson, type CheckJson } from '../check-json';
import { readBytes } from '../input';
import { Output } from '../output';
import { isProfileFile, profileOf } from '../profile';
import { writeUnit } from '../report-unit';
import { readRequest } from '../request';
import type { UnitJob, UnitRow } from './rows';

/** Beside a unit's files: from what they were made, and what came out. */
const STATE = '.juesuan.json';

/** Checks or reports one unit. Never throws: what goes wrong is said in the row, and the other units go on. */
export async function runJob(job: UnitJob): Promise<UnitRow> {
  try {
    return job.command === 'check' ? await checkUnit(job) : await reportUnit(job);
  } catch (error) {
    const message = error instanceof UserError ? error.message : `程序出错：${error instanceof Error ? error.message : String(error)}`;
    return failed(job, message);
  }
}

export const failed = (job: UnitJob, message: string): UnitRow => ({
  ...known(job),
  status: 'failed',
  errors: 0,
  warnings: 0,
  missing: 0,
  rules: {},
  asks: [],
  message,
});

const known = ({ unit, year, now, prior, folder }: UnitJob): Pick<UnitRow, 'unit' | 'year' | 'file' | 'prior' | 'folder'> => ({
  unit,
  year,
  file: basename(now),
  prior: prior === undefined ? undefined : basename(prior),
  folder,
});

const options = ({ prior }: UnitJob) => ({ prior, choose: {}, allowRenamedUnit: false });

async function checkUnit(job: UnitJob): Promise<UnitRow> {
  const { request } = await readRequest(job.now, options(job), await profileOf(job.profile));
  const { report } = await product.check(request);
  const json = checkJson(basename(job.now), report);
  return { ...known(job), status: 'done', ...tally(json), missing: 0, asks: [], check: json };
}

async function reportUnit(job: UnitJob): Promise<UnitRow> {
  const folder = join(job.out!, job.folder);
  const key = await keyOf(job);
  const before = await kept(folder, key);
  if (before) return { ...before, status: 'kept' };
  const output = await Output.begin(folder);
  try {
    const { json } = await writeUnit(
      job.now,
      '',
      { ...options(job), tables: job.tables, whole: job.whole, leaveOut: job.leaveOut },
      await profileOf(job.profile),
      output,
      {
        now: () => new Date(job.date),
      },
    );
    const row: UnitRow = {
      ...known(job),
      status: 'done',
      ...tally(json.check),
      missing: json.missing.length,
      asks: json.missing.map(({ ask }) => ask),
    };
    const files = output.paths().map((path) => basename(path));
    await output.put(STATE, JSON.stringify({ key, files, row }));
    await output.commit();
    return row;
  } catch (error) {
    await output.abandon();
    throw error;
  }
}

function tally({ findings, counts }: CheckJson): Pick<UnitRow, 'errors' | 'warnings' | 'rules' | 'counts'> {
  const open = findings.filter(({ aside }) => !aside);
  const errors = open.filter(({ severity }) => severity === 'error');
  const rules: Record<string, number> = {};
  for (const { rule } of errors) rules[rule] = (rules[rule] ?? 0) + 1;
  return { errors: errors.length, warnings: open.filter(({ severity }) => severity === 'warning').length, rules, counts };
}

/** Changes with anything that the result depends on: the bytes of the inputs, the options, this program. */
async function keyOf({ now, prior, profile, tables, whole, leaveOut }: UnitJob): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([packageJson.version, profile ?? '', tables, whole, leaveOut, basename(now)]));
  for (const path of [now, prior, profile && isProfileFile(profile) ? profile : undefined])
    hash.update(
      path === undefined
        ? '-'
        : createHash('sha256')
            .update(await readBytes(path))
            .digest('hex'),
    );
  return hash.digest('hex');
}

async function kept(folder: string, key: string): Promise<UnitRow | undefined> {
  try {
    const state = JSON.parse(await readFile(join(folder, STATE), 'utf8')) as { key: string; files: string[]; row: UnitRow };
    if (state.key !== key) return undefined;
    await Promise.all(state.files.map((name) => stat(join(folder, name))));
    return state.row;
  } catch {
    return undefined;
  }
}
