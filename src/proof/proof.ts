import type { CellRef } from '../kernel/workbook';
import type { ReportInput } from '../narrative/input';
import { emptySupplements } from '../supplements/merge';
import { annex } from './checks/annex';
import { blame } from './checks/blame';
import { CellCheck } from './checks/cells';
import type { CellVerdict } from './checks/judge';
import { isAnnex, usualStep, type ProofContext, type Status } from './checks/context';
import { plainDirections } from './checks/directions';
import { equations } from './checks/equations';
import type { Equation } from './checks/equation';
import { findingAt, type ProofFinding } from './checks/finding';
import { budgetGaps } from './checks/gaps';
import { itemFindings } from './checks/items';
import { chartHints, leftovers } from './checks/leftovers';
import { numberForms } from './checks/numbers';
import { numbering } from './checks/numbering';
import { organisations } from './checks/orgs';
import { reasons } from './checks/reasons';
import { balancing } from './checks/sums';
import { tableFindings } from './checks/tables';
import { Values } from './checks/values';
import { wholeFindings } from './checks/whole';
import { withRightYears, years } from './checks/years';
import type { TextClaim, Figure, LinkedDocument } from './links/claim';
import { link } from './links/link';
import type { ProofDocument } from './text/document';
import { NOTHING_THERE, otherBook } from './other-book';
import { cellInText, type TextTables } from './tables';

/** A figure of the text with what became of it. */
export interface ProvedFigure {
  readonly figure: Figure;
  readonly status: Status;
  readonly cells: readonly CellRef[];
}

export interface ProofReport {
  readonly file: string;
  readonly unit: string;
  readonly year: number | undefined;
  /** What the figures were held against: a workbook, the 公开表 of the text itself, or only each other. */
  readonly against: 'workbook' | 'tables' | 'text';
  /** The 公开表 of the text, where it has any: cells of these stand in the text. */
  readonly tables?: TextTables;
  /** A sentence where the text seems to be of another unit or year than the workbook. */
  readonly doubt?: string;
  readonly linked: LinkedDocument;
  readonly findings: readonly ProofFinding[];
  readonly figures: readonly ProvedFigure[];
  readonly counts: { readonly figures: number; readonly confirmed: number; readonly contradicted: number; readonly unchecked: number };
}

/**
 * Checks a finished text against a workbook, where there is one, else against the 公开表 that stand in it, and against
 * itself. `tables`: those of the text, as read by the forms' reader.
 */
