import { openWorkbook } from '../../src/adapters/file/open';
import { readWorkbook } from '../../src/reading/read';
import { applyVariants, buildWorkbook, together, units, variants } from './index';
import { differences, signatureOf } from './signature';
import { toXls, toXlsx } from './xlsx';

const plain = buildWorkbook(units.institution);
const printings = [
  ['as exported', []],
  [
    'with margins, hidden sheets, text amounts and names in full width',
    ['margins: the used range begins elsewhere', 'hidden sheets', 'amounts: as text, some', 'names: full-width letters and digits'],
  ],
  [
    'with one of every kind of variant',
    together(variants.map((v) => v.name))
      .filter((v) => !v.loses && !v.zeros)
      .map((v) => v.name),
  ],
] as const;

test.each(printings)('a workbook %s says the same as .xlsx and as .xls', async (_, names) => {
  const workbook = applyVariants(plain, together([...names]), 5);
  const expected = signatureOf(await readWorkbook(workbook));
  for (const [file, bytes] of [
    ['a.xlsx', await toXlsx(workbook)],
    ['a.xls', toXls(workbook)],
  ] as const) {
    const actual = signatureOf(await readWorkbook(openWorkbook(bytes, file, '本年')));
    expect({ file, differences: differences(expected, actual) }).toEqual({ file, differences: [] });
  }
});
