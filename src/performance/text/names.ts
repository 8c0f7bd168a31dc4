import type { Span } from './blocks';
import type { Line, Row } from './lines';

/** A name of a unit where it is printed. */
export interface UnitName {
  readonly text: string;
  readonly span: Span;
  /** title = of the report; cell = 部门名称 of a form; prose = anywhere else. */
  readonly where: 'title' | 'cell' | 'prose';
}

const kinds = '(?:委员会|办公室|管理局|(?<![布格全大当结])局|中心|研究院|学院|医院|学校|联合会|总工会|人民政府)';
/** 乐山市金口河区发展和改革局: places first, so that no common word is taken for a name. */
const fullName = new RegExp(
  `(?:[\\u4e00-\\u9fa5]{2,4}(?:省|市|州))?[\\u4e00-\\u9fa5]{2,4}(?:区|县|市)(?!级|委|政府)[\\u4e00-\\u9fa5]{2,14}?${kinds}`,
  'g',
);
const reportTitle = /^(?<name>.{4,30}?)(?:关于)?20\d\d年(?:度)?.*绩效自评报告/;
/** Sentences that name other bodies by right. */
const others = /加挂|牌子|下属|所属|原名|更名|划转|会同|抄送|主管/;

export function unitNamesOf(lines: readonly Line[], rows: readonly Row[]): readonly UnitName[] {
  const names: UnitName[] = [];
  for (const line of lines) {
    const title = reportTitle.exec(line.text)?.groups?.name;
    if (title !== undefined) names.push({ text: title, span: line.span(0, title.length), where: 'title' });
    for (const match of line.text.matchAll(fullName)) {
      const before = line.text.slice(0, match.index);
      const sentence =
        before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1) + line.text.slice(match.index).split(/[。;]/)[0];
      const own = match[0];
      if (title !== undefined || (others.test(sentence) && before !== '')) continue;
      names.push({ text: own, span: line.span(match.index, match.index + own.length), where: 'prose' });
    }
  }
  for (const row of rows) {
    const at = row.findIndex(({ text }) => /^(?:部门|单位|实施单位|部门\(单位\))名称$|^实施单位$|^预算单位$/.test(text));
    const cell = at < 0 ? undefined : row.slice(at + 1).find(({ text }) => text !== '');
    if (cell) names.push({ text: cell.text, span: cell.span(0, cell.text.length), where: 'cell' });
  }
  return names;
}
