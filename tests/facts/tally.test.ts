import type { CheckReport, Finding, Severity } from '../../src/facts/outcome';
import { openCauses, tallyOf } from '../../src/facts/tally';

const finding = (id: string, severity: Severity, aside = false): Finding =>
  ({ id, severity, group: 'g', ...(aside ? { aside: { reason: '已核实', at: '2025-08-12' } } : {}) }) as unknown as Finding;

const report = {
  findings: [
    finding('a', 'error'),
    finding('b', 'error', true),
    finding('c', 'error'),
    finding('d', 'warning'),
    finding('e', 'warning', true),
    finding('f', 'info'),
    finding('g', 'warning'),
  ],
  groups: [
    { id: 'g1', findings: ['b', 'c'] },
    { id: 'g2', findings: ['b'] },
    { id: 'g3', findings: ['a', 'd'] },
    { id: 'g4', findings: ['d', 'f'] },
  ],
  counts: { passed: 100, rounding: 3, failed: 5, blocked: 7, notApplicable: 11, empty: 13 },
} as unknown as CheckReport;

test('what is open is counted by severity, what a person set aside nowhere else', () => {
  expect(tallyOf(report)).toEqual({
    checked: 108,
    passed: 100,
    rounding: 3,
    unequal: 2,
    causes: 2,
    doubts: 2,
    unchecked: 7,
    notApplicable: 11,
    aside: 2,
  });
});

test('a cause is open while one of its errors is; remarks open none', () => {
  expect(openCauses(report).map(({ id }) => id)).toEqual(['g1', 'g3']);
});
