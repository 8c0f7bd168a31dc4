import type { FileAnswer, FileJob } from '../../taskpane/files/jobs';
import { PATIENCE, workerJobs } from '../../taskpane/files/jobs';
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

  test('a file that the worker does not get through is given up by name; the worker is ended and the others are opened', async () => {
    jest.useFakeTimers();
    try {
      const bytes = await toXlsx(buildWorkbook(cleanUnit));
      const real = wired([]);
      let stuck = false;
      let ended = 0;
      const jobs = workerJobs(() => {
        stuck = false;
        const worker = real();
        const postMessage = (job: FileJob): void => {
          if (job.file === '慢.xlsx') stuck = true;
          if (!stuck) worker.postMessage(job);
        };
        return new Proxy(worker, {
          get: (target, key) => (key === 'terminate' ? () => (ended += 1) : key === 'postMessage' ? postMessage : Reflect.get(target, key)),
        });
      });
      const slow = jobs.open(bytes, '慢.xlsx', '本年');
      const after = jobs.open(bytes, '上年.xlsx', '上年');
      const refused = expect(slow).rejects.toMatchObject({
        fault: { code: 'unanswered', why: 'time' },
        message: expect.stringMatching(/^慢\.xlsx：20 秒内没有处理完，已停止。.*后再试。$/) as string,
      });
      await jest.advanceTimersByTimeAsync(1000 * PATIENCE);
      await refused;
      expect((await after).file).toBe('上年.xlsx');
      expect(ended).toBe(1);
      await jest.advanceTimersByTimeAsync(10 * 1000 * PATIENCE);
      expect(ended).toBe(1);
    } finally {
      jest.useRealTimers();
    }
  });
});
