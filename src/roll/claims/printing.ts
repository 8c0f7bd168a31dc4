import Decimal from 'decimal.js';
import type { Traced } from '../../facts/traced';
import { digitsOf } from '../../narrative/figures';

/** How a document prints its amounts and ratios, as far as its figures show it. */
export interface FigureStyle {
  /** Decimals of an amount in 万元 and of a percentage. */
  readonly wan: number;
  readonly percent: number;
  /** 93.50 is printed as 93.5. */
  readonly dropsZeros: boolean;
}

/** A figure as it is printed: the digits and what follows them. */
interface PrintedFigure {
  readonly text: string;
  readonly unit: string;
  readonly decimals: number;
}

const scales: readonly (readonly [unit: RegExp, scale: Decimal])[] = [
  [/亿元/, new Decimal(1e8)],
  [/万元/, new Decimal(1e4)],
];

/** Fewer figures than this show no habit: two decimals, as the official forms print. */
const enough = 5;

/** As many decimals as its longest figures have: the shorter ones have dropped their zeros. */
export function styleOf(figures: readonly PrintedFigure[]): FigureStyle {
  const most = (unit: RegExp): number => {
    const decimals = figures
      .filter((figure) => unit.test(figure.unit) && !/^[0０.．]+(?![\d０-９])/.test(figure.text))
      .map((figure) => figure.decimals);
    return decimals.length >= enough ? Math.max(...decimals) : 2;
  };
  const wan = most(/万元/);
  const shorter = figures.some(({ unit, decimals }) => /万元/.test(unit) && decimals < wan);
  const padded = figures.some(({ text, unit }) => /万元/.test(unit) && /\.\d*0(?!\d)/.test(text));
  return { wan, percent: most(/%/), dropsZeros: shorter || !padded };
}

/** A value of this year in the look of the figure that stood in its place: unit, width, separators, decimals. */
export function printedLike(old: PrintedFigure, value: Traced, style: FigureStyle): string {
  const scale = scales.find(([unit]) => unit.test(old.unit))?.[1] ?? new Decimal(1);
  const decimals =
    value.unit === 'count'
      ? 0
      : value.unit === '%'
        ? Math.max(style.percent, old.decimals)
        : old.unit.includes('亿')
          ? Math.max(4, old.decimals)
          : style.wan;
  const grouped = /\d[,，]\d{3}/.test(old.text);
  const number = digitsOf(value.value.div(scale), /^元/.test(old.unit) ? Math.max(2, old.decimals) : decimals, {
    dropTrailingZeros: style.dropsZeros || value.unit === '%',
    thousandsSeparator: grouped,
  });
  const blank = /\d([\s\u3000]*)[^\d.,，\s]/.exec(old.text)?.[1] ?? '';
  const wide = /[０-９]/.test(old.text);
  const digits = wide ? number.replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)) : number;
  return `${digits}${blank}${unitOf(old)}`;
}

/** The unit as printed, full-width or spaced as it was. */
const unitOf = ({ text, unit }: PrintedFigure): string => /[^\d０-９.．,，\s\u3000-][^]*$/.exec(text)?.[0] ?? unit;
