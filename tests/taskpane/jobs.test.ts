import type { FileAnswer, FileJob } from '../../taskpane/files/jobs';
import { workerJobs } from '../../taskpane/files/jobs';
import { runWorker } from '../../taskpane/files/worker';
import { openWorkbook } from '../../src/adapters/file/open';
import { buildWorkbook, cleanUnit } from '../kit';
import { toXlsx } from '../kit/xlsx';

/** The worker's code on this side of the wall; what crosses it is cloned, as between threads. */
function wired(seen: FileAnswer[]): () => Worker {
  return () => {
    const page = { onmessage: undefined as ((event: { data: FileAnswer }) => void) | undefined };
    const scope = {
      onmessage: undefined as ((event: { data: FileJob }) => void) | undefined,
      postMessage: (message: FileAnswer) => {
        const data = structuredClone(message);
        seen.push(data);
        page.onmessage?.({ data });
      },
    };
    runWorker(scope);
    return Object.assign(page, { postMessage: (job: FileJob) => scope.onmessage!({ data: structuredClone(job) }) }) as unknown as Worker;
  };
}

describe('opening off the main thread', () => {
  test('a workbook comes over in slabs and is the same workbook', async () => {
    const bytes = await toXlsx(buildWorkbook(cleanUnit));
    const seen: FileAnswer[] = [];
    const opened = await workerJobs(wired(seen)).open(bytes, '本年.xlsx', '本年');
    expect(opened).toEqual(openWorkbook(bytes, '本年.xlsx', '本年'));
    expect(seen.filter(({ slab }) => slab).length).toBeGreaterThanOrEqual(opened.sheets.length);
    for (const { slab } of seen) expect((slab?.rows.length ?? 0) * (slab?.rows[0]?.length ?? 0)).toBeLessThanOrEqual(40_000);
  });

  test('a file that cannot be used is refused with its name', async () => {
    await expect(workerJobs(wired([])).open(new Uint8Array([1, 2, 3]), '坏.xlsx', '本年')).rejects.toMatchObject({
      name: 'UserError',
      fault: { code: 'foreignFormat', format: 'unknown' },
      where: { file: '坏.xlsx' },
    });
  });
});
