import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Role, Workbook } from '../kernel/workbook';
import { UserError, type Fault } from '../kernel/errors';
import { openWorkbook } from '../adapters/file/open';
import { limits } from '../adapters/file/kind';
import { supplementsIn } from '../supplements/file';
import type { Supplements } from '../supplements/supplements';

type Reason = Extract<Fault, { code: 'unreadable' }>['reason'];
const reasons: Readonly<Record<string, Reason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EBUSY: 'busy',
};
const words: Readonly<Record<Reason, string>> = {
  missing: '找不到文件。请检查路径和文件名。',
  denied: '没有读取权限。请检查文件的权限。',
  busy: '文件正被其他程序占用。请关闭后再试。',
  special: '这不是普通文件（管道或设备）。请写出工作簿的文件名。',
  folder: '这是文件夹，不是文件。请写出工作簿的文件名。',
};
const unreadable = (path: string, reason: Reason): UserError =>
  new UserError({ code: 'unreadable', reason }, `${path}：${words[reason]}`, { file: path });

/** The bytes of a file. Throws UserError with what to do. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable(path, 'folder');
    // A pipe or a device may never end.
    if (!found.isFile()) throw unreadable(path, 'special');
    if (found.size > 4 * limits.file)
      throw new UserError(
        { code: 'tooLarge', of: 'file' },
        `${path}：文件过大（${Math.ceil(found.size / 1024 / 1024)} MB）。请选择部门决算报表的工作簿。`,
        {
          file: path,
        },
      );
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const known = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (known) throw unreadable(path, known);
    throw error;
  }
}

export interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}

export async function readInput(path: string, role: Role): Promise<Input> {
  const bytes = await readBytes(path);
  return { path, bytes, workbook: openWorkbook(bytes, basename(path), role) };
}

/** The JSON of --supplement. Throws UserError naming the file and the key. */
export async function readSupplement(path: string): Promise<Supplements> {
  const bytes = await readBytes(path);
  const file = basename(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError({ code: 'badEncoding' }, `${file}：不是 UTF-8 编码的文本。请用记事本“另存为”，编码选 UTF-8。`, { file });
  }
  return supplementsIn(text, file);
}
