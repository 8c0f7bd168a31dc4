import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { UserError } from '../../kernel/errors';
import type { Workbook } from '../../kernel/workbook';
import { product } from '../../product/index';
import { checkJson, type CheckJson } from '../check/json';
import type { Input } from '../files/input';
import { profileOf } from '../profile';
import { writeUnit } from '../report/unit';
import { readRequest } from '../request';
import type { UnitFiles, UnitJob, UnitRow } from './rows';

/** A unit's result as it comes out of a thread: nothing has been written yet. */
export interface UnitDone {
  readonly row: UnitRow;
  /** Of `check --format json`: its entry, as text. */
  readonly check?: string;
  readonly files: readonly (readonly [name: string, data: Uint8Array | string])[];
  /** Hashes of the bytes that were read, this year's first. */
  readonly contents: readonly string[];
}

/** Checks or reports one unit. Never throws: what goes wrong is said in the row, and the other units go on. */
export async function runJob(job: UnitJob): Promise<UnitDone> {
  try {
    if (job.command === 'report') return await reportUnit(job);
    const { request, inputs } = await readRequest(job.now, options(job), await profileOf(job.profile));
    return { ...(await checkOpened(job, request.workbook, request.prior, job)), contents: contentsOf(inputs) };
  } catch (error) {
    return failed(job, messageOf(error));
  }
}

const messageOf = (error: unknown): string =>
  error instanceof UserError ? error.message : `程序出错：${error instanceof Error ? error.message : String(error)}`;

export const failed = (files: UnitFiles, message: string): UnitDone => ({
  row: { ...known(files), status: 'failed', errors: 0, warnings: 0, missing: 0, rules: {}, asks: [], message },
  files: [],
  contents: [],
});

const known = ({ unit, year, now, prior, folder }: UnitFiles): Pick<UnitRow, 'unit' | 'year' | 'file' | 'prior' | 'folder'> => ({
  unit,
  year,
  file: basename(now),
  prior: prior === undefined ? undefined : basename(prior),
  folder,
});

const options = ({ prior }: UnitFiles) => ({ prior, choose: {}, allowRenamedUnit: false });
const contentsOf = (inputs: readonly Input[]): readonly string[] =>
  inputs.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));

/** Checks workbooks that are open already. Never throws. */
export async function checkOpened(
  files: UnitFiles,
  workbook: Workbook,
  prior: Workbook | undefined,
  { profile, json: wanted }: Pick<UnitJob, 'profile' | 'json'>,
): Promise<UnitDone> {
  try {
    const { report } = await product.check({ workbook, prior, choose: {}, allowRenamedUnit: false, profile: await profileOf(profile) });
    const json = checkJson(basename(files.now), report);
    return {
      row: { ...known(files), status: 'done', ...tally(json), missing: 0, asks: [] },
      ...(wanted ? { check: JSON.stringify(json, null, 2) } : {}),
      files: [],
      contents: [],
    };
  } catch (error) {
    return failed(files, messageOf(error));
  }
}

async function reportUnit(job: UnitJob): Promise<UnitDone> {
  const files: (readonly [string, Uint8Array | string])[] = [];
  const { json, inputs } = await writeUnit(
    job.now,
    '',
    { ...options(job), tables: job.tables, whole: job.whole, leaveOut: job.leaveOut },
    await profileOf(job.profile),
    {
      put: async (name, data) => {
        await Promise.resolve(files.push([name, data]));
      },
    },
    { now: () => new Date(job.date) },
  );
  const row: UnitRow = {
    ...known(job),
    status: 'done',
    ...tally(json.check),
    missing: json.readiness.toFill.length,
    asks: [...json.readiness.lacking, ...json.readiness.toFill.map(({ ask }) => ask)],
  };
  return { row, files, contents: contentsOf(inputs) };
}

function tally({ findings, counts }: CheckJson): Pick<UnitRow, 'errors' | 'warnings' | 'rules' | 'counts'> {
  const open = findings.filter(({ aside }) => !aside);
  const errors = open.filter(({ severity }) => severity === 'error');
  const rules: Record<string, number> = {};
  for (const { rule } of errors) rules[rule] = (rules[rule] ?? 0) + 1;
  return { errors: errors.length, warnings: open.filter(({ severity }) => severity === 'warning').length, rules, counts };
}
