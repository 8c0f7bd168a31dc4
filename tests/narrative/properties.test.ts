import Decimal from 'decimal.js';
import fc from 'fast-check';
import { readWorkbook } from '../../src/reading/read';
import { countsOf, rowsOf } from '../../src/layouts/shape';
import type { Paragraph, ReportDocument } from '../../src/narrative/document';
import { profiles } from '../../src/narrative/profiles/index';
import { asksOf } from '../../src/narrative/asks';
import { neededReasons } from '../../src/narrative/reasons/needs';
import { sections } from '../../src/narrative/sections/index';
import { writeReport } from '../../src/narrative/write';
import { parseSupplement } from '../../src/supplements/parse';
import { reasonKeys } from '../../src/supplements/schema';
import { arbitraryUnit, buildYears } from '../kit/index';
import type { Cells } from './facts';
import { usualTables } from './facts';
import { faultsOf, parsed } from './faults';
import { inputOf, paragraphs } from './written';

const z01_1Income = rowsOf('Z01_1', '收入');
const keys: readonly string[] = [
  ...rowsOf('Z01').map((row) => `Z01.${row}.决算数`),
  ...z01_1Income.map((row) => `Z01_1.${row}.决算数`),
  ...rowsOf('Z01_1')
    .filter((row) => !z01_1Income.includes(row))
    .flatMap((row) =>
      ['一般公共', '政府性基金', '国有资本'].flatMap((fund) =>
        ['决算数', '全年预算数', '年初预算数'].map((column) => `Z01_1.${row}.${column}·${fund}`),
      ),
    ),
  'Z01_1.支出总计.决算数·小计',
  ...['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'].map((column) => `Z04.合计.${column}`),
  ...['2010301', '2010302', '2080505', '2130599', '2210201'].flatMap((code) => [
    `Z08.${code}.合计`,
    `Z04.${code}.本年支出合计`,
    `Z07.${code}.本年支出·合计`,
    `Z08.${code}.30201`,
  ]),
  'Z09.2120803.本年支出·合计',
  ...['基本支出', '人员经费', '公用经费'].map((column) => `Z07.合计.本年支出·${column}`),
  ...['30101', '30299', '30311', '31002', '39999'].map((column) => `Z08_1.合计.${column}`),
  ...rowsOf('F03').flatMap((row) => ['统计数', '全年预算数', '年初预算数'].map((column) => `F03.${row}.${column}`)),
];
const counts = countsOf('F03').map((row) => `F03.${row}.`);
const isCount = (key: string): boolean => counts.some((count) => key.startsWith(count));

/** Amounts of every size and sign, those that meet the edges of rounding, and cells that are no number. */
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20000, max: 2_000_000_000 }).map((fen) => new Decimal(fen).div(100).toString()) },
  { weight: 3, arbitrary: fc.constantFrom('0', '49.99', '50', '-49.99', '149.99', '1000000', '1000049.99', '1000050', '-1000000') },
  { weight: 1, arbitrary: fc.constantFrom('空', '—', '待定') },
);
const cells: fc.Arbitrary<Cells> = fc
  .uniqueArray(fc.constantFrom(...keys), { minLength: 0, maxLength: 160 })
  .chain((chosen) =>
    fc
      .tuple(...chosen.map((key) => (isCount(key) ? fc.integer({ min: 0, max: 400 }).map(String) : amount)))
      .map((values) => Object.fromEntries(chosen.map((key, i) => [key, values[i]!]))),
  );

