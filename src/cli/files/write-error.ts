import { UserError } from '../../kernel/errors';

const reasons: Record<string, string> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限，或文件正在 Excel 中打开',
  EBUSY: '文件正在 Excel 中打开',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘空间不足',
  EDQUOT: '磁盘配额已用完',
  EEXIST: '同名的文件已存在，不能建立文件夹',
  ENOENT: '路径不存在，可能是失效的链接',
  ELOOP: '路径里有循环的链接',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EISDIR: '有同名的文件夹',
  ENAMETOOLONG: '文件名或路径太长',
  EMFILE: '打开的文件太多',
  EIO: '磁盘读写出错',
};

/** What the system says about a place that cannot be written, as a UserError; what is no answer of the system stays as it is. */
export function refused(error: unknown, path: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const reason = reasons[code ?? ''] ?? (syscall ? `系统不允许（${code}）` : undefined);
  return reason
    ? new UserError(
        { code: 'unwritable', reason },
        `无法写入 ${path}：${reason}。请处理后再试，或用 --out 换一个文件夹；没有写入任何文件。`,
        { file: path },
      )
    : error;
}
