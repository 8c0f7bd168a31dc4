import { UserError, type ErrorPlace, type Fault } from '../../kernel/errors';
import { PackageError, type PackageFault } from '../../ooxml/fault';

type Told = readonly [fault: Fault, sentence: string, sheet?: string];

const damaged = (sentence: string, part?: string): Told => [{ code: 'damaged', part }, `文件已损坏${sentence}`];
const millions = (count: number): string => `${count / 10_000} 万`;
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** What is wrong with a workbook's package, and what to do: for the accountant. */
function told(fault: PackageFault): Told {
  switch (fault.kind) {
    case 'notZip':
    case 'encryptedZip':
      return damaged('或不完整，无法打开。请重新复制、下载或导出一份。');
    case 'damagedPart':
      return damaged(`（${fault.part}），无法读取。请重新复制、下载或导出一份。`, fault.part);
    case 'missingPart':
      return damaged(`（缺少 ${fault.part}）。请用 Excel 打开并另存一份后再试。`, fault.part);
    case 'malformedXml':
      return damaged(`（${fault.part || '内部结构'}不完整）。请用 Excel 打开并另存一份，或重新导出后再试。`, fault.part);
    case 'outsideSheet':
      return damaged(`（${fault.part} 里有一个单元格的位置 ${fault.place} 超出了工作表的范围）。请重新导出一份。`, fault.part);
    case 'missingSheet':
      return [{ code: 'damaged', part: fault.sheet }, `工作表“${fault.sheet}”已损坏，无法读取。请重新导出一份。`, fault.sheet];
    case 'tooLarge':
      return [
        { code: 'tooLarge', of: 'unpacked' },
        `文件里的 ${fault.part} 解压后有 ${megabytes(fault.size)}，超过 ${megabytes(fault.limit)} 的上限。请删除报表以外的内容后再试。`,
      ];
    case 'tooManyCells':
      return [
        { code: 'tooLarge', of: 'sheet' },
        `工作簿的单元格超过 ${millions(fault.limit)}个的上限。请删除报表以外的工作表和多余的空行、空列（选中后“删除”）后再试。`,
      ];
    case 'tooManySheets':
      return [{ code: 'tooLarge', of: 'sheet' }, `工作簿的工作表超过 ${fault.limit} 张的上限。请只保留决算报表后再试。`];
    case 'strayCell':
      return [
        { code: 'tooLarge', of: 'sheet' },
        `工作表“${fault.sheet}”的 ${fault.a1} 里还有内容，与报表相隔太远（按 Ctrl+End 可以找到）。请删除报表下方多余的行后再试。`,
        fault.sheet,
      ];
    case 'sprawlingSheet':
      return [
        { code: 'tooLarge', of: 'sheet' },
        `工作表“${fault.sheet}”的使用区域过大（${fault.rows} 行 × ${fault.columns} 列）。请删除报表以外的内容后再试。`,
        fault.sheet,
      ];
  }
}

/** Runs `work`; what it finds wrong with the package is said as a UserError that names the file. */
export function named<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const [fault, sentence, sheet] = told(error.fault);
    const where: ErrorPlace = sheet === undefined ? { file } : { file, sheet };
    throw new UserError(fault, `${file}：${sentence}`, where);
  }
}
