import { cellWords } from '../../facts/cell-words';
import { cellNamed, exactly, say, stating } from '../../facts/phrase';
import type { SpecialOutcome, SpecialRule } from '../rule';
import { unverified } from '../sources';
import { apart, differs, notApplicable, passed, type SpecialInput } from './input';

const rows = ['因公出国（境）费', '公务用车购置及运行维护费', '公务用车购置费', '公务用车运行维护费', '公务接待费'] as const;

/** CS02, an annex of the 填报说明 that few workbooks hold, against 附03. */
export const annexFigures: SpecialRule<SpecialInput> = {
  id: 'CS02-N01',
  title: '主要指标变动情况表的本年数与财决附03表一致',
  severity: 'warning',
  source: unverified('CS02 本年数＝财决附03表 统计数（CS02 的表式与口径待实例证实）'),
  words: 'CS02［“三公”经费各行·本年数］ ＝ 财决附03表［同一行·统计数］',
  example: 'CS02 公务接待费本年数 32,000.00 元，财决附03表 32,000.00 元：一致。',
  reads: ['CS02', 'F03'],
  hint: '核对两表；填报说明按全部资金统计的，核实即可。',
  check: ({ years }) => {
    if (!years.now.tables.has('CS02')) return [notApplicable('全部', '没有 CS02 表')];
    return rows.flatMap((row): readonly SpecialOutcome[] => {
      const mine = years.now.find(`CS02.${row}.本年数`);
      const theirs = years.now.find(`F03.${row}.统计数`);
      if (mine.state !== 'number' || theirs.state !== 'number') return [];
      const [a, b] = [mine.fact, theirs.fact];
      if (a.blank && b.blank) return [];
      const excess = a.value.minus(b.value);
      if (excess.abs().lte(a.half.plus(b.half))) return [passed(row)];
      const own = say`${cellNamed(`CS02 ${a.at.a1}`, a.at)}${stating(cellWords(a), a)}（${exactly(a)}）`;
      const message = say`${own}比${cellNamed(`财决附03表 ${b.at.a1}`, b.at)}（${exactly(b)}）${apart(a, b)}。`;
      return [differs(row, message, a, b, ['CS02', '财决附03表'])];
    });
  },
};
