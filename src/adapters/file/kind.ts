import { UserError, type Fault, type ForeignFormat } from '../../kernel/errors';
import type { ZipEntry } from '../../ooxml/zip-entry';
import { readOle } from '../../ooxml/ole';
import { sheetLimits } from '../../ooxml/sheet/limits';
import { inflate, readZip } from '../../ooxml/zip-read';
import { isEncrypted, recordView } from './biff';
import { named } from './faults';

/** What a file is by its content; its name says nothing. */
export type Package = { readonly kind: 'xlsx'; readonly entries: readonly ZipEntry[] } | OtherPackage;

/** Another format that the library reads to the same values; a copy of it is built anew as .xlsx. */
export interface OtherPackage {
  readonly kind: 'other';
  /** Of an .xls its workbook stream, otherwise the file. */
  readonly bytes: Uint8Array;
  readonly format: 'xls' | 'xlsb' | 'ods' | 'xml2003';
}

/** Bytes of the file, and of all its parts unpacked. The largest 决算 workbook seen is 3 MB and 40 MB unpacked. */
export const limits = { file: 60 * 1024 * 1024, unpacked: 600 * 1024 * 1024 } as const;

const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const saveAs = '请用 Excel 或 WPS 打开原文件，另存为“Excel 工作簿 (*.xlsx)”后再试。';

/** Throws UserError for everything that is no workbook we read, with what to do. */
export function recogniseFile(bytes: Uint8Array, file: string): Package {
  const refuse = (fault: Fault, what: string, todo: string): never => {
    throw new UserError(fault, `${file}：${what}${todo}`, { file });
  };
  if (bytes.length === 0) return refuse({ code: 'emptyFile' }, '文件是空的（0 字节）。', '请检查文件是否复制或下载完整。');
  if (bytes.length > limits.file) {
    return refuse(
      { code: 'tooLarge', of: 'file' },
      `文件有 ${megabytes(bytes.length)}，超过 ${megabytes(limits.file)} 的上限。`,
      '请删除工作簿中与决算无关的图片和工作表后再试。',
    );
  }
  if (starts(bytes, 0x50, 0x4b)) return zipPackage(bytes, file, refuse);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return olePackage(bytes, file, refuse);
  if (isXml2003(bytes)) return { kind: 'other', bytes, format: 'xml2003' };
  return refuse(...whatText(bytes, file));
}

type Refusal = readonly [fault: Fault, what: string, todo: string];
type Refuse = (...refusal: Refusal) => never;
const foreign = (format: ForeignFormat): Fault => ({ code: 'foreignFormat', format });
const damaged: Refusal = [{ code: 'damaged' }, '文件已损坏或不完整，无法打开。', '请重新复制、下载或导出一份。'];

