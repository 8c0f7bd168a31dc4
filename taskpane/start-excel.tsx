import { createRoot } from 'react-dom/client';
import { product } from '../src/product/index';
import { excelHost } from '../src/adapters/officejs/host';
import { toDocx } from '../src/adapters/docx/docx';
import { toText } from '../src/adapters/text/text';
import { workerJobs } from './files/jobs';
import { Pane, Themed } from './pane/Pane';
import { Session } from './session/session';
import type { Door } from './ui/context';

export function startPane(): void {
  const session = new Session(excelHost(), product);
  const jobs = workerJobs();
  const door: Door = {
    kind: 'excel',
    async openPrior(file) {
      return jobs.open(new Uint8Array(await file.arrayBuffer()), file.name, '上年');
    },
    toWord: toDocx,
    toText,
  };
  const background = (): string | undefined => {
    // A host that tells no theme may also throw; the system's preference then decides.
    try {
      return Office.context.officeTheme?.bodyBackgroundColor;
    } catch {
      return undefined;
    }
  };
  createRoot(document.getElementById('root')!).render(
    <Themed context={{ session, door }} background={background}>
      <Pane />
    </Themed>,
  );
  void session.listen();
  void session.open().then(() => {
    // The ribbon's 生成说明 opens the pane with this word.
    if (/[?&]action=generate/.test(location.search) && session.state().phase === 'ready') void session.generate();
  });
}
