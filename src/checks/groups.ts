import Decimal from 'decimal.js';
import { cellKey, type CellRef } from '../kernel/workbook';
import type { CauseGroup, Finding } from '../facts/outcome';
import { decimalString } from '../facts/money';
import { abs, minus, negate } from '../facts/arithmetic';
import { exactly, merged, printed, say } from '../facts/phrase';
import type { Fact, Traced } from '../facts/traced';
import { formName } from '../layouts/keys';
import type { Rule } from '../rules/rule';
import type { Cause } from './cause';
import { failureKey, type Failure } from './failure';
import type { WrongMoney } from './money/wrong-money';
import { UNCODED, type ForeignForm } from './rows/foreign';
import { rowKinds } from './rows/kinds';
import { patternGroup } from './patterns/group';
import type { Mistake } from './patterns/find';
import { cluesFor } from './detective';
import { byWeight, distinct, gravest } from './findings';
import type { Grids } from './grid';
import { cellName, differenceOf, listedCells } from './messages';

/** Groups findings by cause; every finding is in exactly one group, and the suspected cell is its first cell. */
export function groupFindings(
  findings: readonly Finding[],
  patterns: readonly Mistake[],
  causes: readonly Cause[],
  grids: Grids,
  { money, foreign = [] }: { readonly money?: WrongMoney; readonly foreign?: readonly ForeignForm[] } = {},
): { readonly findings: readonly Finding[]; readonly groups: readonly CauseGroup[] } {
  const byId = new Map(findings.map((finding) => [finding.id, finding] as const));
  const groups: CauseGroup[] = [];
  const placed = new Map<string, Finding>();
  const suspects = new Set(causes.map((cause) => cause.cell));
  if (money) groups.push(headingGroup('g1', money.finding, echoesOf(money, findings), placed));
  for (const form of foreign) groups.push(foreignGroup(`g${groups.length + 1}`, form, findings, placed));
  for (const slip of findings.filter(({ rule }) => rule === MIXED_UNITS)) {
    const group = unitGroup(`g${groups.length + 1}`, slip, findings, placed);
    if (group) groups.push(group);
  }
  for (const pattern of patterns) {
    const mine = findingsOf(pattern.failures, byId, placed);
    if (mine.length === 0) continue;
    const group = patternGroup(`g${groups.length + 1}`, pattern, mine, grids);
    groups.push(group);
    const wrong = new Set(pattern.cells.flatMap((cell) => grids.factAt(cell) ?? []).map(({ at }) => cellKey(at)));
    const isWrong = (cell: CellRef): boolean => wrong.has(cellKey(cell));
    for (const finding of mine) {
      const cells = [...finding.cells.filter(isWrong), ...finding.cells.filter((cell) => !isWrong(cell))];
      placed.set(finding.id, { ...finding, group: group.id, cause: group.title, cells });
    }
  }
  for (const cause of causes) {
    const culprit = grids.factAt(cause.cell);
    const mine = findingsOf(cause.failures, byId, placed);
    if (!culprit || mine.length === 0) continue;
    const id = `g${groups.length + 1}`;
    const group = causeGroup(id, cause, culprit, mine, grids, suspects);
    groups.push(group);
    for (const finding of mine) {
      const isIn = finding.cells.some((cell) => cellKey(cell) === cellKey(culprit.at));
      placed.set(finding.id, {
        ...finding,
        group: id,
        cause: group.title,
        cells: isIn ? distinct([culprit.at, ...finding.cells]) : finding.cells,
      });
    }
  }
  const alone = findings.filter((finding) => !placed.has(finding.id) && finding.kind !== 'rounding');
  for (const finding of alone.slice(0, MOST_SINGLE)) {
    const id = `g${groups.length + 1}`;
    groups.push(singleGroup(id, finding));
    placed.set(finding.id, { ...finding, group: id });
  }
  for (const severity of ['error', 'warning', 'info'] as const) {
    const rest = alone.slice(MOST_SINGLE).filter((finding) => finding.severity === severity);
    const id = `g${groups.length + 1}`;
    if (rest.length === 0) continue;
    groups.push(restGroup(id, severity, rest));
    for (const finding of rest) placed.set(finding.id, { ...finding, group: id });
  }
  const small = findings.filter((finding) => !placed.has(finding.id));
  if (small.length > 0) groups.push(roundingGroup(small, placed));
  return renumber(
    findings.map((finding) => placed.get(finding.id)!),
    groups,
  );
}

/** Findings without a known cause that have a card of their own. */
const MOST_SINGLE = 300;

