import Decimal from 'decimal.js';
import type { TextClaim } from '../links/claim';

const WAN = new Decimal(1e4);
const YI = new Decimal(1e8);

const trimmed = (value: Decimal, decimals: number): string => {
  const text = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/** 元 → 319.72万元 */
export const wan = (value: Decimal): string => `${trimmed(value.div(WAN), 2)}万元`;
export const percentWords = (value: Decimal, decimals = 2): string => `${trimmed(value, decimals)}%`;

/** A right value in the unit and at least with the digits that the text uses for the wrong one. */
export function inUnitOf(claim: TextClaim, printed: string, value: Decimal): string {
  if (claim.kind === 'share' || claim.kind === 'rate' || claim.kind === 'completion')
    return percentWords(value, Math.max(2, decimalsOf(printed)));
  if (/亿元/.test(printed)) return `${trimmed(value.div(YI), Math.max(4, decimalsOf(printed)))}亿元`;
  if (/万元/.test(printed)) return `${trimmed(value.div(WAN), Math.max(2, decimalsOf(printed)))}万元`;
  if (/元/.test(printed)) return `${trimmed(value, Math.max(2, decimalsOf(printed)))}元`;
  const unit = /[^\d.,，]*$/.exec(printed)?.[0] ?? '';
  return `${value.toString()}${unit}`;
}

const decimalsOf = (printed: string): number => /[.．](\d+)/.exec(printed.normalize('NFKC'))?.[1]?.length ?? 0;

/** 2024年度收入总计 */
export const claimName = (claim: TextClaim, year: number | undefined): string =>
  claim.year !== undefined && claim.year !== year ? `${claim.year}年度${claim.measure.name}` : claim.measure.name;
