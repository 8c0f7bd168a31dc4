import type { Book } from '../../src/kernel/workbook';

/** The books of facts that a test makes by hand. */
export const thisYear: Book = { role: '本年', unit: '' };
export const lastYear: Book = { role: '上年', unit: '' };
export { suppliedBook } from '../../src/kernel/workbook';
