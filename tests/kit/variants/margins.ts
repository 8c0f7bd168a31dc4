import { columnsOf, perSheet, reshape, rowsOf, type Variant } from './variant';

const blank = (n: number): number[] => new Array<number>(n).fill(-1);

export const marginVariants: readonly Variant[] = [
  perSheet('margins: blank rows above', (sheet, random) =>
    reshape(sheet, [...blank(1 + Math.floor(random() * 3)), ...rowsOf(sheet)], columnsOf(sheet)),
  ),
  perSheet('margins: blank columns to the left', (sheet, random) =>
    reshape(sheet, rowsOf(sheet), [...blank(1 + Math.floor(random() * 2)), ...columnsOf(sheet)]),
  ),
  perSheet('margins: a blank row between caption and heads', (sheet) => {
    const at = sheet.head[0];
    return reshape(sheet, [...rowsOf(sheet).slice(0, at), -1, ...rowsOf(sheet).slice(at)], columnsOf(sheet));
  }),
  perSheet('margins: blank rows and columns behind', (sheet) =>
    reshape(sheet, [...rowsOf(sheet), ...blank(3)], [...columnsOf(sheet), ...blank(2)]),
  ),
  perSheet('margins: the used range begins elsewhere', (sheet, random) => ({
    ...sheet,
    top: 1 + Math.floor(random() * 4),
    left: Math.floor(random() * 3),
  })),
];
