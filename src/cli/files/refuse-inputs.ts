import { realpath } from 'node:fs/promises';
import { UserError } from '../../kernel/errors';
import type { Output } from './output';

/** No result may land on a file that was read, whatever links lead there. */
export async function refuseInputs(paths: readonly (string | undefined)[], output: Output): Promise<void> {
  const inputs = await Promise.all(paths.flatMap((path) => (path === undefined ? [] : [realpath(path)])));
  for (const path of output.paths()) {
    const there = await realpath(path).catch(() => undefined);
    if (there !== undefined && inputs.includes(there)) {
      throw new UserError({ code: 'overwritesInput' }, `输出会覆盖输入文件 ${path}。请用 --out 换一个文件夹；没有写入任何文件。`, {
        file: path,
      });
    }
  }
}
