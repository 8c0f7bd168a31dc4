import type { Aside, Severity } from '../../facts/outcome';
import type { CellRef } from '../../kernel/workbook';
import { findingsColumns as at } from './words';
import { putCells } from './problems';
import type { Painter } from '../picture/painter';
import type { StyleName } from '../picture/picture';

/** One thing that 校对 found in the text on the sheet 情况说明. */
export interface TextRemark {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly quote: string;
  readonly message: string;
  readonly suggestion?: string;
  /** Where the words stand. */
  readonly at: CellRef;
  /** Cells that the words were held against. */
  readonly cells: readonly CellRef[];
  /** A person keeps the words, with this reason. */
  readonly kept?: Aside;
}

export interface TextRemarks {
  /** 已核对 110/120 个数：… */
  readonly summary: string;
  readonly remarks: readonly TextRemark[];
}

const words: Readonly<Record<Severity, string>> = { error: '● 错误', warning: '○ 疑似', info: '◇ 建议' };
const styles: Readonly<Record<Severity, StyleName>> = { error: 'bad', warning: 'warn', info: 'tableWrap' };

/** What 校对 found in the text, in its order; what a person keeps comes with the reason. */
export function putText(painter: Painter, { summary, remarks }: TextRemarks): void {
  painter.wide(summary, 'plain', 0, at.basis);
  painter.next();
  if (remarks.length === 0) return;
  painter.line(['编号', '级别', '原文', '意见和建议', '定位', '依据的单元格', '', '', '', '', '规则'], 'tableHead');
  for (const { rule, title, severity, quote, message, suggestion, at: place, cells, kept } of remarks) {
    const advice = kept ? `已核实：${kept.reason}（${kept.at}）` : suggestion && `建议：${suggestion.trim()}`;
    painter.put(at.id, rule, 'tableText');
    painter.put(at.level, kept ? '已核实' : words[severity], kept ? 'tableText' : styles[severity]);
    painter.put(at.title, quote.trim(), 'tableWrap');
    painter.put(at.text, [message, advice].filter(Boolean).join('\n'), 'tableWrap');
    painter.put(at.basis, title, 'tableWrap');
    putCells(painter, [place, ...cells]);
  }
}
