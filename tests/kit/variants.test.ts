import { applyVariants, buildWorkbook, clean, units, variants, type KitWorkbook } from './index';

const cells = (workbook: KitWorkbook): string =>
  JSON.stringify(workbook.sheets.map(({ name, visibility, top, left, values }) => [name, visibility, top, left, values]));

test.each(variants.map((v) => [v.name, v] as const))('%s changes what is printed', (_, variant) => {
  const plain = [clean(), buildWorkbook(units.institution)];
  expect(plain.some((workbook) => cells(applyVariants(workbook, [variant], 1)) !== cells(workbook))).toBe(true);
});

test('one seed always gives the same printing, another seed another', () => {
  const chosen = variants.filter((v) => v.name.startsWith('order'));
  expect(cells(applyVariants(clean(), chosen, 7))).toBe(cells(applyVariants(clean(), chosen, 7)));
  expect(cells(applyVariants(clean(), chosen, 7))).not.toBe(cells(applyVariants(clean(), chosen, 8)));
});

test('amounts in 万元 keep every fen', () => {
  const inTenThousands = applyVariants(
    clean(),
    variants.filter((v) => v.name.startsWith('unit')),
    3,
  );
  const changed = inTenThousands.sheets.find((s) => s.id === 'Z01' && s.values[2]!.includes('金额单位：万元'));
  expect(changed?.values[32]?.[4]).toBe(977.79713);
});
