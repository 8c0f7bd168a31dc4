import { openWorkbook } from '../../src/adapters/file/open';
import { saveWorkbook } from '../../src/adapters/file/save';
import type { Workbook } from '../../src/kernel/workbook';
import { UserError } from '../../src/kernel/errors';
import { recogniseFile } from '../../src/adapters/file/kind';
import { lossesOf } from '../../src/adapters/file/other';
import type { FileAnswer, FileJob, Saved } from './jobs';

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<FileJob>) => void) | null;
  postMessage(message: FileAnswer): void;
}

const save = ({ original, file, pictures, marks }: Extract<FileJob, { task: 'save' }>): Saved => ({
  bytes: saveWorkbook(original, file, pictures, marks),
  note: lossesOf(recogniseFile(original, file)),
});

/** Cells per message: the page unpacks a message in one go, and a large workbook in one message would hold it up. */
const SLAB = 40_000;

/** Hands a workbook over in slabs of rows, then its frame without values. */
function hand(id: number, workbook: Workbook, answer: (message: FileAnswer) => void): void {
  workbook.sheets.forEach(({ values }, sheet) => {
    const rows = Math.max(1, Math.floor(SLAB / Math.max(1, values[0]?.length ?? 1)));
    for (let from = 0; from < values.length; from += rows) answer({ id, slab: { sheet, rows: values.slice(from, from + rows) } });
  });
  answer({ id, done: { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, values: [] })) } });
}

/** The worker's side: parses and packs workbooks away from the page. */
export function runWorker(global: unknown): void {
  const scope = global as WorkerScope;
  scope.onmessage = (event) => {
    const job = event.data;
    const answer = (message: FileAnswer): void => scope.postMessage(message);
    try {
      if (job.task === 'save') answer({ id: job.id, done: save(job) });
      else hand(job.id, openWorkbook(job.bytes, job.file, job.role), answer);
    } catch (error) {
      const { fault, where } = error instanceof UserError ? error : {};
      answer({ id: job.id, failed: { message: error instanceof Error ? error.message : String(error), fault, where } });
    }
  };
}
