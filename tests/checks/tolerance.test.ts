import fc from 'fast-check';
import { checkFacts } from '../../src/checks/check';
import { judge } from '../../src/checks/exact';
import { Grids } from '../../src/checks/grid';
import { placeColumns, placeRows } from '../../src/checks/resolve';
import { evaluate } from '../../src/checks/screen';
import { rules } from '../../src/rules/index';
import { isFormula, type Rule } from '../../src/rules/rule';
import { paper, type Entry } from '../rules/paper';
import { factsInput, ledgerOf } from './support';

const sum = rules.filter((rule) => rule.id === 'F03-A09');
const bought = (total: string, parts: readonly [string, string, string], half?: string): ReturnType<typeof paper> =>
  paper(
    {
      'F03.政府采购支出合计.统计数': total,
      'F03.政府采购货物支出.统计数': parts[0],
      'F03.政府采购工程支出.统计数': parts[1],
      'F03.政府采购服务支出.统计数': parts[2],
    },
    { half },
  );
const verdict = async (facts: ReturnType<typeof paper>): Promise<string> => {
  const { passed, rounding, failed } = ledgerOf(await checkFacts(factsInput(facts), sum), 'F03-A09');
  return passed ? '平' : rounding ? '舍入差' : failed ? '不平' : '无';
};

describe('tolerance follows from the printed digits', () => {
  test('amounts in 元 agree to the fen or not at all', async () => {
    expect(await verdict(bought('0.30', ['0.10', '0.20', '0']))).toBe('平');
    expect(await verdict(bought('0.31', ['0.10', '0.20', '0']))).toBe('不平');
    expect(await verdict(bought('99999999999.99', ['99999999999.98', '0', '0.01']))).toBe('平');
    expect(await verdict(bought('99999999999.99', ['99999999999.98', '0', '0']))).toBe('不平');
  });

  test('a part of a fen is neither rounded up nor dropped', async () => {
    expect(await verdict(bought('0.01', ['0.005', '0', '0']))).toBe('不平');
    expect(await verdict(bought('0', ['0.004', '0', '0']))).toBe('不平');
    expect(await verdict(bought('0.01', ['0.005', '0.005', '0']))).toBe('平');
  });

  test('three 万元 parts and their total may differ by half a digit each: 平, 舍入差, 不平', async () => {
    const half = '50';
    expect(await verdict(bought('30000', ['10000', '10000', '10000'], half))).toBe('平');
    expect(await verdict(bought('30200', ['10000', '10000', '10000'], half))).toBe('舍入差');
    expect(await verdict(bought('30200.01', ['10000', '10000', '10000'], half))).toBe('不平');
  });

  test('a blank part rounds nothing: only printed digits may be off', async () => {
    expect(await verdict(bought('20150', ['10000', '10000', '0'], '50'))).toBe('舍入差');
    expect(await verdict(bought('20151', ['10000', '10000', '0'], '50'))).toBe('不平');
  });

  test('舍入差 is a remark in a group of its own, not an error', async () => {
    const report = await checkFacts(factsInput(bought('30200', ['10000', '10000', '10000'], '50')), sum);
    expect(report.findings.map((finding) => finding.severity)).toEqual(['info']);
    expect(report.groups.map((group) => group.id)).toEqual(['rounding']);
  });
});

const amount = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 100),
  fc.constant('—'),
  fc.constant('文字'),
  fc.constant('0.005'),
);

/** Every place of these rules by Decimal, held against what the screen counts. */
function agree(formulas: readonly Rule[], written: Record<string, Entry>): void {
  const grids = new Grids({ now: paper(written) });
  for (const rule of formulas) {
    const steps = evaluate(rule, grids);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const tally = { passed: 0, empty: 0, open: 0, blocked: 0, notApplicable: 0 };
    for (const row of placeRows(rule.each, grids)!) {
      for (const column of placeColumns(rule.each, grids)!) {
        const { kind } = judge(rule, grids, { row, column });
        tally[kind === 'failed' || kind === 'rounding' ? 'open' : kind] += 1;
      }
    }
    // A part may be more than its whole where its row or column holds a negative amount: only places that fail are put aside.
    const past = rule.unlessNegative ? (step.value.notApplicable.get('这一行或这一栏有负数，其中数可以大于总数') ?? 0) : 0;
    if (past > 0) expect(Object.values(written).some((value) => typeof value === 'number' && value < 0)).toBe(true);
    tally.open -= past;
    tally.notApplicable += past;
    const { passed, empty, open, blockedPlaces, notApplicablePlaces } = step.value;
    const counted = { passed, empty, open: open.length, blocked: blockedPlaces, notApplicable: notApplicablePlaces };
    expect([rule.id, counted]).toEqual([rule.id, tally]);
  }
}

test('the screen on whole fen and the judgement by Decimal agree at every place', () => {
  const formulas = rules.filter(isFormula).filter((rule) => /^(Z04|Z02|Z08|Z05_2|F03)-/.test(rule.id));
  const keys = [
    'Z04.合计.基本支出',
    'Z04.201.基本支出',
    'Z04.20103.基本支出',
    'Z04.2010301.基本支出',
    'Z04.2010301.本年支出合计',
    'Z05_1.2010301.合计',
    'Z05_2.2010302#1.合计',
    'Z05_2.2010302.合计',
    'Z02.合计.本年支出',
    'Z08.合计.301',
    'Z08_1.合计.301',
    'F03.公务接待费.统计数',
  ];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), amount), (written) => agree(formulas, written as Record<string, Entry>)),
    { numRuns: 12, seed: 7 },
  );
});

test('and so they do where a rule has a condition, whatever stands in the cells of the condition', () => {
  const formulas = rules.filter(isFormula).filter(({ id }) => ['Z07-A11', 'Z02-X09', 'Z02-X10'].includes(id));
  const carried = ['年初结转和结余·合计', '年末结转和结余·合计', '年初结转和结余·基本支出结转', '年末结转和结余·基本支出结转'];
  const keys = [
    ...['Z02', 'Z07'].flatMap((table) => carried.map((column) => `${table}.2010301.${column}`)),
    'Z07.2010301.本年收入·基本支出',
    'Z07.2010301.本年支出·基本支出',
  ];
  const entry = fc.oneof(amount, fc.constantFrom<Entry>(0, 1, null));
  fc.assert(
    fc.property(fc.tuple(...keys.map(() => entry)), (values) =>
      agree(formulas, Object.fromEntries(keys.map((key, i) => [key, values[i]!]))),
    ),
    { numRuns: 300, seed: 7 },
  );
});
