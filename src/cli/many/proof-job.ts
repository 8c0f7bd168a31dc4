import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openText } from '../../adapters/word/open-text';
import { withFindings } from '../../adapters/word/proof-text';
import { proofread } from '../../app/proof';
import { plainText } from '../../kernel/plain';
import { product } from '../../product/index';
import { proofJson } from '../../proof/json';
import { link } from '../../proof/links/link';
import { proofText } from '../proof/text';
import { readBytes, readInput } from '../files/input';
import { stemOf } from '../files/names';
import { profileOf } from '../profile';
import { whyNot } from './why';

/** Whose text it is: of which of the units whose workbooks are there, and of which year. */
export interface TextIdentity {
  readonly path: string;
  readonly unit?: string;
  readonly year?: number;
  readonly content: string;
  /** Why it cannot be used. */
  readonly why?: string;
}

/** A text to be checked against the workbooks of its unit; plain data. */
export interface ProofJob {
  readonly path: string;
  readonly unit: string;
  readonly year: number;
  readonly now: string;
  readonly prior?: string;
  readonly folder: string;
  readonly profile: string;
  /** ISO. */
  readonly date: string;
}

export interface ProofRow {
  readonly file: string;
  readonly unit: string;
  readonly year: number;
  readonly workbook: string;
  readonly prior?: string;
  readonly folder: string;
  readonly status: 'done' | 'kept' | 'failed';
  readonly errors: number;
  readonly warnings: number;
  readonly remarks: number;
  readonly figures: number;
  readonly unchecked: number;
  readonly message?: string;
}

export interface ProofDone {
  readonly row: ProofRow;
  /** Entry of the JSON, as text. */
  readonly json: string;
  readonly files: readonly (readonly [name: string, data: Uint8Array | string])[];
}

/** The unit whose name stands in the text: in front before anywhere, a longer name before one that it contains. */
export async function identifyText(path: string, units: readonly string[]): Promise<TextIdentity> {
  try {
    const bytes = await readBytes(path);
    const { document } = openText(bytes, basename(path));
    const content = createHash('sha256').update(bytes).digest('hex');
    const texts = document.blocks.map(({ text }) => plainText(text));
    const year = link(document, {}).year;
    const byLength = [...units].sort((a, b) => b.length - a.length);
    const namedIn = (where: string): string | undefined => byLength.find((unit) => where.includes(plainText(unit)));
    const unit = namedIn(texts.slice(0, 8).join('\n')) ?? namedIn(texts.join('\n'));
    return { path, content, ...(unit === undefined ? {} : { unit }), ...(year === undefined ? {} : { year }) };
  } catch (error) {
    return { path, content: '', why: whyNot(error, path) };
  }
}

export const proofFailed = (job: ProofJob, message: string): ProofDone => ({
  row: { ...known(job), status: 'failed', errors: 0, warnings: 0, remarks: 0, figures: 0, unchecked: 0, message },
  json: '',
  files: [],
});

const known = ({ path, unit, year, now, prior, folder }: ProofJob) => ({
  file: basename(path),
  unit,
  year,
  workbook: basename(now),
  ...(prior === undefined ? {} : { prior: basename(prior) }),
  folder,
});

/** 校对 of one text against its unit's workbooks. Never throws. */
export async function proofJob(job: ProofJob): Promise<ProofDone> {
  try {
    const { document, word } = openText(await readBytes(job.path), basename(job.path));
    const workbook = (await readInput(job.now, '本年')).workbook;
    const prior = job.prior === undefined ? undefined : (await readInput(job.prior, '上年')).workbook;
    const profile = await profileOf(job.profile);
    const { years, supplements } = await product.check({ workbook, prior, profile, allowRenamedUnit: true });
    const report = await proofread(document, { years, supplements });
    const json = proofJson(report);
    const of = (severity: string): number => json.findings.filter((finding) => finding.severity === severity).length;
    const { figures, unchecked } = json.counts;
    return {
      row: { ...known(job), status: 'done', errors: of('error'), warnings: of('warning'), remarks: of('info'), figures, unchecked },
      json: JSON.stringify(json, null, 2),
      files: [
        ...(word
          ? [[`${stemOf(job.path)}-校对.docx`, withFindings(word, report, report.findings, job.date.replace(/\.\d+Z$/, 'Z'))] as const]
          : []),
        [`${stemOf(job.path)}-校对.txt`, `${proofText(report)}\n`],
        ['proof.json', `${JSON.stringify({ version: 1, files: [json] }, null, 2)}\n`],
      ],
    };
  } catch (error) {
    return proofFailed(job, `${basename(job.path)}：${whyNot(error, job.path)}`);
  }
}