const singleGroup = (id: string, finding: Finding): CauseGroup => ({
  id,
  kind: 'single',
  severity: finding.severity,
  title: finding.message,
  why: [printed(`${finding.title}。`)],
  difference: finding.difference,
  cells: finding.cells,
  findings: [finding.id],
  clues: [],
});

const restGroup = (id: string, severity: Finding['severity'], rest: readonly Finding[]): CauseGroup => ({
  id,
  kind: 'rest',
  severity,
  title: [printed(`另有 ${rest.length} 处，没有逐一归因。`)],
  why: [printed('先更正前面列出的原因，再重新核对，这里多半会少下去。')],
  cells: distinct(rest.slice(0, 40).flatMap((finding) => finding.cells)).slice(0, 40),
  findings: rest.map((finding) => finding.id),
  clues: [],
});

/** The findings of these failures that have no group yet. */
const findingsOf = (
  failures: readonly Failure[],
  byId: ReadonlyMap<string, Finding>,
  placed: ReadonlyMap<string, Finding>,
): readonly Finding[] =>
  failures.flatMap(({ rule, place }) => byId.get(failureKey(rule, place)) ?? []).filter((finding) => !placed.has(finding.id));

/** Reading's problem “各表金额单位不一致”. */
const MIXED_UNITS = 'READ-F11';
/** So many errors around one sheet of another money unit are echoes of its heading, not slips in as many cells. */
const ECHOES = 3;

/** One group for a sheet whose heading names the wrong money unit; undefined where its amounts agree with the other forms. */
function unitGroup(id: string, slip: Finding, findings: readonly Finding[], placed: Map<string, Finding>): CauseGroup | undefined {
  const heading = slip.cells[0];
  const echoes = findings.filter(
    (finding) =>
      finding !== slip &&
      finding.severity === 'error' &&
      !placed.has(finding.id) &&
      heading !== undefined &&
      finding.cells.some((cell) => sameSheet(cell, heading)),
  );
  if (!heading || echoes.length < ECHOES) return undefined;
  return headingGroup(id, slip, echoes, placed);
}

/** Reading's problem “金额单位与金额大小不相称”: the same as a wrong unit, seen without last year. */
const UNLIKELY = 'READ-F22';

const echoesOf = ({ failures }: WrongMoney, findings: readonly Finding[]): readonly Finding[] => {
  const ids = new Set([...failures].map(({ rule, place }) => failureKey(rule, place)));
  return findings.filter(({ id, rule }) => ids.has(id) || rule === UNLIKELY);
};

/** A form of another unit or year, with all that is said of it. */
function foreignGroup(
  id: string,
  { finding, failures }: ForeignForm,
  findings: readonly Finding[],
  placed: Map<string, Finding>,
): CauseGroup {
  const ids = new Set([...failures].map(({ rule, place }) => failureKey(rule, place)));
  const [at] = finding.cells;
  const isBook = finding.rule === rowKinds.lastYears.id;
  const isOfIt = ({ id: name, kind, cells }: Finding): boolean =>
    ids.has(name) || (!isBook && kind === 'rule' && cells.length > 0 && cells.every((cell) => at !== undefined && sameSheet(cell, at)));
  const echoes = findings.filter((one) => one !== finding && !placed.has(one.id) && isOfIt(one));
  const group = headingGroup(id, finding, echoes, placed);
  if (isBook)
    return { ...group, why: [printed(`与上年对不上的 ${echoes.length} 处由此而来，不是逐格填错。请先换成正确的文件，再重新核对。`)] };
  const what =
    finding.rule === UNCODED ? '多半是因为这些行没有读入。请补上科目编码' : '多半是整张表用错了，不是逐格填错。请先换成本单位本年的表';
  return { ...group, why: [printed(`涉及这张表的不平和提示有 ${echoes.length} 处，${what}，再重新核对。`)] };
}

/** What is wrong with a heading, and the findings that come of it. */
function headingGroup(id: string, slip: Finding, echoes: readonly Finding[], placed: Map<string, Finding>): CauseGroup {
  const mine = [slip, ...echoes];
  mine.forEach((finding) => placed.set(finding.id, { ...finding, group: id, cause: slip.message }));
  const n = echoes.length;
  const said = slip.rule === MIXED_UNITS ? `这张表与其他表有 ${n} 处不平，` : n > 0 ? `因此而来的不平和提示有 ${n} 处，` : '';
  return {
    id,
    kind: 'heading',
    severity: gravest(mine.map(({ severity }) => severity)),
    title: slip.message,
    why: [printed(`${said}多半是表头的金额单位印错，不是逐格填错。请先核对表头的金额单位，改正后重新核对。`)],
    cells: distinct(mine.flatMap((finding) => finding.cells)).slice(0, 40),
    findings: mine.map((finding) => finding.id),
    clues: [],
  };
}

