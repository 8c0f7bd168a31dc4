import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Book, Workbook } from '../kernel/workbook';
import { UserError } from '../kernel/user-error';
import { openWorkbook } from '../adapters/file/open';
import { limits } from '../adapters/file/kind';
import { parseSupplement } from '../supplements/parse';
import type { Supplements } from '../supplements/supplements';

const reasons: Record<string, string> = {
  ENOENT: '找不到文件。请检查路径和文件名。',
  EACCES: '没有读取权限。请检查文件的权限。',
  EPERM: '没有读取权限。请检查文件的权限。',
  EBUSY: '文件正被其他程序占用。请关闭后再试。',
  ENOTDIR: '找不到文件。请检查路径和文件名。',
};

/** The bytes of a file. Throws UserError with what to do. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UserError(`${path}：这是文件夹，不是文件。请写出工作簿的文件名。`, { file: path });
    if (found.size > 4 * limits.file)
      throw new UserError(`${path}：文件过大（${Math.ceil(found.size / 1024 / 1024)} MB）。请选择部门决算报表的工作簿。`, { file: path });
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const known = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (known) throw new UserError(`${path}：${known}`, { file: path });
    throw error;
  }
}

export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}

export async function readInput(path: string, book: Book): Promise<Input> {
  const bytes = await readBytes(path);
  return { path, bytes, workbook: openWorkbook(bytes, basename(path), book) };
}

/** The JSON of --supplement. Throws UserError naming the file and the key. */
export async function readSupplement(path: string): Promise<Supplements> {
  const bytes = await readBytes(path);
  const file = basename(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(`${file}：不是 UTF-8 编码的文本。请用记事本“另存为”，编码选 UTF-8。`, { file });
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file}：不是正确的 JSON${placeOf(error, text)}。请检查该处的逗号、引号和括号。`, { file });
  }
  return parseSupplement(json, file);
}

function placeOf(error: unknown, text: string): string {
  const at = /position (\d+)/.exec(String(error))?.[1];
  if (at === undefined) return '';
  const before = text.slice(0, Number(at)).split('\n');
  return `（第 ${before.length} 行第 ${before[before.length - 1]!.length + 1} 个字符附近）`;
}
