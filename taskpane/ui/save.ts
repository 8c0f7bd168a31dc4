import { UserError } from '../../src/kernel/errors';

/** Hands bytes to the user as a file; the browser asks or stores it as it is set to. */
export function saveFile(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What was saved, and where to look for it. */
export const savedWords = (file: string, note = ''): string =>
  `已保存“${file}”，在浏览器的下载文件夹里（或您刚选的位置）。原文件没有改动。${note}`;

export const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain;charset=utf-8',
  zip: 'application/zip',
} as const;

/** Older web views allow no clipboard; a selection in the page is their way. Throws UserError when neither works. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    select(field, () => field.select());
  }
}

/** Copies the text so that Word takes over title, headings and paragraphs. */
export async function copyRich(text: string): Promise<void> {
  const html = richText(text);
  try {
    const part = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
    await navigator.clipboard.write([new ClipboardItem({ ...part('text/html', html), ...part('text/plain', text) })]);
  } catch {
    const page = document.createElement('div');
    page.innerHTML = html;
    select(page, () => getSelection()?.selectAllChildren(page));
  }
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The first line is the title; lines such as 一、… are headings. */
function richText(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines
    .map((line, i) => {
      const words = escape(line.trim());
      if (i === 0) return `<h1 style="text-align:center">${words}</h1>`;
      return /^[一二三四五六七八九十]+、/.test(line.trim()) ? `<h2>${words}</h2>` : `<p style="text-indent:2em">${words}</p>`;
    })
    .join('');
}

function select(element: HTMLElement, mark: () => void): void {
  element.setAttribute('aria-hidden', 'true');
  element.style.position = 'fixed';
  element.style.opacity = '0';
  document.body.append(element);
  mark();
  const copied = document.execCommand('copy');
  element.remove();
  if (!copied)
    throw new UserError(
      { code: 'hostRefused', told: 'clipboard' },
      '没有复制成功：这个窗格不允许使用剪贴板。请改用“保存文本 .txt”，或在“情况说明”表里复制。',
    );
}
