import packageJson from '../../package.json';
import { product } from '../product/index';
import { parseArguments } from './arguments';
import { runCheck } from './check/command';
import { runConsolidate } from './consolidate/command';
import { UsageError, type ExitCode, type Io } from './io';
import { runProof } from './proof/command';
import { runReport } from './report/command';
import { runRoll } from './roll/command';
import { runLearn } from './roll/learn-command';
import { usage } from './usage';

/** Runs the command line; `argv` are the words behind the program name. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const command = parseArguments(argv);
    switch (command.command) {
      case 'help':
        io.out(usage(product.profiles));
        return 0;
      case 'version':
        io.out(`决算说明助手 ${packageJson.version}\n`);
        return 0;
      case 'check':
        return await runCheck(command, io);
      case 'consolidate':
        return await runConsolidate(command, io);
      case 'learn':
        return await runLearn(command, io);
      case 'proof':
        return await runProof(command, io);
      case 'report':
        return await runReport(command, io);
      case 'roll':
        return await runRoll(command, io);
    }
  } catch (error) {
    if (error instanceof UsageError) io.err(`${error.message}\n用 juesuan --help 查看用法。\n`);
    else {
      io.err(
        `程序出错，没有写入任何文件：${error instanceof Error ? error.message : String(error)}\n请设置环境变量 JUESUAN_DEBUG=1 再运行一次，把输出发给维护者。\n`,
      );
      if (io.env.JUESUAN_DEBUG && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
    }
    return 2;
  }
}
