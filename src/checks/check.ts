import type { Aside, CheckReport, Counts, Finding, LedgerEntry, TableStatus, Why } from '../facts/outcome';
import { noProgress, type Progress } from '../kernel/progress';
import type { Years } from '../facts/fact-set';
import type { BudgetColumn } from '../supplements/schema';
import type { Supplements } from '../supplements/supplements';
import { formulaWords } from '../rules/claim';
import { isFormula, tablesOf, type AnyRule, type Rule, type SpecialOutcome, type SpecialRule } from '../rules/rule';
import { findCauses, type SearchLimit } from './cause';
import type { Failure } from './failure';
import { findingOf, setAside, specialFinding } from './findings';
import { Grids } from './grid';
import { groupFindings } from './groups';
import { wrongMoney } from './money/wrong-money';
import { absentForms } from './rows/absent';
import { foreignForms } from './rows/foreign';
import { rowFaults } from './rows/rows';
import { emptyResult, evaluate, type RuleResult } from './screen';
import { unmet } from './conditions';

export interface CheckInput {
  readonly years: Years;
  readonly supplements: Supplements;
  readonly tables: readonly TableStatus[];
  /** Findings of reading itself: texts in amount cells, two copies of a form, … */
  readonly problems: readonly Finding[];
  readonly asides: readonly Aside[];
  /** Which budget the text speaks of; 全年预算数 unless the profile says otherwise. */
  readonly budget?: BudgetColumn;
  /** How long the search for causes may take; a few seconds unless a test says otherwise. */
  readonly search?: SearchLimit;
}

/** What became of every rule; kept so that an edit re-evaluates only what depends on the changed sheet. */
export interface CheckSession {
  readonly report: CheckReport;
  /** Checks again after an edit. `sheets` are the names of the changed sheets of this year's workbook. */
  recheck(input: CheckInput, sheets: readonly string[], progress?: Progress): Promise<CheckSession>;
}

type Outcome =
  { readonly rule: Rule; readonly result: RuleResult } | { readonly rule: SpecialRule; readonly outcomes: readonly SpecialOutcome[] };

/** Milliseconds between two pauses; one step of work takes as long at most, more only while the engine is still cold. */
const BREATH = 12;

/** Checks all rules. Progress is awaited often enough that a pane does not stand still for 50 ms. */
export async function checkFacts(input: CheckInput, rules: readonly AnyRule[], progress: Progress = noProgress): Promise<CheckReport> {
  return (await startCheck(input, rules, progress)).report;
}

/** Checks all rules, and can check again after an edit. */
export async function startCheck(input: CheckInput, rules: readonly AnyRule[], progress: Progress = noProgress): Promise<CheckSession> {
  return run(input, rules, new Map(), new Grids(input.years), progress);
}

async function run(
  input: CheckInput,
  rules: readonly AnyRule[],
  kept: ReadonlyMap<string, Outcome>,
  grids: Grids,
  progress: Progress,
): Promise<CheckSession> {
  const outcomes = new Map<string, Outcome>();
  let breath = Date.now();
  let index = 0;
  const breathe = async (): Promise<void> => {
    if (Date.now() - breath < BREATH) return;
    await progress('核对', index, rules.length);
    breath = Date.now();
  };
  await finish(grids.prepare(), breathe);
  for (const rule of rules) {
    index += 1;
    outcomes.set(
      rule.id,
      kept.get(rule.id) ?? (isFormula(rule) ? await runFormula(rule, grids, input.supplements, breathe) : runSpecial(rule, input)),
    );
    await breathe();
  }
  const report = await reportOf(input, rules, outcomes, grids, breathe);
  await progress('核对', rules.length, rules.length);
  return {
    report,
    recheck: (next, sheets, again = noProgress) => {
      const changed = changedForms(input, next, sheets);
      return run(next, rules, unchanged(outcomes, input, next, changed), grids.after(next.years, changed), again);
    },
  };
}

async function runFormula(rule: Rule, grids: Grids, supplements: Supplements, breathe: () => Promise<void>): Promise<Outcome> {
  const refused = unmet(rule.when ?? [], supplements);
  if (rule.evidence) return { rule, result: emptyResult() };
  if (refused) {
    const result = emptyResult();
    (refused.kind === 'blocked' ? result.blocked : result.notApplicable).set(refused.reason, 1);
    if (refused.kind === 'blocked') result.blockedPlaces = 1;
    else result.notApplicablePlaces = 1;
    return { rule, result };
  }
  return { rule, result: await finish(evaluate(rule, grids), breathe) };
}

