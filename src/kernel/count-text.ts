/** 12044 → 12 044: how counts are printed on screen, sheet and page. */
export const countText = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
