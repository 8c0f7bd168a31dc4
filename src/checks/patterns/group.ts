import type { CauseGroup, Finding } from '../../facts/outcome';
import { cellNamed, merged, printed, say, stating, type Phrase } from '../../facts/phrase';
import type { Fact } from '../../facts/traced';
import { formName } from '../../layouts/keys';
import { distinct, gravest } from '../findings';
import type { Grids } from '../grid';
import { cellName } from '../messages';
import type { Mistake } from './find';
import { isScale, scales, type ScaleName } from './pattern';

/** The one group of a mistake that spoiled many cells. */
export function patternGroup(id: string, pattern: Mistake, mine: readonly Finding[], grids: Grids): CauseGroup {
  const facts = pattern.cells.slice(0, 40).flatMap((cell) => grids.factAt(cell) ?? []);
  return {
    id,
    kind: 'pattern',
    severity: gravest(mine.map((finding) => finding.severity)),
    title: merged(titleOf(pattern, facts)),
    why: merged(whyOf(pattern, pattern.failures.length)),
    cells: distinct([...facts.map((fact) => fact.at), ...mine.flatMap((finding) => finding.cells)]).slice(0, 40),
    findings: mine.map((finding) => finding.id),
    clues: [],
  };
}

function titleOf(pattern: Mistake, facts: readonly Fact[]): Phrase {
  const { grid, rows, columns, name } = pattern;
  const { table } = grid;
  const form = formName(table.id);
  const column = (i: number): string => `“${table.columnName(table.columns[columns[i]!]!).replaceAll(' · ', '中的')}”`;
  const row = (i: number): string => `“${table.rows[rows[i]!]!.name}”`;
  const lines = `第 ${table.rows[rows[0]!]!.row + 1} 至 ${table.rows[rows[rows.length - 1]!]!.row + 1} 行`;
  const whole = (words: string): Phrase => [stating(`${form}${words}`, ...facts)];
  switch (name) {
    case 'lastYearForm':
      return whole('整表与上年相同，可能贴成了上年的数。');
    case 'lastYearColumn':
      return whole(`${column(0)}整列与上年相同，可能贴成了上年的数。`);
    case 'emptyForm':
      return whole('整表没有填金额，其他各表有。');
    case 'emptyColumn':
      return whole(`${column(0)}整列没有填金额，其他各表有。`);
    case 'emptyRow':
      return whole(`${row(0)}行没有填金额，其他各行各表有。`);
    case 'inWan':
    case 'inThousand':
    case 'inFen':
    case 'overWan': {
      const part = columns.length < grid.width ? `${column(0)}整列` : rows.length < table.rows.length ? `${lines}整块` : '整表';
      return whole(`${part}${scaleWords(name, facts)}。`);
    }
    case 'sumMisses':
      return whole(`${row(0)}行各栏可能漏加了${row(1)}行。`);
    case 'sumRepeats':
      return whole(`${row(0)}行各栏可能重复加了${row(1)}行。`);
    case 'sumTimes':
      return whole(`${row(0)}行各栏都是应有数的 ${timesOf(pattern, facts)} 倍，可能把小计和它的下级一起加了。`);
    case 'columnsSwapped':
      return whole(`${column(0)}与${column(1)}两栏可能互换了。`);
    case 'rowsSwapped':
      return whole(`${row(0)}与${row(1)}两行可能互换了。`);
    case 'rowsShuffled':
      return whole(`${lines}的科目与金额可能对错了行，像是只排序了其中几列。`);
    case 'movedDown':
      return whole(`${columns.length === 1 && grid.width > 1 ? `${column(0)}栏` : ''}${lines}的金额可能下移了一行。`);
    case 'movedUp':
      return whole(`${lines}的金额可能上移了一行。`);
    case 'movedRight':
      return whole(`${rows.length > 1 ? lines : `${row(0)}行`}的金额可能右移了一栏。`);
    case 'misplaced': {
      const [empty, filled] = [facts.find(({ value }) => value.isZero()), facts.find(({ value }) => !value.isZero())];
      if (!empty || !filled) return whole(`${row(0)}行有金额填错了位置。`);
      return say`${cellName(filled)}的金额可能应填在 ${cellNamed(empty.at.a1, empty.at)}${printed(rows.length > 1 ? '（串行）' : '（串栏）')}。`;
    }
  }
}

/** Under a heading in 万元 amounts that are too large are in 元. */
function scaleWords(name: ScaleName, facts: readonly Fact[]): string {
  const heading = facts[0]?.scale === 10000 ? '万元' : '元';
  if (name === 'overWan' && heading === '元') return '的金额可能大了一万倍，表头的金额单位是元';
  return `可能以${{ inWan: '万元', inThousand: '千元', inFen: '分', overWan: '元' }[name]}填列，表头的金额单位是${heading}`;
}

const timesOf = ({ cells, excess }: Mistake, [fact]: readonly Fact[]): string => {
  const now = fact!.value.times(100);
  return now.div(now.minus(excess.get(cells[0]!)!)).toFixed(0);
};

function whyOf({ name, failures }: Mistake, count: number): Phrase {
  const n = stating(`${count} 处`, ...failures.slice(0, 1).flatMap(({ verdict }) => verdict.left.parts.map((part) => part.fact)));
  if (name === 'lastYearForm' || name === 'lastYearColumn')
    return say`有金额的各行都与上年工作簿分毫不差，涉及它的不平有 ${n}。请换成本年的数，再重新核对。`;
  if (isScale(name)) {
    const { times, per } = scales[name];
    return say`都${printed(times > 1 ? `乘以 ${times}` : `除以 ${per}`)} 后，涉及它的不平 ${n}即平。请改按表头的金额单位填列，再重新核对。`;
  }
  if (name === 'sumMisses' || name === 'sumRepeats' || name === 'sumTimes')
    return say`按下级各行重新合计后，涉及它的不平 ${n}即平。请检查求和的范围，再重新核对。`;
  if (name === 'emptyForm' || name === 'emptyColumn' || name === 'emptyRow')
    return say`按其他各表填上后，${n}不平即平。请从报表软件重新导出，或者补上，再重新核对。`;
  return say`移回原位后，${n}不平即平（被盖掉的金额除外）。请对照原表改正，再重新核对。`;
}
