import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { usePane } from '../../ui/context';
import { useGiveMade } from '../../ui/give';
import type { ProofDesk } from './desk';
import type { TextEntry } from './entry';
import { commentedWord, correctedText, jsonOf } from './saving';

/** What can be done with a text that was proofread: saved, written to 核对结果, proofread again, its changes taken back. */
export function TextActions({ desk, entry }: { desk: ProofDesk; entry: TextEntry }) {
  const { state } = usePane();
  const give = useGiveMade();
  return (
    <>
      <Menu inline positioning={{ autoSize: 'height' }}>
        <MenuTrigger disableButtonEnhancement>
          <Button aria-label="更多：保存、重新校对">更多</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {entry.text?.word && (
              <MenuItem onClick={() => give('保存', () => commentedWord(entry, desk.asides(), new Date()))}>
                保存带批注的 Word 文档 .docx
              </MenuItem>
            )}
            {entry.from === 'file' && !entry.text?.word && entry.taken.size > 0 && (
              <MenuItem onClick={() => give('保存', () => correctedText(entry))}>保存采用建议后的文本 .txt</MenuItem>
            )}
            {entry.from === 'sheet' && <MenuItem onClick={() => void desk.tell()}>写入“核对结果”表</MenuItem>}
            <MenuItem onClick={() => give('保存', () => jsonOf([entry]))}>保存结果 proof.json</MenuItem>
            <MenuItem onClick={() => void desk.again(entry.id)}>重新校对</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {entry.from === 'sheet' && desk.state().undo.length > 0 && (
        <Button disabled={state.work !== undefined} onClick={() => void desk.undo()}>
          撤销改动
        </Button>
      )}
    </>
  );
}