const sameSheet = (a: CellRef, b: CellRef): boolean => a.sheet === b.sheet && a.book.role === b.book.role;

function causeGroup(
  id: string,
  cause: Cause,
  culprit: Fact,
  mine: readonly Finding[],
  grids: Grids,
  suspects: ReadonlySet<number>,
): CauseGroup {
  const excess = excessOf(cause, culprit);
  const unit = culprit.unit;
  const others = cause.others.flatMap((cell) => grids.factAt(cell) ?? []);
  const forms = [...new Set(cause.supported.flatMap((e) => (e.rule.evidence ? [] : [titleOf(e.rule)])))];
  const repaired = cause.supported.filter((e) => !e.rule.evidence).length;
  const balanced =
    repaired < mine.length ? `${mine.length} 处不平中有 ${repaired} 处平衡` : repaired === 1 ? '这一处即平' : `${repaired} 处不平全部平衡`;
  const now = culprit.blank ? say`为空白` : say`为 ${exactly(culprit)}`;
  const then = say`改为 ${exactly(minus(culprit, excess))}${printed(unit === '元' ? '后' : ' 后')}`;
  const proof = printed(`，${balanced}（${forms.slice(0, 4).join('；')}${forms.length > 4 ? '等' : ''}）。`);
  const against = printed(cause.contradicted > 0 ? `但另有 ${cause.contradicted} 处已平的会因此不平。` : '');
  const rest = others.length > 0 ? say`仅凭现有公式，也可能是${listedCells(others.slice(0, 3))}。` : [];
  return {
    id,
    kind: 'cell',
    severity: gravest(mine.map((finding) => finding.severity)),
    title: merged(say`${cellName(culprit)}可能${printed(excess.value.isNegative() ? '少' : '多')} ${exactly(abs(excess))}。`),
    why: merged(say`现${now}，${then}${proof}${against}${rest}`),
    ...(unit === '元' ? { difference: decimalString(excess.value) } : {}),
    cells: distinct([culprit.at, ...others.map((fact) => fact.at), ...mine.flatMap((finding) => finding.cells)]).slice(0, 40),
    findings: mine.map((finding) => finding.id),
    clues: cluesFor(cause, culprit, excess, grids, suspects),
  };
}

/** What the culprit is too high by: the difference of a formula that it broke. */
function excessOf(cause: Cause, culprit: Fact): Traced {
  const value = new Decimal(cause.excess).div(100);
  const traced = cause.failures.flatMap(({ verdict }) => differenceOf(verdict) ?? []).find((one) => one.value.abs().equals(value.abs()));
  if (traced) return traced.value.equals(value) ? traced : negate(traced);
  // Several wrong cells stand in every one of its formulas: what is left after the others are corrected.
  const parts = cause.failures.flatMap(({ verdict }) => [...verdict.left.parts, ...verdict.right.parts].map((part) => part.fact));
  return { kind: 'derived', op: 'sum', value, half: new Decimal(0), unit: culprit.unit, from: parts };
}

/** A title with its form in front. */
const titleOf = ({ id, title }: Rule): string => (title.startsWith('财决') ? title : `${formName(id.slice(0, id.indexOf('-')))}${title}`);

function roundingGroup(small: readonly Finding[], placed: Map<string, Finding>): CauseGroup {
  small.forEach((finding) => placed.set(finding.id, { ...finding, group: 'rounding' }));
  return {
    id: 'rounding',
    kind: 'rounding',
    severity: 'info',
    title: [printed(`舍入差 ${small.length} 处。`)],
    why: [printed('差额在各格印出位数的半个单位之和以内，是四舍五入造成的，不必改表。')],
    cells: distinct(small.flatMap((finding) => finding.cells)).slice(0, 40),
    findings: small.map((finding) => finding.id),
    clues: [],
  };
}

/** Gravest groups first, numbered in that order. */
function renumber(
  findings: readonly Finding[],
  groups: readonly CauseGroup[],
): { readonly findings: readonly Finding[]; readonly groups: readonly CauseGroup[] } {
  const sorted = [...groups].sort(byWeight);
  const names = new Map(sorted.map((group, index) => [group.id, group.id === 'rounding' ? group.id : `g${index + 1}`] as const));
  const order = new Map(sorted.map((group, index) => [names.get(group.id)!, index] as const));
  const named = findings.map((finding) => ({ ...finding, group: names.get(finding.group)! }));
  return {
    findings: named.sort((a, b) => order.get(a.group)! - order.get(b.group)!),
    groups: sorted.map((group) => ({ ...group, id: names.get(group.id)! })),
  };
}
