import { phraseText } from '../../src/facts/phrase';
import fc from 'fast-check';
import { UserError } from '../../src/kernel/errors';
import type { Scalar, Sheet } from '../../src/kernel/workbook';
import { readAmount } from '../../src/reading/amount';
import { matrix, read, sheet, z01, z04 } from './grids';

/** Words that mean something to reading, in places where nobody expects them, and any other text. */
const cell: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom(
    '合计',
    '小计',
    '项目',
    '行次',
    '栏次',
    '科目名称',
    '科目编码',
    '201',
    '2010301',
    '注：',
    '财决04表',
    '支出决算表',
    '金额单位：千元',
    '2023年度',
    '编制单位：',
    '本年支出',
    '其他支出',
    '—',
    '#REF!',
    '',
    ' \n ',
    '年初预算数',
    '工资福利支出',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
);

test('no cell is too odd to be an amount, a dash, a blank or a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) =>
      ['number', 'blank', 'dash', 'text'].includes(readAmount(text).state),
    ),
  );
});

test('whatever stands in whatever cells: facts, problems or a message, never a defect', async () => {
  const changed = (form: Sheet): fc.Arbitrary<Sheet> =>
    fc
      .array(fc.record({ row: fc.nat(form.values.length - 1), column: fc.nat(form.values[0]!.length - 1), value: cell }), { maxLength: 12 })
      .map((changes) => {
        const values = form.values.map((row) => [...row]);
        for (const { row, column, value } of changes) values[row]![column] = value;
        return { ...form, values };
      });
  const anything = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 })
    .map((rows) => sheet('Sheet1', rows));
  await fc.assert(
    fc.asyncProperty(fc.tuple(changed(z01()), changed(z04()), changed(matrix()), anything), async (sheets) => {
      try {
        const { facts, problems } = await read(sheets);
        for (const table of facts.tables.values()) {
          for (const row of table.rows) for (const column of table.columns) expect(table.at(row.key, column).state).toBeDefined();
        }
        expect(new Set(problems.map((problem) => problem.id)).size).toBe(problems.length);
        for (const problem of problems)
          expect([problem.cells.length > 0, phraseText(problem.message).endsWith('。')]).toEqual([true, true]);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
    { numRuns: 120 },
  );
});
