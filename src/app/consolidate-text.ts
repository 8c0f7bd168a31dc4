import { countText } from '../kernel/count-text';
import type { LeftOut } from '../consolidate/arrange';
import type { WholeCause, Consolidation } from '../consolidate/model';
import { exactly, phraseText, textOf } from '../facts/phrase';
import { formName } from '../layouts/keys';
import { yearWord } from '../sheets/findings/words';

/** How many cells of a cause, and units, are listed, and where the others stand. */
interface Listed {
  readonly most: number;
  readonly others: string;
}
const all: Listed = { most: Infinity, others: '' };

/** The result of a 汇总核对 as a person reads it: the causes, the likeliest first, each with its cells. */
export function consolidateText(
  { whole, units, causes, eliminations, counts }: Consolidation,
  left: readonly LeftOut[],
  listed: Listed = all,
): string {
  const beside = [
    ...(counts.rounding > 0 ? [`舍入差 ${countText(counts.rounding)}`] : []),
    ...(counts.eliminated > 0 ? [`已抵销 ${countText(counts.eliminated)}`] : []),
  ];
  const found = [`相等 ${countText(counts.equal)}`, ...beside, `不等 ${countText(counts.different)}`].join('，');
  const unread = counts.unread > 0 ? `；未核对 ${countText(counts.unread)} 格` : '';
  const files = units.reduce((sum, { books }) => sum + books.length, 0);
  const verdict = causes.length === 0 ? '汇总表等于各单位合计。' : `不等的原因 ${causes.length} 个：`;
  return [
    `${whole.file}  ${whole.unit || '（未读到单位名称）'}  ${yearWord(whole.year)}`,
    `${units.length} 个单位${files > units.length ? `（${files} 份工作簿）` : ''}：${named(
      units.map(({ unit }) => unit),
      listed,
    )}`,
    `已核对 ${countText(counts.cells)} 格：${found}${unread}。`,
    verdict,
    ...causes.flatMap((cause, i) => causeLines(cause, i, listed)),
    ...(eliminations.length > 0 ? ['', '部门与所属单位之间的往来', ...eliminations.map(({ message }) => ` · ${phraseText(message)}`)] : []),
    ...(left.length > 0 ? ['', '没有采用的文件', ...left.map(({ file, why }) => ` · ${file}：${why}`)] : []),
    '',
  ].join('\n');
}

const named = (units: readonly string[], { most }: Listed): string =>
  units.length <= most ? units.join('、') : `${units.slice(0, most).join('、')}等`;

function causeLines({ likely, message, hint, places, rule }: WholeCause, i: number, { most, others }: Listed): readonly string[] {
  const more = places.length - most;
  return [
    '',
    `${i + 1}. ${likely}（${rule}）`,
    `   ${phraseText(message)}`,
    ...places
      .slice(0, most)
      .map(
        ({ place, at, label, whole, units, difference }) =>
          `   · ${formName(place.table)} ${at.a1} ${label}：${textOf(exactly(whole))} − ${textOf(exactly(units))} = ${textOf(exactly(difference))}`,
      ),
    ...(more > 0 ? [`   … 另有 ${countText(more)} 格，${others}。`] : []),
    `   → ${hint}`,
  ];
}