export function proof(document: ProofDocument, input?: ReportInput, tables?: TextTables): ProofReport {
  const steps = proofSteps(document, input, tables);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in steps, each named as it begins: a pane breathes between them. */
export function* proofSteps(document: ProofDocument, input?: ReportInput, tables?: TextTables): Generator<string, ProofReport> {
  const own = input === undefined && tables !== undefined;
  yield '读懂文字';
  const linked = link(document, input ? { facts: input.years.now } : tables ? { facts: tables.facts } : {});
  const source = input ?? (tables && ownSource(tables, linked.year));
  const values = source && new Values(source);
  const context = withRightYears({
    linked,
    year: input?.years.now.year ?? linked.year,
    step: usualStep(linked),
    ...(values ? { values } : {}),
    ...(input && input.years.now.unitName !== '' ? { unit: input.years.now.unitName } : {}),
  });
  yield '与单元格核对';
  const verdicts = values ? cellVerdicts(context, values) : new Map<TextClaim, CellVerdict>();
  yield '文字自身的核对';
  const among = equations(context);
  const all = [
    ...[...verdicts.values()].flatMap(({ finding }) => (finding ? [finding] : [])),
    ...amongThemselves(context, among, verdicts),
    ...leftovers(context),
    ...chartHints(context),
    ...numberForms(context),
    ...plainDirections(context),
    ...budgetGaps(context),
    ...years(context),
    ...reasons(context),
    ...itemFindings(context),
    ...organisations(context),
    ...numbering(context),
    ...annex(context),
    ...wholeFindings(context),
    ...(input && tables ? tableFindings(context, tables, input.years.now) : []),
  ];
  yield '整理意见';
  const found = sorted(context, distinct(own ? all.map((finding) => placed(finding, tables)) : all));
  const figures = context.linked.figures.map((figure) => proved(figure, verdicts, among, found));
  const count = (status: Status): number => figures.filter((one) => one.status === status).length;
  const counts = {
    figures: figures.length,
    confirmed: count('confirmed'),
    contradicted: count('contradicted'),
    unchecked: count('unchecked'),
  };
  const doubt = figures.length === 0 ? NOTHING_THERE : input && otherBook(context.linked, input.years.now, counts);
  return {
    file: document.file,
    unit: input?.years.now.unitName ?? '',
    year: context.year,
    against: input ? 'workbook' : source ? 'tables' : 'text',
    ...(tables ? { tables } : {}),
    ...(doubt !== undefined ? { doubt } : {}),
    linked,
    findings: found,
    figures,
    counts,
  };
}

/** The 公开表 of a text as its source: not those of another year, which a person forgot to take out. */
function ownSource({ facts }: TextTables, year: number | undefined): ReportInput | undefined {
  if (facts.year !== undefined && year !== undefined && facts.year !== year) return undefined;
  return { years: { now: { ...facts, year } }, supplements: emptySupplements };
}

/** A finding that rests on a table of the text says where. */
function placed(finding: ProofFinding, tables: TextTables): ProofFinding {
  const [cell] = finding.cells;
  if (!cell) return finding;
  const { sheet, a1 } = cellInText(tables, cell);
  return { ...finding, message: finding.message.replace(/。$/, `（依据${sheet}${a1}）。`) };
}

function cellVerdicts(context: ProofContext, values: Values): Map<TextClaim, CellVerdict> {
  const check = new CellCheck(context, values, balancing(context));
  return new Map(context.linked.claims.map((claim) => [claim, check.verdict(claim)]));
}

/** Violated equations, one finding per culprit. What the cells have settled already is not told again. */
function amongThemselves(
  context: ProofContext,
  all: readonly Equation[],
  verdicts: ReadonlyMap<TextClaim, CellVerdict>,
): readonly ProofFinding[] {
  const status = (claim: TextClaim): Status => verdicts.get(claim)?.status ?? 'unchecked';
  const isWrong = (claim: TextClaim): boolean => status(claim) === 'contradicted';
  const told = all.filter(
    ({ claims, holds }) => holds || !(claims.every((claim) => status(claim) === 'confirmed') || claims.some(isWrong)),
  );
  const settled = (claim: TextClaim): boolean => status(claim) === 'confirmed';
  // A list that does not add up with the right figures either has an item too many or too few.
  const lists = all.filter(({ rule, holds, claims }) => rule === 'P-SUM' && !holds && claims.some(isWrong) && !addsUp(context, claims));
  return [...blame(told, settled), ...lists.map((list) => [list.culprit, [list]] as const)].map(([culprit, violated]) => {
    const main = violated.find((one) => one.culprit === culprit) ?? violated[0]!;
    const own = main.culprit === culprit;
    const others = violated.filter((one) => one !== main).map(({ message }) => message);
    const message = own ? main.message : `${culprit.measure.name}与其他数不符：${main.message}`;
    const severity = main.severity ?? (isAnnex(culprit.topic) ? ('warning' as const) : undefined);
    return findingAt(context.linked.document, main.rule, culprit.quote, [message, ...others.slice(0, 2)].join(''), {
      ...(own && main.expected !== undefined ? { expected: main.expected } : {}),
      ...(severity ? { severity } : {}),
    });
  });
}

/** Do whole and parts agree once every figure is the right one? */
function addsUp({ values }: ProofContext, claims: readonly TextClaim[]): boolean {
  const right = claims.map((claim) => values?.of(claim)?.value);
  if (right.some((value) => value === undefined)) return true;
  const [whole, ...parts] = right;
  return parts
    .reduce((sum, value) => sum!.minus(value!), whole)!
    .abs()
    .lt(100);
}

/** Two rules at the same words for the same cause: the one that is told first stays; an item too many is not a wrong amount too. */
function distinct(findings: readonly ProofFinding[]): readonly ProofFinding[] {
  const seen = new Set<string>();
  const twice = findings.filter(({ rule }) => rule === 'P-ITEM-TWICE');
  return findings.filter(({ rule, span }) => {
    const covered = twice.some((one) => one.span.paragraph === span.paragraph && one.span.start <= span.start && one.span.end >= span.end);
    if ((rule === 'P-CELL' || rule === 'P-TAIL' || rule === 'P-CUT') && covered) return false;
    const key = `${rule} ${span.paragraph} ${span.start} ${span.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** In the order of the text. */
function sorted(context: ProofContext, findings: readonly ProofFinding[]): readonly ProofFinding[] {
  const place = new Map(
    context.linked.document.blocks.flatMap(({ index, cells = [] }, i) =>
      [index, ...cells.map(({ paragraph }) => paragraph)].map((paragraph) => [paragraph, i] as const),
    ),
  );
  return [...findings].sort(
    (a, b) => (place.get(a.span.paragraph) ?? 0) - (place.get(b.span.paragraph) ?? 0) || a.span.start - b.span.start,
  );
}

/** Green, red or grey: by its cells, else by the equations it stands in. */
function proved(
  figure: Figure,
  verdicts: ReadonlyMap<TextClaim, CellVerdict>,
  all: readonly Equation[],
  findings: readonly ProofFinding[],
): ProvedFigure {
  const { claim } = figure;
  const verdict = claim && verdicts.get(claim);
  const isWrong = findings.some(
    ({ severity, span, rule }) =>
      severity !== 'info' &&
      span.paragraph === figure.span.paragraph &&
      span.start <= figure.span.start &&
      span.end >= figure.span.end &&
      ofFigures.has(rule),
  );
  if (verdict && verdict.status !== 'unchecked') return { figure, status: isWrong ? 'contradicted' : verdict.status, cells: verdict.cells };
  if (isWrong) return { figure, status: 'contradicted', cells: [] };
  // Without a workbook a figure is confirmed by what follows from other figures of the text.
  const own = claim ? all.filter(({ claims }) => claims.includes(claim)) : [];
  return { figure, status: own.length > 0 && own.every(({ holds }) => holds) ? 'confirmed' : 'unchecked', cells: [] };
}

const ofFigures: ReadonlySet<string> = new Set([
  'P-CELL',
  'P-CHANGE',
  'P-GROWTH',
  'P-SHARE',
  'P-COMPLETION',
  'P-DIRECTION',
  'P-CUT',
  'P-TAIL',
  'P-TWICE',
  'P-SUM',
  'P-ITEM-TWICE',
]);
