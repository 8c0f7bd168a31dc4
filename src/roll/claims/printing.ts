import Decimal from 'decimal.js';
import type { Traced } from '../../facts/traced';
import { digitsOf } from '../../narrative/figures';

/** Decimals of the figures of one unit, and whether zeros at their end are printed. */
interface Digits {
  readonly decimals: number;
  /** 93.50 is printed as 93.5. */
  readonly dropsZeros: boolean;
  /** 0 and 100% stand without decimals, whatever the others have. */
  readonly plainWhole: boolean;
}

/** How a document prints its amounts and ratios, as far as its figures show it. */
export interface FigureStyle {
  readonly wan: Digits;
  readonly yi: Digits;
  readonly percent: Digits;
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
  const digitsFor = (unit: RegExp, usual: number): Digits => {
    const own = figures.filter((figure) => unit.test(figure.unit) && !/^(?:100%|[0０.．]+(?![\d０-９.．]))/.test(plain(figure)));
    const longest = Math.max(0, ...own.map(({ decimals }) => decimals));
    const decimals = own.length >= enough ? longest : Math.max(usual, longest);
    const shorter = own.some((figure) => figure.decimals < longest);
    const padded = own.some((figure) => /\.\d*0(?!\d)/.test(plain(figure)));
    const plainWhole = figures.some((figure) => unit.test(figure.unit) && /^(?:0|100)(?![\d.])/.test(plain(figure)));
    return { decimals, dropsZeros: shorter || !padded, plainWhole };
  };
  return {
    wan: digitsFor(/万元/, 2),
    yi: digitsFor(/亿元/, 4),
    percent: digitsFor(/%/, 2),
  };
}

const plain = ({ text }: PrintedFigure): string => text.normalize('NFKC').replace(/\s/g, '');

/** A value of this year in the look of the figure that stood in its place: unit, width, separators, decimals. */
export function printedLike(old: PrintedFigure, value: Traced, style: FigureStyle): string {
  const scale = scales.find(([unit]) => unit.test(old.unit))?.[1] ?? new Decimal(1);
  const own = value.unit === '%' ? style.percent : old.unit.includes('亿') ? style.yi : style.wan;
  const decimals = value.unit === 'count' ? 0 : Math.max(own.decimals, old.unit === '万元' ? 0 : old.decimals);
  const grouped = /\d[,，]\d{3}/.test(old.text);
  const rounded = value.value.div(scale).toDecimalPlaces(decimals);
  const whole = own.plainWhole && (rounded.isZero() || (value.unit === '%' && rounded.eq(100)));
  const number = digitsOf(value.value.div(scale), /^元/.test(old.unit) ? Math.max(2, old.decimals) : decimals, {
    dropTrailingZeros: own.dropsZeros || whole,
    thousandsSeparator: grouped,
  });
  const blank = /\d([\s\u3000]*)[^\d.,，\s]/.exec(old.text)?.[1] ?? '';
  const wide = /[０-９]/.test(old.text);
  const digits = wide ? number.replace(/[\d.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)) : number;
  return `${digits}${blank}${unitOf(old)}`;
}

/** The unit as printed, full-width or spaced as it was. */
const unitOf = ({ text, unit }: PrintedFigure): string => /[^\d０-９.．,，\s\u3000-][^]*$/.exec(text)?.[0] ?? unit;

/** The smallest amount above zero that the document prints in a unit: 0.01, 0.0001. */
export function smallest(unit: string, style: FigureStyle): string {
  const { decimals } = unit === '%' ? style.percent : unit.includes('亿') ? style.yi : style.wan;
  return decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
}