const reason = fc.constantFrom('', '人员减少。', '主要原因是项目增加；', '  ', '=SUM(A1)', '压减支出');
const supplement = fc.record(
  {
    unitKind: fc.constantFrom('行政单位', '参公事业单位', '事业单位'),
    documentKind: fc.constantFrom('部门', '单位'),
    reasons: fc.dictionary(fc.constantFrom(...reasonKeys), reason),
    confirmFullBudget: fc.boolean(),
    newUnit: fc.boolean(),
    itemBudgets: fc.dictionary(fc.constantFrom('2010301', '2010302', '2080505', '2130599'), fc.constantFrom('0', '100', '1000000')),
    vehicles: fc.record(
      { kept: fc.dictionary(fc.constantFrom('轿车', '越野车'), fc.integer({ min: 0, max: 9 })), use: fc.constantFrom('出行', '。') },
      { requiredKeys: [] },
    ),
    procurement: fc.record({ use: fc.constantFrom('采购设备。', '') }),
    performance: fc.record(
      {
        projects: fc.constantFrom([], ['甲'], ['甲', '乙。']),
        evaluated: fc.nat(9),
        targets: fc.nat(9),
        monitored: fc.nat(9),
        selfEvaluated: fc.nat(9),
        score: fc.constantFrom('95', '95分'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

describe('whatever stands in the cells', () => {
  const tables = fc.subarray(usualTables, { minLength: 1 });
  const past = fc.option(cells, { nil: undefined });
  test.each(profiles.map((profile) => [profile.id, profile] as const))('%s: the text is sound', (_id, profile) => {
    fc.assert(
      fc.property(cells, past, supplement, tables, (now, before, extra, present) => {
        const missing = usualTables.filter((id) => !present.includes(id));
        const kept = Object.fromEntries(Object.entries(now).filter(([key]) => !missing.includes(key.split('.')[0]!)));
        const input = inputOf({ now: kept, before, supplement: withoutEmpty(extra), nowOptions: { tables: present } });
        expect(faultsOf(writeReport(input, sections, profile))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each(profiles.map((profile) => [profile.id, profile] as const))(
    '%s: reasons are asked exactly where the text leaves a blank',
    (_id, profile) => {
      fc.assert(
        fc.property(
          cells,
          past,
          fc.constantFrom({}, { unitKind: '事业单位' }, { confirmFullBudget: true }, { newUnit: true }),
          (now, before, extra) => {
            const input = inputOf({ now, before, supplement: extra });
            const document = writeReport(input, sections, profile);
            const blanks = document.missing.map(({ key }) => key).filter((key) => key.startsWith('reasons.'));
            expect([...new Set(blanks)].sort()).toEqual(
              neededReasons(input, profile, asksOf(document))
                .map(({ key }) => key)
                .sort(),
            );
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});

/** The reader of supplements refuses empty texts; a person simply leaves them out. */
function withoutEmpty<T>(value: T): T {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !(typeof inner === 'string' && inner.trim() === ''))
      .map(([key, inner]) => [key, withoutEmpty(inner as unknown)]),
  ) as T;
}

const shares = (paragraph: Paragraph): readonly Decimal[] =>
  paragraph.inlines.flatMap((inline) =>
    inline.kind === 'figure' && inline.of.kind === 'derived' && inline.of.op === 'percent' ? [parsed(inline).value] : [],
  );

describe('for random workbooks that reconcile', () => {
  const write = async (unit: Parameters<typeof buildYears>[0]): Promise<ReportDocument> => {
    const { now, before } = buildYears(unit);
    const years = { now: (await readWorkbook(now)).facts, ...(before ? { before: (await readWorkbook(before)).facts } : {}) };
    return writeReport({ years, supplements: parseSupplement({ unitKind: unit.kind }, 'x.json') }, sections, profiles[0]);
  };

  test('the text is sound, states income equal to expenditure, names every 项, and shares add up', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnit(), async (unit) => {
        const document = await write(unit);
        expect(faultsOf(document)).toEqual([]);
        const text = JSON.stringify(document);
        expect(text).toContain('收、支总计均为');
        expect(text).not.toMatch(/的名称（/);
        expect(document.missing.filter(({ key }) => key.startsWith('form.'))).toEqual([]);
        for (const paragraph of paragraphs(document).filter(({ id }) => ['S02.1', 'S03.1', 'S05.2.1'].includes(id))) {
          const found = shares(paragraph);
          const total = found.reduce((sum, share) => sum.plus(share), new Decimal(0));
          if (found.length > 0) expect(total.minus(100).abs().lte(new Decimal('0.005').times(found.length))).toBe(true);
        }
        const negative = document.charts.filter(({ empty }) => empty?.includes('负数'));
        expect(negative).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
