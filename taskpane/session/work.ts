import type { Work } from './state';

/** Jobs as they are announced. */
export const reading: Work = { what: 'reading', step: '读取工作簿', done: 0, total: 0, cancellable: true };
export const checking: Work = { what: 'checking', step: '重新核对', done: 0, total: 0, cancellable: false };
export const writing: Work = { what: 'writing', step: '生成说明', done: 0, total: 0, cancellable: true };
export const saving: Work = { what: 'saving', step: '保存', done: 0, total: 0, cancellable: false };

/** What a failure of ours leaves behind. */
export const stillHere = '填写的内容还在窗格里，没有丢：填下一项、或点“生成说明”时，会再写到“补充信息”表。';
export const unsaved = '填写的内容没有保存到“补充信息”表；报表没有改动。';
export const unmarked = '填写的内容已记下，只有标记没有跟着变；用“更多”里的“在表中标出问题”再标一次。';
export const untouched = '您的工作簿没有改动。';
export const rewritable = '报表没有改动；再点一次“生成说明”会把“情况说明”等表重写完整。';
/** Nothing of the marks: only what the pane does with them the next time. */
export const notRemembered = {
  on: 'Excel 没有记住要标出问题：下次打开窗格时，请再点一次“在表中标出问题”。',
  off: 'Excel 没有记住不再标出：下次打开窗格时标记可能再出现，再清除一次即可。',
};
/** The sheets are written; only what follows them has failed. */
export const marksLacking = '“情况说明”等表已经写好，只有问题单元格没有标全；用“更多”里的“在表中标出问题”再标一次。';
