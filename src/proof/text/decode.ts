import { UserError } from '../../kernel/errors';

/** A text file in UTF-8 (with or without mark), UTF-16 with mark, or GB18030. Throws UserError for anything else. */
export function decodeText(bytes: Uint8Array, file: string): string {
  refuseOthers(bytes, file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // The next encoding is tried; none left is the error below.
    }
  }
  throw new UserError({ code: 'badEncoding' }, `${file}：不是文本文件，或编码不是 UTF-8、GB18030。请用记事本“另存为”，编码选 UTF-8。`, {
    file,
  });
}

const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

function refuseOthers(bytes: Uint8Array, file: string): void {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) {
    throw new UserError(
      { code: 'foreignFormat', format: 'pdf' },
      `${file}：是 PDF 文件，不能直接校对。请校对生成它的 Word 文件，或把文字复制到 .txt 文件（UTF-8）后再校对。`,
      {
        file,
      },
    );
  }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UserError(
      { code: 'foreignFormat', format: 'doc' },
      `${file}：是旧版 Word（.doc）或 Excel（.xls）文件。请用 Word 或 WPS 打开，“另存为”.docx 后再校对。`,
      { file },
    );
  }
  if (bytes.length === 0) throw new UserError({ code: 'emptyFile' }, `${file}：文件是空的。`, { file });
}
