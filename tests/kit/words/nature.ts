/** Chinese ordinals of the functional rows: 一 … 二十六. */
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
export const ordinal = (n: number): string =>
  n <= 10 ? digits[n - 1]! : n < 20 ? `十${digits[n - 11]!}` : `二十${n === 20 ? '' : digits[n - 21]!}`;
