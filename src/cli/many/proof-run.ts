import { basename, join } from 'node:path';
import { UserError } from '../../kernel/errors';
import { plainText } from '../../kernel/plain';
import type { Profile } from '../../narrative/profile';
import type { Identity, Left } from '../../app/pair';
import type { ProofCommand } from '../arguments';
import { UsageError, type ExitCode, type Io } from '../io';
import { folderNames } from '../files/names';
import { Output } from '../files/output';
import { isProfileFile } from '../profile';
import { crewOf, limitsOf } from './crew';
import { textsIn, workbooksIn } from './folder';
import { identifyAll } from './identify';
import { keptRow, inputKey, writeDone } from './kept';
import { lostWords, type Crew } from './pool';
import { FolderProgress } from './progress';
import { proofFailed, type ProofDone, type ProofJob, type ProofRow, type TextIdentity } from './proof-job';
import { proofSummaryJson, proofSummaryText, proofSummaryXlsx } from './proof-summary';

/**
 * `juesuan proof` over folders: each text is held against the workbooks of the unit that it names and of its year, by itself, in
 * one of several threads; what cannot be paired is told with the reason. Run again, texts are not done again whose inputs are
 * unchanged.
 */
export async function runManyProof(command: ProofCommand, profile: Profile, io: Io): Promise<ExitCode> {
  for (const [name, value] of Object.entries({
    '--workbook': command.workbook,
    '--prior': command.prior,
    '--supplement': command.supplement,
  }))
    if (value !== undefined) throw new UsageError(`${name} 只对应一份说明：给出文件夹时不能使用，工作簿会按编制单位和年度自动配对。`);
  const [texts, workbooks] = await Promise.all([textsIn(command.texts, command.out), workbooksIn(command.texts, command.out)]);
  if (texts.length === 0) throw new UsageError(`${command.texts.join('、')} 里没有情况说明（.docx 或 .txt）。`);
  const crew = crewOf(command, io);
  const progress = new FolderProgress(io);
  try {
    const books = await identifyAll(workbooks, crew, limitsOf(io), progress);
    const units = [...new Set(books.found.map(({ unit }) => unit).filter((unit) => plainText(unit) !== ''))];
    const identified = await crew.run(texts.map((path) => ({ kind: 'text' as const, path, units })));
    const left: Left[] = [...books.left];
    const pairs: Paired[] = [];
    identified.forEach((result, i) => {
      const path = texts[i]!;
      const found = 'answer' in result ? sourcesOf(result.answer, books.found) : lostWords(result, limitsOf(io));
      if (typeof found === 'string') left.push({ path, why: found });
      else pairs.push(found);
    });
    const folders = folderNames(pairs.map(({ path }) => path));
    const profileName = command.profile && isProfileFile(command.profile) ? command.profile : profile.id;
    const jobs = pairs.map((pair, i): ProofJob & Paired => ({
      ...pair,
      folder: folders[i]!,
      profile: profileName,
      date: io.now().toISOString(),
    }));
    const done = await allTexts(jobs, command, crew, progress, io);
    progress.end();
    return await tell(done, left, command, io);
  } finally {
    progress.end();
    await crew.close();
  }
}

interface Paired extends Pick<ProofJob, 'path' | 'unit' | 'year' | 'now' | 'prior'> {
  /** Hashes of the text and of its workbooks. */
  readonly contents: readonly string[];
}

/** The workbooks of a text, or why there are none: a sentence for the accountant. */
function sourcesOf({ path, unit, year, content, why }: TextIdentity, books: readonly Identity[]): Paired | string {
  if (why !== undefined) return why;
  if (unit === undefined) return '文中没有写出这些工作簿中任何一个的编制单位，不能配对。请检查单位名称，或用 --workbook 单独校对。';
  if (year === undefined) return '没有读到说明的年度，不能配对。请检查标题中的年度，或用 --workbook 单独校对。';
  const of = (wanted: number): readonly Identity[] => {
    const all = books.filter((book) => book.year === wanted && plainText(book.unit) === plainText(unit));
    return all.filter((book, i) => all.findIndex(({ content: other }) => other === book.content) === i);
  };
  const [now, prior] = [of(year), of(year - 1)];
  if (now.length === 0) return `没有找到“${unit}”${year}年度的工作簿。`;
  if (now.length > 1 || prior.length > 1) return `“${unit}”有几份不同的工作簿，不知道用哪一份。请只留一份后再运行。`;
  return {
    path,
    unit,
    year,
    now: now[0]!.path,
    ...(prior[0] ? { prior: prior[0].path } : {}),
    contents: [content, now[0]!.content, prior[0]?.content ?? '-'],
  };
}

type Text = Pick<ProofDone, 'row' | 'json'>;

async function allTexts(
  jobs: readonly (ProofJob & Paired)[],
  { out, format }: ProofCommand,
  crew: Crew,
  progress: FolderProgress,
  io: Io,
): Promise<readonly Text[]> {
  const texts: Text[] = [];
  const todo: { readonly kind: 'proof'; readonly job: ProofJob; readonly key: string; readonly at: number }[] = [];
  for (const [at, job] of jobs.entries()) {
    const key = await inputKey(job.profile, [basename(job.path)], job.contents);
    // The JSON of all texts needs each of them anew.
    const row = out !== undefined && format !== 'json' ? await keptRow<ProofRow>(join(out, job.folder), key) : undefined;
    if (row) texts[at] = { row, json: '' };
    else todo.push({ kind: 'proof', job, key, at });
  }
  let finished = 0;
  let written: Promise<unknown> = Promise.resolve();
  await crew.run(todo, async (i, result) => {
    const { job, key, at } = todo[i]!;
    let done = 'answer' in result ? result.answer : proofFailed(job, `${basename(job.path)}：${lostWords(result, limitsOf(io))}`);
    if (out !== undefined && done.row.status === 'done') {
      try {
        const write = written.then(() => writeDone(join(out, job.folder), key, done.row, done.files));
        written = write.catch(() => undefined);
        await write;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        done = proofFailed(job, error.message);
      }
    }
    texts[at] = { row: done.row, json: done.json };
    progress.show('校对', ++finished, todo.length);
  });
  return texts;
}

async function tell(texts: readonly Text[], left: readonly Left[], { out, format }: ProofCommand, io: Io): Promise<ExitCode> {
  const rows = texts.map(({ row }) => row);
  for (const { path, why } of left) io.err(`${basename(path)}：${why}\n`);
  for (const { status, message } of rows) if (status === 'failed') io.err(`${message!}\n`);
  // Nothing could be used: then nothing is written either.
  if (rows.every(({ status }) => status === 'failed')) return 2;
  if (out !== undefined) {
    const output = await Output.begin(out);
    try {
      await output.put('校对汇总.json', `${JSON.stringify(proofSummaryJson(rows, left), null, 2)}\n`);
      await output.put('校对汇总.txt', proofSummaryText(rows, left));
      await output.put('校对汇总.xlsx', proofSummaryXlsx(rows, left));
      await output.commit();
    } catch (error) {
      await output.abandon();
      throw error;
    }
  }
  if (format === 'text') io.out(proofSummaryText(rows, left));
  else
    io.out(
      `{\n  "version": 1,\n  "files": [\n    ${texts.flatMap(({ json }) => (json === '' ? [] : [json.replace(/\n/g, '\n    ')])).join(',\n    ')}\n  ]\n}\n`,
    );
  if (left.length > 0 || rows.some(({ status }) => status === 'failed')) return 3;
  return rows.some(({ errors }) => errors > 0) ? 1 : 0;
}
