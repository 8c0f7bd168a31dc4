import { UserError, type Fault, type ForeignFormat } from '../../kernel/errors';
import { PackageError } from '../../ooxml/fault';
import { readOle } from '../../ooxml/ole';
import { readWord, type WordFile } from '../../ooxml/word/file';
import { readZip } from '../../ooxml/zip-read';
import type { ZipEntry } from '../../ooxml/zip-entry';

/** Bytes of a file, of its parts unpacked, and of one part. The longest 情况说明 with its tables is below a hundredth of this. */
const wordLimits = { file: 60 * 1024 * 1024, unpacked: 300 * 1024 * 1024, part: 60 * 1024 * 1024 } as const;

const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
const saveAs = '请用 Word 或 WPS 打开，另存为“Word 文档 (*.docx)”后再试。';
const again = '请重新复制或下载一份；如果能用 Word 打开，请另存一份后再试。';

type Refusal = [fault: Fault, what: string, todo: string];
const foreign = (format: ForeignFormat): Fault => ({ code: 'foreignFormat', format });

/**
 * A Word document, recognised by content, not by name. Throws UserError with what the file is and what to do for everything
 * that is no .docx: old .doc, encrypted, PDF, workbook, web page, damaged.
 */
export function openWordFile(bytes: Uint8Array, file: string): WordFile {
  const refuse = (fault: Fault, what: string, todo: string): never => {
    throw new UserError(fault, `${file}：${what}${todo}`, { file });
  };
  if (bytes.length === 0) return refuse({ code: 'emptyFile' }, '文件是空的（0 字节）。', '请检查文件是否复制或下载完整。');
  if (bytes.length > wordLimits.file) {
    return refuse(
      { code: 'tooLarge', of: 'file' },
      `文件有 ${megabytes(bytes.length)}，超过 ${megabytes(wordLimits.file)} 的上限。`,
      '请压缩或删除文档中的图片后再试。',
    );
  }
  if (!starts(bytes, 0x50, 0x4b)) return refuse(...notZip(bytes));
  try {
    const wrong = notWord(readZip(bytes));
    return wrong ? refuse(...wrong) : readWord(bytes);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const part = 'part' in error.fault && error.fault.part ? error.fault.part : undefined;
    return refuse({ code: 'damaged', part }, `文件已损坏或不完整${part ? `（${part}）` : ''}，无法读取。`, again);
  }
}

function notZip(bytes: Uint8Array): Refusal {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return ole(bytes);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46))
    return [foreign('pdf'), '这是 PDF 文件。', '请选择生成它的 Word 文档（.docx）；没有的话，用 Word 打开 PDF 并另存为 .docx。'];
  const head = new TextDecoder().decode(bytes.subarray(0, 2048));
  if (head.startsWith('{\\rtf')) return [foreign('rtf'), '这是 RTF 文档。', saveAs];
  if (/^\ufeff?\s*<(!doctype|html|\?xml|head|body)/i.test(head))
    return [foreign('html'), '这其实是网页或 XML 文件，只是扩展名像 Word 文档。', saveAs];
  return [foreign('unknown'), '这不是 Word 文档。', '请选择情况说明的 .docx 文件，纯文本请用 .txt。'];
}

function ole(bytes: Uint8Array): Refusal {
  const names = readOle(bytes)?.names;
  if (!names) return [{ code: 'damaged' }, '文件已损坏或不完整，无法读取。', again];
  if (names.includes('encryptedpackage'))
    return [{ code: 'encrypted' }, '文档设有打开密码，已加密。', '请用 Word 或 WPS 输入密码打开，清除密码并保存后再试。'];
  if (names.includes('worddocument')) return [foreign('doc'), '这是旧版 Word 文档（.doc）。', saveAs];
  if (names.includes('workbook') || names.includes('book'))
    return [foreign('workbook'), '这是工作簿，不是 Word 文档。', '请选择情况说明的 .docx 文件。'];
  return [foreign('wps'), '这不是 Word 文档，可能是 WPS 文字（.wps）或其他文件。', saveAs];
}

function notWord(entries: readonly ZipEntry[]): Refusal | undefined {
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  if (has(/^xl\//i)) return [foreign('workbook'), '这是工作簿，不是 Word 文档。', '请选择情况说明的 .docx 文件。'];
  if (has(/^ppt\//i)) return [foreign('slides'), '这是演示文稿，不是 Word 文档。', '请选择情况说明的 .docx 文件。'];
  if (has(/^content\.xml$/i)) return [foreign('odt'), '这是 OpenDocument 文档（.odt）。', saveAs];
  if (!has(/^\[Content_Types\]\.xml$/i))
    return [foreign('archive'), '这是压缩包或其他文件，不是 Word 文档。', '如果文档在压缩包里，请先解压，再选择其中的 .docx 文件。'];
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const large = entries.find(({ name, size }) => /\.(xml|rels)$/i.test(name) && size > wordLimits.part);
  if (unpacked > wordLimits.unpacked || large) {
    return [
      { code: 'tooLarge', of: 'unpacked' },
      `文件解压后有 ${megabytes(large ? large.size : unpacked)}，超过上限。`,
      '请删除文档中与情况说明无关的内容后再试。',
    ];
  }
  return undefined;
}
