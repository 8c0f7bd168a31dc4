import type { KitWorkbook } from '../build';
import { amountVariants } from './amounts';
import { codeVariants } from './codes';
import { columnVariants } from './columns';
import { headVariants } from './heads';
import { marginVariants } from './margins';
import { operationVariants } from './operation';
import { rowVariants } from './rows';
import { sheetVariants } from './sheets';
import { randomOf, type Variant } from './variant';
import { wordVariants } from './words';
import { yearVariants } from './years';

export type { Variant } from './variant';

/** In the order in which they are applied: first what changes rows and columns, then words, amounts, margins, sheets. */
export const variants: readonly Variant[] = [
  ...rowVariants,
  ...columnVariants,
  ...operationVariants,
  ...yearVariants,
  ...codeVariants,
  ...headVariants,
  ...wordVariants,
  ...amountVariants,
  ...marginVariants,
  ...sheetVariants,
];

/** The variants of these names that can be true of one workbook together. */
export function together(names: readonly string[]): readonly Variant[] {
  const groups = new Set<string>();
  return variants.filter(({ name, group = name }) => {
    const first = names.includes(name) && !groups.has(group);
    if (first) groups.add(group);
    return first;
  });
}

/** Applies variants in their proper order. */
export function applyVariants(workbook: KitWorkbook, chosen: readonly Variant[], seed: number): KitWorkbook {
  const random = randomOf(seed);
  return variants.filter((v) => chosen.includes(v)).reduce((book, variant) => variant.apply(book, random), workbook);
}
