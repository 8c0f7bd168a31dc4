import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Role, Workbook } from '../../kernel/workbook';
import { UserError, type Fault } from '../../kernel/errors';
import { openWorkbook } from '../../adapters/file/open';
import { limits } from '../../adapters/file/kind';
import { supplementsIn } from '../../supplements/file';
import type { Supplements } from '../../supplements/supplements';
import { givenUp, notify, type GivenUp } from '../watch/notice';

type Reason = Extract<Fault, { code: 'unreadable' }>['reason'];
const reasons: Readonly<Record<string, Reason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EBUSY: 'busy',
  ENAMETOOLONG: 'longName',
  ELOOP: 'missing',
};
const words: Readonly<Record<Reason, string>> = {
  missing: '找不到文件。请检查路径和文件名。',
  denied: '没有读取权限。请检查文件的权限。',
  busy: '文件正被其他程序占用。请关闭后再试。',
  longName: '文件名或路径太长，系统打不开。请把文件改成短一些的名字，或移到上一级文件夹。',
  special: '这不是普通文件（管道或设备）。请写出工作簿的文件名。',
  folder: '这是文件夹，不是文件。请写出工作簿的文件名。',
};
const unreadable = (path: string, reason: Reason): UserError =>
  new UserError({ code: 'unreadable', reason }, `${path}：${words[reason]}`, { file: path });

const todo = '文件可能已损坏，或含有报表以外的大量内容：请用 Excel 或 WPS 打开，只保留决算报表，另存为“Excel 工作簿 (*.xlsx)”后再试。';
/** Why a file got no answer and what to do, without its name. */
export const silences: Readonly<Record<GivenUp['why'], (seconds: number) => string>> = {
  time: (seconds) => `用了 ${seconds} 秒还没有处理完，已停止。${todo}电脑较慢、确实需要更久时，设置环境变量 JUESUAN_SECONDS=60 再运行。`,
  memory: () => `占用的内存超过 1 GB，已停止。${todo}`,
  crash: () => `内存不足或程序意外中止，没有处理完。${todo}`,
};

/** The bytes of a file. Throws UserError with what to do. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const silent = givenUp(path);
  if (silent)
    throw new UserError({ code: 'unanswered', why: silent.why }, `${path}：${silences[silent.why](silent.seconds)}`, { file: path });
  notify({ kind: 'opening', file: path });
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
  const workbook = openWorkbook(bytes, basename(path), role);
  notify({ kind: 'between' });
  return { path, bytes, workbook };
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
  const supplements = supplementsIn(text, file);
  notify({ kind: 'between' });
  return supplements;
}
