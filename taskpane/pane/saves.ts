import { bookletParts, type BookletPart } from '../../src/booklet/parts';
import { publicFormsOf } from '../../src/booklet/public-forms';
import { isReady } from '../../src/app/readiness';
import { readinessShown, textShown } from '../needs/shown';
import { ask } from '../ui/ask';
import type { Action } from '../ui/menu';
import { usePane } from '../ui/context';
import { useGive } from '../ui/give';
import { copyText, savedWords, saveFile, types } from '../ui/save';
import type { PaneState } from '../session/state';
import { askParts } from './parts-asked';

/** Before Word is saved, once: what stands between the text and its publication. False: the user sees to that first. */
async function sayWhatIsOpen(state: PaneState): Promise<boolean> {
  const { checked, draft, written, kept } = state;
  if (!checked || !draft) return true;
  const open = readinessShown(textShown(written?.document ?? draft, kept), checked);
  if (isReady(open)) return true;
  const { causes, forms, blanks } = open;
  const named = blanks.slice(0, 3).map((one) => `【${one.ask}】`);
  const answer = await ask({
    title: '还不能公开',
    words: `离可公开还差：不平 ${causes.length} · 缺表 ${forms.length} · 待填 ${blanks.length}${named.length > 0 ? `，如${named.join('')}` : ''}。${blanks.length > 0 ? '存下的 Word 里会留着【待补充】。' : ''}`,
    choices: [
      { id: 'first', label: '先去处理（F8）' },
      { id: 'save', label: '仍然保存' },
    ],
    escape: 'first',
  });
  return answer === 'save';
}

/** Parts that were left out the last time, remembered as their names. */
const leftOutSetting = 'whole.without';
const partsNamed = (names = ''): readonly BookletPart[] => bookletParts.filter((part) => names.split(',').includes(part));

/** 整本 without some of its parts; the choice is remembered. */
export function useWhole(): (leaveOut: readonly BookletPart[]) => Promise<string | undefined> {
  const { session, door } = usePane();
  const give = useGive();
  return async (leaveOut) => {
    await session.host.settings.set(leftOutSetting, leaveOut.join(','));
    const booklet = await session.whole(leaveOut);
    const waiting = booklet.missing.length;
    const found = booklet.findings.length;
    const words = [
      `整本有封面、目录、${booklet.parts.map(({ part }) => part).join('、')}。打开后按提示更新目录。`,
      ...(booklet.parts.some(({ part }) => part === '名词解释') ? ['名词解释是通行写法，请对照当年的《政府收支分类科目》。'] : []),
      ...(waiting > 0 ? [`还有 ${waiting} 处待补充，填在“补充信息”从“单位概况”到“绩效指标”的各节。`] : []),
      ...(found > 0 ? [`核对发现 ${found} 处，如：${booklet.findings[0]!.message}`] : []),
    ].join('');
    const saved = give({ name: `${booklet.unit}${booklet.title}-整本.docx`, bytes: await door.toWhole(booklet), type: types.docx, words });
    return saved && `${saved}${words}`;
  };
}

export const wordLabel = '保存 Word 文档 .docx';

/** What can be taken away from here: the workbook where it is a file, Word, text. */
export function useSaves(): readonly Action[] {
  const { state, session, door } = usePane();
  const give = useGive();
  const document = state.written?.document ?? state.draft;
  if (!document) return [];
  const name = `${document.unit}${document.year}年度决算情况说明`;
  const save = (label: string, job: () => Promise<string | void>): Action => ({ label, run: () => void session.attempt('保存', job) });
  return [
    {
      label: wordLabel,
      run: () =>
        void sayWhatIsOpen(state).then((isWanted) =>
          isWanted
            ? session.attempt('保存', async () => {
                const text = await session.published();
                return give({ name: `${name}.docx`, bytes: await door.toWord(text), type: types.docx, words: door.toText(text) });
              })
            : undefined,
        ),
    },
    ...(door.saveWorkbook
      ? [
          save('保存工作簿 .xlsx', async () => {
            const { name: file, bytes, note } = await door.saveWorkbook!();
            saveFile(file, bytes, types.xlsx);
            return savedWords(file, note);
          }),
        ]
      : []),
    {
      label: '生成整本 .docx…',
      run: () => void session.attempt('生成整本', async () => askParts(partsNamed(await session.host.settings.get(leftOutSetting)))),
    },
    save('保存公开表 .xlsx', async () => {
      const booklet = await session.whole(bookletParts.filter((part) => part !== '附表'));
      const { bytes, note } = await door.toForms(publicFormsOf(booklet), booklet.unit);
      return give({
        name: `${booklet.unit}${booklet.title}-公开表.xlsx`,
        bytes,
        type: types.xlsx,
        words: door.toText(booklet.report),
        note,
      });
    }),
    save('保存文本 .txt', async () => {
      const words = door.toText(await session.published());
      return give({ name: `${name}.txt`, bytes: new TextEncoder().encode(words), type: types.txt, words });
    }),
    save('复制全文', async () => {
      await copyText(door.toText(await session.published()));
      return '全文已复制。';
    }),
  ];
}
