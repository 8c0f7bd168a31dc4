import { CFB } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { openWordFile } from '../../../src/adapters/word/open';
import { UserError } from '../../../src/kernel/errors';
import { docx, paragraph, run } from '../../ooxml/word/docx';
import { fileOf, sheet } from '../file/bytes';

const ole = (...streams: string[]): Uint8Array => {
  const container = CFB.utils.cfb_new();
  for (const name of streams) CFB.utils.cfb_add(container, `/${name}`, new Uint8Array(600));
  return new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer);
};
const whole = docx(paragraph(run('情况说明')));
const book = { sheets: [sheet('表', [['a']])] };
/** The directory promises so many bytes for the document part. */
const promising = (size: number): Uint8Array => {
  const bytes = docx(paragraph(run('甲'.repeat(200_000))));
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 500_000) view.setUint32(at + 24, size, true);
  return bytes;
};

test('a .docx is opened whatever its name', () => {
  expect(openWordFile(whole, '说明.doc').document.paragraphs[0]!.text).toBe('情况说明');
});

test.each<[string, Uint8Array, RegExp]>([
  ['an empty file', new Uint8Array(), /空的.*复制或下载完整/],
  ['an old .doc', ole('WordDocument', '1Table'), /旧版 Word 文档（\.doc）.*另存为/],
  ['an encrypted document', ole('EncryptedPackage', 'EncryptionInfo'), /已加密.*清除密码/],
  ['a WPS document', ole('WpsThing'), /WPS 文字.*另存为/],
  ['an old workbook', fileOf(book, 'xls'), /这是工作簿/],
  ['a workbook', fileOf(book), /这是工作簿/],
  ['a PDF', strToU8('%PDF-1.7 ...'), /PDF 文件.*\.docx/],
  ['RTF', strToU8('{\\rtf1 x}'), /RTF.*另存为/],
  ['a web page', strToU8('\ufeff<html><body>x</body></html>'), /网页.*另存为/],
  ['plain text', strToU8('情况说明'), /不是 Word 文档.*\.txt/],
  ['an OpenDocument text', zipSync({ 'content.xml': strToU8('<x/>') }), /\.odt.*另存为/],
  ['an archive', zipSync({ 'a.txt': strToU8('x') }), /压缩包.*解压/],
  ['a file cut off', whole.subarray(0, whole.length - 60), /损坏或不完整.*重新/],
  ['a damaged document part', docx('', { 'word/document.xml': '<w:document xmlns:w="x"><w:body>' }), /损坏.*word\/document\.xml.*另存/],
  ['a part that promises too much', promising(70 * 1024 * 1024), /解压后有 70 MB，超过上限/],
  ['a file that is too large', new Uint8Array(61 * 1024 * 1024), /超过 60 MB/],
])('%s is refused with its name, what it is and what to do', (_, bytes, words) => {
  let error: unknown;
  try {
    openWordFile(bytes, '说明.docx');
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toMatch(words);
  expect((error as UserError).message).toMatch(/^说明\.docx：.*。$/);
});
