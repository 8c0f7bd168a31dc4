import { groupFindings } from '../../src/checks/groups';
import type { Grids } from '../../src/checks/grid';
import type { Finding, Severity } from '../../src/facts/outcome';
import { phraseText, say, printed } from '../../src/facts/phrase';
import { thisYear } from '../kit/books';

const finding = (id: string, sheet: string, severity: Severity = 'error', rule = 'Z04-A01'): Finding => ({
  id,
  rule,
  kind: 'rule',
  severity,
  title: '合计等于各项之和',
  message: say`${printed(id)}不平。`,
  hint: '',
  source: { kind: 'form', text: '' } as unknown as Finding['source'],
  cells: [{ book: thisYear, sheet, a1: `A${id.replace(/\D/g, '') || 1}` }],
  group: '',
  fingerprint: id,
});
const group = (findings: readonly Finding[]): ReturnType<typeof groupFindings> => groupFindings(findings, [], [], {} as Grids);

test('three hundred findings have a card of their own; the rest are one card for each severity', () => {
  const all = [
    ...Array.from({ length: 310 }, (_, i) => finding(`e${i + 1}`, '财决04表')),
    ...Array.from({ length: 5 }, (_, i) => finding(`w${i + 1}`, '财决04表', 'warning')),
  ];
  const { findings, groups } = group(all);
  const rest = groups.filter(({ kind }) => kind === 'rest');
  expect(groups.filter(({ kind }) => kind === 'single')).toHaveLength(300);
  expect(rest.map(({ severity, title, findings: own }) => [severity, phraseText(title), own.length])).toEqual([
    ['error', '另有 10 处，没有逐一归因。', 10],
    ['warning', '另有 5 处，没有逐一归因。', 5],
  ]);
  // Every finding is in exactly one group, and says which.
  expect(groups.flatMap(({ findings: own }) => own).sort()).toEqual(all.map(({ id }) => id).sort());
  for (const { id, group: own } of findings) expect(groups.find((one) => one.id === own)!.findings).toContain(id);
});

test('a heading with another money unit takes the errors of its sheet, from three on, and no others', () => {
  const slip = finding('slip', '财决04表', 'error', 'READ-F11');
  const echoes = [1, 2, 3].map((n) => finding(`e${n}`, '财决04表'));
  const others = [finding('e4', '财决05表'), finding('w5', '财决04表', 'warning')];
  const { findings, groups } = group([slip, ...echoes, ...others]);
  const [heading, ...singles] = groups;
  expect([heading!.kind, heading!.findings, phraseText(heading!.title)]).toEqual(['heading', ['slip', 'e1', 'e2', 'e3'], 'slip不平。']);
  expect(phraseText(heading!.why)).toContain('有 3 处不平');
  expect(singles.map(({ kind, findings: own }) => [kind, ...own])).toEqual([
    ['single', 'e4'],
    ['single', 'w5'],
  ]);
  expect(findings.filter(({ cause }) => cause !== undefined)).toHaveLength(4);
  expect(group([slip, ...echoes.slice(1), ...others]).groups.map(({ kind }) => kind)).not.toContain('heading');
});
