import { createRoot } from 'react-dom/client';
import { product } from '../src/product/index';
import { bookletDocx } from '../src/adapters/docx/booklet';
import { toDocx } from '../src/adapters/docx/docx';
import { toText } from '../src/adapters/text/text';
import { UserError } from '../src/kernel/errors';
import type { Role } from '../src/kernel/workbook';
import { supplementsIn } from '../src/supplements/file';
import { parseSupplement } from '../src/supplements/parse';
import { FileHost } from './files/file-host';
import { workerJobs } from './files/jobs';
import { inOrder } from './files/order';
import { sample } from './files/sample';
import { Themed } from './pane/Pane';
import { workbenchTasks } from './tasks/workbench';
import { Session } from './session/session';
import { chooseFile } from './ui/choose';
import type { Door } from './ui/context';
import { Workbench } from './bench/Workbench';

const isWorkbook = (name: string): boolean => /\.(xlsx|xlsm|xls)$/i.test(name);
const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

export function startWorkbench(): void {
  const jobs = workerJobs();
  const host = new FileHost(jobs);
  const session = new Session(host, product);
  const openBook = async (file: File, role: Role) => jobs.open(await bytesOf(file), file.name, role);

  const openMain = (bytes: () => Promise<Uint8Array>, name: string): Promise<void> =>
    session.openWith(async () => host.open(await bytes(), name));

  /** Files chosen or dropped: a supplement, this year's workbook, last year's – told apart by what stands in them. */
  const take = async (files: readonly File[]): Promise<void> => {
    const books = files.filter(({ name }) => isWorkbook(name));
    const json = files.find(({ name }) => /\.json$/i.test(name));
    const strange = files.find((file) => !books.includes(file) && file !== json);
    if (strange) {
      await session.attempt('打开文件', () =>
        Promise.reject(
          new UserError(
            { code: 'foreignFormat', format: 'unknown' },
            `“${strange.name}”不是工作簿。请选择 .xlsx 或 .xls 的决算报表；补充信息请选择 .json。`,
            { file: strange.name },
          ),
        ),
      );
      return;
    }
    const [main, prior] = inOrder(books);
    if (main) await openMain(() => bytesOf(main), main.name);
    if (prior) await session.usePrior(() => openBook(prior, '上年'));
    if (json) {
      const text = await json.text();
      await session.attempt('读取补充信息', async () => void session.takeOver(supplementsIn(text, json.name)));
    }
  };

  const door: Door = {
    kind: 'workbench',
    savesFiles: true,
    openBook,
    tasks: workbenchTasks,
    toWord: toDocx,
    toWhole: bookletDocx,
    toText,
    saveWorkbook: () => host.save(),
    chooseWorkbook: () => void chooseFile('.xlsx,.xls').then((file) => file && take([file])),
    trySample: async () => {
      const { now, before, supplement } = sample();
      await openMain(() => Promise.resolve(now.bytes), now.file);
      await session.usePrior(() => jobs.open(before.bytes, before.file, '上年'));
      await session.takeOver(parseSupplement(supplement.content, supplement.file));
      session.dismiss();
    },
  };

  createRoot(document.getElementById('root')!).render(
    <Themed context={{ session, door }} background={() => undefined}>
      <Workbench host={host} take={(files) => void take(files)} />
    </Themed>,
  );
  void session.listen();
}
