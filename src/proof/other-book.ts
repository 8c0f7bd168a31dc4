import type { FactSet } from '../facts/fact-set';
import type { LinkedDocument } from './links/claim';

/** A text without a single figure is no 情况说明: 没有发现问题 would be untrue of it. */
export const NOTHING_THERE = '没有读到金额和数量，没有可核对的内容。请确认选的是情况说明。';

const FEW = 10;
const PART = 3;

/** 乐山市金口河区教育局 → 教育局: what a text calls its unit when it leaves the place out. */
const shortName = (unit: string): string => unit.replace(/^.*[省市县区州旗盟](?=.{3})/, '');

/** Very many figures contradict the workbook, and the text is of another year or unit: likely the wrong workbook was chosen. */
export function otherBook(
  { document, year }: LinkedDocument,
  now: FactSet,
  { figures, contradicted }: { readonly figures: number; readonly contradicted: number },
): string | undefined {
  if (contradicted < FEW || contradicted * PART < figures) return undefined;
  const otherYear = year !== undefined && now.year !== undefined && year !== now.year;
  const unit = now.unitName.trim();
  const isNamed = unit === '' || document.blocks.some(({ plain }) => plain.text.includes(shortName(unit)));
  if (!otherYear && isNamed) return undefined;
  const why = [
    ...(otherYear ? [`说明是${year}年度的，工作簿是${now.year}年度的`] : []),
    ...(isNamed ? [] : [`工作簿的单位是“${unit}”，说明里没有这个单位`]),
  ].join('；');
  return `有${contradicted}个数与工作簿不符，而且${why}。请先核对是否选错了工作簿。`;
}
