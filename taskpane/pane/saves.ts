import type { Action } from '../ui/menu';
import { usePane } from '../ui/context';
import { offer } from '../ui/offer';
import { copyText, saveFile, types } from '../ui/save';

/** What can be taken away from here: the workbook where it is a file, Word, text. */
export function useSaves(): readonly Action[] {
  const { state, session, door } = usePane();
  const document = state.written?.document ?? state.draft;
  if (!document) return [];
  const name = `${document.unit}${document.year}年度决算情况说明`;
  const save = (label: string, job: () => Promise<string | void>): Action => ({ label, run: () => void session.attempt('保存', job) });
  // A page saves at once. In a pane of Excel the preparing may take longer than a click counts: the file is offered first.
  const give = (file: string, bytes: Uint8Array, type: string, words: string): string | undefined => {
    if (session.host.can.editableByUser) return void offer({ name: file, bytes, type, words });
    saveFile(file, bytes, type);
    return `已保存“${file}”。`;
  };
  return [
    ...(door.saveWorkbook
      ? [
          save('保存工作簿 .xlsx', async () => {
            const { name: file, bytes, note } = await door.saveWorkbook!();
            saveFile(file, bytes, types.xlsx);
            return `已保存“${file}”。${note ?? ''}`;
          }),
        ]
      : []),
    save('保存 Word 文档 .docx', async () => {
      const published = await session.published();
      return give(`${name}.docx`, await door.toWord(published), types.docx, door.toText(published));
    }),
    save('生成整本 .docx', async () => {
      const booklet = await session.whole();
      const waiting = booklet.missing.length;
      const found = booklet.findings.length;
      const words = [
        '整本有封面、目录、概况、情况说明、名词解释、绩效自评、附表。打开后按提示更新目录。',
        ...(waiting > 0 ? [`还有 ${waiting} 处待补充，填在“补充信息”第十一至十六节。`] : []),
        ...(found > 0 ? [`核对发现 ${found} 处，如：${booklet.findings[0]!.message}`] : []),
      ].join('');
      const saved = give(`${booklet.unit}${booklet.title}-整本.docx`, await door.toWhole(booklet), types.docx, words);
      return saved && `${saved}${words}`;
    }),
    save('保存文本 .txt', async () => {
      const text = door.toText(await session.published());
      return give(`${name}.txt`, new TextEncoder().encode(text), types.txt, text);
    }),
    save('复制全文', async () => {
      await copyText(door.toText(await session.published()));
      return '全文已复制。';
    }),
  ];
}
