/** How a workbook stands after an operation that did not go through. */
export type Outcome = '原样' | '完成' | '完成，标记除外' | '未写完，已注明';
export interface Row {
  readonly operation: string;
  readonly fault: string;
  readonly outcome: Outcome;
}

const order: readonly Outcome[] = ['原样', '完成', '完成，标记除外', '未写完，已注明'];

/** Operation by fault: which outcomes there were. Made by tests/taskpane/faults.test.ts (UPDATE_FAULTS=1). */
export function table(rows: readonly Row[]): string {
  const operations = [...new Set(rows.map(({ operation }) => operation))];
  const faults = [...new Set(rows.map(({ fault }) => fault))].sort((a, b) => a.localeCompare(b, 'en'));
  const cell = (operation: string, fault: string): string => {
    const found = new Set(rows.filter((row) => row.operation === operation && row.fault === fault).map(({ outcome }) => outcome));
    return order.filter((outcome) => found.has(outcome)).join('；') || '–';
  };
  return `# 出错、取消、关闭窗格之后

由 \`UPDATE_FAULTS=1 npx jest tests/taskpane/faults.test.ts\` 生成（平时的测试只抽做一部分）：在仿真的 Excel 上，让每一步操作在各次往返中失败（做到一半失败一次，或从此一直失败；“答复丢失”是 Excel 做完了、答复没有回来）、被取消、被关闭窗格，再看工作簿成了什么样、窗格怎么说。

- **原样**：工作簿和操作之前一模一样，窗格说没有完成（或已取消）。
- **完成**：和没有出错时一模一样。
- **完成，标记除外**：各表都写完了；没有作上或没有清掉的标记，窗格逐表说明。
- **未写完，已注明**：原有的“情况说明”等表正在被改写时 Excel 从此一直拒绝：隔 0、0.3、1 秒各再写一次，都不行（只拒绝一次的，这时已写完整；正在编辑单元格的，等您按回车，最多等一分钟）。首格在原来的字前注明“尚未写完”，窗格（重新打开也一样）列出是哪几张，再点一次“生成说明”即写完整；手改的句子和填写的内容都还在。不写回原来的样子：一直拒绝时什么也写不回，而原来的样式、合并和图表读不全。报表原有的工作表从不改动。
- **–**：这一格没有试过。

| 情况 | ${operations.join(' | ')} |
|---|${operations.map(() => '---').join('|')}|
${faults.map((fault) => `| ${fault} | ${operations.map((operation) => cell(operation, fault)).join(' | ')} |`).join('\n')}
`;
}
