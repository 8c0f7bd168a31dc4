import { openWorkbook } from '../../src/adapters/file/open';
import { saveWorkbook } from '../../src/adapters/file/save';
import { UserError } from '../../src/kernel/user-error';
import { recognise } from '../../src/adapters/file/kind';
import { xlsLosses } from '../../src/adapters/file/xls';
import type { FileAnswer, FileJob, Saved } from './jobs';

/** The part of a worker's global scope that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<FileJob>) => void) | null;
  postMessage(message: FileAnswer): void;
}

const save = ({ original, file, pictures, marks }: Extract<FileJob, { task: 'save' }>): Saved => ({
  bytes: saveWorkbook(original, file, pictures, marks),
  note: recognise(original, file).kind === 'xls' ? xlsLosses : undefined,
});

/** The worker's side: parses and packs workbooks away from the page. */
export function runWorker(global: unknown): void {
  const scope = global as WorkerScope;
  scope.onmessage = (event) => {
    const job = event.data;
    const answer = (message: FileAnswer): void => scope.postMessage(message);
    try {
      const done = job.task === 'open' ? openWorkbook(job.bytes, job.file, job.book) : save(job);
      answer({ id: job.id, done });
    } catch (error) {
      const known = error instanceof UserError;
      answer({
        id: job.id,
        failed: { message: error instanceof Error ? error.message : String(error), where: known ? error.where : undefined },
      });
    }
  };
}
