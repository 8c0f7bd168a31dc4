import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openWorkbook } from '../../adapters/file/open';
import type { Workbook } from '../../kernel/workbook';
import { bookOf } from '../../reading/look';
import { readWorkbook } from '../../reading/read';
import { readBytes } from '../files/input';
import { checkOpened, runJob, type UnitDone } from './job';
import { isPairOf, type Identity, type Left } from '../../app/pair';
import { identifyText, proofJob, type ProofDone, type ProofJob, type TextIdentity } from './proof-job';
import type { UnitJob } from './rows';
import { whyNot } from './why';

/** What is asked of a thread, and what it answers: plain data, since it crosses between threads. */
export type Task =
  | {
      readonly kind: 'identify';
      /** One file, or a few that are likely to be the years of one unit. */
      readonly paths: readonly string[];
      /** Of a check: with which profile to check at once what turns out to be one unit, so that no file is opened twice. */
      readonly check?: { readonly profile: string; readonly json: boolean; readonly alone: boolean };
    }
  | { readonly kind: 'unit'; readonly job: UnitJob }
  | { readonly kind: 'text'; readonly path: string; readonly units: readonly string[] }
  | { readonly kind: 'proof'; readonly job: ProofJob };

export interface Identified {
  readonly found: readonly Identity[];
  readonly left: readonly Left[];
  readonly checked?: { readonly now: string; readonly prior?: string; readonly done: UnitDone };
}

export type Answer<T extends Task = Task> = T extends { readonly kind: 'identify' }
  ? Identified
  : T extends { readonly kind: 'unit' }
    ? UnitDone
    : T extends { readonly kind: 'text' }
      ? TextIdentity
      : ProofDone;

/** Never throws: what goes wrong with one file is told of that file. */
export async function perform(task: Task): Promise<Answer> {
  switch (task.kind) {
    case 'identify':
      return identify(task);
    case 'unit':
      return runJob(task.job);
    case 'text':
      return identifyText(task.path, task.units);
    case 'proof':
      return proofJob(task.job);
  }
}

async function identify({ paths, check }: Extract<Task, { kind: 'identify' }>): Promise<Identified> {
  const left: Left[] = [];
  const opened: { readonly identity: Identity; readonly workbook: Workbook }[] = [];
  for (const path of paths) {
    try {
      const bytes = await readBytes(path);
      const workbook = openWorkbook(bytes, basename(path), '本年');
      const book = bookOf(workbook);
      // Reading says why no sheet is a form.
      if (!book) await readWorkbook(workbook);
      const content = createHash('sha256').update(bytes).digest('hex');
      opened.push({ identity: { path, unit: book?.unit ?? '', year: book?.year, content }, workbook });
    } catch (error) {
      left.push({ path, why: whyNot(error, path) });
    }
  }
  const found = opened.map(({ identity }) => identity);
  const [now, prior] = [...opened].sort((a, b) => (b.identity.year ?? 0) - (a.identity.year ?? 0));
  if (!check || !now || opened.length > 2 || now.identity.year === undefined) return { found, left };
  if (prior ? !isPairOf(now.identity, prior.identity) : !check.alone) return { found, left };
  const done = await checkOpened(
    { unit: now.identity.unit, year: now.identity.year, now: now.identity.path, prior: prior?.identity.path, folder: '' },
    now.workbook,
    prior && { ...prior.workbook, role: '上年' },
    check,
  );
  return { found, left, checked: { now: now.identity.path, prior: prior?.identity.path, done } };
}
