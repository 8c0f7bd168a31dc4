import type { Workbook } from '../../src/kernel/workbook';
import { ExcelHost, type HostEvent, type HostOptions } from './host';
import type { ResponseMessage } from './wire';

/** Numbers under which the client of Windows calls its host. */
const EXECUTE_RICH_API = 93;
const RICH_API_MESSAGE = 33;
const NOT_SUPPORTED = 5000;

export interface WindowOptions extends HostOptions {
  /** As Excel names it: `zh-CN`. */
  readonly locale?: string;
  /** Further requirement sets, e.g. `{ SharedRuntime: '1.1' }`. */
  readonly sets?: Readonly<Record<string, string>>;
  /** Milliseconds that Excel takes for a round trip. */
  readonly delay?: number;
}

/** Arrays cross the border of the host as COM arrays. */
const comArray = (items: readonly unknown[]): { toArray(): readonly unknown[]; dimensions(): number } => ({
  toArray: () => items,
  dimensions: () => 1,
});

type Done = (answer: unknown, status?: number) => void;

/**
 * Gives this window what Excel for Windows gives the window of a task pane, so that the unmodified office.js finds a
 * host: `window.external` with host info, context, Execute and events. Call it before office.js is loaded. The host
 * behind it is also left in `window.excelHost` for the test, and when it was at work in `window.excelBusy` (ms of the page).
 */
export function installExcelWindow(seed: Workbook, options: WindowOptions = {}): ExcelHost {
  const host = new ExcelHost(seed, options);
  const locale = options.locale ?? 'zh-CN';
  const matrix = { ExcelApi: options.api ?? '1.14', DialogApi: '1.2', RibbonApi: '1.2', ImageCoercion: '1.1', ...options.sets };
  const context: Record<string, () => unknown> = {
    GetAppType: () => 1, // Excel
    GetSolutionRef: () => 'fake-solution',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => seed.file,
    GetAppCapabilities: () => 0, // read and write
    GetActivationMode: () => 2, // opened with the document
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'fake-correlation',
    GetInstanceId: () => 'fake-instance',
    GetSupportedMatrix: () => JSON.stringify(matrix),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetSettings: () => ({ Read: (keys: unknown[], values: unknown[]) => void [keys, values] }),
  };
  const busy: { readonly start: number; readonly end: number }[] = [];
  const listeners = new Set<(id: number, payload: unknown) => void>();
  host.onEvent = (event) => listeners.forEach((listener) => listener(RICH_API_MESSAGE, entriesOf(event)));

  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${locale}`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, parameters: readonly unknown[], done: Done): void => {
      if (id !== EXECUTE_RICH_API) {
        setTimeout(() => done(NOT_SUPPORTED), 0);
        return;
      }
      const [, , , , body] = parameters[0] as readonly unknown[];
      setTimeout(() => {
        const start = performance.now();
        const answered = answer(host.answerMessage({ Body: String(body) }));
        busy.push({ start, end: performance.now() });
        // Excel works in a process of its own: its time and that of the pane are not one task of the page.
        setTimeout(() => done(answered, 0));
      }, options.delay ?? 0);
    },
    RegisterEvent: (id: number, _target: string, listener: (id: number, payload: unknown) => void, done: Done): void => {
      if (id === RICH_API_MESSAGE) listeners.add(listener);
      setTimeout(() => done(0), 0);
    },
    UnregisterEvent: (_id: number, _target: string, done: Done): void => void setTimeout(() => done(0), 0),
  };
  Object.defineProperty(globalThis, 'external', { value: external, configurable: true });
  Object.assign(globalThis, { excelHost: host, excelBusy: busy });
  return host;
}

/** Status of the call, then status, headers and text of the answer. */
const answer = (response: ResponseMessage): unknown => comArray([0, response.HttpStatusCode, [], JSON.stringify(response.Body)]);

const entriesOf = (event: HostEvent): unknown =>
  comArray([comArray([event.messageCategory, event.messageType, event.targetId, event.message, 0, false])]);
