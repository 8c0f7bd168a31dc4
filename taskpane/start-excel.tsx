import { createRoot } from 'react-dom/client';
import { product } from '../src/product/index';
import { excelHost } from '../src/adapters/officejs/host';
import { UserError } from '../src/kernel/errors';
import { toText } from '../src/adapters/text/text';
import { workerJobs } from './files/jobs';
import { Pane, Themed } from './pane/Pane';
import { enterLeft } from './pane/enter-left';
import { keepTyping, takeTyping } from './pane/typing';
import { excelTasks } from './tasks/excel';
import { Session } from './session/session';
import type { Door } from './ui/context';
import { offer } from './ui/offer';
import { copyText, types } from './ui/save';

/** The answers go to the clipboard and into a file: nobody has to read them here. */
async function selfCheck(): Promise<string> {
  const {
    selfCheck: ask,
    selfCheckText,
    selfCheckSummary,
  } = await import(/* webpackMode: "lazy", webpackChunkName: "self-check" */ '../src/adapters/officejs/self-check/run');
  const found = await ask();
  offer({
    name: '环境自检.json',
    bytes: new TextEncoder().encode(JSON.stringify(found, null, 2)),
    type: types.txt,
    words: selfCheckText(found),
  });
  await copyText(selfCheckText(found)).catch(() => undefined);
  return `${selfCheckSummary(found)}结果已复制，可以粘贴给负责维护的人；不含工作簿的内容。`;
}

/** What writes files is loaded when one is first saved: Word alone is a third of all that the pane would otherwise start with. */
async function loaded<T>(part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch {
    throw new UserError(
      { code: 'hostRefused', told: 'chunk' },
      '保存所需的部分没有取到。请检查提供本加载项的服务器是否可用，再试一次；也可以用“离线工作台”打开同一文件保存。',
    );
  }
}
const text = () => import(/* webpackMode: "lazy", webpackChunkName: "word" */ '../src/adapters/docx/docx');
const whole = () => import(/* webpackMode: "lazy", webpackChunkName: "word" */ '../src/adapters/docx/booklet');
const alone = () => import(/* webpackMode: "lazy", webpackChunkName: "public-forms" */ '../src/adapters/file/public-forms');

export function startPane(): void {
  const session = new Session(excelHost(), product);
  const jobs = workerJobs();
  const door: Door = {
    kind: 'excel',
    savesFiles: Office.context.platform !== Office.PlatformType.Mac,
    selfCheck,
    openBook: async (file, role) => jobs.open(new Uint8Array(await file.arrayBuffer()), file.name, role),
    tasks: excelTasks,
    toWord: async (document) => (await loaded(text)).toDocx(document),
    toWhole: async (booklet) => (await loaded(whole)).bookletDocx(booklet),
    toForms: async (forms, unit) => ({
      bytes: (await loaded(alone)).publicFormsWorkbook(forms, unit),
      note: '各表只有数值；要带公式的，请用离线工作台打开同一文件保存。',
    }),
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
  // A button of the ribbon replaces the page, and a closed pane is only hidden first; what was filled in a moment ago, or is being typed, must not be lost by that.
  takeTyping();
  const leave = (): void => {
    session.flush();
    keepTyping(session.state().checked?.workbook.file ?? '');
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave());
  void start(session, /[?&]action=(\w+)/.exec(location.search)?.[1]);
}

/** The buttons of the ribbon share one pane; each opens it with its own word. */
async function start(session: Session, action: string | undefined): Promise<void> {
  if (action === 'prove') return (await import(/* webpackMode: "lazy", webpackChunkName: "prove" */ './prove')).prove(session);
  // Marks come off even where nothing of the workbook can be read.
  if (action === 'clear') await session.clearMarks();
  await session.open();
  if (session.state().phase !== 'ready') return;
  if (action === 'generate') {
    await enterLeft(session);
    await session.generate();
  }
  if (action === 'check') await session.showMarks();
}
