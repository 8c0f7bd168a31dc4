import { printed } from '../../src/facts/phrase';
import { thisYear } from '../kit/books';
import { marksOf } from '../../src/app/marks';
import type { CheckReport, Finding } from '../../src/facts/outcome';

const at = (a1: string) => ({ book: thisYear, sheet: 'Z01', a1 }) as const;
const finding = (id: string, severity: Finding['severity'], group: string, a1: string, more: Partial<Finding> = {}): Finding => ({
  id,
  rule: id,
  severity,
  title: '',
  kind: group === 'rounding' ? 'rounding' : 'rule',
  message: [printed(`${id}。`)],
  hint: '',
  source: { by: 'house', doc: '', clause: '' },
  cells: [at(a1)],
  group,
  fingerprint: '',
  ...more,
});
const reportOf = (...findings: readonly Finding[]): CheckReport => ({
  unit: '',
  year: 2024,
  tables: [],
  findings,
  groups: [],
  ledger: [],
  counts: { passed: 0, rounding: 0, failed: 0, blocked: 0, notApplicable: 0, empty: 0 },
});

describe('marks in the sheet', () => {
  test('errors, warnings and 舍入差 are marked, each in its own colour; a remark is not', () => {
    const marks = marksOf(
      reportOf(
        finding('A', 'error', 'g1', 'A1'),
        finding('B', 'warning', 'g2', 'A2'),
        finding('C', 'info', 'rounding', 'A3'),
        finding('D', 'info', 'g3', 'A4'),
      ),
    );
    expect(marks.map(({ at: { a1 }, kind }) => `${a1} ${kind}`)).toEqual(['A1 error', 'A2 warning', 'A3 rounding']);
  });

  test('of two findings at one cell the graver gives the colour and both are told', () => {
    const [mark] = marksOf(reportOf(finding('C', 'info', 'rounding', 'A1'), finding('A', 'error', 'g1', 'A1')));
    expect(mark).toEqual({ at: at('A1'), kind: 'error', note: 'C。\nA。' });
  });

  test('what a person has set aside leaves no mark', () => {
    expect(marksOf(reportOf(finding('A', 'error', 'g1', 'A1', { aside: { reason: '已核对' } })))).toEqual([]);
  });
});
