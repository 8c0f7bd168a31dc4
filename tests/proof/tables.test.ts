import { proofread } from '../../src/app/proof';
import type { ReportInput } from '../../src/narrative/input';
import { profileById } from '../../src/narrative/profiles/index';
import type { ProofReport } from '../../src/proof/proof';
import { readWorkbook } from '../../src/reading/read';
import { parseSupplement } from '../../src/supplements/parse';
import { buildPublic, buildYears, units } from '../kit/index';
import { documentFrom, written } from './texts';

/** The 公开表 of a unit behind its text, as a text file holds them. */
const tables = (): string =>
  buildPublic(units.publicForms, 'sichuan')
    .sheets.map(({ values }) => values.map((row) => row.map((cell) => cell ?? '').join('\t')).join('\n'))
    .join('\n\n');

let input: ReportInput;
let text: string;
beforeAll(async () => {
  const { now, before } = buildYears(units.publicForms);
  const years = { now: (await readWorkbook(now)).facts, before: (await readWorkbook(before!)).facts };
  input = { years, supplements: parseSupplement({}, 'supplement.json') };
  text = `${written(input, profileById('sichuan-2024')!)}\n附表\n${tables()}`;
});

const real = ({ findings }: ProofReport): readonly string[] =>
  findings.filter(({ rule }) => rule !== 'P-BLANK').map(({ rule, quote, message }) => `${rule} ${quote} ${message}`);

test('without a workbook the amounts of the text are held against the 公开表 behind it', async () => {
  const report = await proofread(documentFrom(text));
  expect(report.against).toBe('tables');
  expect(real(report)).toEqual([]);
  expect(report.counts.confirmed / report.counts.figures).toBeGreaterThan(0.8);
});

test('a wrong amount is told with the table and the cell that say otherwise', async () => {
  const total = /收、支总计均为([\d.]+)万元/.exec(text)![1]!;
  const report = await proofread(documentFrom(text.replace(`总计均为${total}`, `总计均为${total.replace(/^\d/, '8')}`)));
  const wrong = report.findings.find(({ rule }) => rule === 'P-CELL')!;
  expect(wrong.message).toMatch(/依据文中《收入支出决算总表》[A-Z]+\d+）。$/);
});

test('tables of another year are no source', async () => {
  const report = await proofread(documentFrom(`${text.split('\n附表\n')[0]}\n附表\n${tables().replace(/2024年/g, '2023年')}`));
  expect(report.against).toBe('text');
});

test('with a workbook the tables themselves are checked cell by cell', async () => {
  const { values } = buildPublic(units.publicForms, 'sichuan').sheets[0]!;
  const amount = values.flat().find((value): value is number => typeof value === 'number' && value > 10)!;
  expect(real(await proofread(documentFrom(text), input))).toEqual([]);
  const report = await proofread(documentFrom(text.replace(`\t${amount}\t`, `\t${amount + 1}\t`)), input);
  expect(report.findings.map(({ rule }) => rule)).toContain('P-TABLE');
});
