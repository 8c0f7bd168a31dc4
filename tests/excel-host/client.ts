import fs from 'node:fs';
import vm from 'node:vm';
import type { ExcelHost, HostEvent } from './host';
import type { RequestMessage } from './wire';

const FILE = '@microsoft/office-js/dist/excel-web-16.00.debug.js';

/** The parts of Microsoft's client that a test needs beside `Excel` itself. */
interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: {
    SessionBase: { _overrideSession: unknown };
    CommonUtility: { _doApiNotSupportedCheck: boolean };
    GenericEventRegistration: { getGenericEventRegistration(control: string): unknown };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: { entries: readonly HostEvent[] }): void;
  };
  Office?: unknown;
}

let loaded: Client | undefined;

/** Microsoft's own client, unmodified, in a context of its own; once for a test file. */
function client(): Client {
  if (loaded) return loaded;
  const nothing = (): void => undefined;
  const element = { style: {}, setAttribute: nothing, appendChild: nothing };
  const storage = { getItem: () => null, setItem: nothing };
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    // The very constructors of the test, so that `instanceof Error` holds on both sides.
    Error,
    TypeError,
    Array,
    Object,
    Date,
    Promise,
    JSON,
    navigator: { userAgent: 'Chrome', appVersion: '' },
    location: { href: 'http://localhost/', search: '', hash: '', host: 'localhost', protocol: 'http:' },
    document: {
      createElement: () => element,
      getElementsByTagName: () => [element],
      addEventListener: nothing,
      body: {},
      URL: 'http://localhost/',
      cookie: '',
    },
    addEventListener: nothing,
    removeEventListener: nothing,
    sessionStorage: storage,
    localStorage: storage,
    XMLHttpRequest: nothing,
  };
  window.window = window.self = window;
  vm.createContext(window);
  vm.runInContext(fs.readFileSync(require.resolve(FILE), 'utf8'), window, { filename: FILE });
  loaded = window as unknown as Client;
  return loaded;
}

/**
 * Makes `Excel` and `Office` of this test file talk to `host`, as they would inside Excel. The client checks the
 * requirement set of every member that it is asked for.
 */
export function installExcel(host: ExcelHost): Client {
  const made = client();
  const { OfficeExtension } = made;
  const office = { context: { requirements: { isSetSupported: (name: string, version?: string) => host.isSetSupported(name, version) } } };
  made.Office = office;
  OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  host.onEvent = (event) => OfficeExtension._testTriggerRichApiMessageEvent({ entries: [event] });
  OfficeExtension.SessionBase._overrideSession = {
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_custom: unknown, _flags: number, message: RequestMessage) =>
        Promise.resolve().then(() => host.answerMessage(message)),
    }),
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: '', headers: {} }),
    getEventRegistration: (control: string) => OfficeExtension.GenericEventRegistration.getGenericEventRegistration(control),
  };
  Object.assign(globalThis, { Excel: made.Excel, OfficeExtension, Office: office });
  return made;
}
