import { usePane } from '../ui/context';
import { copyText, saveFile, types } from '../ui/save';

export interface Save {
  readonly label: string;
  readonly run: () => void;
}

/** What can be taken away from here: the workbook where it is a file, Word, text. */
export function useSaves(): readonly Save[] {
  const { state, session, door } = usePane();
  const document = state.written?.document ?? state.draft;
  if (!document) return [];
  const name = `${document.unit}${document.year}年度决算情况说明`;
  const save = (label: string, job: () => Promise<string | void>): Save => ({ label, run: () => void session.attempt('保存', job) });
  return [
    ...(door.saveWorkbook
      ? [
          save('保存工作簿 .xlsx', async () => {
            const { name: file, bytes, note } = await door.saveWorkbook!();
            saveFile(file, bytes, types.xlsx);
            return note && `已保存“${file}”。${note}`;
          }),
        ]
      : []),
    save('保存 Word 文档 .docx', async () => saveFile(`${name}.docx`, await door.toWord(await session.published()), types.docx)),
    save('保存文本 .txt', async () => saveFile(`${name}.txt`, new TextEncoder().encode(door.toText(await session.published())), types.txt)),
    save('复制全文', async () => copyText(door.toText(await session.published()))),
  ];
}
