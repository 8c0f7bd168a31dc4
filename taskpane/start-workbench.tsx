import { bookTypes } from '../src/kernel/book-names';
import { createRoot } from 'react-dom/client';
import { product } from '../src/product/index';
import { bookletDocx } from '../src/adapters/docx/booklet';
import { toDocx } from '../src/adapters/docx/docx';
import { toText } from '../src/adapters/text/text';
import { formSheets } from '../src/sheets/form-sheets';
import type { Role } from '../src/kernel/workbook';
import { parseSupplement } from '../src/supplements/parse';
import { prepareWorker } from './boot';
import { FileHost } from './files/file-host';
import { workerJobs } from './files/jobs';
import { sample } from './files/sample';
import { takeFiles, type Leave } from './files/take';
import { Themed } from './pane/Pane';
import { workbenchTasks } from './tasks/workbench';
import { Session } from './session/session';
import { ask } from './ui/ask';
import { chooseFiles } from './ui/choose';
import type { Door } from './ui/context';
import { savedWords, saveFile, types } from './ui/save';
import { Workbench } from './bench/Workbench';

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

export function startWorkbench(): void {
  const jobs = workerJobs();
  const host = new FileHost(jobs);
  const session = new Session(host, product);
  const openBook = async (file: File, role: Role) => jobs.open(await bytesOf(file), file.name, role);

  const openMain = (bytes: () => Promise<Uint8Array>, name: string): Promise<void> =>
    session.openWith(async () => host.open(await bytes(), name));

  const save = async (): Promise<boolean> => {
    let saved = false;
    await session.attempt('保存', async () => {
      const { name, bytes, note } = await host.save();
      saveFile(name, bytes, types.xlsx);
      saved = true;
      return savedWords(name, note);
    });
    return saved;
  };
  const askLeave = async (): Promise<Leave> =>
    (await ask({
      title: '还没有保存',
      words: `“${host.state().workbook?.file ?? ''}”里填写的内容和写好的说明还没有保存到文件。`,
      choices: [
        { id: 'save', label: '保存后再打开' },
        { id: 'discard', label: '不保存，直接打开' },
        { id: 'keep', label: '先不打开' },
      ],
      escape: 'keep',
    })) as Leave;
  const take = (files: readonly File[]): Promise<void> => {
    // What is being typed is stored when the field is left; a drop does not leave it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return takeFiles({ session, host, jobs, askLeave, save }, files);
  };

  const door: Door = {
    kind: 'workbench',
    savesFiles: true,
    openBook,
    tasks: workbenchTasks,
    toWord: toDocx,
    toWhole: bookletDocx,
    toForms: async (forms, unit) => host.beside(formSheets(forms, unit)),
    toText,
    saveWorkbook: () => host.save(),
    openFiles: take,
    openBytes: jobs.open,
    chooseWorkbook: () => void chooseFiles(`${bookTypes},.json`).then((files) => (files.length > 0 ? take(files) : undefined)),
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
  void prepareWorker();
}