/** Runs a job to its end, breathing between its steps. */
async function finish<T>(steps: Generator<void, T>, breathe: () => Promise<void>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await breathe();
  }
}

const runSpecial = (rule: SpecialRule, input: CheckInput): Outcome => {
  const outcomes = rule.check({ years: input.years, supplements: input.supplements, budget: input.budget ?? '全年预算数' });
  return { rule, outcomes: outcomes.length > 0 ? outcomes : [{ kind: 'notApplicable', place: '全部', reason: '表中没有可核对的行' }] };
};

/** Forms on the changed sheets, and forms that have come or gone. */
function changedForms(before: CheckInput, after: CheckInput, sheets: readonly string[]): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const years of [before.years, after.years]) {
    for (const table of [...years.now.tables.values(), ...(years.now.published ?? [])])
      if (sheets.includes(table.sheet)) changed.add(table.id);
  }
  for (const id of [...before.years.now.tables.keys(), ...after.years.now.tables.keys()]) {
    if (before.years.now.tables.has(id) !== after.years.now.tables.has(id)) changed.add(id);
  }
  return changed;
}

/** What follows from a rule alone is worked out once. */
const once = <T>(of: (rule: Rule) => T): ((rule: Rule) => T) => {
  const known = new WeakMap<Rule, { readonly value: T }>();
  return (rule) => {
    let answer = known.get(rule);
    if (!answer) known.set(rule, (answer = { value: of(rule) }));
    return answer.value;
  };
};
const formsOf = once(tablesOf);
const wordsOf = once(formulaWords);

/** Outcomes that a change of these forms cannot have touched. */
function unchanged(
  outcomes: ReadonlyMap<string, Outcome>,
  before: CheckInput,
  after: CheckInput,
  changed: ReadonlySet<string>,
): ReadonlyMap<string, Outcome> {
  const sameBook = before.years.before === after.years.before;
  const sameSupplements = before.supplements === after.supplements;
  return new Map(
    [...outcomes].filter(([, outcome]) => {
      if (!isFormula(outcome.rule)) {
        const reads = outcome.rule.reads;
        return (
          !reads.some((r) => changed.has(r)) && (sameBook || !reads.includes('上年')) && (sameSupplements || !reads.includes('补充信息'))
        );
      }
      // Whether a part may be more than its whole, any form with the 科目 can tell.
      const touched =
        (outcome.rule.unlessNegative && changed.size > 0) ||
        formsOf(outcome.rule).some(({ table, book }) => (book === '上年' ? !sameBook : changed.has(table)));
      return !touched && (sameSupplements || !outcome.rule.when);
    }),
  );
}

