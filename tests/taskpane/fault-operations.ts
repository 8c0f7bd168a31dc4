import { product } from '../../src/product/index';
import { excelHost } from '../../src/adapters/officejs/host';
import { Session } from '../../taskpane/session/session';
import { installExcel } from '../excel-host/client';
import { ExcelHost } from '../excel-host/host';
import { clean, withCell } from '../kit/index';
import { until } from './desk';
import './soon';

/** Few forms, so that a run takes a third of a second; one wrong cell. */
const seed = () => {
  const whole = clean();
  return withCell({ ...whole, sheets: whole.sheets.slice(0, 4) }, 'Z01', 'E33', 1);
};

export interface FaultDesk {
  readonly host: ExcelHost;
  readonly session: Session;
}

export interface Step {
  /** What has been done before. */
  readonly before?: (desk: FaultDesk) => Promise<void>;
  readonly run: (session: Session, host: ExcelHost) => Promise<void>;
  /** It is written a moment later, once the hands are still. */
  readonly later?: true;
  /** What the pane offers beside the same button where only marks are lacking. */
  readonly mend?: (session: Session) => Promise<void>;
}

/** Waits until Excel has had nothing to do for a while, and nothing waits to be written. */
async function still(host: ExcelHost): Promise<void> {
  const seen: number[] = [];
  await until(() => {
    seen.unshift(host.trips.length);
    return seen.length > 7 && seen[7] === seen[0];
  });
}

/** Excel behind a pane that was closed: nothing is waited for any more. */
export const closed = new WeakSet<ExcelHost>();

/** Fields are written a moment later; the pane has done with it when nothing is under way any more. */
const written = async (session: Session, host: ExcelHost, done: Promise<void>): Promise<void> => {
  await done;
  await still(host);
  await until(() => session.state().work === undefined || closed.has(host));
};

const wrongCell = ({ session }: Pick<FaultDesk, 'session'>): readonly string[] =>
  session.state().checked!.report.findings.map(({ id }) => id);
/** Where the unit is named first: a paragraph that every unit has. */
const paragraph = (session: Session): string => session.state().draft!.sections[0]!.blocks.find(({ kind }) => kind === 'paragraph')!.id;
const generated = ({ session }: FaultDesk): Promise<void> => session.generate();
const aside = async ({ host, session }: FaultDesk): Promise<void> => {
  await session.showMarks();
  await written(session, host, session.setAside(wrongCell({ session }), '已与财政局核对'));
};
const filled = async (desk: FaultDesk): Promise<void> => {
  await desk.session.generate();
  await written(desk.session, desk.host, desk.session.enter([['unitShortName', '本局']]));
};
const reworded = async ({ session }: FaultDesk): Promise<void> => {
  await session.generate();
  await session.reword(paragraph(session), '改写过的一段话。');
};

export const operations = {
  '生成说明（第一次）': { run: (session) => session.generate() },
  重新生成说明: { before: filled, run: (session) => session.generate() },
  标出: { run: (session) => session.showMarks() },
  清除标记: { before: ({ session }) => session.showMarks(), run: (session) => session.clearMarks() },
  接受改动: { before: filled, run: (session) => session.accept() },
  改写一段: { before: generated, run: (session) => session.reword(paragraph(session), '改写过的一段话。') },
  还原改写: { before: reworded, run: (session) => session.reword(paragraph(session), undefined) },
  补充一项: { later: true, run: (session, host) => written(session, host, session.enter([['unitShortName', '本局']])) },
  已核实: {
    later: true,
    mend: (session) => session.showMarks(),
    before: ({ session }) => session.showMarks(),
    run: (session, host) => written(session, host, session.setAside(wrongCell({ session }), '已与财政局核对')),
  },
  收回已核实: {
    later: true,
    mend: (session) => session.showMarks(),
    before: aside,
    run: (session, host) => written(session, host, session.takeBack(wrongCell({ session }))),
  },
} as const satisfies Readonly<Record<string, Step>>;
export type Operation = keyof typeof operations;

/** The pane as it opens on the workbook of this host. */
export async function paneOn(host: ExcelHost): Promise<FaultDesk> {
  installExcel(host);
  const session = new Session(excelHost(), product);
  await session.listen();
  await session.open();
  return { host, session };
}

/** The workbook and the pane as they stand before this operation. */
export async function before(operation: Operation): Promise<FaultDesk> {
  const desk = await paneOn(new ExcelHost(seed(), { api: '1.14' }));
  const step: Step = operations[operation];
  await step.before?.(desk);
  await still(desk.host);
  return desk;
}
