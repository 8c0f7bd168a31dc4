import { Cancelled } from '../../kernel/progress';
import { UserError, type Fault } from '../../kernel/errors';

/** What was being done, for the sentence a person reads when Excel refuses. */
export interface Job {
  /** e.g. 读取工作簿 */
  readonly what: string;
  /** What a failure leaves behind, a whole sentence: 工作簿未改动。 */
  readonly left: string;
  /** Set where only one sheet is concerned. */
  readonly sheet?: string;
  /** Set where several are. */
  readonly sheets?: readonly string[];
  /** The step needs the window of the workbook: with another workbook in front Excel answers GeneralException. */
  readonly window?: boolean;
}

/** Code of an error of Excel; undefined for everything else. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'RichApi.Error') return undefined;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** Codes that only a mistake of ours can cause: they stay what they are and are shown as an internal failure. */
const ours = new Set([
  'PropertyNotLoaded',
  'ValueNotLoaded',
  'InvalidObjectPath',
  'InvalidRequestContext',
  'RunMustReturnPromise',
  'InvalidArgument',
  'CannotRegisterEvent',
  'ConnectionFailure',
]);

const busy = 'Excel 正忙。请稍等片刻再试；若正在打印、筛选或有对话框开着，请先结束它。';
const behind = '前面可能是另一个工作簿，或者有对话框开着。请点回本工作簿，让它回到前面，再重试。';
const sentences: Readonly<Record<string, (sheet: string) => string>> = {
  InvalidOperationInCellEditMode: () => '正在编辑单元格。请先按回车（或 Esc）结束单元格编辑，再重试。',
  AccessDenied: (sheet) =>
    `${sheet || '工作表或工作簿'}受保护，Excel 不允许改动。请在“审阅”中撤销保护（需要密码时请向设置者索取），再重试。`,
  InactiveWorkbook: () => behind,
  ItemNotFound: (sheet) => `找不到${sheet || '要用的工作表'}，它可能刚被删除或改名。请用“更多”里的“重新核对”再读一次工作簿。`,
  InvalidReference: (sheet) => `${sheet || '要用的单元格'}刚被删除或移动。请用“更多”里的“重新核对”再读一次工作簿。`,
  InvalidSelection: () => '当前的选择不能用于这一步。请选中一个单元格，再重试。',
  ApiNotFound: () => '这个版本的 Excel 太旧，缺少所需功能。请用 Excel 2021 或更高版本，或改用“离线工作台”打开同一文件。',
  NotImplemented: () => '这个版本的 Excel 没有所需功能。请用 Excel 2021 或更高版本，或改用“离线工作台”打开同一文件。',
  ApiNotAvailable: () => '这个版本的 Excel 不提供所需功能。请用 Excel 2021 或更高版本，或改用“离线工作台”打开同一文件。',
  UnsupportedOperation: () => '这个工作簿的当前状态不支持这一步（可能处于兼容模式或共享状态）。请另存为 .xlsx 并取消共享，再重试。',
  UnsupportedFeature: () => '工作簿里有本功能处理不了的内容。请另存为普通的 .xlsx 再试，或改用“离线工作台”。',
  UnsupportedSheet: (sheet) => `${sheet || '当前工作表'}是图表工作表或宏表，不能处理。请切换到普通工作表，再重试。`,
  MergedRangeConflict: (sheet) => `${sheet || '工作表'}里的合并单元格与要写的内容冲突。请取消该表的合并单元格，再重试。`,
  FilteredRangeConflict: (sheet) => `${sheet || '工作表'}正在筛选，不能改动。请先清除筛选，再重试。`,
  ItemAlreadyExists: (sheet) => `已有同名的${sheet || '工作表'}。请改名或删除它，再重试。`,
  RequestPayloadSizeLimitExceeded: () => '一次写入的内容超过了网页版 Excel 的上限（5 MB）。请用桌面版 Excel，或改用“离线工作台”。',
  ResponsePayloadSizeLimitExceeded: () => '一次读取的内容超过了网页版 Excel 的上限（5 MB）。请用桌面版 Excel，或改用“离线工作台”。',
  OperationCellsExceedLimit: () => '涉及的单元格过多，超过了 Excel 的上限。请删除报表以外的大量内容，再重试。',
  RangeExceedsLimit: () => '涉及的单元格过多，超过了 Excel 的上限。请删除报表以外的大量内容，再重试。',
  InsertDeleteConflict: () => busy,
  RequestAborted: () => busy,
  ActivityLimitReached: () => busy,
  Timeout: () => busy,
  GeneralException: () => busy,
};

const tooOld = new Set(['ApiNotFound', 'NotImplemented', 'ApiNotAvailable']);

function faultFor(code: string, { sheet, sheets = sheet === undefined ? [] : [sheet], window }: Job): Fault {
  if (code === 'InvalidOperationInCellEditMode') return { code: 'typing' };
  if (code === 'InactiveWorkbook' || (window && code === 'GeneralException')) return { code: 'otherWorkbookInFront' };
  if (code === 'AccessDenied') return { code: 'protected', what: 'sheet', sheets };
  if (tooOld.has(code)) return { code: 'hostTooOld', told: code };
  return sentences[code] === undefined || sentences[code]('') === busy
    ? { code: 'hostBusy', told: code }
    : { code: 'hostRefused', told: code };
}

/**
 * The sentence for whatever an Excel call threw: what happened, what was left as it was, what to do.
 * UserError and Cancelled pass; a mistake of ours passes too, so that it is seen as one.
 */
export function explain(error: unknown, job: Job): unknown {
  if (error instanceof UserError || error instanceof Cancelled) return error;
  const code = codeOf(error);
  if (code === undefined || ours.has(code)) return error;
  const names = job.sheets ?? (job.sheet ? [job.sheet] : []);
  const sheet = names.length > 0 ? `工作表${names.map((name) => `“${name}”`).join('、')}` : '';
  const sentence = job.window && code === 'GeneralException' ? behind : (sentences[code]?.(sheet) ?? busy);
  const told = new UserError(faultFor(code, job), `${job.what}没有完成：${sentence}${job.left}`, job.sheet ? { sheet: job.sheet } : {});
  return Object.assign(told, { cause: error });
}