async function reportOf(
  input: CheckInput,
  rules: readonly AnyRule[],
  outcomes: ReadonlyMap<string, Outcome>,
  grids: Grids,
  breathe: () => Promise<void>,
): Promise<CheckReport> {
  const failures: Failure[] = [];
  const findings: Finding[] = [...input.problems];
  let listed = 0;
  for (const outcome of outcomes.values()) {
    if ('result' in outcome) {
      for (const { place, verdict } of outcome.result.open) {
        const failure = { rule: outcome.rule, place, verdict };
        if (verdict.kind === 'failed') failures.push(failure);
        if (listed++ < MOST_LISTED) findings.push(findingOf(failure));
      }
    } else {
      for (const one of outcome.outcomes) if (one.kind === 'failed') findings.push(specialFinding(outcome.rule, one));
    }
  }
  const applicable = rules.filter(isFormula).filter((rule) => !unmet(rule.when ?? [], input.supplements));
  // A workbook in another unit than it prints: what comes of that is listed with it, and not searched for a cause.
  const money = wrongMoney(input.years, failures);
  const inUnit = money ? failures.filter((failure) => !money.failures.has(failure)) : failures;
  // So is what comes of a form of another unit or year.
  const foreign = foreignForms(inUnit, findings, grids);
  const others = inUnit.filter((failure) => !foreign.some((form) => form.failures.has(failure)));
  // A row that is missing or too many is one fault; what it explains is neither listed again nor searched for a cause.
  const faults = rowFaults(others, findings, grids);
  const explained = new Set(faults.flatMap((fault) => [...fault.failures]));
  const told = new Set(faults.flatMap(({ ids }) => [...ids]));
  const open = others.filter((failure) => !explained.has(failure));
  const shown = [
    ...(money ? [money.finding] : []),
    ...foreign.map(({ finding }) => finding).filter((finding) => !findings.includes(finding)),
    ...absentForms(input.tables, grids),
    ...faults.map(({ finding }) => finding),
    ...findings.filter(({ id }) => !told.has(id)),
  ];
  const { patterns, causes, cut } = await finish(findCauses(open, applicable, grids, input.search), breathe);
  const grouped = groupFindings(shown, patterns, causes, grids, { money, foreign });
  const ledger = [...outcomes.values()].filter((outcome) => !('result' in outcome && outcome.rule.evidence)).map(ledgerEntry);
  return {
    unit: input.years.now.unitName,
    year: input.years.now.year,
    tables: input.tables,
    findings: grouped.findings.map((finding) => setAside(finding, input.asides)),
    groups: grouped.groups,
    ...(cut || listed > MOST_LISTED ? { cut: cutWords(cut, listed - MOST_LISTED) } : {}),
    ledger,
    // Remarks (info) are in the ledger, but an accountant's 平 and 不平 count equations only.
    counts: ledger
      .filter((entry) => entry.severity !== 'info')
      .reduce<Counts>(addCounts, { passed: 0, rounding: 0, failed: 0, blocked: 0, notApplicable: 0, empty: 0 }),
  };
}

/** Findings of formulas that are listed; more are counted in the ledger only. No person reads on, and a door must print them. */
const MOST_LISTED = 3000;

const cutWords = (cut: boolean, left: number): string =>
  [
    ...(cut ? ['不平的地方太多，成因没有查找完：没有归入上述原因的，逐条列出。'] : []),
    ...(left > 0 ? [`另有 ${left} 处没有逐条列出，都计入检查台账。`] : []),
    '请先更正已列出的原因，再重新核对。',
  ].join('');

const addCounts = (a: Counts, b: LedgerEntry): Counts => ({
  passed: a.passed + b.passed,
  rounding: a.rounding + b.rounding,
  failed: a.failed + b.failed,
  blocked: a.blocked + b.blocked,
  notApplicable: a.notApplicable + b.notApplicable,
  empty: a.empty + b.empty,
});

const whyOf = (places: ReadonlyMap<string, number>): readonly Why[] => [...places].map(([reason, n]) => ({ reason, places: n }));

function ledgerEntry(outcome: Outcome): LedgerEntry {
  const { id, title, severity, source } = outcome.rule;
  if ('result' in outcome) {
    const { result } = outcome;
    return {
      rule: id,
      title,
      severity,
      source,
      formula: wordsOf(outcome.rule),
      passed: result.passed,
      rounding: result.open.filter((o) => o.verdict.kind === 'rounding').length,
      failed: result.open.filter((o) => o.verdict.kind === 'failed').length,
      blocked: result.blockedPlaces,
      notApplicable: result.notApplicablePlaces,
      empty: result.empty,
      whyBlocked: whyOf(result.blocked),
      whyNotApplicable: whyOf(result.notApplicable),
    };
  }
  const of = (kind: SpecialOutcome['kind']): number => outcome.outcomes.filter((o) => o.kind === kind).length;
  const why = (kind: 'blocked' | 'notApplicable'): readonly Why[] => {
    const places = new Map<string, number>();
    for (const o of outcome.outcomes) if (o.kind === kind) places.set(o.reason, (places.get(o.reason) ?? 0) + 1);
    return whyOf(places);
  };
  return {
    rule: id,
    title,
    severity,
    source,
    formula: outcome.rule.words,
    passed: of('passed'),
    rounding: 0,
    failed: of('failed'),
    blocked: of('blocked'),
    notApplicable: of('notApplicable'),
    empty: 0,
    whyBlocked: why('blocked'),
    whyNotApplicable: why('notApplicable'),
  };
}
