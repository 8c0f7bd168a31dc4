import type { CheckReport } from '../../facts/outcome';
import { tallyOf } from '../../facts/tally';
import { putLedger, putTables } from './lists';
import { putAsides, putProblems } from './problems';
import { putText, type TextRemarks } from './text';
import { findingsColumns, summaryOf, verdictOf, yearWord } from './words';
import { Painter } from '../picture/painter';
import { ownSheets } from '../../kernel/own-sheets';
import type { SheetPicture } from '../picture/picture';

interface FindingsMeta {
  /** File name of the workbook. */
  readonly file: string;
  /** Printed as it is given, e.g. 2025-08-12. */
  readonly date: string;
  readonly unit: string;
  readonly year: number | undefined;
}

/** A 编号 · B 级别 · C 内容 · D 说明 · E 定位 · F–J 数 · K 依据 */
const columns: SheetPicture['columns'] = [10, 9, 27, 44, 15, 16, 16, 14, 7, 7, 22].map((width) => ({ width }));
const LAST = findingsColumns.basis;

const heading = (painter: Painter, text: string): void => {
  painter.next();
  painter.wide(text, 'heading2', 0, LAST);
  painter.raise(28);
  painter.next();
};

/**
 * 核对结果: what is wrong and why, what was set aside, what was read, and every rule with its outcome; prints as a 复核底稿.
 * `text`: what 校对 found in the words on the sheet 情况说明, where they were proofread.
 */
export function findingsSheet(check: CheckReport, meta: FindingsMeta, text?: TextRemarks): SheetPicture {
  const painter = new Painter(columns);
  const tally = tallyOf(check);
  painter.wide(`${yearWord(meta.year)}部门决算报表核对结果（复核底稿）`, 'title', 0, LAST);
  painter.raise(44);
  painter.next();
  painter.wide(`编制单位：${meta.unit}\u3000\u3000工作簿：${meta.file}\u3000\u3000核对日期：${meta.date}`, 'plain', 0, LAST);
  painter.next();
  painter.wide(summaryOf(tally), 'heading3', 0, LAST);
  painter.raise(28);
  painter.next();
  painter.wide(`${verdictOf(tally)}${check.cut ?? ''}`, 'plain', 0, LAST);
  painter.next();

  heading(painter, '一、问题（同一原因的列在一起）');
  putProblems(painter, check);
  heading(painter, '二、已核实的事项');
  putAsides(painter, check);
  heading(painter, '三、读取的报表');
  putTables(painter, check.tables);
  heading(painter, '四、检查台账');
  putLedger(painter, check.ledger);
  if (text) {
    heading(painter, '五、情况说明的文字校对');
    putText(painter, text);
  }

  painter.next();
  painter.wide(
    '编制人：＿＿＿＿＿＿＿＿\u3000\u3000\u3000\u3000复核人：＿＿＿＿＿＿＿＿\u3000\u3000\u3000\u3000日期：＿＿＿＿年＿＿月＿＿日',
    'plain',
    0,
    LAST,
  );
  painter.raise(36);
  painter.next();
  return painter.picture(ownSheets.findings, {
    tabColor: tally.unequal > 0 ? 'C0392B' : '3B8C4A',
    gridlines: false,
    page: {
      orientation: 'landscape',
      fitToWidth: true,
      margins: { top: 1.5, bottom: 1.5, left: 1.2, right: 1.2 },
      area: painter.area(LAST),
      footer: '第 &P 页 共 &N 页',
    },
  });
}
