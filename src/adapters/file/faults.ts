import { UserError } from '../../kernel/errors';
import { PackageError, type PackageFault } from '../../ooxml/fault';

/** What is wrong with a workbook's package, and what to do: for the accountant. */
function sentence(fault: PackageFault): string {
  switch (fault.kind) {
    case 'notZip':
    case 'encryptedZip':
      return '文件已损坏或不完整，无法打开。请重新复制、下载或导出一份。';
    case 'damagedPart':
      return `文件已损坏（${fault.part} 无法解压）。请重新复制、下载或导出一份。`;
    case 'missingPart':
      return `文件已损坏（缺少 ${fault.part}）。请用 Excel 打开并另存一份后再试。`;
    case 'malformedXml':
      return `文件已损坏（${fault.part || '内部结构'}不完整）。请用 Excel 打开并另存一份后再试。`;
  }
}

/** Runs `work`; what it finds wrong with the package is said as a UserError that names the file. */
export function named<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const { fault } = error;
    throw new UserError({ code: 'damaged', part: 'part' in fault ? fault.part : undefined }, `${file}：${sentence(fault)}`, { file });
  }
}
