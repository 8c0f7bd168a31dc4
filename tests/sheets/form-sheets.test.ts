import { HyperFormula } from 'hyperformula';
import { withSheets } from '../../src/app/assistant';
import type { Finding } from '../../src/facts/outcome';
import { phraseText } from '../../src/facts/phrase';
import { parseA1 } from '../../src/kernel/address';
import type { Scalar, Sheet, Workbook } from '../../src/kernel/workbook';
import type { PublicForm } from '../../src/narrative/annexes/public';
import { formsToPublish } from '../../src/narrative/annexes/public';
import { sichuan2024 } from '../../src/narrative/profiles/sichuan-2024';
import { yunnan2024 } from '../../src/narrative/profiles/yunnan-2024';
import { product } from '../../src/product/index';
import { readWorkbook } from '../../src/reading/read';
import { formSheets } from '../../src/sheets/form-sheets';
import type { SheetPicture } from '../../src/sheets/picture/picture';
import { snapshotOf } from '../../src/sheets/picture/snapshot';
import { buildYears, units, type UnitName } from '../kit/index';

interface Made {
  readonly now: Workbook;
  readonly forms: readonly PublicForm[];
  readonly pictures: readonly SheetPicture[];
}

const make = async (unit: UnitName, profile = sichuan2024): Promise<Made> => {
  const { now } = buildYears(units[unit]);
  const { facts } = await readWorkbook(now);
  const forms = formsToPublish(facts, profile, facts.unitName, 2024);
  return { now, forms, pictures: formSheets(forms, facts.unitName) };
};

const grid = ({ top, left, values }: Sheet): Scalar[][] => [
  ...Array.from({ length: top }, () => []),
  ...values.map((row) => [...new Array<Scalar>(left).fill(null), ...row]),
];

/** The workbook with the forms beside it, every formula worked out anew. */
function engineOf({ now, pictures }: Pick<Made, 'now' | 'pictures'>): HyperFormula {
  const sheets = Object.fromEntries(now.sheets.map((sheet) => [sheet.name, grid(sheet)]));
  for (const { name, cells } of pictures) {
    const rows: Scalar[][] = [];
    for (const { row, column, value, formula } of cells)
      (rows[row] ??= [])[column] = formula ?? (typeof value === 'string' ? `'${value}` : (value ?? null));
    sheets[name] = Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null));
  }
  return HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3' });
}

/** What a reader sees in a printed cell: nothing is zero. */
const seen = (text: string): number => (text === '' ? 0 : Number(text.replace(/,/g, '')));

describe('公开表的工作簿', () => {
  test.each([
    ['onlyGeneral', sichuan2024],
    ['withFund', sichuan2024],
    ['withStateCapital', sichuan2024],
    ['withFund', yunnan2024],
  ] as const)('%s: every formula comes to the amount that is printed', async (unit, profile) => {
    const made = await make(unit, profile);
    const engine = engineOf(made);
    let formulas = 0;
    made.pictures.forEach(({ name, cells }, i) => {
      const sheet = engine.getSheetId(name)!;
      const figures = made.forms[i]!.whole.body.flatMap((row) => row.filter(({ of, text }) => of && text !== '—'));
      const own = cells.filter(({ formula }) => formula !== undefined);
      expect([name, own.length]).toEqual([name, figures.length]);
      own.forEach(({ row, column }, k) => {
        expect([name, row, column, engine.getCellValue({ sheet, row, col: column })]).toEqual([name, row, column, seen(figures[k]!.text)]);
      });
      formulas += own.length;
    });
    expect(formulas).toBeGreaterThan(300);
  });

  test('a cell that is corrected in 财决 is corrected in the form', async () => {
    const made = await make('onlyGeneral');
    const engine = engineOf(made);
    const source = made.forms[0]!.whole.body.at(-1)!.find(({ of }) => of?.kind === 'fact')!.of!;
    if (source.kind !== 'fact') throw new Error('not a cell');
    const { row, column } = parseA1(source.at.a1);
    engine.setCellContents({ sheet: engine.getSheetId(source.at.sheet)!, row, col: column }, 12345678);
    const sheet = engine.getSheetId(made.pictures[0]!.name)!;
    const values = engine.getSheetValues(sheet).flat();
    expect(values).toContain(1234.57);
  });

  test.each(['onlyGeneral', 'withFund', 'withStateCapital', 'noThreePublic'] as const)(
    '%s: read back, all thirteen are known, without a word of complaint, and agree with 财决',
    async (unit) => {
      const { now, pictures } = await make(unit);
      const dossier = await product.open({ workbook: withSheets(now, pictures.map(snapshotOf)), profile: product.profiles[0] });
      const { tables, problems } = dossier.checked.again.now;
      expect(tables.filter(({ id, status }) => id.startsWith('P') && status === 'read')).toHaveLength(13);
      const ofForms = (found: readonly Finding[]): readonly string[] =>
        found.map(({ message }) => phraseText(message)).filter((message) => message.includes('公开'));
      expect(ofForms(problems)).toEqual([]);
      expect(ofForms(dossier.checked.report.findings)).toEqual([]);
    },
  );
});