function zipPackage(bytes: Uint8Array, file: string, refuse: Refuse): Package {
  const entries = named(file, () => readZip(bytes));
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  const other = has(/^xl\/workbook\.bin$/i) ? 'xlsb' : has(/^content\.xml$/i) ? openDocument(entries, file, refuse) : undefined;
  if (has(/^word\//i)) return refuse(foreign('word'), '这是 Word 文档，不是工作簿。', '请选择部门决算报表的工作簿。');
  if (has(/^ppt\//i)) return refuse(foreign('slides'), '这是演示文稿，不是工作簿。', '请选择部门决算报表的工作簿。');
  if (!other && (!has(/^\[Content_Types\]\.xml$/i) || !has(/(^|\/)workbook[^/]*\.xml$/i))) {
    return refuse(
      foreign('archive'),
      '这是压缩包或其他文件，不是 Excel 工作簿。',
      '如果工作簿在压缩包里，请先解压，再选择其中的 .xlsx 或 .xls 文件。',
    );
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  // The library holds all of it at once.
  const most = other ? sheetLimits.part : limits.unpacked;
  if (unpacked > most) {
    return refuse(
      { code: 'tooLarge', of: 'unpacked' },
      `文件解压后有 ${megabytes(unpacked)}，超过 ${megabytes(most)} 的上限。`,
      '请删除与决算无关的工作表和格式后再试。',
    );
  }
  return other ? { kind: 'other', bytes, format: other } : { kind: 'xlsx', entries };
}

/** A sheet of OpenDocument, open and not a text. */
function openDocument(entries: readonly ZipEntry[], file: string, refuse: Refuse): 'ods' {
  const text = (name: string): string => {
    const entry = entries.find((one) => one.name.toLowerCase() === name);
    return entry && entry.size < 1_000_000 ? new TextDecoder().decode(named(file, () => inflate(entry))) : '';
  };
  if (text('mimetype').includes('opendocument.text'))
    refuse(foreign('odt'), '这是文字文档（.odt），不是工作簿。', '请选择部门决算报表的工作簿。');
  if (text('meta-inf/manifest.xml').includes('encryption-data')) refuse(...encrypted);
  return 'ods';
}

function olePackage(bytes: Uint8Array, file: string, refuse: Refuse): Package {
  const container = readOle(bytes);
  if (!container) return refuse(...damaged);
  const has = (name: string): boolean => container.names.includes(name);
  if (has('encryptedpackage')) return refuse(...encrypted);
  if (has('workbook')) {
    const stream = container.stream('workbook');
    if (!stream) return refuse(...damaged);
    return isEncrypted(recordView(stream)) ? refuse(...encrypted) : { kind: 'other', bytes: stream, format: 'xls' };
  }
  if (has('book')) return refuse(foreign('excel95'), '这是 Excel 95 及更早版本的工作簿。', saveAs);
  if (/\.et$/i.test(file)) return refuse(...wps);
  return refuse(foreign('word'), '文件里没有工作簿，可能是 Word 文档或其他文件。', '请选择部门决算报表的工作簿（.xlsx 或 .xls）。');
}

const wps: Refusal = [foreign('et'), '这是 WPS 表格（.et）文件。', saveAs];
const encrypted: Refusal = [
  { code: 'encrypted' },
  '工作簿设有打开密码，已加密。',
  '请用 Excel 或 WPS 输入密码打开，在“文件 › 信息 › 保护工作簿”中清除密码并保存后再试。',
];

/** “XML 表格 2003”, which many report systems hand out as .xls. */
const isXml2003 = (bytes: Uint8Array): boolean => {
  const head = decodeHead(bytes);
  return /<(?:\w+:)?Workbook[\s>]/.test(head) && head.includes('urn:schemas-microsoft-com:office:spreadsheet');
};

function whatText(bytes: Uint8Array, file: string): Refusal {
  const head = decodeHead(bytes);
  if (/\.et$/i.test(file)) return wps;
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46))
    return [foreign('pdf'), '这是 PDF 文件，不是工作簿。', '请选择部门决算报表的工作簿（.xlsx 或 .xls）。'];
  if (/<office:document[\s>]/i.test(head)) return [foreign('ods'), '这是 OpenDocument 的单个 XML 文件（.fods）。', saveAs];
  if (/^\s*<(!doctype html|html|head|body|table|meta|\?xml|div|style)/i.test(head)) {
    return [foreign('html'), '这其实是网页（HTML）文件，只是扩展名像工作簿。', saveAs];
  }
  // eslint-disable-next-line no-control-regex
  const printable = head.length > 0 && !/[\u0000-\u0008\u000e-\u001f]/.test(head);
  if (printable && (/\.(csv|txt|tsv)$/i.test(file) || /[,\t;]/.test(head))) {
    return [foreign('csv'), '这是纯文本（CSV）文件，没有报表的工作表。', '请从报表软件导出 Excel 格式（.xlsx 或 .xls）的整套决算报表。'];
  }
  return [
    foreign('unknown'),
    '文件不是 Excel 工作簿，或者已经损坏。',
    '请选择部门决算报表的工作簿（.xlsx 或 .xls）；如果确实是工作簿，请重新导出一份。',
  ];
}

function decodeHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096);
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(head);
  return new TextDecoder().decode(head).replace(/^\ufeff/, '');
}
