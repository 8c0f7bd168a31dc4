import { isBookName } from '../../src/kernel/book-names';
import { UserError } from '../../src/kernel/errors';
import { plainText } from '../../src/kernel/plain';
import { supplementsIn } from '../../src/supplements/file';
import type { Session } from '../session/session';
import type { FileHost } from './file-host';
import { identify, type Identified } from './identify';
import type { FileJobs } from './jobs';
import { inOrder } from './order';

export type Leave = 'keep' | 'save' | 'discard';

interface TakeDesk {
  readonly session: Session;
  readonly host: FileHost;
  readonly jobs: FileJobs;
  /** What is to become of work that has not been saved. */
  readonly askLeave: () => Promise<Leave>;
  /** Saves what is open. False when that did not work. */
  readonly save: () => Promise<boolean>;
}

/**
 * Files chosen or dropped: a supplement, this year's workbook, last year's – told apart by what stands in them. Work that has
 * not been saved is never put away without asking. Failures are told by the session.
 */
export async function takeFiles({ session, host, jobs, askLeave, save }: TakeDesk, files: readonly File[]): Promise<void> {
  const chosen = files.filter(({ name }) => isBookName(name));
  const json = files.find(({ name }) => /\.json$/i.test(name));
  const books: Identified[] = [];
  await session.attempt('打开文件', async (progress) => {
    refuse(files, chosen, json);
    for (const file of chosen) books.push(await identify(jobs.open, file, progress));
  });
  if (books.length < chosen.length) return;
  const { main, prior } = rolesOf(books, session);
  if (main) {
    if (host.state().unsaved) {
      const leave = await askLeave();
      if (leave === 'keep' || (leave === 'save' && !(await save()))) return;
    }
    await session.openWith(async () => host.show(main.workbook, main.bytes, main.file.name));
  }
  if (prior) await session.usePrior(() => jobs.open(prior.bytes, prior.file.name, '上年'));
  if (json) await session.attempt('读取补充信息', async () => void session.takeOver(supplementsIn(await json.text(), json.name)));
}

function refuse(files: readonly File[], books: readonly File[], json: File | undefined): void {
  const strange = files.find((file) => !books.includes(file) && file !== json);
  if (strange)
    throw new UserError(
      { code: 'foreignFormat', format: 'unknown' },
      `“${strange.name}”不是工作簿。请选择 .xlsx 或 .xls 的决算报表；补充信息请选择 .json。`,
      { file: strange.name },
    );
  if (books.length > 2)
    throw new UserError(
      { code: 'severalUnits' },
      `一次给了 ${books.length} 个工作簿，没有打开。这里一次做一家单位：本年一个，上年一个；许多单位请用上面的“多单位”。`,
    );
}

/** The later year is this year's. One book alone may be last year's of the unit that is open. */
function rolesOf(books: readonly Identified[], session: Session): { readonly main?: Identified; readonly prior?: Identified } {
  const [first, second] = books;
  if (first && second) {
    if (first.year !== undefined && second.year !== undefined && first.year !== second.year)
      return first.year > second.year ? { main: first, prior: second } : { main: second, prior: first };
    const [main] = inOrder(books.map(({ file }) => file));
    return first.file === main ? { main: first, prior: second } : { main: second, prior: first };
  }
  const open = session.state().checked?.report;
  const isLast = first && open?.year !== undefined && first.year === open.year - 1 && plainText(first.unit) === plainText(open.unit);
  return isLast ? { prior: first } : { main: first };
}
