import type Decimal from 'decimal.js';
import { digitsOf } from '../narrative/figures';

const format = { dropTrailingZeros: true, thousandsSeparator: false } as const;

/** 元 → 430.66万元, as the reports print it. */
export const amountText = (value: Decimal): string => `${digitsOf(value.div(10000), 2, format)}万元`;
